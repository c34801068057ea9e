import { join } from "node:path";
import { expect, test } from "vitest";
import { inFolder, surprisal } from "./surprisal.ts";

test.each([
  [
    ["gaussian", "0,1"],
    1,
    "Hint: a Gaussian of mean 0 and standard deviation 1 is written 'N(0,1)', in quotes\n",
  ],
  [["gaussian", "-2.5", "0.5"], 1, "Hint: a Gaussian of mean -2.5 is written 'N(-2.5,SD)', in quotes\n"],
  [
    ["units", "3", "bits"],
    2,
    "bits is one too many, expected surprisal units VALUE [options]; did you mean --from bits?\n",
  ],
  [["units", "3nat"], 1, "VALUE is 3nat, expected a number; did you mean 3 --from nats?\n"],
  [["kl", "0.5,0.5", "0.9,0.1", "nats"], 2, "; did you mean --unit nats?\n"],
  [
    ["kl", "0.5,0.5", "0.9"],
    1,
    "Hint: a second outcome would have the rest, 0.9,0.1; normalise them, if they are weights: --normalize\n",
  ],
  [["entropy", "0.3"], 1, "the rest, 0.3,0.7; "],
] as const)("%j says what was probably meant", async (words, code, hint) => {
  const ended = await surprisal(words);
  expect([ended.code, ended.stdout]).toEqual([code, ""]);
  expect(ended.stderr).toContain(hint);
});

test.each(["two words", 'a "quote, and', "x=y=z", "Hello, world"])(
  "a text where numbers are expected may be one to count: %s",
  (text) =>
    inFolder({ "prose.txt": text, "numbers.txt": "0.5 0.5 x" }, async (folder) => {
      const path = join(folder, "prose.txt");
      const { code, stderr } = await surprisal(["entropy", path]);
      expect(code).toBe(1);
      expect(stderr).toContain(
        `Hint: if it is a text to be counted: chars:${path}, words:${path} or bytes:${path}\n`,
      );
      const { stderr: numbers } = await surprisal(["entropy", join(folder, "numbers.txt")]);
      expect(numbers).not.toContain("Hint");
    }),
);
