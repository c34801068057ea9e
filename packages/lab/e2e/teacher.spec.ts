import { expect, test } from "@playwright/test";

for (const [path, figure] of [
  ["/embed/en/duel/", "duel"],
  ["/en/book/kl-divergence/", "films"],
] as const) {
  test(`a link leaves parts of the figures out: ${path}`, async ({ page }) => {
    const shown = (selector: string) => page.locator(`figure#${figure} ${selector}`).first();
    await page.goto(`${path}?hide=controls,values`);
    for (const part of [".controls", ".values", ".figure-head .segments"])
      await expect(shown(part), part).toBeHidden();
    for (const part of [".readouts", ".formula", ".command"]) await expect(shown(part), part).toBeVisible();
    await page.goto(`${path}?hide=all`);
    for (const part of [".controls", ".values", ".readouts", ".formula", ".command"])
      await expect(shown(part), part).toBeHidden();
    await expect(page.locator(`figure#${figure}`).getByRole("slider").first()).toBeVisible();
    await page.goto(path);
    await expect(shown(".controls")).toBeVisible();
  });
}

test("what a link hides stays hidden in the other language", async ({ page }) => {
  await page.goto("/en/book/kl-divergence/?hide=formula#films=1");
  await page.locator(".site-header").getByRole("link", { name: "Español" }).click();
  await expect(page).toHaveURL("/es/book/kl-divergence/?hide=formula#films=1");
  await expect(page.locator(".formula").first()).toBeHidden();
});
