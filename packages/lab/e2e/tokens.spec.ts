import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { complaintsOf } from "./complaints.ts";

test.use({ locale: "en-GB" });

const root = join(import.meta.dirname, "../../..");
const reference = join(root, "reference");
const file = (path: string) => ({
  name: path.split("/").at(-1)!,
  mimeType: "application/octet-stream",
  buffer: readFileSync(join(reference, path)),
});
const made = (name: string, text: string) => ({ name, mimeType: "text/plain", buffer: Buffer.from(text) });
type Chosen = ReturnType<typeof file>;

const choose = (page: Page, slot: "p" | "q" | "targets" | "vocabulary", ...files: Chosen[]) =>
  page.locator(`input[data-slot=${slot}]`).setInputFiles(files);
const value = (page: Page, name: string) =>
  page.locator(".readout", { has: page.getByText(name, { exact: true }) }).locator(".readout-value");
const interval = (page: Page, name: string) =>
  page.locator(".readout", { has: page.getByText(name, { exact: true }) }).locator(".note");
const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute("data-row"));
const row = (page: Page, name: string) => page.locator(".numbers tr", { hasText: name });

/** What the command line says of files in the folder of references. */
function surprisal(...words: string[]) {
  const command = join(root, "packages/cli/bin/surprisal.js");
  return JSON.parse(
    execFileSync(process.execPath, [command, ...words, "--json"], { cwd: reference }).toString(),
  );
}

/** Of four digits that count, as a reader of the language writes it. */
const shown = (x: number, language = "en") =>
  new Intl.NumberFormat(language, { maximumSignificantDigits: 4 }).format(x);

/** A text with its numbers to 12 digits: the last may differ between engines, by their own exp and log. */
const numbersOf = (text: string) =>
  text
    .replace(/-?\d+\.\d+(e-\d+)?/g, (digits) => Number(digits).toFixed(12))
    .replaceAll("-0.000000000000", "0.000000000000");

