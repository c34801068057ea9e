import { expect, test } from "vitest";
import { ownUnit } from "../../src/figure/ownUnit.ts";
import { createChoice, units } from "../../src/preferences.ts";

const sharedIn = (kept?: string) =>
  createChoice("unit", units, { getItem: () => kept ?? null, setItem: () => undefined });

test("a figure opens in its own unit, unless the reader prefers another than the usual", () => {
  expect(ownUnit("nats", sharedIn()).get()).toBe("nats");
  expect(ownUnit("nats", sharedIn("bans")).get()).toBe("bans");
});

test("a unit lent is the figure's, whatever the others have; nonsense changes nothing", () => {
  const shared = sharedIn();
  const own = ownUnit("nats", shared);
  own.lend("furlongs");
  expect(own.get()).toBe("nats");
  own.lend("bits");
  expect(own.get()).toBe("bits");
  own.lend("bans");
  expect([own.get(), shared.get()]).toEqual(["bans", "bans"]);
});

test("the unit chosen in the figure is the unit of all, and the other way round", () => {
  const shared = sharedIn();
  const own = ownUnit("nats", shared);
  const heard: string[] = [];
  own.subscribe((unit) => heard.push(unit));
  own.set("bits");
  own.set("bans");
  expect(shared.get()).toBe("bans");
  shared.set("bits");
  expect(own.get()).toBe("bits");
  expect(heard).toEqual(["nats", "bits", "bans", "bits"]);
});
