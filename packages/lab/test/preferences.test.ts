import { expect, test } from "vitest";
import { createChoice, type Shelf, unit } from "../src/preferences.ts";

function shelfWith(entries: Record<string, string> = {}): Shelf & { entries: Record<string, string> } {
  return {
    entries,
    getItem: (key) => entries[key] ?? null,
    setItem: (key, value) => {
      entries[key] = value;
    },
  };
}

test("a choice begins with what was kept, or with the first where nothing usable was", () => {
  const choices = ["bits", "nats"] as const;
  expect(createChoice("unit", choices, shelfWith({ unit: "nats" })).get()).toBe("nats");
  expect(createChoice("unit", choices, shelfWith({ unit: "furlongs" })).get()).toBe("bits");
  expect(createChoice("unit", choices).get()).toBe("bits");
});

test("setting keeps the value and tells every follower, once", () => {
  const shelf = shelfWith();
  const choice = createChoice("unit", ["bits", "nats"], shelf);
  const heard: string[] = [];
  const leave = choice.subscribe((value) => heard.push(value));
  choice.set("nats");
  choice.set("nats");
  leave();
  choice.set("bits");
  expect(heard).toEqual(["bits", "nats"]);
  expect(shelf.entries).toEqual({ unit: "bits" });
});

test("a value lent is shown but not kept; nonsense is not even shown", () => {
  const shelf = shelfWith({ unit: "nats" });
  const choice = createChoice("unit", ["bits", "nats"], shelf);
  choice.lend("bits");
  choice.lend("furlongs");
  choice.lend(undefined);
  expect(choice.get()).toBe("bits");
  expect(shelf.entries).toEqual({ unit: "nats" });
  choice.set("bits");
  expect(shelf.entries).toEqual({ unit: "bits" });
});

test("without a browser the unit is bits", () => {
  expect(unit.get()).toBe("bits");
});
