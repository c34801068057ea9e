import type { Unit } from "@surprisal/core";
import type { Decoded } from "../figure/hash.ts";
import { units } from "../preferences.ts";
import { type Choice, mostExercises, practised, seeds } from "./sheet.ts";

const version = "1";

/** A choice as short text for a link: `1~surprise,entropy~7~8~bits~key`, that is version, lessons, seed, number of exercises, unit, key. */
export function encodeChoice({ lessons, seed, count, unit, key }: Choice): string {
  return [version, lessons.join(","), seed, count, unit, key ? "key" : ""].join("~").replace(/~$/, "");
}

/** The choice of a text made by {@link encodeChoice}; anything else is refused. Never throws. */
export function decodeChoice(text: string): Decoded<Choice> {
  const [written, lessonList = "", seedText = "", countText = "", unit = "", keyText = "", ...rest] =
    text.split("~");
  if (!/^\d+~/.test(text)) return { problem: "damaged" };
  if (written !== version) return { problem: "version" };
  const named = lessonList.split(",");
  const lessons = practised.filter((lesson) => named.includes(lesson));
  const [seed, count] = [Number(seedText), Number(countText)];
  const usable =
    rest.length === 0 &&
    lessons.length === named.length &&
    /^\d+$/.test(seedText) &&
    seed < seeds &&
    /^\d+$/.test(countText) &&
    count >= 1 &&
    count <= mostExercises &&
    units.includes(unit as Unit) &&
    ["", "key"].includes(keyText);
  if (!usable) return { problem: "damaged" };
  return { state: { lessons, seed, count, unit: unit as Unit, key: keyText === "key" } };
}
