import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { describe, expect, test } from "vitest";
import { exitCode, inFolder, shell, surprisal } from "./surprisal.ts";

const controlCode = "\x1b";
const blocks = [..."█▏▎▍▌▋▊▉"];

describe("exit code 2: wrong usage, the word named, with the nearest valid one", () => {
  test.each([
    [["kll", "1", "1"], "surprisal: unknown command kll\nDid you mean kl?\nTry: surprisal --help\n"],
    [["--versoin"], "surprisal: unknown option --versoin\nDid you mean --version?\nTry: surprisal --help\n"],
    [
      ["kl", "1", "1", "--unti", "nats"],
      "surprisal kl: unknown option --unti\nDid you mean --unit?\nTry: surprisal kl --help\n",
    ],
    [["kl", "1", "1", "-u"], "surprisal kl: unknown option -u\nTry: surprisal kl --help\n"],
    [
      ["kl", "1", "1", "--unit", "bit"],
      "surprisal kl: --unit is bit, expected bits, nats, bans\nDid you mean bits?\nTry: surprisal kl --help\n",
    ],
    [
      ["kl", "1", "1", "--unit"],
      "surprisal kl: --unit has no value, expected bits, nats, bans\nTry: surprisal kl --help\n",
    ],
    [
      ["kl", "1", "1", "--unit", "--json"],
      "surprisal kl: --unit has no value, expected bits, nats, bans\nTry: surprisal kl --help\n",
    ],
    [["kl", "1", "1", "--nope"], "surprisal kl: unknown option --nope\nTry: surprisal kl --help\n"],
    [
      ["kl-divergence"],
      "surprisal: unknown command kl-divergence\nDid you mean kl?\nTry: surprisal --help\n",
    ],
    [
      ["crossentropy"],
      "surprisal: unknown command crossentropy\nDid you mean cross-entropy?\nTry: surprisal --help\n",
    ],
    [["jsd"], "surprisal: unknown command jsd\nDid you mean js?\nTry: surprisal --help\n"],
    [
      ["Mutual_Information"],
      "surprisal: unknown command Mutual_Information\nDid you mean mi?\nTry: surprisal --help\n",
    ],
    [
      ["kl", "1", "1", "--json=yes"],
      "surprisal kl: --json is yes, expected no value\nTry: surprisal kl --help\n",
    ],
    [
      ["kl", "1", "1", "--smooth", "laplace"],
      "surprisal kl: --smooth is laplace, expected laplace:NUMBER or epsilon:NUMBER, such as laplace:1 or epsilon:1e-6\nTry: surprisal kl --help\n",
    ],
    [
      ["kl", "1"],
      "surprisal kl: Q is missing, expected surprisal kl P Q [options]\nTry: surprisal kl --help\n",
    ],
    [
      ["kl", "a=1", "a=1", "a=1"],
      "surprisal kl: a=1 is one too many, expected surprisal kl P Q [options]\nTry: surprisal kl --help\n",
    ],
    [
      ["entropy", "0.5", "0.5"],
      "surprisal entropy: 0.5 is one too many, expected surprisal entropy P [options]; the values of one distribution are written together: 0.5,0.5\nTry: surprisal entropy --help\n",
    ],
    [
      ["renyi", "1", "--order", "-1"],
      "surprisal renyi: --order is -1, expected numbers from 0 to inf, such as 2 or 0,1,inf\nTry: surprisal renyi --help\n",
    ],
    [
      ["completion", "bsh"],
      "surprisal completion: SHELL is bsh, expected bash, zsh, fish\nDid you mean bash?\nTry: surprisal completion --help\n",
    ],
    [
      ["lab", "--port", "70000"],
      "surprisal lab: --port is 70000, expected a port from 0 (any free one) to 65535\nTry: surprisal lab --help\n",
    ],
    [
      ["gaussian", "N(0,1)", "N(0,1)", "--fit", "both"],
      "surprisal gaussian: --fit is for P alone, expected no Q\nTry: surprisal gaussian --help\n",
    ],
  ])("surprisal %j", async (words, stderr) => {
    expect(await surprisal(words)).toEqual({ code: 2, stdout: "", stderr });
  });

  test("the PORT variable", async () => {
    const { code, stdout, stderr } = await surprisal(["lab"], { env: { PORT: "http" } });
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain("PORT is http, expected a port");
  });
});

