import type { Page } from "@playwright/test";

/** Everything a page says in the console or asks of another origin, from now on. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("request", (request) => {
    const { protocol, origin } = new URL(request.url());
    const home = page.url() === "about:blank" ? request.url() : page.url();
    if (!["data:", "blob:"].includes(protocol) && origin !== new URL(home).origin)
      complaints.push(`asked ${request.url()}`);
  });
  return complaints;
}
