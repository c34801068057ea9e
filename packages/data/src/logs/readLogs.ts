import type { ByteSource } from "../byteSource.ts";
import { jsonRecords } from "../json/jsonRecords.ts";
import { Log, type LoggedTokens } from "./loggedTokens.ts";
import { logRecord } from "./logRecord.ts";
import { logTable } from "./logTable.ts";

/** What columns of a table, or fields of JSON, are called. */
export interface LogNames {
  /** Log-probabilities under the policy, and under the reference. */
  readonly policy: string;
  readonly reference: string;
  /** The same under who drew, if that was not the policy. */
  readonly draws?: string;
  /** 1 or true where a token counts, 0 or false where it does not. */
  readonly mask?: string;
  /** What sequence a token, or a list of them, belongs to. */
  readonly sequence?: string;
}

/**
 * Log-probabilities of what was drawn, as training logs them: a table with a row for each token, or JSON Lines (or a list) of records whose fields are numbers, for a token, or lists of
 * equal length, for a sequence.
 *
 * @param path For messages, and because `.csv` and `.tsv` are tables.
 * @throws FormatError if a name is not there, lists differ in length, a value is no finite log-probability, or nothing is left.
 * @example (await readLogs(textSource('{"q":[-1,-2],"p":[-1,-3]}\n'), "log.jsonl", { policy: "q", reference: "p" })).sequences // 1
 */
export async function readLogs(source: ByteSource, path: string, names: LogNames): Promise<LoggedTokens> {
  const log = new Log();
  if (/\.[ct]sv$/i.test(path)) await logTable(source, path, names, log);
  else for await (const { record, name } of jsonRecords(source, path)) logRecord(record, name, names, log);
  return log.tokens(path);
}
