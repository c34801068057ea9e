import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { constants, tmpdir } from "node:os";
import { join } from "node:path";

/** The command line, run from its sources. */
export const main = join(import.meta.dirname, "../src/main.ts");
// Hundreds of processes load the same sources: Node keeps what it made of them.
const NODE_COMPILE_CACHE = join(import.meta.dirname, "../../../node_modules/.cache/surprisal");
export const node = [process.execPath, "--conditions=surprisal-source", main];

export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

interface Circumstances {
  input?: string;
  cwd?: string | undefined;
  env?: Record<string, string> | undefined;
}

/** Runs the command line as a process, on the words given. */
export function surprisal(
  words: readonly string[],
  { input = "", cwd, env }: Circumstances = {},
): Promise<Ended> {
  return ended([...node, ...words], { input, cwd, env });
}

/** Runs a line of shell in which `surprisal` is the command line. */
export function shell(line: string, circumstances: Circumstances = {}): Promise<Ended> {
  const command = node.map((word) => `'${word}'`).join(" ");
  return ended(["bash", "-c", `surprisal() { ${command} "$@"; }\n${line}`], circumstances);
}

function ended([file, ...args]: readonly string[], { input = "", cwd, env }: Circumstances): Promise<Ended> {
  const { NO_COLOR: _, PORT: __, ...inherited } = process.env;
  return new Promise((resolve, reject) => {
    const child = spawn(file!, args, { cwd, env: { ...inherited, NODE_COMPILE_CACHE, ...env } });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text) => {
      stdout += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text) => {
      stderr += text;
    });
    child.on("error", reject).on("close", (code) => resolve({ code, stdout, stderr }));
    child.stdin.on("error", () => {}).end(input);
  });
}

/** A folder that holds the files given, for as long as `use` takes. */
export async function inFolder<T>(
  files: Readonly<Record<string, string | Uint8Array>>,
  use: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "surprisal-"));
  try {
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** How it ended, as a shell says it: a process that a signal has ended, or that has ended itself at one. */
export function exitCode(code: number | null, signal: NodeJS.Signals | null): number | null {
  return signal === null ? code : 128 + constants.signals[signal];
}
