import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { choiceOrder } from "../../src/questions/choiceOrder.ts";

const book = join(import.meta.dirname, "../../src/content/docs/en/book");

/** Where the right choice of each question of the book is shown, from 0. */
function placesOfTheRight(): number[] {
  return readdirSync(book).flatMap((file) => {
    const mdx = readFileSync(join(book, file), "utf8");
    const questions = mdx.matchAll(/<ChoiceQuestion\s+id="([^"]+)".*?choices=\{\[\n(.*?)\n\s*\]\}/gs);
    return Array.from(questions, ([, id, choices]) => {
      const written = choices!.split("\n").map((choice) => choice.includes("right: true"));
      const lesson = `book/${file.replace(".mdx", "")}`;
      return choiceOrder(lesson, id!, written.length).indexOf(written.indexOf(true));
    });
  });
}

test("a choice is shown once, wherever", () => {
  expect(choiceOrder("book/surprise", "measure", 4).toSorted()).toEqual([0, 1, 2, 3]);
});

test("the place of a choice in the book does not give it away", () => {
  const places = placesOfTheRight();
  expect(places.length).toBeGreaterThan(10);
  for (const place of [0, 1, 2, 3]) {
    const share = places.filter((other) => other === place).length / places.length;
    expect(share, `place ${place}`).toBeGreaterThan(0);
    expect(share, `place ${place}`).toBeLessThan(1 / 2);
  }
});