for (const [language, colorScheme] of [
  ["en", "light"],
  ["es", "dark"],
] as const)
  test(`/${language}/tokens/ passes axe in each of its states, ${colorScheme}`, async ({ page }) => {
    test.slow();
    await page.emulateMedia({ colorScheme });
    await page.goto(`/${language}/tokens/`, { waitUntil: "networkidle" });
    const states: [string, () => Promise<unknown>][] = [
      [
        "pasting",
        () =>
          page
            .getByRole("button", { name: /^(Paste|Pegar)/ })
            .first()
            .click(),
      ],
      ["one file", () => choose(page, "p", file("modelOutputs/stored.npz"))],
      [
        "two files, by a measure with a sign",
        async () => {
          await choose(page, "p", file("twoModels/base.npy"), file("twoModels/far.npy"));
          await page.getByLabel(/^(Shade by|Sombrear por)/).selectOption("entropyChange");
        },
      ],
      ["a bad file", () => choose(page, "p", made("notes.txt", "no output"))],
    ];
    for (const [state, reach] of states) {
      await reach();
      await page.waitForTimeout(700);
      for (const width of [320, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(overflow, `${state}, ${width} px`).toBeLessThanOrEqual(0);
        const { violations } = await new AxeBuilder({ page }).analyze();
        const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
        expect(found, `${state}, ${width} px`).toEqual([]);
      }
    }
  });

test("two arrays of NumPy say in the workers of a page what they say on the command line", async ({
  page,
}) => {
  const complaints = complaintsOf(page);
  await page.goto("/en/tokens/", { waitUntil: "networkidle" });
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  const files = ["targets", "base", "far"].map((name) => file(`twoModels/${name}.npy`));
  await choose(page, "p", ...files);
  await expect(page.getByText("Read: 144 tokens.")).toBeAttached();
  await page.getByLabel("Not scored where it is").fill("0");
  await page.keyboard.press("Enter");
  await expect(page.locator(".card")).toContainText("128");
  const { candidates } = surprisal(
    "diff",
    ...["twoModels/base.npy", "twoModels/far.npy", "--targets", "twoModels/targets.npy", "--ignore", "0"],
  );
  const { comparison } = candidates[0];
  const { mean } = comparison.forwardKl;
  await expect(value(page, "Paid too much, P true")).toHaveText(shown(mean.value));
  await expect(interval(page, "Paid too much, P true")).toHaveText(
    `${shown(mean.low)} to ${shown(mean.high)}`,
  );
  await expect(value(page, "The other way, Q true")).toHaveText(shown(comparison.reverseKl.mean.value));
  const { basePerplexity, candidatePerplexity } = comparison.scoredTokens;
  await expect(value(page, "Perplexity of P")).toHaveText(shown(basePerplexity.value));
  await expect(interval(page, "Perplexity of P")).toHaveText(
    `${shown(basePerplexity.low)} to ${shown(basePerplexity.high)}`,
  );
  await expect(value(page, "Perplexity of Q")).toHaveText(shown(candidatePerplexity.value));
  for (const [name, measure] of [
    ["Jensen–Shannon", "jensenShannon"],
    ["Total variation", "totalVariation"],
    ["Change of entropy", "entropyChange"],
  ] as const) {
    const { mean, maximum, quantiles } = comparison[measure];
    const median = quantiles.find(({ share }: { share: number }) => share === 0.5).estimate.value;
    const cells = [mean.value, median, maximum].map((x) => shown(x)).map((text) => text.replace("-", "−"));
    for (const text of cells) await expect(row(page, name)).toContainText(text);
  }
  await expect(row(page, "Same likeliest token")).toContainText(shown(comparison.top1Agreement.value));
  await expect(page.locator(".command code")).toHaveText(
    "surprisal diff base.npy far.npy --targets targets.npy --ignore 0",
  );
  expect(asked.filter((path) => !path.startsWith("/_astro/"))).toEqual([]);
  expect(complaints).toEqual([]);
});

test("a base file of llama.cpp alone, in Spanish: perplexity as on the command line, and what could have come", async ({
  page,
}) => {
  await page.goto("/es/tokens/", { waitUntil: "networkidle" });
  await choose(page, "p", file("modelOutputs/base.kld"));
  const { perplexity, entropy } = surprisal("perplexity", "modelOutputs/base.kld");
  await expect(value(page, "Perplejidad")).toHaveText(shown(perplexity.value, "es"));
  await expect(value(page, "Entropía de una fila")).toHaveText(shown(entropy.value, "es"));
  await expect(page.locator(".card")).toContainText("códigos de 16 bits");
  await expect(page.locator(".card")).toContainText("base de llama.cpp");
  await expect(page.locator(".card")).toContainText("Lo que salió es de sus propios tokens");
  await expect(page.locator(".card")).toContainText("sha256 de los objetivos");
  await expect(page.locator(".detail tbody tr")).toHaveCount(6);
  await expect(page.locator(".detail .came")).toHaveCount(1);
});

test("the example is measured in the page as it was at its build, from files that the command line reads too", async ({
  page,
}) => {
  await page.goto("/en/tokens/", { waitUntil: "networkidle" });
  const before = await page.locator(".numbers").innerText();
  const listed = await page.locator(".detail tbody").innerText();
  await page.locator("[data-row='100']").click();
  await expect(page.locator(".detail .head")).toContainText("Token 100");
  await expect(page.locator(".detail.waiting")).toHaveCount(0);
  expect(await page.locator(".detail tbody").innerText()).not.toBe(listed);
  const files = [];
  for (const name of ["memory-5.npy", "memory-2.npy", "letters.npy", "alphabet.json"]) {
    const response = await page.request.get(`/examples/en/${name}`);
    expect(response.ok()).toBe(true);
    files.push({ name, mimeType: "application/octet-stream", buffer: await response.body() });
  }
  const [p, q, targets, vocabulary] = files as [Chosen, Chosen, Chosen, Chosen];
  await choose(page, "p", p, q);
  await expect(page.getByText("Read: 263 tokens.")).toBeAttached();
  await choose(page, "targets", targets);
  await expect(row(page, "Surprise of P")).toBeVisible();
  await choose(page, "vocabulary", vocabulary);
  await expect(page.locator(".list tbody tr").first()).toContainText("t");
  expect(await page.locator(".numbers").innerText()).toBe(before);
});

test("the keyboard alone goes through the text, jumps, shades, finds and sorts", async ({ page }) => {
  await page.goto("/en/tokens/", { waitUntil: "networkidle" });
  await page.getByRole("button", { name: "Next", exact: true }).focus();
  await page.keyboard.press("Tab");
  const start = Number(await focused(page));
  expect(start).toBeGreaterThan(0);
  await page.keyboard.press("ArrowRight");
  expect(await focused(page)).toBe(String(start + 1));
  await page.keyboard.press("ArrowLeft");
  expect(await focused(page)).toBe(String(start));
  await page.keyboard.press("ArrowDown");
  await expect.poll(async () => Number(await focused(page))).toBeGreaterThan(start + 10);
  await page.keyboard.press("ArrowUp");
  await expect.poll(async () => Math.abs(Number(await focused(page)) - start)).toBeLessThanOrEqual(1);
  await page.keyboard.press("End");
  expect(await focused(page)).toBe("262");
  await expect(page.locator(".detail .head")).toContainText("Token 262");
  await page.keyboard.press("Home");
  expect(await focused(page)).toBe("0");
  await page.keyboard.press("n");
  const first = await focused(page);
  await page.keyboard.press("n");
  const second = await focused(page);
  expect(Number(second)).toBeGreaterThan(Number(first));
  await page.keyboard.press("b");
  expect(await focused(page)).toBe(first);

  await page.getByLabel("that read").focus();
  await page.keyboard.type("w");
  await expect(page.locator(".said")).toHaveText(/^\d+ tokens found$/);
  await expect(page.locator(".list tbody th").first()).toHaveText("w");
  await page.getByRole("button", { name: "Next", exact: true }).focus();
  await page.keyboard.press("Enter");
  await expect(page.locator(".detail .token")).toHaveText("w");
  await page.getByLabel("that read").fill("");
  await page.getByLabel("Shade by").focus();
  await page.keyboard.press("ArrowDown");
  await expect(page.locator("[role=option][tabindex='0']")).toHaveAttribute(
    "aria-label",
    /^“.+”, D\(Q‖P\) .+ bits$/,
  );

  const head = page.locator(".list thead").getByRole("button", { name: "D(P‖Q)" });
  await head.focus();
  await page.keyboard.press("Enter");
  await expect(page.locator(".list th[aria-sort]")).toHaveAttribute("aria-sort", "descending");
  const largest = await row(page, "Paid too much").locator("td").nth(5).innerText();
  await expect(page.locator(".list tbody tr").first()).toContainText(largest);
  await page.locator(".list tbody th button").first().focus();
  await page.keyboard.press("Enter");
  expect(await focused(page)).toBe(String(start));
});

test("an answer of a server is pasted and read, with what it lists, and bounds of divergences", async ({
  page,
}) => {
  await page.goto("/en/tokens/", { waitUntil: "networkidle" });
  const paste = async (slot: RegExp, text: string) => {
    await page.getByRole("button", { name: slot }).click();
    await page.locator(".paste textarea").fill(text);
    await page.getByRole("button", { name: "Read it" }).click();
  };
  const chat = readFileSync(join(reference, "modelOutputs/openai-chat.json"), "utf8");
  await paste(/^Paste, P/, chat);
  const { perplexityBounds } = surprisal("perplexity", "modelOutputs/openai-chat.json");
  await expect(value(page, "Perplexity, between")).toHaveText(`${shown(perplexityBounds.lower.value)} and ∞`);
  await expect(page.locator(".detail tbody tr").first()).toBeVisible();
  const waiting = page.waitForEvent("download");
  await page.getByRole("link", { name: "pasted-p.json" }).click();
  expect(readFileSync(await (await waiting).path(), "utf8")).toBe(chat);
  await paste(/^Paste, Q/, chat);
  await expect(page.locator(".card")).toContainText("known between bounds at best");
  await expect(row(page, "Total variation, at least")).toContainText("0");
  await expect(row(page, "Perplexity, Q’s over P’s")).toContainText("1 to 1");
  await paste(/^Paste, P/, "{}");
  await expect(page.getByRole("alert")).toContainText("pasted-p.json:1:1");
  await expect(page.getByText("These numbers are those of before.")).toBeVisible();
  await page.getByRole("button", { name: "Back to the example" }).click();
  await expect(page.getByRole("alert")).toBeHidden();
  await expect(row(page, "Paid too much")).toBeVisible();
});

test("no blank of a token is left, shaded, at the end of a line", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto("/en/tokens/", { waitUntil: "networkidle" });
  const words = ["The", ...Array.from({ length: 80 }, (_, i) => ` ${"word".repeat(1 + (i % 3))}`), "."];
  const tokens = words.map((text, i) => ({ text, logprob: -1 - (i % 5) }));
  await choose(page, "p", made("words.json", JSON.stringify({ tokens })));
  await expect(page.getByText("Read: 82 tokens.")).toBeAttached();
  const boxes = await page
    .locator(".text [role=option]")
    .evaluateAll((options) => options.map((option) => option.getClientRects().length));
  expect(boxes).toEqual(words.map(() => 1));
});

