/// <reference lib="dom" />
/**
 * The figures of the book under the hand, in a browser: every figure that can be dragged is dragged and stepped by keyboard, and those whose
 * workers draw, walk or train are played.
 * Goals: from an input to what it paints 16 ms (median), no task over 50 ms meanwhile; a frame of 500 particles 6 ms (median); while a figure
 * plays, no work of 16 ms on the page between two frames.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, globSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Browser, chromium, type Locator, type Page } from "@playwright/test";
import { findChromium } from "../test/chromium.ts";
import { median } from "./compare.ts";

const root = join(import.meta.dirname, "..");
const lab = join(root, "packages/cli/lab");
const port = 4390;
const moves = 60;

type Timings = { paints: number[]; tasks: number[]; frames: number[] };

export default async function (): Promise<void> {
  if (!existsSync(lab))
    throw new Error("paint: the Lab is not built, expected packages/cli/lab (npm run build)");
  const server = spawn(
    process.execPath,
    [join(root, "packages/cli/bin/surprisal.js"), "lab", "--port", `${port}`],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  const executablePath = findChromium();
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: ["--no-sandbox", "--disable-gpu"],
  });
  try {
    await once(server.stdout, "data");
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.addInitScript(record);
    const worst = { paint: 0, task: 0 };
    for (const path of globSync("en/book/*/index.html", { cwd: lab }).sort()) {
      await page.goto(`http://127.0.0.1:${port}/${dirname(path)}/`, { waitUntil: "networkidle" });
      for (const id of await page.locator("figure[id]").evaluateAll((all) => all.map(({ id }) => id))) {
        const figure = page.locator(`figure#${id}`);
        const timings = await underTheHand(page, figure);
        if (!timings) continue;
        const paint = median(timings.paints);
        const task = Math.max(0, ...timings.tasks);
        console.log(
          `  ${`${dirname(path).slice(8)} #${id}`.padEnd(34)} ${paint.toFixed(1).padStart(5)} ms to paint, longest task ${task < 50 ? "under 50" : task.toFixed(0)} ms`,
        );
        worst.paint = Math.max(worst.paint, paint);
        worst.task = Math.max(worst.task, task);
      }
    }
    judge("slowest median from input to paint", worst.paint, 16);
    judge("longest task while dragging (0: none over 50)", worst.task, 50);
    judge("frame of 500 particles, median", await frameOfParticles(page), 6);
    judge("longest work of a page while a figure plays", await longestWorkInPlay(browser, page), 16);
  } finally {
    await browser.close();
    server.kill();
  }
}

/** Drags the first handle of a figure to and fro, then steps it by keyboard; undefined if it has none. */
async function underTheHand(page: Page, figure: Locator): Promise<Timings | undefined> {
  await figure.scrollIntoViewIfNeeded();
  await page.waitForTimeout(600);
  const handle = figure.locator("[role=slider]:not([aria-disabled=true]), input[type=range]:enabled").first();
  if (!(await handle.isVisible())) return undefined;
  await handle.scrollIntoViewIfNeeded();
  const box = (await handle.locator(".thumb").or(handle).first().boundingBox())!;
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await page.evaluate(() => globalThis.timings.clear());
  await page.mouse.move(at.x, at.y);
  await page.mouse.down();
  for (let move = 1; move <= moves; move++) {
    const way = 40 * Math.sin((move / moves) * 2 * Math.PI);
    await page.mouse.move(at.x + way, at.y + way);
  }
  await page.mouse.up();
  await handle.focus();
  for (let press = 0; press < moves / 2; press++)
    await page.keyboard.press(press % 4 < 2 ? "ArrowRight" : "ArrowLeft");
  await page.waitForTimeout(200);
  const timings = await page.evaluate(() => globalThis.timings.read());
  return timings.paints.length > 0 ? timings : undefined;
}

async function frameOfParticles(page: Page): Promise<number> {
  await page.goto(`http://127.0.0.1:${port}/en/book/cross-entropy/`, { waitUntil: "networkidle" });
  const figure = page.locator("figure[id]", { has: page.locator("canvas") }).first();
  await figure.scrollIntoViewIfNeeded();
  const draws = figure.getByRole("slider", { name: "Draws" });
  await draws.press("End");
  await draws.press("PageDown");
  await figure.getByRole("button", { name: "Play" }).click();
  await page.waitForTimeout(1000);
  await page.evaluate(() => globalThis.timings.clear());
  await page.waitForTimeout(4000);
  return median((await page.evaluate(() => globalThis.timings.read())).frames);
}

