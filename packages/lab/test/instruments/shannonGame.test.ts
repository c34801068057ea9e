import {
  conditionalEntropy,
  createRng,
  guessingBounds,
  inUnit,
  jointTable,
  normalize,
} from "@surprisal/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { alphabets, fold } from "../../src/instruments/shannonGame/alphabet.ts";
import { blockBootstrap } from "../../src/instruments/shannonGame/blockBootstrap.ts";
import { decodeGame, encodeGame } from "../../src/instruments/shannonGame/codec.ts";
import { commandOf } from "../../src/instruments/shannonGame/command.ts";
import { belowEight } from "../../src/instruments/shannonGame/goals.ts";
import { intervalsOf } from "../../src/instruments/shannonGame/intervals.ts";
import { fewestForInterval, measure } from "../../src/instruments/shannonGame/measure.ts";
import {
  another,
  begin,
  type Game,
  givenOf,
  guess,
  isExample,
  isOver,
  isRefusal,
  knownOf,
  mostLetters,
  placeOf,
  reveal,
  setLanguage,
  setMemory,
  setText,
  textOf,
} from "../../src/instruments/shannonGame/model.ts";
import { passages } from "../../src/instruments/shannonGame/passages.ts";
import { pictureOf } from "../../src/instruments/shannonGame/picture.ts";
import { plainProse } from "../../src/instruments/shannonGame/plainProse.ts";
import { exampleGame } from "../../src/instruments/shannonGame/presets.ts";
import { ranksOf } from "../../src/instruments/shannonGame/ranks.ts";
import { readoutsOf } from "../../src/instruments/shannonGame/readouts.ts";
import { createReader, createRival } from "../../src/instruments/shannonGame/rival.ts";
import { replyOf, sentenceOf, standOf } from "../../src/instruments/shannonGame/sayings.ts";
import { csvOf, jsonOf } from "../../src/instruments/shannonGame/table.ts";
import { sharesOf, termsOf } from "../../src/instruments/shannonGame/terms.ts";
import { trainingText } from "../../src/instruments/shannonGame/training.ts";
import { shannonWords } from "../../src/instruments/shannonGame/words/shannonWords.ts";

const words = shannonWords("en");
const voice = { words, language: "en", unit: "bits" } as const;
const tongues = ["en", "es"] as const;
const language = fc.constantFrom(...tongues);

/** Plays the right letter, with so many wrong ones before it, or gives it up. */
function turn(game: Game, wrong: number, gaveUp: boolean): Game {
  const right = textOf(game)[placeOf(game)];
  if (right === undefined) return game;
  const others = [...alphabets[game.language]].filter((letter) => letter !== right);
  const tried = others.slice(0, wrong).reduce(guess, game);
  return gaveUp ? reveal(tried) : guess(tried, right);
}

const move = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({ wrong: fc.nat(27), gaveUp: fc.boolean() }).map(
      ({ wrong, gaveUp }) =>
        (g: Game) =>
          turn(g, wrong, gaveUp),
    ),
  },
  {
    weight: 4,
    arbitrary: fc.constantFrom(...alphabets.es, "é", "", "ab").map((letter) => (g: Game) => guess(g, letter)),
  },
  { weight: 1, arbitrary: fc.nat(99).map((seed) => (g: Game) => begin(g, seed)) },
  { weight: 1, arbitrary: fc.nat(5).map((memory) => (g: Game) => setMemory(g, memory)) },
  { weight: 1, arbitrary: language.map((to) => (g: Game) => setLanguage(g, to)) },
  {
    weight: 1,
    arbitrary: fc.constant((g: Game) => {
      const own = setText(g, "¡Mañana a las diez en punto, junto al río!");
      return isRefusal(own) ? g : own;
    }),
  },
);
const games = fc
  .tuple(language, fc.nat(99), fc.array(move, { maxLength: 60 }))
  .map(([tongue, seed, moves]) => moves.reduce((g, act) => act(g), begin(exampleGame(tongue), seed)));

