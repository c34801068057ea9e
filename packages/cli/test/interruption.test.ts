import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { deserialize } from "node:v8";
import { createRng } from "@surprisal/core";
import { describe, expect, test } from "vitest";
import { npy } from "./npy.ts";
import { exitCode, inFolder, node } from "./surprisal.ts";

/** How long it may take from a signal to the end of a process, on a machine that is busy. */
const bearable = 3000; // milliseconds

async function endedBy(child: ReturnType<typeof spawn>, name: NodeJS.Signals) {
  const start = performance.now();
  child.kill(name);
  const [code, signal] = await once(child, "close");
  return { code: exitCode(code, signal), isSoon: performance.now() - start < bearable };
}

test("Ctrl-C ends statistics at once, which take a quarter of a minute, and leaves what was measured", {
  timeout: 120_000,
}, async () => {
  const rows = 1e6;
  const rng = createRng(1);
  const [p, q] = [1, 2].map(() =>
    npy(
      Float32Array.from({ length: 4 * rows }, () => rng.next()),
      [rows, 4],
    ),
  );
  await inFolder({ "p.npy": p!, "q.npy": q! }, async (folder) => {
    const words = ["diff", "p.npy", "q.npy", "--report", "r.html", "--resume", "kept"];
    const child = spawn(node[0]!, [...node.slice(1), ...words], { cwd: folder });
    const kept = join(folder, "kept");
    while (!existsSync(kept) || measuredIn(kept) < rows) await setTimeout(50);
    expect(await endedBy(child, "SIGINT")).toEqual({ code: 130, isSoon: true });
    expect(readdirSync(folder).sort()).toEqual(["kept", "p.npy", "q.npy"]);
    expect(measuredIn(kept)).toBe(rows);
  });
});

/** How many rows a checkpoint has of its first job, after a line and a digest. */
function measuredIn(path: string): number {
  const bytes = readFileSync(path);
  return deserialize(bytes.subarray(bytes.indexOf("\n") + 1 + 32))[0].part.rows;
}

describe("while a file is written whole or not at all", () => {
  const wholeFile = JSON.stringify(join(import.meta.dirname, "../src/wholeFile.ts"));
  const written = (fill: string, folder: string) =>
    spawn(
      process.execPath,
      [
        ...["--conditions=surprisal-source", "--input-type=module", "--eval"],
        `const { wholeFile } = await import(${wholeFile});
        await wholeFile("out.csv", async (write) => { ${fill} });`,
      ],
      { cwd: folder },
    );
  const signals = [
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const;

  test.each(signals)("%s leaves nothing of what has been written", (signal, code) =>
    inFolder({ "out.csv": "old" }, async (folder) => {
      const child = written(
        'await write("half"); console.log("half"); await new Promise((end) => setTimeout(end, 1e6));',
        folder,
      );
      await once(child.stdout!, "data");
      expect(readdirSync(folder)).toHaveLength(2);
      expect(await endedBy(child, signal)).toEqual({ code, isSoon: true });
      expect(readdirSync(folder)).toEqual(["out.csv"]);
      expect(readFileSync(join(folder, "out.csv"), "utf8")).toBe("old");
    }),
  );

  test.each(signals)("%s ends what computes before anything is written", (signal, code) =>
    inFolder({ "out.csv": "old" }, async (folder) => {
      const child = written(
        'process.stdout.write("begun"); const start = Date.now(); while (Date.now() - start < 60_000);',
        folder,
      );
      await once(child.stdout!, "data");
      expect(await endedBy(child, signal)).toEqual({ code, isSoon: true });
      expect(readdirSync(folder)).toEqual(["out.csv"]);
    }),
  );
});
