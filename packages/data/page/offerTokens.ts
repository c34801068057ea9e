import { tokenCsv, tokenJson } from "../src/report/tokenRecords.ts";
import { button } from "./make.ts";
import type { Section } from "./section.ts";

/** Puts buttons beside the results that save every token of a text. */
export function offerTokens({ table, name, words }: Section): void {
  const place = document.querySelector("#save .save")!;
  const others = document.querySelectorAll("section.text").length > 1 ? ` (${name})` : "";
  place.append(
    button(words.saveCsv + others, () => save(`${name}.csv`, "text/csv", tokenCsv(table))),
    button(words.saveJson + others, () => save(`${name}.json`, "application/json", tokenJson(table))),
  );
}

function save(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