describe("the letters of a game", () => {
  test("fold keeps the ñ of Spanish, and nothing but letters and single spaces", () => {
    expect(fold("  ¿Qué? ¡Mañana, pingüino!  ", "es")).toBe("que mañana pinguino");
    expect(fold("Naïve — piñata, 3 × “café”", "en")).toBe("naive pinata cafe");
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), language, (text, tongue) => {
        const folded = fold(text, tongue);
        expect([...folded].every((letter) => alphabets[tongue].includes(letter))).toBe(true);
        expect(folded).toBe(folded.trim().replaceAll("  ", ""));
        expect(fold(folded, tongue)).toBe(folded);
      }),
    );
  });

  test.each(tongues)("the passages are of a length one plays to the end: %s", (tongue) => {
    expect(alphabets[tongue]).toHaveLength(tongue === "en" ? 27 : 28);
    expect(passages[tongue]).toHaveLength(5);
    for (const passage of passages[tongue]) {
      expect(fold(passage, tongue).length).toBeGreaterThanOrEqual(115);
      expect(fold(passage, tongue).length).toBeLessThanOrEqual(200);
      expect(trainingText(tongue)).not.toContain(fold(passage, tongue).slice(0, 40));
    }
  });

  test.each(tongues)("the example is finished, and never drawn: %s", (tongue) => {
    const game = exampleGame(tongue);
    expect(isOver(game)).toBe(true);
    expect(knownOf(game)).toBe(textOf(game));
    const drawn = Array.from({ length: 200 }, (_, seed) => begin(game, seed).source);
    expect(new Set(drawn)).toEqual(new Set([1, 2, 3, 4]));
  });
});

describe("a game", () => {
  test("a wrong letter is marked and counted once, the right one goes on, and an accented one is no letter", () => {
    const start = begin(exampleGame("en"), 1);
    const right = textOf(start)[placeOf(start)]!;
    const wrong = right === "z" ? "q" : "z";
    const missed = guess(start, wrong);
    expect(missed.tried).toBe(wrong);
    expect(guess(missed, wrong)).toBe(missed);
    expect(guess(start, "é")).toBe(start);
    expect(guess(missed, right).turns).toEqual([{ wrong: 1, revealed: false }]);
    expect(reveal(missed).turns).toEqual([{ wrong: 1, revealed: true }]);
  });

  test("spaces are guessed like letters", () => {
    const start = { ...exampleGame("en"), turns: [] };
    expect(textOf(start).slice(0, placeOf(start))).toBe("every evening ");
    const the = ["t", "h", "e"].reduce(guess, start);
    expect(textOf(the)[placeOf(the)]).toBe(" ");
    expect(guess(the, "b").tried).toBe("b");
    expect(guess(the, " ").turns).toHaveLength(4);
  });

  test("whatever is done, what is known is the text so far, and each letter took at most the whole alphabet", () => {
    fc.assert(
      fc.property(games, (game) => {
        const text = textOf(game);
        expect(text.startsWith(knownOf(game))).toBe(true);
        expect(placeOf(game)).toBeLessThanOrEqual(text.length);
        for (const { wrong } of game.turns) expect(wrong).toBeLessThan(alphabets[game.language].length);
        expect(game.tried).not.toContain(text[placeOf(game)] ?? "none");
        expect(isExample(game)).toBe(false);
        const next = another(game);
        expect(next.source).not.toBe(game.source);
        expect(next.turns).toEqual([]);
      }),
    );
  });

  test("texts of one's own: too short, too long, and just right", () => {
    const game = exampleGame("es");
    expect(setText(game, "¡Hola!")).toEqual({ refused: "short" });
    expect(setText(game, "a".repeat(mostLetters + 1))).toEqual({ refused: "long" });
    expect(setText(game, "El año que viene nos vemos en la playa")).toMatchObject({
      source: "el año que viene nos vemos en la playa",
      turns: [],
    });
    expect(givenOf("a".repeat(40))).toBe(10);
  });
});

