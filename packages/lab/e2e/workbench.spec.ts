import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { complaintsOf } from "./complaints.ts";

test.use({ locale: "en-GB", permissions: ["clipboard-read", "clipboard-write"] });

const pane = (page: Page, side: "P" | "Q") => page.getByRole("region", { name: new RegExp(`^${side}, `) });
const box = (page: Page, side: "P" | "Q") => pane(page, side).getByRole("textbox");
const value = (page: Page, symbol: string) =>
  page.locator(".readout", { hasText: symbol }).locator(".readout-value");
const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());
const file = (name: string, text: string) => ({ name, mimeType: "text/plain", buffer: Buffer.from(text) });

async function chooseFile(page: Page, side: "P" | "Q", chosen: ReturnType<typeof file>): Promise<void> {
  await pane(page, side).locator("input[type=file]").setInputFiles(chosen);
}

async function dropFiles(page: Page, selector: string, files: Record<string, string>): Promise<void> {
  const data = await page.evaluateHandle((texts) => {
    const transfer = new DataTransfer();
    for (const [name, text] of Object.entries(texts)) transfer.items.add(new File([text], name));
    return transfer;
  }, files);
  for (const type of ["dragenter", "dragover", "drop"])
    await page.dispatchEvent(selector, type, { dataTransfer: data });
}

for (const language of ["en", "es"]) {
  for (const colorScheme of ["light", "dark"] as const) {
    test(`/${language}/workbench/ passes axe in each of its states, ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.goto(`/${language}/workbench/`);
      const states: [string, () => Promise<void>][] = [
        ["the example", async () => {}],
        ["two texts", async () => page.getByRole("button", { name: /^(two texts|dos textos)$/ }).click()],
        ["all outcomes", async () => page.getByRole("button", { name: /^(Show all|Ver los) 37$/ }).click()],
        [
          "an error",
          async () =>
            box(page, "Q")
              .evaluate((field: HTMLTextAreaElement) => field.select())
              .then(() => box(page, "Q").fill("")),
        ],
        ["nothing", async () => page.getByRole("button", { name: /^(nothing|nada)$/ }).click()],
        ["a sum that is not 1", async () => box(page, "P").fill("0.5 0.6")],
        ["a table", async () => chooseFile(page, "P", file("t.csv", "a,b\n1,2\n"))],
      ];
      for (const [state, reach] of states) {
        await reach();
        await page.waitForTimeout(900);
        for (const width of [320, 1280]) {
          await page.setViewportSize({ width, height: 800 });
          const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          expect(overflow, `${state}, ${width} px`).toBeLessThanOrEqual(0);
          const { violations } = await new AxeBuilder({ page }).analyze();
          const found = violations.map(
            ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`,
          );
          expect(found, `${state}, ${width} px`).toEqual([]);
        }
      }
    });
  }
}

test("what is typed is measured, both ways, and printed as the command that gives the same", async ({
  page,
}) => {
  await page.goto("/en/workbench/", { waitUntil: "networkidle" });
  await expect(value(page, "D(P ‖ Q)")).toHaveText("0.876");
  await box(page, "P").fill("0.5, 0.5");
  await box(page, "Q").fill("0.9, 0.1");
  await expect(value(page, "D(P ‖ Q)")).toHaveText("0.737");
  await expect(value(page, "D(Q ‖ P)")).toHaveText("0.531");
  await expect(page.locator(".command code")).toHaveText("surprisal compare '0.5, 0.5' '0.9, 0.1'");
  await page.getByRole("button", { name: "Swap P and Q" }).click();
  await expect(value(page, "D(P ‖ Q)")).toHaveText("0.531");
  await page.getByRole("button", { name: "nats", exact: true }).click();
  await expect(value(page, "D(P ‖ Q)")).toHaveText("0.368");
});

test("JSON, CSV and SVG are copied whole", async ({ page }) => {
  await page.goto("/en/workbench/", { waitUntil: "networkidle" });
  const copy = (what: string) => page.locator(".copies").getByRole("button", { name: what }).click();
  await copy("JSON");
  await expect(page.getByText("JSON copied.").first()).toBeVisible();
  const report = JSON.parse(await clipboard(page));
  expect(report).toMatchObject({ measure: "klDivergence", symbol: "D(P‖Q)", unit: "bits", outcomes: 3 });
  expect(report.value).toBeCloseTo(0.8760015467, 10);
  await copy("CSV");
  await expect(page.getByText("CSV copied.").first()).toBeVisible();
  expect((await clipboard(page)).split("\n")).toHaveLength(5);
  await copy("SVG");
  await expect(page.getByText("SVG copied.").first()).toBeVisible();
  expect(await clipboard(page)).toMatch(/^<svg xmlns=.*amazing.*<\/svg>$/s);
});

