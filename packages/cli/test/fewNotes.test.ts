import { expect, test } from "vitest";
import { fewNotes } from "../src/outputs/fewNotes.ts";
import { npy } from "./npy.ts";
import { inFolder, surprisal } from "./surprisal.ts";

const many = { effectiveSampleSize: 400 };

test("intervals are few where one of them is, whichever stands first", () => {
  const few = ["intervals from fewer than 20 sequences are too short"];
  expect(fewNotes([many, undefined, { clusters: 8, effectiveSampleSize: 90 }], 400)).toEqual(few);
  expect(fewNotes([{ clusters: 8, effectiveSampleSize: 90 }, many], 400)).toEqual(few);
  expect(fewNotes([{ blockLength: 50, effectiveSampleSize: 60 }, many], 400)).toEqual([
    "intervals from fewer than 20 blocks of neighbouring tokens are too short",
  ]);
  expect(fewNotes([many, undefined], 400)).toEqual([]);
  expect(fewNotes([undefined], 400)).toEqual([]);
});

test("of rows without targets too, by their entropy", async () => {
  const logits = Float32Array.from({ length: 10 * 4 }, (_, i) => (i * 7) % 5);
  await inFolder({ "p.npy": npy(logits, [10, 4]) }, async (cwd) => {
    const { stdout } = await surprisal(["perplexity", "p.npy"], { cwd });
    expect(stdout.replaceAll(/\s+/g, " ")).toContain("Note: intervals from fewer than 20");
  });
});
