import { gzipSync } from "node:zlib";
import type { Page } from "@playwright/test";

/** Weighs the scripts a page asks for from now on: bytes after gzip, each script once. */
export function scriptsOf(page: Page): { weigh: () => Promise<number> } {
  const addresses = new Set<string>();
  page.on("request", (request) => {
    if (request.resourceType() === "script") addresses.add(request.url());
  });
  const weight = async (address: string) => {
    const response = await page.request.get(address);
    return gzipSync(await response.body(), { level: 9 }).length;
  };
  return {
    weigh: async () => (await Promise.all([...addresses].map(weight))).reduce((sum, bytes) => sum + bytes, 0),
  };
}