test("a bad file is named with its fault, in the language of the page, and nothing is lost", async ({
  page,
}) => {
  await page.goto("/es/tokens/", { waitUntil: "networkidle" });
  await choose(page, "p", file("twoModels/base.npy"), file("twoModels/far.npy"));
  const kl = value(page, "Se paga de más, verdad P");
  const { candidates } = surprisal("diff", "twoModels/base.npy", "twoModels/far.npy");
  const divergence = shown(candidates[0].comparison.forwardKl.mean.value, "es");
  await expect(kl).toHaveText(divergence);
  const cut = file("twoModels/near.npy");
  await choose(page, "q", { ...cut, name: "cut.npy", buffer: cut.buffer.subarray(0, 3000) });
  await expect(page.getByRole("alert")).toContainText("cut.npy acaba antes de tiempo (byte 3.000).");
  await expect(kl).toHaveText(divergence);
  await choose(page, "q", file("modelOutputs/stored.npz"));
  await expect(page.getByRole("alert")).toContainText(
    "Las filas de stored.npz son sobre 11 resultados, y las de base.npy sobre 9.",
  );
  const reader = page.getByText("stored.npz: has rows over 11 outcomes");
  await expect(reader).toBeHidden();
  await page.getByText("Lo que dice el lector, en inglés").click();
  await expect(reader).toBeVisible();
  await expect(reader).toHaveAttribute("lang", "en");
  await choose(page, "q", file("twoModels/near.npy"));
  await expect(page.getByRole("alert")).toBeHidden();
});

