import { chmodSync, readdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { wholeFile } from "../src/wholeFile.ts";
import { inFolder } from "./surprisal.ts";

test("what is written is there at the end, and nothing before it", () =>
  inFolder({}, async (folder) => {
    const path = join(folder, "out.csv");
    const answer = await wholeFile(path, async (write) => {
      await write("α\n");
      await write(Uint8Array.of(0x62, 0x0a));
      expect(readdirSync(folder)).not.toContain("out.csv");
      return 42;
    });
    expect(answer).toBe(42);
    expect(readdirSync(folder)).toEqual(["out.csv"]);
    expect(readFileSync(path, "utf8")).toBe("α\nb\n");
  }));

test("a failure leaves what was there before, and nothing else", () =>
  inFolder({ "out.csv": "old" }, async (folder) => {
    const path = join(folder, "out.csv");
    const failing = wholeFile(path, async (write) => {
      await write("half");
      throw new Error("no more");
    });
    await expect(failing).rejects.toThrow("no more");
    expect(readdirSync(folder)).toEqual(["out.csv"]);
    expect(readFileSync(path, "utf8")).toBe("old");
  }));

test("a link keeps pointing at the file, which keeps its permissions", () =>
  inFolder({ "real.csv": "old" }, async (folder) => {
    chmodSync(join(folder, "real.csv"), 0o600);
    symlinkSync("real.csv", join(folder, "link.csv"));
    await wholeFile(join(folder, "link.csv"), (write) => write("new"));
    expect(readFileSync(join(folder, "real.csv"), "utf8")).toBe("new");
    expect(statSync(join(folder, "real.csv")).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(["link.csv", "real.csv"]);
  }));

test.each([
  ["nowhere/out.csv", "lies in a folder that does not exist"],
  ["file/out.csv", "leads through a file"],
  [".", "is a directory"],
])("%s is refused before anything is done: %s", (name, problem) =>
  inFolder({ file: "" }, async (folder) => {
    let begun = false;
    const path = join(folder, name);
    const refused = wholeFile(path, async () => {
      begun = true;
    });
    await expect(refused).rejects.toMatchObject({ name: "FormatError", source: path, problem });
    expect(begun).toBe(false);
  }),
);

test("a device is written as it comes", async () => {
  await wholeFile("/dev/null", (write) => write("gone"));
  expect(statSync("/dev/null").isCharacterDevice()).toBe(true);
});
