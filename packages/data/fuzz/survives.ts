import {
  bytesSource,
  FormatError,
  type LogitRows,
  logitRows,
  openModelOutput,
  readIntegers,
  type SeekableSource,
  type StoredArray,
  type WholeScores,
  wholeScores,
} from "@surprisal/data";

/**
 * Opens bytes as a file of that name and reads everything that is in them.
 *
 * @param beside Files that lie beside it.
 * @returns Whether they were read or refused.
 * @throws What is no FormatError, or one without the place that it must have.
 */
export async function survives(
  name: string,
  bytes: Uint8Array,
  beside: ReadonlyMap<string, Uint8Array>,
): Promise<"read" | "refused"> {
  try {
    const output = await openModelOutput(name, (path) => {
      if (path === name) return guarded(bytes);
      const other = beside.get(path);
      if (other === undefined)
        throw new FormatError({
          code: "unreadable",
          source: path,
          place: { byte: 0 },
          problem: "does not exist",
        });
      return bytesSource(other);
    });
    if (output.kind === "arrays") for (const array of output.arrays) await readArray(array);
    else if (output.kind === "base") {
      await readRows(output.base);
      await output.base.readTargets();
      await output.base.readScale(output.base.rows - 1);
    } else {
      let isWhole = false;
      for await (const { scores, unit } of output.sequences()) {
        checkScores(scores);
        isWhole ||= unit !== "token";
      }
      if (isWhole) checkWholes(await wholeScores(name, output));
    }
    await output.close();
    return "read";
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    const isWhole = error.code === "empty" || error.code === "number";
    if (error.place === undefined && !isWhole) throw new Error(`no place in: ${error.message}`);
    return "refused";
  }
}

// Whoever reads past the end has made room for what is not there.
function guarded(bytes: Uint8Array): SeekableSource {
  const source = bytesSource(bytes);
  return {
    ...source,
    read(offset, into) {
      if (offset + into.length > bytes.length)
        throw new Error(`${into.length} bytes at ${offset} are asked of ${bytes.length}`);
      return source.read(offset, into);
    },
  };
}

async function readArray(array: StoredArray): Promise<void> {
  if (/^[iu]/.test(array.type)) await readIntegers(array);
  else await readRows(logitRows(array));
}

async function readRows(rows: LogitRows): Promise<void> {
  const width = rows.vocabulary * (rows.format === "f32" ? 4 : 2);
  const block = Math.max(1, Math.min(rows.rows, Math.floor((1 << 16) / width)));
  const into = new Uint8Array(block * width);
  for (let row = 0; row < rows.rows; row += block)
    await rows.readRows(row, Math.min(block, rows.rows - row), into);
}

function checkWholes({ wholes }: WholeScores): void {
  for (const { surprise, bytes = 0, words = 0 } of wholes)
    if (!(surprise >= 0 && bytes >= 0 && words >= 0))
      throw new Error(`a surprise of ${surprise} over ${bytes} bytes and ${words} words came through`);
}

function checkScores(scores: readonly { logProbability: number | undefined }[]): void {
  for (const { logProbability } of scores)
    if (logProbability !== undefined && !(logProbability <= 0))
      throw new Error(`a log-probability of ${logProbability} came through`);
}
