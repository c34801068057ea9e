import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "@playwright/test";

/** Somebody else's site, whose one page frames an address of the Lab. */
async function hostOf(address: string): Promise<{ url: string; close: () => void }> {
  const server = createServer((_, response) => {
    response.setHeader("content-type", "text/html");
    response.end(`<!doctype html><h1>Mine</h1><script src="${new URL("/embed.js", address)}"></script>
      <iframe title="figure" src="${address}" width="700"></iframe><iframe title="other"></iframe>`);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close() };
}

test("another site frames one figure, which works there and is given its height", async ({
  page,
  baseURL,
}) => {
  const host = await hostOf(`${baseURL}/embed/es/duel/`);
  await page.goto(host.url);
  const frame = page.frameLocator("iframe[title=figure]");
  const figure = frame.locator("figure#duel");
  const wasted = figure.locator(".readout.strong .readout-value");
  await expect(wasted).toHaveText("0,876");
  await expect(frame.locator("astro-island[ssr]")).toHaveCount(0);
  await figure.getByRole("slider", { name: "horrible" }).last().press("Home");
  await expect(wasted).toHaveText("∞");
  const inside = () => frame.locator("body").evaluate((body) => body.getBoundingClientRect().height);
  const outside = () => page.locator("iframe[title=figure]").evaluate((element) => element.clientHeight);
  await expect.poll(async () => Math.abs((await outside()) - (await inside()))).toBeLessThanOrEqual(2);
  expect(await outside()).toBeGreaterThan(500);
  expect(await page.locator("iframe[title=other]").evaluate((element) => element.clientHeight)).toBe(150);
  host.close();
});

test("a page of the book is framed by nobody else", async ({ request }) => {
  for (const path of ["/", "/en/", "/es/book/kl-divergence/"])
    expect((await request.get(path)).headers()["x-frame-options"], path).toBe("SAMEORIGIN");
  expect((await request.get("/embed/en/duel/")).headers()["x-frame-options"]).toBeUndefined();
});
