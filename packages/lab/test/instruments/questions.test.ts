import { entropy, inUnit, probabilities } from "@surprisal/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { commit, historyOf, undo } from "../../src/figure/history.ts";
import { decodeGame, encodeGame } from "../../src/instruments/questions/codec.ts";
import { commandOf } from "../../src/instruments/questions/command.ts";
import { csvOf, jsonOf } from "../../src/instruments/questions/contents.ts";
import { nothingLost } from "../../src/instruments/questions/goals.ts";
import {
  answer,
  draw,
  type Game,
  gameOf,
  goTo,
  isRefusal,
  leftAfter,
  measure,
  moveOdds,
  type Refusal,
  setPrior,
  setSize,
  setStrategy,
  setTarget,
  setWeights,
  think,
} from "../../src/instruments/questions/model.ts";
import { pictureOf } from "../../src/instruments/questions/picture.ts";
import { presetGame, presetNames } from "../../src/instruments/questions/presets.ts";
import { questionOf } from "../../src/instruments/questions/question.ts";
import { readoutsOf } from "../../src/instruments/questions/readouts.ts";
import { runs } from "../../src/instruments/questions/runs.ts";
import { answersOf } from "../../src/instruments/questions/strategies.ts";
import { parseWeights } from "../../src/instruments/questions/weights.ts";
import { questionsWords } from "../../src/instruments/questions/words/questionsWords.ts";

const bits = (nats: number) => inUnit(nats, "bits");
const words = questionsWords("en");
const eight = gameOf(8, "uniform", "halving", 6);

function done(result: Game | Refusal): Game {
  if (isRefusal(result)) throw new Error(result.refused);
  return result;
}

type Action = (game: Game) => Game | Refusal;
const action: fc.Arbitrary<Action> = fc.oneof(
  fc
    .oneof(fc.integer({ min: -1, max: 40 }), fc.constantFrom(1, 2, 1024, 1025))
    .map((n) => (g: Game) => setSize(g, n)),
  fc
    .constantFrom("uniform" as const, "zipf" as const, "own" as const)
    .map((prior) => (g: Game) => setPrior(g, prior)),
  fc.constantFrom("halving" as const, "best" as const).map((way) => (g: Game) => setStrategy(g, way)),
  fc
    .array(fc.oneof(fc.nat(9), fc.double({ min: -1, max: 9, noNaN: true })), { maxLength: 18 })
    .map((weights) => (g: Game) => setWeights(g, weights)),
  fc.tuple(fc.nat(15), fc.double({ min: 0, max: 1, noNaN: true })).map(
    ([i, x]) =>
      (g: Game) =>
        g.prior === "own" ? moveOdds(g, i % g.n, x) : g,
  ),
  fc.integer({ min: 0, max: 1025 }).map((target) => (g: Game) => setTarget(g, target)),
  fc.nat(1000).map((seed) => (g: Game) => draw(g, seed)),
  fc.constantFrom("0" as const, "1" as const).map((reply) => (g: Game) => answer(g, reply)),
  fc.nat(20).map((k) => (g: Game) => goTo(g, k)),
  fc.constant(think),
);
const games = fc.array(action, { maxLength: 12 }).map((steps) =>
  steps.reduce((game, step) => {
    const result = step(game);
    return isRefusal(result) ? game : result;
  }, eight),
);

test("whatever is done, the answers lead somewhere, to the number if it is known, and nothing is NaN", () => {
  fc.assert(
    fc.property(games, (game) => {
      const { p, stages, learnt, expected, lengths } = measure(game);
      expect(p.length).toBe(game.n);
      expect(stages.at(-1)!.length).toBeGreaterThan(0);
      if (game.target !== undefined) expect(stages.at(-1)).toContain(game.target - 1);
      else expect(stages.at(-1)!.length).toBeGreaterThan(1);
      expect([learnt, expected.best, expected.halving]).not.toContain(Number.NaN);
      const mean = lengths.reduce((sum, { length, p }) => sum + length * p, 0);
      expect(Math.abs(mean - expected[game.strategy])).toBeLessThan(1e-9); // 1024 terms of at most 10·2⁻⁵³ each, and billionths
    }),
  );
});

test("H ≤ E[L] < H + 1 for the best questions, and halving never takes fewer", () => {
  fc.assert(
    fc.property(games, (game) => {
      const { p, expected } = measure(game);
      const h = bits(entropy(p));
      expect(expected.best).toBeGreaterThanOrEqual(h - 1e-11); // a thousand terms round by less
      expect(expected.best).toBeLessThan(h + 1 + 1e-11);
      expect(expected.halving).toBeGreaterThanOrEqual(expected.best - 1e-11);
    }),
  );
});

