import { choice, type Option } from "../command.ts";

const report: Option<string> = {
  placeholder: "FILE",
  writes: true,
  help: "write a report too: one page of HTML, such as out.html",
  initial: "none",
  expected: "a file to write, such as out.html",
  parse: (text) => (text === "-" ? undefined : text || undefined),
};

const language = choice("CODE", ["en", "es"], "en", "language of the report: en, es");

/** What every command takes that can write a report. */
export const reportOptions = { report, language };

export interface ReportOptions {
  /** The file to write, or "none". */
  readonly report: string;
  readonly language: "en" | "es";
}