/** The figures that train, draw or walk while they play: lesson, figure, and what is pressed first. */
const played = [
  ["gradients", "buns", "C rare"],
  ["gradients", "batches"],
  ["gradients", "rivals"],
  ["policies", "training"],
  ["policies", "training", "draw 64"],
  ["policies", "matching"],
  ["policies", "logged"],
  ["loss-curves", "letters", "From nothing"],
  ["inference", "guard", "From nothing"],
  ["inference", "field"],
  ["distillation", "school", "From the start"],
  ["distillation", "drawn", "From the start"],
  ["mutual-information", "umbrella"],
  ["mutual-information", "shop"],
] as const;

async function longestWorkInPlay(browser: Browser, page: Page): Promise<number> {
  let longest = 0;
  for (const [lesson, id, first] of played) {
    await page.goto(`http://127.0.0.1:${port}/en/book/${lesson}/`, { waitUntil: "networkidle" });
    const figure = page.locator(`figure#${id}`);
    await figure.scrollIntoViewIfNeeded();
    for (const name of [...(first ? [first] : []), "4×", "Play"])
      await figure.getByRole("button", { name }).first().click();
    await page.waitForTimeout(900);
    const tasks = await tasksOfPages(browser, () => page.waitForTimeout(4000));
    const worked = tasks.filter((task) => task > 1);
    const worst = Math.max(0, ...worked);
    console.log(
      `  ${`${lesson} #${id}`.padEnd(34)} ${median(worked).toFixed(1).padStart(5)} ms of work at a time, at most ${worst.toFixed(1)} ms`,
    );
    longest = Math.max(longest, worst);
  }
  return longest;
}

type TraceEvent = { name: string; pid: number; tid: number; tdur?: number; args: { name?: string } };

/** How long each task of the main threads of pages has computed meanwhile, in milliseconds: time of the thread, whatever else the machine does. */
async function tasksOfPages(browser: Browser, meanwhile: () => Promise<void>): Promise<number[]> {
  await browser.startTracing(undefined, { categories: ["toplevel"] });
  await meanwhile();
  const { traceEvents }: { traceEvents: TraceEvent[] } = JSON.parse((await browser.stopTracing()).toString());
  const place = ({ pid, tid }: TraceEvent) => `${pid}/${tid}`;
  const mains = new Set(traceEvents.filter(({ args }) => args.name === "CrRendererMain").map(place));
  return traceEvents.flatMap((event) =>
    event.tdur !== undefined && event.name.endsWith("RunTask") && mains.has(place(event))
      ? [event.tdur / 1000]
      : [],
  );
}

function judge(what: string, measured: number, goal: number): void {
  const met = measured <= goal;
  console.log(`  ${what}: ${measured.toFixed(1)} ms (goal: at most ${goal})${met ? "" : " MISSED"}`);
  if (!met) process.exitCode = 1;
}

declare global {
  var timings: { clear(): void; read(): Timings };
}

/** Runs in the page, before its own scripts: times inputs to the paint after them, long tasks, and what runs in each frame. */
function record(): void {
  let kept: Timings = { paints: [], tasks: [], frames: [] };
  globalThis.timings = {
    clear: () => {
      kept = { paints: [], tasks: [], frames: [] };
    },
    read: () => kept,
  };
  const request = globalThis.requestAnimationFrame.bind(globalThis);
  globalThis.requestAnimationFrame = (run) =>
    request((time) => {
      const start = performance.now();
      run(time);
      kept.frames.push(performance.now() - start);
    });
  for (const type of ["pointermove", "keydown"])
    addEventListener(
      type,
      ({ timeStamp }) =>
        request(() => {
          // A message sent from a frame arrives when the frame has been painted.
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => kept.paints.push(performance.now() - timeStamp);
          port2.postMessage(null);
        }),
      { capture: true },
    );
  new PerformanceObserver((list) =>
    kept.tasks.push(...list.getEntries().map(({ duration }) => duration)),
  ).observe({
    type: "longtask",
  });
}