test("what is no number is refused, and what held before holds; padding is counted", async ({ page }) => {
  await page.goto("/en/tokens/", { waitUntil: "networkidle" });
  await choose(page, "p", ...["targets", "far", "base"].map((name) => file(`twoModels/${name}.npy`)));
  await expect(page.locator(".command code")).toHaveText(
    "surprisal diff far.npy base.npy --targets targets.npy",
  );
  const padding = page.getByLabel("Not scored where it is");
  for (const text of ["abc", "", "1.5"]) {
    await padding.fill(text);
    await page.keyboard.press("Enter");
    await expect(page.getByText(`“${text}” is no whole number: -100 stays.`)).toBeVisible();
  }
  await padding.fill("0");
  await page.keyboard.press("Enter");
  await expect(page.getByText("is no whole number")).toBeHidden();
  await expect(page.locator(".card")).toContainText("16 rows are padding");
  const least = page.getByLabel("at least (bits)");
  await least.fill("abc");
  await page.keyboard.press("Enter");
  await expect(page.locator(".said")).toHaveText("“abc” is no amount: it limits nothing.");
  await least.fill("0,1");
  await page.keyboard.press("Enter");
  await expect(page.locator(".said")).toHaveText(/tokens? found$/);
});

test("of three models at once none vanishes, and a vocabulary is none", async ({ page }) => {
  await page.goto("/en/tokens/", { waitUntil: "networkidle" });
  const models = ["base", "near", "far"].map((name) => file(`twoModels/${name}.npy`));
  await choose(page, "p", ...models);
  await expect(page.getByRole("alert")).toContainText("base.npy, near.npy, far.npy");
  const letters = made("tokenizer.json", JSON.stringify({ model: { vocab: { a: 0, b: 1, c: 2 } } }));
  await choose(page, "p", letters, ...models.slice(0, 2));
  await expect(page.locator(".command code")).toContainText("base.npy near.npy --vocabulary tokenizer.json");
  await expect(page.getByRole("alert")).toBeHidden();
});

