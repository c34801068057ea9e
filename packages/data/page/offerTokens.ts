import { tokenColumns } from "../src/outputs/tokenColumns.ts";
import { tokenLines } from "../src/outputs/tokenLines.ts";
import { button } from "./make.ts";
import type { Section } from "./section.ts";

const types = { csv: "text/csv", jsonl: "application/jsonl" };

/** Puts buttons beside the results that save every token of a text, as the command `tokens` writes them. */
export function offerTokens({ table, unit, name, words }: Section): void {
  const place = document.querySelector("#save .save")!;
  const which = document.querySelectorAll("section.text").length > 1 ? ` (${name})` : "";
  const offer = (format: "csv" | "jsonl", text: string) =>
    button(text + which, () => {
      const lines = tokenLines(tokenColumns(table, unit), table.position.keys(), format);
      save(
        `${name}.${format}`,
        new Blob(
          Array.from(lines, (line) => `${line}\n`),
          { type: types[format] },
        ),
      );
    });
  place.append(offer("csv", words.saveCsv), offer("jsonl", words.saveJsonLines));
}

function save(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
