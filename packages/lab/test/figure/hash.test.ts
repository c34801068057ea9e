import { expect, test } from "vitest";
import { linkTo, readHash } from "../../src/figure/hash.ts";

test("a link to a figure is read back by that figure only", () => {
  const link = linkTo("https://example.org/en/book/kl/?x=1#old=2", "films", "1~a,b~1,0~0,1");
  expect(link).toBe("https://example.org/en/book/kl/?x=1#films=1~a,b~1,0~0,1");
  expect(readHash(new URL(link).hash, "films")).toBe("1~a,b~1,0~0,1");
  expect(readHash(new URL(link).hash, "film")).toBeUndefined();
});

test("a link says in which unit its numbers were read", () => {
  const link = linkTo("https://example.org/en/", "films", "1~a,b~1,0~0,1", "nats");
  expect(readHash(new URL(link).hash, "films")).toBe("1~a,b~1,0~0,1");
  expect(readHash(new URL(link).hash, "unit")).toBe("nats");
});

test("the anchor of a heading is no figure's state", () => {
  expect(readHash("#films", "films")).toBeUndefined();
  expect(readHash("", "films")).toBeUndefined();
});

test("two figures share a hash", () => {
  expect(readHash("#a=1&b=2", "b")).toBe("2");
});
