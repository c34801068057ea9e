import { expect, test } from "vitest";
import { snapped, stepOf } from "../../src/marks/stepOf.ts";

test("arrows move by one per cent, with Shift or by page by ten", () => {
  expect(stepOf("ArrowUp", false, 0.29)).toBe(0.3);
  expect(stepOf("ArrowLeft", false, 0.3)).toBe(0.29);
  expect(stepOf("ArrowRight", true, 0.2)).toBe(0.3);
  expect(stepOf("PageDown", false, 0.7)).toBe(0.6);
});

test("Home and End are exact, and no step leaves [0, 1]", () => {
  expect(stepOf("Home", false, 0.3)).toBe(0);
  expect(stepOf("End", false, 0.3)).toBe(1);
  expect(stepOf("ArrowDown", false, 0.004)).toBe(0);
  expect(stepOf("PageUp", false, 0.95)).toBe(1);
});

test("a step keeps what the value had beyond the hundredths", () => {
  expect(stepOf("ArrowUp", false, 1 / 3)).toBeCloseTo(1 / 3 + 0.01, 9);
});

test("other keys do nothing", () => {
  expect(stepOf("a", false, 0.3)).toBeUndefined();
  expect(stepOf("Tab", true, 0.3)).toBeUndefined();
});

test("a dragged value stops at whole per cents inside [0, 1]", () => {
  expect(snapped(0.2951)).toBe(0.3);
  expect(snapped(-0.2)).toBe(0);
  expect(snapped(1.7)).toBe(1);
});

test("another range has hundredths and ends of its own, below zero too", () => {
  expect(stepOf("ArrowDown", false, 0, [-5, 5])).toBe(-0.1);
  expect(stepOf("PageUp", false, -1.5, [-5, 5])).toBe(-0.5);
  expect(stepOf("Home", false, 2, [-5, 5])).toBe(-5);
  expect(snapped(-0.53, [-5, 5])).toBe(-0.5);
  expect(snapped(7, [-5, 5])).toBe(5);
});
