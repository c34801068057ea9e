import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { expect, test } from "vitest";
import { fencedBlocks } from "./examples.ts";

const root = join(import.meta.dirname, "..");
const readme = readFileSync(join(root, "README.md"), "utf8");
/** A stranger's path: nothing of this checkout answers in place of the clone. */
const env = {
  ...process.env,
  PATH: process.env.PATH?.split(delimiter)
    .filter((folder) => !folder.includes("node_modules"))
    .join(delimiter),
};
const [commands] = fencedBlocks("README.md", readme, "sh");

test("README leads with the two commands, and CI runs the second", () => {
  expect(commands?.code).toMatch(/^npm ci && npm start\b.*\nnpm ci && npm test\b/);
  expect(readFileSync(join(root, ".ci/run"), "utf8")).toMatch(/^npm ci && npm test$/m);
});

test("`npm ci && npm start` in a fresh clone serves the Lab, on the next free port when one is taken, and `npx surprisal` computes", async () => {
  const folder = mkdtempSync(join(tmpdir(), "surprisal-clone-"));
  execFileSync("git", ["clone", "--quiet", "--no-hardlinks", root, folder]);
  const start = () =>
    spawn("sh", ["-c", "npm start"], { cwd: folder, env: { ...env, PORT: "4873" }, detached: true });
  const stop = (server: ReturnType<typeof start>) => process.kill(-(server.pid ?? 0), "SIGTERM");
  const running: ReturnType<typeof start>[] = [];
  try {
    execFileSync("npm", ["ci"], { cwd: folder, env, stdio: "ignore" });
    const printed = execFileSync("npx", ["surprisal", "entropy", "0.5,0.5", "--json"], {
      cwd: folder,
      env,
      encoding: "utf8",
    });
    expect(JSON.parse(printed).value).toBe(1);
    running.push(start());
    const first = await addressOf(running[0]!);
    running.push(start());
    const second = await addressOf(running[1]!);
    expect(first).not.toBe(second);
    for (const address of [first, second]) {
      const page = await fetch(`${address}/es/`);
      expect(page.status).toBe(200);
      expect(await page.text()).toContain('lang="es"');
    }
  } finally {
    running.forEach(stop);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}, 600_000);

function addressOf(server: ReturnType<typeof spawn>): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    const listen = (chunk: Buffer) => {
      said += chunk;
      const found = said.match(/http:\/\/127\.0\.0\.1:\d+/g);
      if (found) resolve(found.at(-1)!);
    };
    server.stdout?.on("data", listen);
    server.stderr?.on("data", (chunk: Buffer) => (said += chunk));
    server.on("exit", () => reject(new Error(`npm start stopped:\n${said}`)));
  });
}
