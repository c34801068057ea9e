import { openBlobRows, thisThread } from "@surprisal/data";
import { type EncodedTokens, encodeTokens, shadings, striking } from "@surprisal/data/report";
import type { Language } from "../words/language.ts";
import { readFiles } from "./engine.ts";
import { exampleFiles } from "./example/models.ts";
import { exampleNames } from "./example/names.ts";
import type { Alternative, Given, Reading } from "./question.ts";
import { usualIgnore } from "./slots.ts";

/** A reading as it is sent along with the page. */
export interface SentReading {
  readonly reading: Omit<Reading, "table">;
  readonly tokens: EncodedTokens;
  /** The token that is pointed at, and what could have come there. */
  readonly at: number;
  readonly alternatives: readonly Alternative[];
}

/** The reading of the example, measured at build. */
export async function firstReading(language: Language): Promise<SentReading> {
  const files = exampleFiles(language);
  const given = (part: keyof typeof exampleNames): Given => ({
    name: exampleNames[part],
    blob: new Blob([files[part]]),
  });
  const question = {
    ...{ p: given("p"), q: given("q"), targets: given("targets"), vocabulary: given("vocabulary") },
    ignore: usualIgnore,
  };
  const means = { start: () => thisThread(openBlobRows), workers: 1 };
  const { reading, alternatives } = await readFiles(question, means);
  const { table, ...rest } = reading;
  const [at] = striking(shadings(table)[0]!.values, 1);
  return { reading: rest, tokens: encodeTokens(table), at: at!, alternatives: await alternatives(at!) };
}
