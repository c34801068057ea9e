import { expect, test } from "vitest";
import { isDue } from "../../src/progress/due.ts";

test("a question is due three weeks after it was answered, and never if the day is not known", () => {
  expect(isDue("2026-11-22", new Date("2026-12-12T13:00"))).toBe(false);
  expect(isDue("2026-11-22", new Date("2026-12-13T13:00"))).toBe(true);
  expect(isDue("2026-11-22", new Date("2026-11-22T09:00"))).toBe(false);
  expect(isDue("", new Date("2026-12-13T13:00"))).toBe(false);
});