test("an infinite divergence names its culprits, and becomes finite by a visible choice only", async ({
  page,
}) => {
  await page.goto("/en/workbench/", { waitUntil: "networkidle" });
  await box(page, "P").fill("A=0.49, B=0.49, C=0.02");
  await box(page, "Q").fill("A=0.98, B=0.02");
  await expect(value(page, "D(P ‖ Q)")).toHaveText("∞");
  await expect(page.getByText("Q calls impossible what P gives with probability 0.020:")).toContainText(
    "C 0.020",
  );
  await expect(
    page.getByText("Over the outcomes both allow, renormalised, D(P‖Q) = 1.837 bits."),
  ).toBeVisible();
  await page.getByRole("button", { name: "Smooth with ε" }).click();
  await expect(value(page, "D(P ‖ Q)")).not.toHaveText("∞");
  await expect(page.getByText("P and Q are mixed with 0.000001 of every outcome alike.")).toBeVisible();
  await expect(page.locator(".command code")).toContainText("--smooth epsilon:0.000001");
  await page.getByLabel("How much").fill("0,01");
  await page.keyboard.press("Enter");
  await expect(page.getByText("P and Q are mixed with 0.01 of")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(value(page, "D(P ‖ Q)")).toHaveText("∞");
});

test("a fault is said at its pane, in the language of the page, and loses nothing", async ({ page }) => {
  await page.goto("/es/workbench/", { waitUntil: "networkidle" });
  await box(page, "Q").fill("0,5; 0,4; 0,2");
  await expect(pane(page, "Q")).toContainText("Los valores suman 1,1");
  await expect(value(page, "D(P ‖ Q)")).toHaveText("0,876");
  await expect(page.getByText("Estos números son los de antes.")).toBeVisible();
  await pane(page, "Q").getByRole("button", { name: "Normalizar" }).click();
  await expect(page.getByText("Estos números son los de antes.")).toBeHidden();
  await expect(box(page, "Q")).toHaveValue("0,5; 0,4; 0,2");
  await box(page, "P").fill("0,5 0,25 0,25");
  await pane(page, "P").getByRole("button", { name: "Leer las comas como comas decimales" }).click();
  await expect(box(page, "P")).toHaveValue("0.5 0.25 0.25");
  await box(page, "P").fill("gente.csv:ciudad");
  await expect(pane(page, "P")).toContainText("es el nombre de un archivo");
});

test("files are read here: a table by column, two dropped at once as P and Q, a large one with progress", async ({
  page,
}) => {
  await page.goto("/en/workbench/", { waitUntil: "networkidle" });
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.getByRole("button", { name: "nothing" }).click();
  await chooseFile(page, "P", file("people.csv", "city,age\nLima,30\nQuito,31\nLima,\n"));
  await expect(pane(page, "P")).toContainText("Choose the column");
  await pane(page, "P")
    .getByLabel(/^Column/)
    .selectOption("city");
  await expect(value(page, "H(P)")).toHaveText("0.918");
  await pane(page, "P")
    .getByLabel(/^Column/)
    .selectOption("age");
  await expect(pane(page, "P")).toContainText("1 of 3 cells is empty. It counts");
  await expect(page.locator(".command code")).toHaveText("surprisal entropy people.csv:age");

  await pane(page, "P").getByLabel("Shared with").selectOption("city");
  await expect(page.getByRole("table", { name: "What age and city share" })).toContainText(
    "Mutual information I(X;Y)",
  );
  await expect(page.locator(".command code").first()).toHaveText("surprisal mi people.csv:age,city");

  await dropFiles(page, ".q-pane", { "one.txt": "aab", "two.txt": "abb" });
  await expect(pane(page, "P")).toContainText("one.txt");
  await expect(pane(page, "Q")).toContainText("two.txt");
  await expect(value(page, "D(P ‖ Q)")).toHaveText("0.333");
  await pane(page, "Q").getByLabel("Read as").selectOption("bytes");
  await expect(value(page, "D(P ‖ Q)")).toHaveText("∞");

  await page.getByRole("button", { name: "nothing" }).click();
  await page.evaluate(() => {
    const transfer = new DataTransfer();
    transfer.items.add(
      new File(
        Array.from({ length: 40 }, () => "to be or not to be ".repeat(100_000)),
        "long.txt",
      ),
    );
    document
      .querySelector(".p-pane")!
      .dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true }));
  });
  await pane(page, "P").getByLabel("Read as").selectOption("words");
  await expect(pane(page, "P").getByRole("progressbar")).toBeVisible();
  await pane(page, "P").getByRole("button", { name: "Stop" }).click();
  await expect(page.getByText("Stopped. P is empty again.").first()).toBeVisible();
  await box(page, "P").fill("0.5, 0.5");
  await expect(value(page, "H(P)")).toHaveText("1.000");
  expect(asked.filter((path) => !path.startsWith("/_astro/"))).toEqual([]);
});

