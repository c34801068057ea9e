import type { ByteSource } from "../byteSource.ts";
import { jsonRecords } from "../json/jsonRecords.ts";
import { noteRounding } from "./noteRounding.ts";
import { recordSequences } from "./recordSequences.ts";
import type { ScoredSequence } from "./scoredSequence.ts";
import { StreamedAnswers } from "./streamedAnswers.ts";

/**
 * The scored sequences of a file of JSON, or of JSON Lines, which are read line by line; answers in pieces are put together.
 *
 * @param name What messages call the source.
 * @throws FormatError with line and column of what is not JSON, or holds no log-probabilities in a known form.
 */
export function readScores(source: ByteSource, name: string): AsyncGenerator<ScoredSequence> {
  return noteRounding(sequencesOf(source, name));
}

async function* sequencesOf(source: ByteSource, name: string): AsyncGenerator<ScoredSequence> {
  const streamed = new StreamedAnswers();
  for await (const { record, name: called, line } of jsonRecords(source, name))
    yield* streamed.take(record, called, line) ?? recordSequences(record, called, line);
  yield* streamed.rest();
}