describe("exit code 1: the input could not be used; its name, the place and what was expected", () => {
  const files = {
    "bad.json": '{"a": 0.5, "b": "x"}',
    "ragged.csv": "city,age\nOslo,3\nRome\n",
    "latin.txt": new Uint8Array([0x61, 0xe9, 0x62]),
    "empty.txt": "",
    "nan.json": "[NaN, 1]",
  };
  test.each([
    [
      ["entropy", "0.5,x"],
      ["0.5,x", "[1]", "expected a probability"],
    ],
    [
      ["entropy", "0.5,0.6"],
      ["sum to 1.1", "expected 1", "--normalize"],
    ],
    [
      ["entropy", "-1,2"],
      ["[0]", "is -1", "expected a probability"],
    ],
    [
      ["entropy", "0.5,0.5", "--smooth", "laplace:1"],
      ["expected counts", "--smooth epsilon:1e-9"],
    ],
    [
      ["kl", "0.5,0.5", "1"],
      ["has 1 value,", "expected 2"],
    ],
    [
      ["entropy", "nowhere.json"],
      ["nowhere.json", "does not exist"],
    ],
    [
      ["entropy", "bad.json"],
      ["bad.json", "expected"],
    ],
    [
      ["entropy", "ragged.csv:age"],
      ["ragged.csv:3", "expected"],
    ],
    [
      ["entropy", "ragged.csv:agee"],
      ["ragged.csv", '"agee"', 'did you mean "age"'],
    ],
    [
      ["entropy", "chars:latin.txt"],
      ["latin.txt", "byte 1", "expected"],
    ],
    [
      ["entropy", "bytes:empty.txt"],
      ["empty.txt", "is empty"],
    ],
    [
      ["entropy", "bytes:."],
      ["is a directory", "expected a file"],
    ],
    [["mi", "ragged.csv:city"], ["expected FILE.csv:COLUMN,COLUMN"]],
    [
      ["mi", "t.csv:city, country,mode"],
      ["names 3 columns", "double quotes", "#3"],
    ],
    [
      ["kl", "50%,50%", "1,0"],
      ["50/100", "counts:"],
    ],
    [["entropy", "1/0,1"], ["Hint: nothing is divided by 0\n"]],
    [
      ["entropy", "weights.npy"],
      ["binary file of a kind not yet read", "bytes:weights.npy"],
    ],
    [["entropy", "words:latin.txt"], ["iconv -f ISO-8859-1 -t UTF-8 latin.txt"]],
    [["entropy", "nan.json"], ["nan.json:1:2: found NaN, expected a number\n"]],
    [["units", "1e400"], ["too large for a double"]],
    [
      ["units", "three"],
      ["three", "expected a number"],
    ],
    [
      ["gaussian", "N(0,1.5)+"],
      ["character 9", "expected N(MEAN,SD)"],
    ],
    [
      ["gaussian", "N(0,-1)"],
      ["standard deviation -1", "expected a finite one above 0"],
    ],
    [
      ["gaussian", "0.5*N(0,1)+0.6*N(1,1)"],
      ["weights sum to 1.1", "expected 1", "--normalize"],
    ],
  ])("surprisal %j", (words, said) =>
    inFolder(files, async (cwd) => {
      const { code, stdout, stderr } = await surprisal(words, { cwd });
      expect([code, stdout]).toEqual([1, ""]);
      expect(stderr).toMatch(new RegExp(`^surprisal ${words[0]}: [^\n]+\n(Hint: [^\n]+\n)?$`));
      for (const text of said) expect(stderr).toContain(text);
    }),
  );
});

describe("words that begin with a minus are numbers where they look like one", () => {
  test.each([
    // σ(3): H = ln(1 + e⁻³) + 3/(1 + e³) nats
    [["entropy", "logits:-1,2"], (Math.log1p(Math.exp(-3)) + 3 / (1 + Math.exp(3))) / Math.LN2],
    [["units", "-3"], -3],
    [["units", "-.5"], -0.5],
    [["units", "--from", "nats", "-1e-3"], -0.001],
    [["units", "--", "-3"], -3],
  ])("surprisal %j", async (words, value) => {
    const { code, stdout } = await surprisal([words[0]!, "--json", ...words.slice(1)]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout).value).toBeCloseTo(value, 4);
  });

  test("as values of options too, where they are in range", async () => {
    expect((await surprisal(["temperature", "0.5,0.5", "--t", "-1"])).stderr).toContain(
      "--t is -1, expected",
    );
  });
});