test("an index of safetensors comes with its shards, and what came as text", async ({ page }) => {
  await page.goto("/en/tokens/", { waitUntil: "networkidle" });
  const shard = (name: string, values: readonly number[]) => {
    const shape = [2, values.length / 2];
    const header = JSON.stringify({ [name]: { dtype: "F32", shape, data_offsets: [0, 4 * values.length] } });
    const start = Buffer.from(BigUint64Array.of(BigInt(header.length)).buffer);
    const buffer = Buffer.concat([start, Buffer.from(header), Buffer.from(Float32Array.from(values).buffer)]);
    return { ...made(`${name}.safetensors`, ""), buffer };
  };
  const map = { weight_map: { a: "a.safetensors", b: "b.safetensors" } };
  const index = made("model.safetensors.index.json", JSON.stringify(map));
  const came = made("came.txt", "0\n1\n");
  await choose(page, "p", shard("a", [0, 0, 0, 0]), came, index, shard("b", [0, 0, 0, 0, 0, 0]));
  await expect(page.locator(".command code")).toHaveText(
    "surprisal perplexity 'model.safetensors.index.json:b' --targets came.txt",
  );
  await expect(value(page, "Perplexity")).toHaveText("3");
  await page.getByLabel("Array").selectOption("a");
  await expect(value(page, "Perplexity")).toHaveText("2");
  await choose(page, "p", index);
  await expect(page.getByRole("alert")).toContainText("names a.safetensors, which was not given");
});

test("a long reading tells how far it is, and can be stopped", async ({ page }) => {
  await page.goto("/en/tokens/", { waitUntil: "networkidle" });
  const before = await value(page, "Paid too much, P true").innerText();
  await page.evaluate(() => {
    const [rows, vocabulary] = [24_000, 4_000];
    const header = `{'descr': '<f4', 'fortran_order': False, 'shape': (${rows}, ${vocabulary}), }`;
    const start = new Uint8Array(128).fill(32);
    start.set([0x93, ...new TextEncoder().encode("NUMPY"), 1, 0, 118, 0]);
    start.set(new TextEncoder().encode(header), 10);
    start[127] = 10;
    const row = new Float32Array(vocabulary).map((_, i) => Math.sin(i));
    const data = new DataTransfer();
    data.items.add(new File([start, ...Array.from({ length: rows }, () => row)], "long.npy"));
    document
      .querySelector(".slot")!
      .dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
  });
  await expect(page.getByRole("progressbar")).toBeVisible();
  await expect(page.getByText("These numbers are those of before.")).toBeVisible();
  await page.getByRole("button", { name: "Stop" }).click();
  await expect(page.getByText("Stopped. What was read before is still here.").first()).toBeVisible();
  await expect(page.getByRole("progressbar")).toBeHidden();
  await expect(value(page, "Paid too much, P true")).toHaveText(before);
  await choose(page, "p", file("modelOutputs/stored.npz"));
  await expect(value(page, "Perplexity")).toBeVisible();
});