test("every answer splits what is left in two, and nothing is lost between", () => {
  fc.assert(
    fc.property(games, (game) => {
      const { answers, stages, asked } = measure(game);
      const left = stages.at(-1)!;
      const no = left.length > 1 ? leftAfter(answers, `${game.path}1`) : [];
      expect([...asked, ...no].sort((a, b) => a - b)).toEqual(left.length > 1 ? left : []);
      if (left.length > 1) expect(Math.min(asked.length, no.length)).toBeGreaterThan(0);
    }),
  );
});

describe("halving", () => {
  test.each([
    [8, 3],
    [1024, 10],
  ])("finds one of %i in %i questions, always, and each is worth one bit", (n, questions) => {
    const { answers, learnt, entropy: h } = measure(gameOf(n, "uniform", "halving", n));
    expect(new Set(answers.map((word) => word?.length))).toEqual(new Set([questions]));
    expect([bits(learnt), bits(h)].map((x) => x.toFixed(12))).toEqual([
      questions.toFixed(12),
      questions.toFixed(12),
    ]);
  });

  test("finds one of a thousand in ten or, for 24 of them, nine; the best questions do no better", () => {
    const { answers, expected } = measure(gameOf(1000, "uniform", "halving", 1));
    const lengths = answers.map((word) => word!.length);
    expect([lengths.filter((x) => x === 9).length, Math.max(...lengths)]).toEqual([24, 10]);
    expect(expected.best).toBeCloseTo(expected.halving, 12);
  });

  test("a bent coin takes a whole question, for 0.469 bits", () => {
    const { entropy: h, expected } = measure(presetGame("coin"));
    expect(bits(h)).toBeCloseTo(0.4689955936, 9); // the odds are in billionths
    expect(expected.best).toBe(1);
  });
});

describe("playing", () => {
  test("a game answered truthfully ends at the number, with its surprise learnt", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 300 }), fc.nat(299), (n, pick) => {
        const number = pick % n;
        let game = think(gameOf(n, "uniform", "halving", 1));
        for (let i = 0; i < 9 && game.target === undefined; i++)
          game = answer(game, measure(game).asked.includes(number) ? "0" : "1");
        expect(game.target).toBe(number + 1);
        expect(bits(measure(game).learnt)).toBeCloseTo(Math.log2(n), 9);
      }),
    );
  });

  test("the same seed draws the same number; numbers that cannot happen are never drawn", () => {
    fc.assert(
      fc.property(games, fc.nat(), (game, seed) => {
        const drawn = draw(game, seed);
        expect(drawn.target).toBe(draw(game, seed).target);
        expect(measure(drawn).p[drawn.target! - 1]).toBeGreaterThan(0);
        expect(drawn.path).toBe("");
      }),
    );
  });

  test("where only one number can happen, it is found without a question", () => {
    const sure = think(setStrategy(done(setWeights(eight, [0, 1, 0])), "best"));
    expect(sure).toMatchObject({ target: 2, path: "" });
    expect(measure(sure).expected.best).toBe(0);
  });

  test("what is refused says why", () => {
    expect(setSize(eight, 1)).toEqual({ refused: "size" });
    expect(setSize(eight, 2.5)).toEqual({ refused: "size" });
    expect(setTarget(eight, 9)).toEqual({ refused: "size" });
    expect(setWeights(eight, [1])).toEqual({ refused: "weights" });
    expect(setWeights(eight, [0, 0])).toEqual({ refused: "weights" });
    const never = setStrategy(done(setWeights(eight, [1, 0, 1])), "best");
    expect(setTarget(never, 2)).toEqual({ refused: "impossible" });
    expect(answer(eight, "0")).toBe(eight);
  });

  test("what is done can be undone", () => {
    fc.assert(
      fc.property(games, fc.nat(), (game, seed) => {
        expect(undo(commit(historyOf(game), draw(game, seed))).present).toBe(game);
      }),
    );
  });
});

describe("links", () => {
  const plain = (game: Game | undefined) =>
    game && { ...game, own: game.prior === "own" ? [...game.own] : [] };

  test("restore the game", () => {
    fc.assert(
      fc.property(games, (game) => {
        for (const text of [encodeGame(game), encodeGame(game).replaceAll("~", "%7E")])
          expect(plain(decodeGame(text).state)).toEqual(plain(game));
      }),
    );
    expect(encodeGame(eight)).toBe("1~8~u~h~6~101~1");
  });

  test.each([
    "",
    "1",
    "1~8",
    "1~1~u~h~1~~1",
    "1~1025~u~h~1~~1",
    "1~8~u~x~6~101~1",
    "1~8~u~h~9~~1",
    "1~8~u~h~6~000~1",
    "1~8~u~h~~101~1",
    "1~8~u~h~6~1012~1",
    "1~8~u~h~6~101~-1",
    "1~8~u~h~6~101~1~more",
    "1~3~.5,.5~h~1~~1",
    "1~2~.5,.6~h~1~~1",
    "1~8~toString~h~6~101~1",
    "%E0%A4%A",
    `1~8~${"9".repeat(2000)}~h~6~101~1`,
  ])("%s is refused", (text) => expect(decodeGame(text)).toEqual({ problem: "damaged" }));

  test("another version is told apart, and nothing throws", () => {
    expect(decodeGame("2~later")).toEqual({ problem: "version" });
    const near = fc.tuple(fc.nat(16), fc.string()).map(([at, junk]) => {
      const link = encodeGame(eight);
      return link.slice(0, at) + junk + link.slice(at + 1);
    });
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), near), (text) => {
        const { state } = decodeGame(text);
        if (state) expect(measure(state).stages.at(-1)!.length).toBeGreaterThan(0);
      }),
    );
  });
});