describe("what the guesses say", () => {
  test("a letter given up is shared among the guesses that were left", () => {
    const turns = [
      { wrong: 1, revealed: false },
      { wrong: 2, revealed: true },
    ];
    expect(ranksOf(turns, 4, [0, 0])).toEqual([0, 2, 0, 0]);
    expect(ranksOf(turns, 4, [0, 1])).toEqual([0, 1, 0.5, 0.5]);
  });

  test("the bounds are those of the library, in order, and inside their intervals’ reach", () => {
    fc.assert(
      fc.property(games, (game) => {
        const { letters, you } = measure(game, undefined, intervalsOf(game));
        expect(letters).toBe(game.turns.length);
        if (!you) {
          expect(letters).toBe(0);
          return;
        }
        expect(you.ranks.reduce((a, b) => a + b, 0)).toBeCloseTo(letters, 9);
        const { lower, upper } = guessingBounds(normalize([...you.ranks]));
        expect(you.lower.value).toBeCloseTo(lower, 12);
        expect(you.upper.value).toBeCloseTo(upper, 12);
        expect(you.lower.range !== undefined).toBe(letters >= fewestForInterval);
        for (const { range } of [you.lower, you.upper]) {
          if (!range) continue;
          expect(range[0]).toBeLessThanOrEqual(range[1]);
          expect(range[0]).toBeGreaterThanOrEqual(0);
          expect(range[1]).toBeLessThanOrEqual(Math.log(alphabets[game.language].length) + 1e-12);
        }
      }),
      { numRuns: 40 },
    );
  });

  test("showing letters instead of guessing them never makes the upper bound smaller than guessing them at once", () => {
    const start = begin(exampleGame("en"), 1);
    const at = (gaveUp: boolean) =>
      measure(Array.from({ length: 40 }).reduce<Game>((g) => turn(g, 0, gaveUp), start)).you!.upper.value;
    expect(at(false)).toBe(0);
    expect(at(true)).toBeCloseTo(Math.log(27), 12); // no idea at all
  });

  test("the game of an ideal guesser of a known source has the entropy of the source between its bounds", () => {
    // Two contexts, four letters: each context meets its letters in exact proportion, guessed in order of likelihood.
    const table = [8, 4, 2, 2, 1, 12, 1, 2];
    const turns = [0, 1].flatMap((context) => {
      const row = table.slice(4 * context, 4 * context + 4).sort((a, b) => b - a);
      return row.flatMap((times, wrong) => Array.from({ length: times }, () => ({ wrong, revealed: false })));
    });
    const { you } = measure({ ...exampleGame("en"), turns });
    const h = conditionalEntropy(jointTable(normalize(table), [2, 4]), [1], [0]);
    expect(you!.lower.value).toBeLessThan(h);
    expect(you!.upper.value).toBeGreaterThan(h);
  });
});

describe("blockBootstrap", () => {
  const mean = (values: readonly number[]) => (places: Int32Array) => {
    const drawn = [...places].map((i) => values[i]!);
    return [drawn.reduce((a, b) => a + b, 0) / drawn.length];
  };

  test("a constant has no spread, and equal seeds give equal intervals", () => {
    expect(blockBootstrap(20, mean(new Array(20).fill(3)), createRng(1))).toEqual([[3, 3]]);
    const values = Array.from({ length: 50 }, (_, i) => i % 7);
    const once = blockBootstrap(50, mean(values), createRng(5));
    expect(blockBootstrap(50, mean(values), createRng(5))).toEqual(once);
    expect(blockBootstrap(50, mean(values), createRng(6))).not.toEqual(once);
  });

  test("of independent draws it is as wide as theory says, 2 · 1.96 σ/√n", () => {
    const rng = createRng(11);
    const values = Array.from({ length: 400 }, () => rng.next());
    const [[from, to]] = blockBootstrap(400, mean(values), createRng(2)) as [readonly [number, number]];
    const width = (2 * 1.96 * Math.sqrt(1 / 12)) / 20;
    expect((to - from) / width).toBeGreaterThan(0.8); // 400 replications, blocks of 7
    expect((to - from) / width).toBeLessThan(1.2);
  });

  test("of runs it is wider than if single values were drawn", () => {
    const runs = Array.from({ length: 400 }, (_, i) => Math.floor(i / 8) % 2);
    const [[from, to]] = blockBootstrap(400, mean(runs), createRng(2)) as [readonly [number, number]];
    expect(to - from).toBeGreaterThan((1.5 * 2 * 1.96 * 0.5) / 20);
  });
});

