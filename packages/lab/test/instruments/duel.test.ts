import { probabilities } from "@surprisal/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toParts } from "../../src/figure/billionths.ts";
import { decodeDuel, encodeDuel } from "../../src/instruments/duel/codec.ts";
import {
  add,
  type Duel,
  duelOf,
  epsilons,
  isRefusal,
  match,
  measure,
  move,
  type Refusal,
  remove,
  rename,
  type Side,
  setLock,
  smooth,
  swap,
} from "../../src/instruments/duel/model.ts";

const films = duelOf(
  ["amazing", "terrible", "okay"],
  probabilities([0.5, 0.4, 0.1]),
  probabilities([0.9, 0.05, 0.05]),
);

type Action = (duel: Duel) => Duel | Refusal;
const side = fc.constantFrom<Side>("p", "q");
const share = fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 1));
const index = fc.nat(7);
const name = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 18 }),
  fc.constantFrom("sí", "a b", "x=1", ""),
);
const action: fc.Arbitrary<Action> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ side, index, share }).map(
      ({ side, index, share }) =>
        (d: Duel) =>
          move(d, side, index % d.names.length, share),
    ),
  },
  fc.record({ side, on: fc.boolean() }).map(
    ({ side, on }) =>
      (d: Duel) =>
        setLock(d, side, on),
  ),
  fc.constantFrom<Action>(swap, match),
  fc.constantFrom(...epsilons).map((epsilon) => (d: Duel) => smooth(d, epsilon)),
  name.map((text) => (d: Duel) => add(d, text)),
  index.map((i) => (d: Duel) => remove(d, i % d.names.length)),
  fc.record({ index, name }).map(
    ({ index, name }) =>
      (d: Duel) =>
        rename(d, index % d.names.length, name),
  ),
);
const actions = fc.array(action, { maxLength: 40 });

function after(duel: Duel, steps: readonly Action[]): Duel {
  return steps.reduce((state, step) => kept(state, step(state)), duel);
}

function kept(before: Duel, result: Duel | Refusal): Duel {
  return isRefusal(result) ? before : result;
}

const duels = actions.map((steps) => after(films, steps));

test("both sides sum to one exactly after any sequence of actions, and nothing measured is NaN", () => {
  fc.assert(
    fc.property(duels, (duel) => {
      for (const p of [duel.p, duel.q]) {
        expect(p.length).toBe(duel.names.length);
        expect(toParts(p).reduce((a, b) => a + b, 0)).toBe(1e9);
        expect([...p].every((x) => x >= 0 && x <= 1)).toBe(true);
      }
      const { forward, reverse, crossEntropy, entropyP, terms } = measure(duel);
      expect([forward, reverse, crossEntropy, entropyP, ...terms]).not.toContain(Number.NaN);
      expect(forward).toBeGreaterThanOrEqual(0);
    }),
  );
});

test("a locked side holds bit for bit whatever is done, until it is unlocked", () => {
  fc.assert(
    fc.property(duels, side, action, (duel, locked, step) => {
      const before = setLock(duel, locked, true);
      const then = after(before, [step]);
      const names = then.names.length;
      const held = toParts(before[locked]);
      const now = toParts(then[locked]);
      // Outcomes without mass may come and go.
      expect(now.filter((x) => x > 0)).toEqual(held.filter((x) => x > 0));
      if (names === before.names.length) expect([...then[locked]]).toEqual([...before[locked]]);
    }),
  );
});

test("swapping twice gives back both sides, and swaps the two directions on the way", () => {
  fc.assert(
    fc.property(duels, (duel) => {
      const free = { ...duel, locked: { p: false, q: false } };
      const once = kept(free, swap(free));
      const twice = kept(once, swap(once));
      expect([[...twice.p], [...twice.q]]).toEqual([[...duel.p], [...duel.q]]);
      expect(measure(once).forward).toBe(measure(duel).reverse);
    }),
  );
});

test("a link restores the state", () => {
  fc.assert(
    fc.property(duels, (duel) => {
      const link = encodeDuel(duel);
      const escaped = link.replaceAll("~", "%7E").replaceAll(",", "%2C"); // as some programs send links on
      for (const text of [link, escaped]) {
        const { state } = decodeDuel(text);
        expect(state && plain(state)).toEqual(plain(duel));
      }
    }),
  );
});

