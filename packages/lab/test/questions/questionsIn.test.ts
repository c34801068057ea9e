import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { questionsIn } from "../../src/questions/questionsIn.ts";

test("questions are found in their order, whatever their kind, and nothing else is", () => {
  const mdx = `import ChoiceQuestion from "x";
<Duel id="films" />
<QuantityQuestion
  id="gap"
  number={1}
/>
<ChoiceQuestion id="which" number={2} />
<Proof id="gibbs">`;
  expect(questionsIn(mdx)).toEqual(["gap", "which"]);
});

test("every lesson asks at least five questions, the same in both languages", () => {
  const book = (language: string) => join(import.meta.dirname, "../../src/content/docs", language, "book");
  for (const file of readdirSync(book("en"))) {
    const asked = questionsIn(readFileSync(join(book("en"), file), "utf8"));
    expect(asked.length, file).toBeGreaterThanOrEqual(5);
    expect(questionsIn(readFileSync(join(book("es"), file), "utf8")), file).toEqual(asked);
  }
});