describe("pipes", () => {
  test("standard input stands for a file", async () => {
    const { stdout } = await surprisal(["entropy", "bytes:-", "--json"], { input: "abab" });
    expect(JSON.parse(stdout)).toMatchObject({ value: 1, p: { operand: "bytes:-" } });
    const list = await surprisal(["kl", "-", "0.9,0.1", "--json"], { input: "0.5,0.5\n" });
    expect(JSON.parse(list.stdout).value).toBeCloseTo(0.7369655942, 10);
  });

  test("standard input cannot stand for both", async () => {
    const { code, stdout, stderr } = await surprisal(["kl", "-", "-"], { input: "1" });
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toContain("expected one operand only to be -");
  });

  test("a reader that has enough ends it in silence, with 0", async () => {
    const counts = Array.from({ length: 20_000 }, (_, i) => `outcome-${i}=${i + 1}`).join(",");
    await inFolder({ "many.txt": counts }, async (cwd) => {
      const line =
        "surprisal entropy counts:./many.txt --top 20000 --json | head -c 1; echo $" + "{PIPESTATUS[0]}";
      expect(await shell(line, { cwd })).toEqual({ code: 0, stdout: "{0\n", stderr: "" });
    });
    expect(await shell("surprisal --help | head -n 1")).toMatchObject({ code: 0, stderr: "" });
  });

  test("a verdict that nobody reads is one all the same", async () => {
    const scores = JSON.stringify({ tokens: [{ text: "Yes", logprob: -9 }] });
    await inFolder({ "scores.json": scores }, async (cwd) => {
      const line =
        "surprisal gate scores.json --assert 'surprise.max<1nats' | true; echo $" + "{PIPESTATUS[0]}";
      expect(await shell(line, { cwd })).toEqual({ code: 0, stdout: "3\n", stderr: "" });
    });
  });
});

describe("what a person sees", () => {
  const terminal = (line: string, env: Record<string, string> = {}, columns = 60) =>
    inFolder({ line: `stty cols ${columns}\n${line}` }, async (cwd) => {
      const { stdout } = await shell(
        'surprisal_path=$(declare -f surprisal); script -qec "$surprisal_path; $(cat line)" /dev/null',
        {
          cwd,
          env: { TERM: "xterm", ...env },
        },
      );
      return stdout.replaceAll("\r", "");
    });

  test("into a pipe: plain", async () => {
    const { stdout } = await surprisal(["kl", "0.5,0.5", "0.9,0.1"]);
    for (const rich of [controlCode, ...blocks]) expect(stdout).not.toContain(rich);
  });

  test("on a terminal: bold titles, and bars that grow to the left for what is negative", async () => {
    const text = await terminal("surprisal kl 0.5,0.5 0.9,0.1");
    expect(text).toContain("\x1b[1moutcome");
    expect(text).toMatch(/-0\.424 {2,}▐?█+│\n/);
    expect(text).toMatch(/ 1\.161 {3,}│█+[▏▎▍▌▋▊▉]?\n/);
  });

  test("on a terminal: long names are cut, so that lines are within its width", async () => {
    const name = "a-name-of-an-outcome-that-is-far-too-long-for-the-terminal-it-is-shown-on";
    const text = await terminal(`surprisal kl ${name}=0.5,b=0.5 ${name}=0.9,b=0.1`);
    expect(text).toContain("…");
    for (const line of stripVTControlCharacters(text).split("\n"))
      expect(line.length, line).toBeLessThanOrEqual(60);
  });

  test.each([40, 64, 70])(
    "on a terminal of %i columns: nothing wider, no name of a measure or an option cut",
    async (columns) => {
      const lines = [
        "kl sun=0.45,cloud=0.35,rain=0.2 sun=0.8,cloud=0.15,rain=0.05",
        "kl 0.5,0.5 0,1",
        "compare 0.5,0.4,0.1 0.9,0.05,0.05 --top 0",
        "entropy 0.5,0.25,0.25",
      ];
      const text = await terminal(lines.map((line) => `surprisal ${line}`).join("\n"), {}, columns);
      for (const line of stripVTControlCharacters(text).split("\n"))
        expect(line.length, line).toBeLessThanOrEqual(columns);
      expect(text).not.toContain("…");
      const help = stripVTControlCharacters(await terminal("surprisal kl --help", {}, columns));
      const manual = help.slice(0, help.indexOf("\nExample"));
      expect(manual).not.toContain("…");
      for (const line of manual.split("\n")) expect(line.length, line).toBeLessThanOrEqual(columns);
    },
  );

  test("on a terminal, while reading takes over a second: how far it is, then no trace of it", async () => {
    const slowly = "(printf abab; sleep 1.5; printf abab)";
    const text = await terminal(`${slowly} | surprisal entropy bytes:-`);
    expect(text).toContain("Reading standard input: 0.0 MB, 0.0 MB/s");
    expect(text).toContain(`${controlCode}[KH(P) = 1 bit `);
    const { stderr } = await shell(`${slowly} | surprisal entropy bytes:-`);
    expect(stderr).toBe("");
  });

  test.each([{ NO_COLOR: "1" }, { TERM: "dumb" }])("on a terminal with %j: plain", async (env) => {
    const text = await terminal("surprisal kl 0.5,0.5 0.9,0.1", env);
    expect(text).toContain("D(P‖Q) = 0.7369655942 bits");
    for (const rich of [controlCode, ...blocks]) expect(text).not.toContain(rich);
  });

  test("nothing that a name holds reaches the terminal as a command", async () => {
    await inFolder({ "names.json": '{"\\u001b[31mred": 0.5, " ": 0.5}' }, async (cwd) => {
      const { stdout } = await surprisal(["entropy", "names.json"], { cwd });
      expect(stdout).toContain('"\\u{1b}[31mred"');
      expect(stdout).toContain('" "');
      expect(stdout).not.toContain("\x1b");
    });
  });
});