test("questions are asked in the shortest true words", () => {
  const ask = (game: Game) => questionOf(game, measure(game), words, "en");
  expect(ask(think(eight))).toBe("Question 1: is it at most 4?");
  expect(ask(goTo(eight, 1))).toBe("Question 2: is it at most 6?");
  expect(ask(goTo(eight, 2))).toBe("Question 3: is it 5?");
  expect(ask(eight)).toBe("It is 6, after 3 questions.");
  expect(ask(presetGame("coin"))).toBe("It is 2, after one question.");
  const odd = setStrategy(done(setWeights(eight, [3, 1, 3, 1])), "best");
  expect(ask(goTo(odd, 1))).toMatch(/is it/);
  expect(ask(think(gameOf(100, "zipf", "best", 1)))).toMatch(/underlined|at most/);
});

test("runs put neighbours together", () => {
  expect(runs([0, 1, 2, 5])).toEqual([
    { from: 0, to: 2 },
    { from: 5, to: 5 },
  ]);
  expect(runs([])).toEqual([]);
});

test("weights are read as people write them", () => {
  expect(parseWeights("8, 4, 2, 1")).toEqual([8, 4, 2, 1]);
  expect(parseWeights("8,4,2,1")).toEqual([8, 4, 2, 1]);
  expect(parseWeights("0,5 0,25 0,25")).toEqual([0.5, 0.25, 0.25]);
  expect(parseWeights("0,5; 0,5")).toEqual([0.5, 0.5]);
  expect(parseWeights("1/2 1/2")).toEqual([0.5, 0.5]);
  expect(parseWeights("one two")).toBeUndefined();
});

test("best questions come from Huffman's code, and are fewest where odds are powers of two", () => {
  const p = probabilities([0.5, 0.25, 0.125, 0.125]);
  expect(answersOf("best", p)).toEqual(["0", "10", "110", "111"]);
  expect(answersOf("halving", p)).toEqual(["00", "01", "10", "11"]);
});

test("the goal of nothing lost knows what is in its way", () => {
  const own = (weights: number[], way: "best" | "halving" = "best") =>
    nothingLost(setStrategy(done(setWeights(eight, weights)), way));
  expect(own([2, 1, 1])).toBe("right");
  expect(own([8, 4, 2, 1, 1])).toBe("right");
  expect(own([2, 1, 1], "halving")).toBe("halving");
  expect(own([3, 1, 1])).toBe("lost");
  expect(own([1, 1, 1, 1])).toBe("alike");
  expect(own([1, 1])).toBe("tooFew");
  expect(nothingLost(presetGame("zipf"))).toBe("lost");
});

test("commands are short, whatever the number", () => {
  expect(commandOf(eight)).toBe("seq 8 | surprisal entropy words:-");
  expect(commandOf(gameOf(3, "zipf", "best", 1))).toBe("surprisal entropy 1/1,1/2,1/3 --normalize");
  expect(commandOf(gameOf(100, "zipf", "best", 1))).toBe(
    'surprisal entropy "$(seq -s , -f 1/%.0f 100)" --normalize',
  );
  expect(commandOf(presetGame("coin"))).toBe("surprisal entropy 1=0.9,2=0.1");
});

test("every preset shows a number found, in readouts, table, data and drawing", () => {
  const colour = "#000";
  const palette = {
    paper: colour,
    ink: colour,
    "ink-2": colour,
    rule: colour,
    p: colour,
    "p-tint": colour,
    q: colour,
    "q-tint": colour,
    gap: colour,
    "gap-ink": colour,
    "gap-tint": colour,
  };
  for (const preset of presetNames) {
    const game = presetGame(preset);
    const measures = measure(game);
    expect(measures.stages.at(-1)).toEqual([game.target! - 1]);
    expect(readoutsOf(game, measures, words, "en").map(({ value }) => value)).not.toContain("NaN");
    expect(csvOf(game).split("\r\n").length).toBe(game.n + 2);
    expect(JSON.parse(jsonOf(game, "x")).path).toBe(game.path);
    expect(pictureOf(game, { title: "F", words, language: "en", palette })).not.toMatch(
      /NaN|Infinity|undefined/,
    );
  }
});
