import { tokenColumns } from "../src/outputs/tokenColumns.ts";
import { tokenLines } from "../src/outputs/tokenLines.ts";
import { alternativeLines } from "../src/report/alternativeLines.ts";
import { button } from "./make.ts";
import type { Section } from "./section.ts";

const types = { csv: "text/csv", jsonl: "application/jsonl" };

/** Puts buttons beside the results that save every token of a text, as the command `tokens` writes them, and what else could have come. */
export function offerTokens({ table, alternatives, unit, name, words }: Section): void {
  const place = document.querySelector("#save .save")!;
  const which = document.querySelectorAll("section.text").length > 1 ? ` (${name})` : "";
  const offer = (format: "csv" | "jsonl", text: string, file: string, linesOf: () => Iterable<string>) =>
    button(text + which, () => {
      const lines = Array.from(linesOf(), (line) => `${line}\n`);
      save(`${file}.${format}`, new Blob(lines, { type: types[format] }));
    });
  const tokens = (format: "csv" | "jsonl") =>
    tokenLines(tokenColumns(table, unit), table.position.keys(), format);
  place.append(
    offer("csv", words.saveCsv, name, () => tokens("csv")),
    offer("jsonl", words.saveJsonLines, name, () => tokens("jsonl")),
  );
  if (alternatives.size > 0)
    place.append(
      offer("csv", words.saveAlternatives, `${name}-alternatives`, () =>
        alternativeLines(table, alternatives, unit),
      ),
    );
}

function save(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