test("links are short and can be read", () => {
  expect(encodeDuel(films)).toBe("1~amazing,terrible,okay~.5,.4,.1~.9,.05,.05");
  expect(encodeDuel(setLock(films, "p", true))).toBe("1~amazing,terrible,okay~.5,.4,.1~.9,.05,.05~p");
});

describe("links that are not ours are refused", () => {
  test.each([
    "",
    "1",
    "1~",
    "1~a~1~1",
    "1~a,a~1,0~1,0",
    "1~a,b~.5,.4~1,0",
    "1~a,b~.5,.5~1,0,0",
    "1~a,b~.5,.5~-1,2",
    "1~a,b~.5,.5~NaN,1",
    "1~a,b~.5,.5~1e0,0",
    "1~a,b~.5,.5~1,0~x",
    "1~a,b~.5,.5~1,0~~0.3",
    "1~a,b~.5,.5~1,0~~0~more",
    "1~<b>,=~.5,.5~1,0",
    "1~a,b,c,d,e,f,g,h,i~1,0,0,0,0,0,0,0,0~1,0,0,0,0,0,0,0,0",
    "%E0%A4%A",
    `1~${"a".repeat(5000)},b~1,0~1,0`,
  ])("%s", (text) => expect(decodeDuel(text)).toEqual({ problem: "damaged" }));

  test("a later version is told apart from damage", () => {
    expect(decodeDuel("2~whatever")).toEqual({ problem: "version" });
  });

  test("nothing throws", () => {
    const near = fc.tuple(fc.nat(60), fc.string()).map(([at, junk]) => {
      const link = encodeDuel(films);
      return link.slice(0, at) + junk + link.slice(at + 1);
    });
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), near), (text) => {
        const { state } = decodeDuel(text);
        if (state) expect(measure(state).forward).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe("the duel says what the facts say", () => {
  const bits = (nats: number) => nats / Math.LN2;

  test("film reviews", () => {
    const { entropyP, crossEntropy, forward, reverse } = measure(films);
    // Ten decimals, as the facts are printed.
    expect(bits(entropyP)).toBeCloseTo(1.3609640474, 10);
    expect(bits(crossEntropy)).toBeCloseTo(2.2369655942, 10);
    expect(bits(forward)).toBeCloseTo(0.8760015467, 10);
    expect(bits(reverse)).toBeCloseTo(0.5631972159, 10);
  });

  test("a bar dragged to zero makes D(P‖Q) infinite, and names the culprit; smoothing brings it back", () => {
    const wrong = kept(films, move(films, "q", 1, 0));
    const { forward, culprits, reverse } = measure(wrong);
    expect(forward).toBe(Infinity);
    expect(culprits.map(({ index, mass }) => [index, mass])).toEqual([[1, 0.4]]);
    expect(reverse).toBeLessThan(Infinity);
    const smoothed = kept(wrong, smooth(wrong, 0.01));
    expect(measure(smoothed).forward).toBeLessThan(Infinity);
    expect(plain(kept(smoothed, smooth(smoothed, 0)))).toEqual(plain(wrong));
  });

  test("while a drag lasts, proportions are those it began with", () => {
    const end = kept(films, move(films, "q", 0, 1));
    expect([...kept(end, move(end, "q", 0, 0.9, films.q)).q]).toEqual([...films.q]);
  });

  test("what is refused says why", () => {
    expect(move(setLock(films, "p", true), "p", 0, 1)).toEqual({ refused: "pLocked" });
    expect(swap(setLock(films, "q", true))).toEqual({ refused: "qLocked" });
    expect(match(setLock(films, "q", true))).toEqual({ refused: "qLocked" });
    expect(remove(setLock(films, "p", true), 0)).toEqual({ refused: "pLocked" });
    expect(add(films, "okay")).toEqual({ refused: "nameTaken" });
    expect(rename(films, 0, "a=b")).toEqual({ refused: "nameUnusable" });
    const two = kept(films, remove(films, 0));
    expect(remove(two, 0)).toEqual({ refused: "tooFew" });
    const eight = ["a", "b", "c", "d", "e"].reduce((d, n) => kept(d, add(d, n)), films);
    expect(add(eight, "f")).toEqual({ refused: "tooMany" });
  });

  test("an outcome may keep its own name", () => {
    expect(plain(kept(films, rename(films, 0, "amazing")))).toEqual(plain(films));
  });
});

function plain(duel: Duel) {
  const { smoothing } = duel;
  return {
    ...duel,
    p: [...duel.p],
    q: [...duel.q],
    smoothing: smoothing && { ...smoothing, base: [...smoothing.base] },
  };
}