describe("the rival", () => {
  const training = "abracadabra abracadabra";
  const alphabet = " abcdr";

  test("gives every letter a chance, after every context, and knows what follows", () => {
    const rival = createRival(training, alphabet);
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...alphabet), maxLength: 6 }), (context) => {
        const q = [...rival.predict(context)];
        expect(q.every((x) => x > 0)).toBe(true);
        expect(q.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
      }),
    );
    const after = (context: string) => [...rival.predict(context)];
    expect(alphabet[after("br").indexOf(Math.max(...after("br")))]).toBe("a");
    // Nothing seen after a context that never came: the shorter one speaks.
    expect(after("dd")).toEqual(after("d"));
  });

  test("by hand: without memory, (times + kinds/6) / (letters + kinds)", () => {
    const q = createRival(training, alphabet).predict("");
    expect(q[alphabet.indexOf("a")]).toBeCloseTo((10 + 6 / 6) / (23 + 6), 14);
    expect(q[alphabet.indexOf(" ")]).toBeCloseTo((1 + 6 / 6) / (23 + 6), 14);
  });

  test("counts its wrong guesses and pays the surprise of each letter", () => {
    const rival = createRival(training, alphabet);
    const read = createReader(training, alphabet);
    const { wrong, surprises } = read("abra", [1, 4], 2);
    expect(wrong).toEqual([0, 0, 0]);
    expect(surprises[0]).toBeCloseTo(-Math.log(rival.predict("a")[alphabet.indexOf("b")]!), 14);
    expect(read("abra", [0, 0], 2)).toEqual({ wrong: [], surprises: [] });
  });

  test.each(tongues)(
    "having read the book it beats one with no memory, and the bounds of its guesses: %s",
    (tongue) => {
      const game = exampleGame(tongue);
      const read = createReader(trainingText(tongue), alphabets[tongue]);
      const text = textOf(game);
      const scores = [0, 3].map((memory) => read(text, [givenOf(text), text.length], memory));
      const [blank, long] = scores.map((score) => measure(game, score, intervalsOf(game, score)).rival!);
      expect(long!.paid.value).toBeLessThan(blank!.paid.value - 0.4);
      expect(blank!.paid.value).toBeLessThan(Math.log(alphabets[tongue].length));
      // Whoever says more than an order of guesses can only pay what the order leaves open, or be wrong about it.
      expect(long!.lower.value).toBeLessThan(long!.upper.value);
      expect(long!.paid.range![0]).toBeLessThan(long!.paid.value);
      expect(long!.behind.value).toBeCloseTo(long!.paid.value - measure(game).you!.upper.value, 12);
    },
  );

  test.each(tongues)(
    "has read some kilobytes of prose, in the letters of the game and no marks of the pages: %s",
    (tongue) => {
      const text = trainingText(tongue);
      expect(text.length).toBeGreaterThan(20_000);
      expect(text).toBe(fold(text, tongue));
      expect(text).not.toMatch(/\b(choicequestion|astro|import|num of|htmlclass)\b/);
    },
  );

  test("plainProse leaves words, and nothing of code, formulas and components", () => {
    const mdx =
      '---\ntitle: x\n---\n\nimport A from "a";\n\n# *One* $x$ two\n\n<A b={{ c: "d" }} />\n\n```ts\ncode\n```\n$$\ny\n$$\nthree <Num of={1} /> four';
    expect(fold(plainProse(mdx), "en")).toBe("one two three four");
  });
});

describe("a link", () => {
  test("restores the state", () => {
    fc.assert(
      fc.property(games, (game) => {
        expect(decodeGame(encodeGame(game).replaceAll("~", "%7E"))).toEqual({ state: game });
      }),
    );
    expect(decodeGame(encodeGame(exampleGame("es")))).toEqual({ state: exampleGame("es") });
  });

  test("shows nothing of a text of one's own", () => {
    const own = setText(exampleGame("en"), "The treasure lies under the third stone by the well");
    if (isRefusal(own)) throw new Error(own.refused);
    const link = encodeGame(own);
    for (const word of ["treasure", "third", "stone", "well"]) expect(link).not.toContain(word);
    expect(decodeGame(link).state).toEqual(own);
  });

  const good = encodeGame(turn(begin(exampleGame("en"), 4), 2, false));
  test.each([
    "",
    "1",
    "1~fr~1~~~3~4",
    good.replace("~en~", "~~"),
    good.replace(/^1~en~\d/, "1~en~9"),
    good.replace("~2~", "~!~"),
    good.replace(/~3~4$/, "~9~4"),
    good.replace(/~4$/, "~4294967296"),
    good.replace(/~4$/, "~-1"),
    good.replace("~2~", `~${"0".repeat(300)}~`),
    `${good}~x`,
    "1~en~.zz~~~3~4",
    "1~en~1~~aa~3~4",
    "1~en~1~~z~3~4",
    "%E0%A4%A",
    `1~${"0".repeat(3000)}`,
  ])("that is not ours is refused: %s", (text) => expect(decodeGame(text)).toEqual({ problem: "damaged" }));

  test("that says the right letter was wrong is refused", () => {
    const start = begin(exampleGame("en"), 4);
    const right = alphabets.en.indexOf(textOf(start)[placeOf(start)]!).toString(36);
    expect(decodeGame(`1~en~${start.source}~~${right}~3~4`)).toEqual({ problem: "damaged" });
  });

  test("of a later version is told apart, and nothing throws", () => {
    expect(decodeGame("7~x")).toEqual({ problem: "version" });
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => void decodeGame(text)));
    fc.assert(fc.property(fc.string(), (tail) => void decodeGame(`1~es~.${tail}`)));
  });
});

