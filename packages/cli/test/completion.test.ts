import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { allCommands } from "../src/commands.ts";
import { scripts } from "../src/completion.ts";
import { inFolder, surprisal } from "./surprisal.ts";

const commands = await allCommands();
const shells = ["bash", "zsh", "fish"] as const;

function has(shell: string): boolean {
  return spawnSync(shell, ["-c", "exit 0"]).status === 0;
}

describe.each(shells)("%s", (shell) => {
  const script = scripts[shell](commands);

  test("names every command and option", async () => {
    expect(await surprisal(["completion", shell])).toEqual({ code: 0, stdout: `${script}\n`, stderr: "" });
    for (const { name, options } of commands) {
      expect(script).toContain(name);
      for (const option of Object.keys(options)) expect(script).toMatch(new RegExp(`(--|-l )${option}\\b`));
    }
  });

  test.runIf(has(shell))("is a script of its shell", () =>
    inFolder({ script }, async (cwd) => {
      const { status, stderr } = spawnSync(shell, ["-n", "script"], { cwd, encoding: "utf8" });
      expect([status, stderr]).toEqual([0, ""]);
    }),
  );
});

test.runIf(has("fish"))("sourced in fish, completes values", () =>
  inFolder({ script: scripts.fish(commands) }, async (cwd) => {
    const line = 'source script; complete -C "surprisal kl --unit "';
    const { stdout } = spawnSync(shells[2], ["-c", line], { cwd, encoding: "utf8" });
    expect(stdout.split("\n").map((entry) => entry.split("\t")[0])).toEqual(["bans", "bits", "nats", ""]);
  }),
);

describe.runIf(has("bash"))("sourced in bash, completes", () => {
  const complete = (...words: string[]) => {
    const quoted = words.map((word) => `'${word}'`).join(" ");
    const line = `COMP_WORDS=(surprisal ${quoted}); COMP_CWORD=${words.length}; _surprisal; printf '%s\\n' "\${COMPREPLY[@]}"`;
    const { stdout } = spawnSync("bash", ["-c", `${scripts.bash(commands)}\n${line}`], { encoding: "utf8" });
    return stdout.trim().split("\n");
  };

  test("commands", () => {
    expect(complete("")).toEqual([...commands.map(({ name }) => name), "help", "--help", "--version"]);
    expect(complete("help", "k")).toEqual(["kl"]);
    expect(complete("c")).toEqual(["cross-entropy", "compare", "completion"]);
  });

  test("options of the command, and their values", () => {
    expect(complete("kl", "--")).toEqual(["--unit", "--normalize", "--smooth", "--top", "--json", "--help"]);
    expect(complete("kl", "0.5,0.5", "--unit", "n")).toEqual(["nats"]);
    expect(complete("kl", "0.5,0.5", "--unit", "=")).toEqual(["bits", "nats", "bans"]);
    expect(complete("kl", "0.5,0.5", "--unit", "=", "n")).toEqual(["nats"]);
    expect(complete("gaussian", "--fit", "")).toEqual(["forward", "reverse", "both"]);
  });

  test("operands with choices; others are left to file names", () => {
    expect(complete("completion", "")).toEqual(["bash", "zsh", "fish", "--help"]);
    expect(complete("kl", "some")).toEqual([""]);
    expect(complete("kl", "--smooth", "")).toEqual([""]);
  });
});