test("table and report are saved with the numbers of the command line", async ({ page }) => {
  await page.goto("/en/tokens/", { waitUntil: "networkidle" });
  await choose(page, "p", file("twoModels/base.npy"), file("twoModels/near.npy"));
  await expect(page.getByText("Read: 144 tokens.")).toBeAttached();
  const save = async (name: string) => {
    const waiting = page.waitForEvent("download");
    await page.getByRole("button", { name }).click();
    const download = await waiting;
    return { name: download.suggestedFilename(), text: readFileSync(await download.path(), "utf8") };
  };
  const command = join(root, "packages/cli/bin/surprisal.js");
  const files = ["twoModels/base.npy", "twoModels/near.npy"];
  const told = (format: string[]) =>
    execFileSync(process.execPath, [command, "tokens", ...files, ...format], { cwd: reference }).toString();
  const csv = await save("Table (CSV)");
  expect(csv.name).toBe("tokens-base-near.csv");
  expect(numbersOf(csv.text)).toEqual(numbersOf(told([])));
  expect(numbersOf((await save("Table (JSONL)")).text)).toEqual(numbersOf(told(["--jsonl"])));
  const alternatives = await save("What could have come (CSV)");
  expect(alternatives.name).toBe("tokens-base-near.alternatives.csv");
  // The likeliest of each model at a token is the first of its lines there.
  const first = alternatives.text.split("\n").find((line) => line.startsWith("0,0,") && line.includes(",Q,"));
  const [ofToken] = told(["--jsonl"]).split("\n");
  expect(Number(first!.split(",").at(-1))).toBeCloseTo(JSON.parse(ofToken!).q_top1_probability, 12);
  const report = await save("Report (HTML)");
  expect(report.text).toContain("near.npy against base.npy");
  expect(report.text).toContain("Taken to be the same");
  const saved = JSON.parse((await save("Numbers (JSON)")).text);
  const printed = surprisal("diff", ...files);
  expect([saved.measure, saved.unit]).toEqual([printed.measure, printed.unit]);
  const [[one], [other]] = [saved.candidates, printed.candidates];
  expect(one.comparison.forwardKl.mean.value).toBeCloseTo(other.comparison.forwardKl.mean.value, 12);
  expect(Object.keys(one.comparison).sort()).toEqual(Object.keys(other.comparison).sort());
  const outcomes = ({ carriers }: { carriers: { outcome: number }[] }) =>
    carriers.map((carrier) => carrier.outcome);
  expect(outcomes(one)).toEqual(outcomes(other));
  expect(report.text).toContain("The tokens that carry D(P‖Q)");
  const shares = page.getByRole("table", { name: "The tokens that carry D(P‖Q)" }).getByRole("row");
  await expect(shares).toHaveCount(1 + outcomes(other).length);
});

test("a hundred thousand tokens are gone through, shaded and sorted without a stop", async ({ page }) => {
  test.slow();
  await page.goto("/en/tokens/", { waitUntil: "networkidle" });
  const tokens = Array.from({ length: 100_000 }, (_, i) => ({
    text: ` word${i % 977}${i % 40 === 39 ? ".\n" : ""}`,
    logprob: -((i * 7919) % 1000) / 100,
  }));
  await choose(page, "p", made("long.json", JSON.stringify({ tokens })));
  await expect(page.getByText("Read: 100,000 tokens.")).toBeAttached({ timeout: 40_000 });
  expect(await page.locator("[role=option]").count()).toBeLessThan(3000);
  await page.locator("[role=option][tabindex='0']").focus();
  await page.keyboard.press("End");
  await expect(page.locator("[role=option][tabindex='0']")).toHaveText(/word/);
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("n");
  await page.locator(".text").evaluate((text) => text.scrollTo(0, text.scrollHeight / 2));
  await page.keyboard.press("ArrowRight");
  await page.locator(".list thead").getByRole("button", { name: "Surprise P" }).click();
  await expect(page.locator(".list tbody tr").first()).toContainText("14.41");
});

test("without scripts the page says everything and shows its example", async ({ browser, baseURL }) => {
  const page = await browser.newPage({ ...(baseURL ? { baseURL } : {}), javaScriptEnabled: false });
  await page.goto("/es/tokens/", { waitUntil: "networkidle" });
  await expect(value(page, "Se paga de más, verdad P")).toHaveText(/^\d,\d{3,4}$/);
  expect((await page.locator(".tokens .text").innerText()).replace(/\s+/g, " ").trim()).toMatch(
    /^la marea se habia retirado .* una a casa$/,
  );
  await expect(page.locator(".detail tbody tr").first()).toBeVisible();
  await expect(page.getByText("Nada de lo que le des sale de este ordenador.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Elegir un archivo" })).toHaveCount(0);
  await page.close();
});