describe("what the figure says", () => {
  const start = begin(exampleGame("en"), 1);

  test("of a guess, right and wrong, and of a letter shown", () => {
    const right = textOf(start)[placeOf(start)]!;
    const missed = guess(start, "z");
    expect(replyOf(start, missed, voice)).toBe("Not z. 26 letters left.");
    expect(standOf(missed, voice)).toMatch(/^Letter 1 of \d+\. Not z\.$/);
    expect(replyOf(missed, guess(missed, right), voice)).toBe(`${right}, at guess 2.`);
    expect(replyOf(missed, reveal(missed), voice)).toBe(`It was ${right}.`);
    expect(standOf(exampleGame("en"), voice)).toContain("made up");
  });

  test("of the bounds, and nothing before there are any", () => {
    expect(sentenceOf(measure(start), voice)).toBe(words.nothing);
    expect(readoutsOf(measure(start), undefined, "bits", words, "en").map(({ value }) => value)).toEqual(
      Array(4).fill("–"),
    );
    const four = [0, 0, 1, 1].reduce((g, wrong) => turn(g, wrong, false), start);
    expect(sentenceOf(measure(four), voice)).toBe("4 of the 12 letters that it takes to say anything.");
    const twelve = [0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1].reduce((g, wrong) => turn(g, wrong, false), start);
    expect(sentenceOf(measure(twelve), voice)).toContain(
      "at least 1.00 bits and at most 1.00 bits, like drawing from 2.0 to 2.0",
    );
  });

  test("the terms of the formula come to the upper bound, and the bars to one", () => {
    fc.assert(
      fc.property(games, (game) => {
        const { you } = measure(game);
        if (!you) return;
        const terms = termsOf(you.ranks, "bits", words, "en");
        const sum = terms.reduce((total, { value }) => total + Number(value), 0);
        expect(Math.abs(sum - inUnit(you.upper.value, "bits"))).toBeLessThan(0.005 * terms.length + 1e-9); // each in two decimals
        expect(sharesOf(you.ranks).reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
      }),
    );
  });

  test("the command has the counts of guesses, up to the last needed", () => {
    const three = [0, 0, 3].reduce((g, wrong) => turn(g, wrong, false), start);
    expect(commandOf(measure(three), "en", "bits")).toBe("surprisal entropy counts:2,0,0,1");
    expect(commandOf(measure(three), "en", "nats")).toBe("surprisal entropy counts:2,0,0,1 --unit nats");
    expect(commandOf(measure(start), "en", "bits")).toBe(`surprisal entropy counts:1${",1".repeat(26)}`);
    expect(commandOf(measure(start), "es", "bits")).toBe(`surprisal entropy counts:1${",1".repeat(27)}`);
  });

  test("the goal wants thirty letters of one's own, below eight choices", () => {
    const play = (count: number, wrong: (i: number) => number) =>
      Array.from({ length: count }).reduce<Game>((g, _, i) => turn(g, wrong(i), false), start);
    expect(belowEight(exampleGame("en"))).toBe("example");
    expect(belowEight(start)).toBe("tooFew");
    expect(belowEight(play(29, () => 0))).toBe("tooFew");
    expect(belowEight(play(30, () => 0))).toBe("right");
    expect(belowEight(play(40, (i) => i % 20))).toBe("dear");
  });

  test("what is saved tells nothing that is still to be guessed, has no NaN, and is well formed", () => {
    const palette = { paper: "#fff" } as never;
    fc.assert(
      fc.property(games, (game) => {
        const text = textOf(game);
        const read = createReader("the cat sat on the mat", alphabets[game.language]);
        const score = read(text, [givenOf(text), placeOf(game)], game.memory);
        for (const played of [
          { game, score },
          { game, score: undefined },
        ]) {
          const picture = pictureOf(played, { ...voice, title: "<b>", palette });
          expect(picture).not.toMatch(/NaN|undefined|Infinity|<b>/);
          const json = JSON.parse(jsonOf(played, "bits", "https://example.org/"));
          expect(json.text).toBe(knownOf(game));
          expect(csvOf(played, "bits").trim().split("\r\n")).toHaveLength(1 + game.turns.length);
        }
      }),
      { numRuns: 30 },
    );
  });
});