test("a link restores what was typed, says what it lost, and refuses what is no link of its own", async ({
  page,
}) => {
  await page.goto("/en/workbench/", { waitUntil: "networkidle" });
  await box(page, "P").fill("to be, or ~not~ to be & so on");
  await pane(page, "P").getByLabel("Read as").selectOption("words");
  await page.getByLabel("Smoothing").selectOption("epsilon");
  await page.getByRole("button", { name: "Share" }).click();
  await expect(page.getByText("Link copied").first()).toBeVisible();
  const link = await clipboard(page);
  await page.goto("about:blank");
  await page.goto(link);
  await expect(box(page, "P")).toHaveValue("to be, or ~not~ to be & so on");
  await expect(pane(page, "P").getByLabel("Read as")).toHaveValue("words");
  await expect(page.getByLabel("How much")).toHaveValue("0.000001");
  await page.goto("about:blank");
  await page.goto("/en/workbench/#bench=1~list=0.5,0.5~list=0.9,0.1&unit=nats");
  await expect(value(page, "D(P ‖ Q)")).toHaveText("0.511");
  await expect(page.getByRole("button", { name: "nats" })).toHaveAttribute("aria-pressed", "true");
  await page.goto("about:blank");
  await page.goto("/en/workbench/#bench=1~chars*3.");
  await expect(pane(page, "P")).toContainText("This link was made with a file");
  for (const hash of ["#bench=1~list=%E0%A4", "#bench=<script>", "#bench=9~"]) {
    await page.goto("about:blank");
    await page.goto(`/en/workbench/${hash}`);
    await expect(page.getByRole("alert")).toBeVisible();
    await expect(value(page, "D(P ‖ Q)")).toHaveText("0.876");
  }
});

test("a hundred thousand outcomes are sorted, found and paged without a stop", async ({ page }) => {
  await page.goto("/en/workbench/", { waitUntil: "networkidle" });
  const words = Array.from({ length: 100_000 }, (_, i) => `w${i}`).join(" ");
  await chooseFile(page, "P", file("words.txt", `${words} w7 w7`));
  await pane(page, "P").getByLabel("Read as").selectOption("words");
  await page.getByRole("button", { name: "Clear Q" }).click();
  await page.getByRole("button", { name: "Show all 100,000" }).click();
  await expect(page.locator(".outcomes tbody tr")).toHaveCount(100);
  await expect(page.locator(".outcomes tbody tr").first()).toContainText("w7");
  const slowest = await page.evaluate(async () => {
    const click = async (element: HTMLElement) => {
      const start = performance.now();
      element.click();
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      return performance.now() - start;
    };
    const times: number[] = [];
    for (const text of ["On", "On", "Back"])
      times.push(
        await click(
          [...document.querySelectorAll<HTMLElement>(".pager button")].find((b) => b.textContent === text)!,
        ),
      );
    return Math.max(...times);
  });
  expect(slowest).toBeLessThan(250);
  await page.getByLabel("Find an outcome").fill("w9999");
  await expect(page.locator(".outcomes tbody tr")).toHaveCount(11);
  await page.getByRole("button", { name: "Outcome" }).click();
  await expect(page.locator(".outcomes thead th").first()).toHaveAttribute("aria-sort", "ascending");
});

test("the keyboard alone does everything", async ({ page }) => {
  await page.goto("/en/workbench/", { waitUntil: "networkidle" });
  await page.getByRole("button", { name: "film reviews" }).focus();
  const reached: string[] = [];
  for (let i = 0; i < 45; i++) {
    const name = await page.evaluate(() => {
      const { activeElement: active } = document;
      return (
        active?.getAttribute("aria-label") ??
        active?.closest("label")?.textContent?.trim() ??
        active?.textContent ??
        ""
      );
    });
    reached.push(name.replace(/\s+/g, " ").trim());
    await page.keyboard.press("Tab");
  }
  for (const name of [
    "two texts",
    "What P is",
    "Choose a file, Q",
    "Clear P",
    "Swap P and Q",
    "Normalise",
    "Undo",
    "Share",
    "P log P/Q",
    "Copy",
    "JSON",
  ])
    expect(
      reached.some((text) => text.startsWith(name)),
      `${name} in ${reached.join(" | ")}`,
    ).toBe(true);
  await page.getByRole("button", { name: "a coin" }).focus();
  await page.keyboard.press("Enter");
  await expect(value(page, "D(P ‖ Q)")).toHaveText("0.737");
});

test("without scripts the page says everything and shows its example", async ({ browser, baseURL }) => {
  const page = await browser.newPage({ ...(baseURL ? { baseURL } : {}), javaScriptEnabled: false });
  await page.goto("/es/workbench/", { waitUntil: "networkidle" });
  await expect(value(page, "D(P ‖ Q)")).toHaveText("0,876");
  await expect(page.locator("textarea").first()).toHaveValue("genial=0,5; horrible=0,4; pasable=0,1");
  await expect(page.getByRole("button", { name: "Intercambiar" })).toBeHidden();
  await expect(page.getByText("Nada de lo que le des sale de este ordenador.")).toBeVisible();
  await page.close();
});

test("the page keeps to its policy while it computes an infinity", async ({ page }) => {
  const complaints = complaintsOf(page);
  await page.goto("/en/workbench/", { waitUntil: "networkidle" });
  await page.getByRole("button", { name: "two texts" }).click();
  await expect(value(page, "D(P ‖ Q)")).toHaveText("∞");
  expect(complaints).toEqual([]);
});
