import fc from "fast-check";
import { expect, test } from "vitest";
import { partsOf } from "../../src/estimators/dependence.ts";
import { blockUnits, partUnits, singleUnits, type Units } from "../../src/estimators/units.ts";

const cases = fc
  .record({
    column: fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1, maxLength: 40 }),
    picks: fc.array(fc.nat(), { minLength: 1, maxLength: 12 }),
    length: fc.integer({ min: 1, max: 50 }),
    labels: fc.func(fc.integer({ min: 0, max: 5 })),
  })
  .map(({ column, picks, length, labels }) => {
    const all: Units[] = [
      singleUnits(column.length),
      blockUnits(column.length, length),
      partUnits(partsOf(column.map((_, i) => labels(i)))),
    ];
    return { column, picks, all };
  });

test("a unit's sum and size are those of the observations that drawing it puts there", () => {
  fc.assert(
    fc.property(cases, ({ column, picks, all }) => {
      for (const units of all) {
        const drawn = Int32Array.from(picks, (pick) => pick % units.count);
        const times = new Float64Array(column.length);
        units.tally(times, drawn);
        const sums = units.sums(column);
        const total = (of: (unit: number) => number) => drawn.reduce((sum, unit) => sum + of(unit), 0);
        expect(total((unit) => sums[unit]!)).toBe(times.reduce((sum, t, i) => sum + t * column[i]!, 0));
        expect(total((unit) => units.sizes[unit]!)).toBe(times.reduce((sum, t) => sum + t, 0));
      }
    }),
  );
});

test("blocks cover every observation equally often", () => {
  const units = blockUnits(13, 5);
  const times = new Float64Array(13);
  units.tally(
    times,
    Int32Array.from({ length: units.count }, (_, unit) => unit),
  );
  expect([...times]).toEqual(new Array(13).fill(5));
});
