import type { ByteSource } from "../byteSource.ts";
import { jsonRecords } from "../json/jsonRecords.ts";
import { recordSequences } from "./recordSequences.ts";
import type { ScoredSequence } from "./scoredSequence.ts";

/**
 * The scored sequences of a file of JSON, or of JSON Lines, which are read line by line.
 *
 * @param name What messages call the source.
 * @throws FormatError with line and column of what is not JSON, or holds no log-probabilities in a known form.
 */
export async function* readScores(source: ByteSource, name: string): AsyncGenerator<ScoredSequence> {
  for await (const { record, name: called, line } of jsonRecords(source, name))
    yield* recordSequences(record, called, line);
}