describe("what is finite is not said to be infinite", () => {
  test.each([
    [
      ["units", "2000"],
      ["perplexity    2^2000", "probability  2^-2000"],
    ],
    [["units", "-2"], ["above 1: no outcome has it"]],
    [["gaussian", "N(0,1e-200)", "N(0,1)"], ["D(Q‖P) = finite, too large for a double   truth Q, model P"]],
    // Nothing but rounding stands between a Gaussian and the one fitted to it.
    [["gaussian", "N(0,1)", "--fit", "reverse"], ["     0   1            0            0       1e-12"]],
  ])("surprisal %j", async (words, said) => {
    const { code, stdout } = await surprisal(words);
    expect(code).toBe(0);
    for (const text of said) expect(stdout).toContain(text);
    expect(stdout).not.toContain("∞");
  });
});

test("the ε that is suggested moves at most a thousandth of the mass, whatever the alphabet, and does so", async () => {
  const n = 128_256;
  const files = {
    "p.json": JSON.stringify(Array(n).fill(1)),
    "q.json": JSON.stringify([...Array(n - 1).fill(1), 0]),
  };
  await inFolder(files, async (cwd) => {
    const { stdout } = await surprisal(["kl", "counts:p.json", "counts:q.json"], { cwd });
    const [, epsilon, moved] = /--smooth epsilon:(\S+):[\s\S]*moves (\S+) % of/.exec(stdout)!;
    const share = (n * Number(epsilon)) / (1 + n * Number(epsilon));
    expect(share).toBeLessThanOrEqual(1e-3);
    expect(Number(moved) / 100 / share).toBeCloseTo(1, 1);
    const smoothed = await surprisal(
      ["kl", "counts:p.json", "counts:q.json", "--smooth", `epsilon:${epsilon}`],
      { cwd },
    );
    expect(smoothed.stdout).not.toContain("∞");
  });
});

test("names with commas are shown as they are written, new lines as \\n, and one is singular", async () => {
  await inFolder({ "t.csv": '"city, country",mode\n"a\nb",x\n' }, async (cwd) => {
    const { stdout } = await surprisal(["mi", "t.csv:#1,mode"], { cwd });
    expect(stdout).toContain('X = "city, country", Y = mode');
    expect(stdout).toContain("From 1 row, 1 × 1 values");
    expect(stdout).toContain('"a\\nb"');
  });
  expect((await surprisal(["entropy", "1"])).stdout).toContain(
    "over 1 outcome; as uncertain as 1 equally likely one\n",
  );
  expect((await surprisal(["kl", "[0.5,0.5]", "[0.25,0.75]"])).code).toBe(0);
});

test("Ctrl-C ends it with 130, in silence", async () => {
  const main = join(import.meta.dirname, "../src/main.ts");
  const child = spawn(process.execPath, ["--conditions=surprisal-source", main, "entropy", "bytes:-"]);
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (text) => {
      said += text;
    });
  child.stdin.write("abc");
  await new Promise((resolve) => setTimeout(resolve, 1000));
  child.kill("SIGINT");
  const [code, signal] = await once(child, "close");
  expect(exitCode(code, signal)).toBe(130);
  expect(said).toBe("");
});

test("--version says the version of the package", async () => {
  const { version } = (await import("../package.json", { with: { type: "json" } })).default;
  expect(await surprisal(["--version"])).toEqual({ code: 0, stdout: `${version}\n`, stderr: "" });
});

test.runIf(process.platform === "linux")(
  "a full disk behind standard output is said, with exit code 1",
  async () => {
    expect(await shell("surprisal entropy 0.5,0.5 > /dev/full")).toMatchObject({
      code: 1,
      stderr: "surprisal: standard output cannot be written (ENOSPC)\n",
    });
  },
);
