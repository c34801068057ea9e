import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { countBytes, FormatError, isSeekable, parseOperand, resolveOperand } from "@surprisal/data";
import { open, openFile } from "@surprisal/data/node";
import { afterAll, beforeAll, expect, test } from "vitest";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "surprisal-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

test("a file of several chunks is read whole", async () => {
  const bytes = Uint8Array.from({ length: (5 << 20) + 3 }, (_, i) => (i * 31 + (i >> 8)) & 255);
  const path = join(folder, "several");
  writeFileSync(path, bytes);
  const source = await openFile(path);
  expect(source.byteLength).toBe(bytes.length);
  const expected = new Float64Array(256);
  for (const byte of bytes) expected[byte]!++;
  expect(await countBytes(source)).toEqual(expected);
});

test("a file whose reading is given up is closed", async () => {
  const path = join(folder, "given-up");
  writeFileSync(path, new Uint8Array(5 << 20));
  for (let i = 0; i < 50; i++) for await (const _ of (await openFile(path)).chunks()) break;
});

test("a file is read anywhere, again after it was closed, and not beyond its end", async () => {
  const path = join(folder, "anywhere");
  writeFileSync(
    path,
    Uint8Array.from({ length: 1000 }, (_, i) => i % 251),
  );
  const file = await openFile(path);
  if (!isSeekable(file)) throw new Error("the test expected a file");
  const into = new Uint8Array(3);
  for (const offset of [997, 0, 500]) {
    await file.read(offset, into);
    expect([...into]).toEqual([0, 1, 2].map((i) => (offset + i) % 251));
    await file.close();
  }
  await expect(file.read(999, into)).rejects.toThrow(
    /anywhere: byte 1000 is where it ends, expected bytes up to 1002/,
  );
  await file.close();
  await file.close();
});

test("a file named like a list is read by its path", async () => {
  writeFileSync(join(folder, "0.5,0.5"), "a=0.25\nb=0.75\n");
  const { names } = await resolveOperand(parseOperand(join(folder, "0.5,0.5")), open);
  expect(names).toEqual(["a", "b"]);
});

test("a path that cannot be read is named, with the reason", async () => {
  const file = join(folder, "file");
  writeFileSync(file, "x");
  const cases: [string, string][] = [
    [join(folder, "none"), "does not exist"],
    [folder, "is a directory"],
    [join(file, "below"), "leads through a file"],
    ["nul\0byte", "cannot be read (ERR_INVALID_ARG_VALUE)"],
  ];
  for (const [path, problem] of cases)
    await expect(openFile(path)).rejects.toThrow(
      expect.objectContaining({ source: path, message: expect.stringContaining(problem) }),
    );
  await expect(openFile(folder)).rejects.toBeInstanceOf(FormatError);
});

const program = `
  import { parseOperand, resolveOperand } from "@surprisal/data";
  import { open } from "@surprisal/data/node";
  for (const text of process.argv.slice(1)) {
    const line = await resolveOperand(parseOperand(text), open).then((r) => r.names?.join(" ") ?? [...r.probabilities].join(" "), (e) => e.message);
    console.log(line);
  }`;

const run = (input: string, ...operands: string[]) => runProgram(program, input, ...operands);

function runProgram(text: string, input: string, ...values: string[]): string[] {
  const args = ["--conditions=surprisal-source", "--input-type=module", "-e", text, ...values];
  const { stdout, stderr } = spawnSync(process.execPath, args, {
    input,
    cwd: import.meta.dirname,
    encoding: "utf8",
  });
  expect(stderr).toBe("");
  return stdout.trimEnd().split("\n");
}

// Root may read everything, so the child gives that up once its modules are loaded. Windows has no such permission.
const withoutRights = `
  import { openFile } from "@surprisal/data/node";
  if (process.getuid() === 0) {
    process.setgroups([]);
    process.setgid(65534);
    process.setuid(65534);
  }
  for (const path of process.argv.slice(1)) console.log(await openFile(path).then((file) => file.byteLength, (e) => e.message));`;

test.skipIf(process.platform === "win32")("a file that may not be read", () => {
  const [open, secret] = [join(folder, "open"), join(folder, "secret")];
  writeFileSync(open, "x");
  writeFileSync(secret, "x");
  chmodSync(folder, 0o755);
  chmodSync(secret, 0);
  expect(runProgram(withoutRights, "", open, secret)).toEqual([
    "1",
    expect.stringMatching(/secret: may not be read, expected a file$/),
  ]);
});

test("- is standard input, once", () => {
  expect(run("a=0.5\nb=0.5\n", "-", "-")).toEqual([
    "a b",
    "standard input: was read already, expected one operand only to be -",
  ]);
  expect(run("so it is, so it is", "words:-")).toEqual(["so it is"]);
  expect(run("", "-")).toEqual(["standard input: has no values, expected at least one"]);
});

test.skipIf(process.platform === "win32")(
  "a file that grows from a pipe has no length, and is read to its end",
  () => {
    const args = ["--conditions=surprisal-source", "--input-type=module", "-e", program, "chars:/dev/stdin"];
    const quoted = args.map((arg) => `'${arg}'`).join(" ");
    const { stdout } = spawnSync("sh", ["-c", `printf abc | '${process.execPath}' ${quoted}`], {
      cwd: import.meta.dirname,
      encoding: "utf8",
    });
    expect(stdout.trim()).toBe("a b c");
  },
);
