import { expect, type Locator, type Page } from "@playwright/test";

/** Answers the questions of a lesson by their ids, and expects what is said to that. */
export function answering(page: Page) {
  const question = (id: string): Locator => page.locator(`#${id}`);
  const expectSaid = (id: string, said: string) =>
    expect(question(id).getByRole("status")).toContainText(said);
  return {
    question,
    async answer(id: string, text: string, said: string): Promise<void> {
      await question(id).getByRole("textbox").fill(text);
      await question(id).getByRole("textbox").press("Enter");
      await expectSaid(id, said);
    },
    async check(id: string, said: string): Promise<void> {
      await question(id).getByRole("button", { name: "Check the figure" }).click();
      await expectSaid(id, said);
    },
    async choose(id: string, choice: number, said: string): Promise<void> {
      await question(id).locator(`input[value="${choice}"]`).check();
      await question(id).getByRole("button").click();
      await expectSaid(id, said);
    },
  };
}
