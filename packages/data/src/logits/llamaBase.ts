import { cutShort, type SeekableSource } from "../byteSource.ts";
import { FormatError } from "../formatError.ts";
import { checkedBlock, type LogitRows, rowsAtOnce } from "./logitRows.ts";
import { reusedBytes } from "./reusedBytes.ts";

/**
 * What `llama-perplexity --kl-divergence-base` saved: the log-probabilities of a model over the second half of each window of a text.
 * A row holds 16-bit codes between the likeliest outcome and 16 nats below it; what lies lower is cut to that floor, so that a row need not
 * sum to 1.
 */
export interface LlamaBase extends LogitRows {
  /** Of the whole file. */
  readonly byteLength: number;
  readonly windows: number;
  readonly contextLength: number;
  /** Rows of one window. Its first row is the one after token `firstScored`. */
  readonly rowsPerWindow: number;
  /** The place in a window of the token whose next one is scored first. */
  readonly firstScored: number;
  /** Nats below the likeliest outcome of a row where every other is cut to. */
  readonly cutNats: number;
  /** The tokens of all windows, one after the other. */
  readTokens(): Promise<Int32Array>;
  /** For each row, the token that came. */
  readTargets(): Promise<Int32Array>;
  /** The step between two codes of a row, and the log-probability of code 0. */
  readScale(row: number): Promise<{ step: number; floor: number }>;
}

export const llamaMagic = "_logits_";
const headerLength = 20;
const codeOffset = 8;

/**
 * A base file of llama.cpp.
 *
 * @see https://github.com/ggml-org/llama.cpp/blob/master/tools/perplexity/perplexity.cpp
 * @throws FormatError if its header contradicts itself, or the file is not exactly as long as it says.
 */
export async function readLlamaBase(file: SeekableSource, source: string): Promise<LlamaBase> {
  const refuse = (byte: number, problem: string, expected: string): never => {
    throw new FormatError({ code: "header", source, place: { byte }, problem, expected });
  };
  if (file.byteLength < headerLength) throw cutShort(source, file.byteLength, headerLength);
  const header = new Uint8Array(headerLength);
  await file.read(0, header);
  const view = new DataView(header.buffer);
  if (new TextDecoder("latin1").decode(header.subarray(0, 8)) !== llamaMagic)
    refuse(0, "does not begin as a base file of llama.cpp", llamaMagic);
  const contextLength = view.getInt32(8, true);
  const vocabulary = view.getInt32(12, true);
  const windows = view.getInt32(16, true);
  if (contextLength < 3) refuse(8, `says a window has ${contextLength} tokens`, "at least 3");
  if (vocabulary < 1) refuse(12, `says the vocabulary has ${vocabulary} tokens`, "at least 1");
  if (windows < 1) refuse(16, `says there are ${windows} windows`, "at least 1");

  const firstScored = Math.floor(contextLength / 2);
  const rowsPerWindow = contextLength - 1 - firstScored;
  const rows = windows * rowsPerWindow;
  const rowLength = 2 * (2 * Math.ceil(vocabulary / 2) + 4);
  const rowsAt = headerLength + 4 * windows * contextLength;
  const end = rowsAt + rows * rowLength;
  if (!(end <= file.byteLength)) {
    const whole = Math.floor(Math.max(0, file.byteLength - rowsAt) / (rowsPerWindow * rowLength));
    throw new FormatError({
      code: "truncated",
      source,
      place: { byte: file.byteLength },
      problem: "is where it ends",
      expected: `${end} bytes: ${windowsOf(windows)} of ${contextLength} tokens, over ${vocabulary}`,
      hint: `${whole} whole ${whole === 1 ? "window is" : "windows are"} there; llama-perplexity may still be writing, or was stopped`,
    });
  }
  if (end < file.byteLength)
    refuse(
      end,
      windows === 1 ? "is where its window ends" : `is where its ${windows} windows end`,
      `the file to end there, not at ${file.byteLength}`,
    );

  async function readTokens(): Promise<Int32Array> {
    const tokens = new Int32Array(windows * contextLength);
    await file.read(headerLength, new Uint8Array(tokens.buffer));
    const index = tokens.findIndex((token) => token < 0 || token >= vocabulary);
    if (index >= 0)
      refuse(headerLength + 4 * index, `holds token ${tokens[index]}`, `one of ${vocabulary}, from 0`);
    return tokens;
  }

  function checkScale(step: number, floor: number, row: number): void {
    const top = floor + 65535 * step;
    // A row's likeliest outcome has a log-probability of at most 0, but for the rounding of singles.
    if (!(step >= 0 && floor <= 1e-3 && top <= 1e-3 && floor > Number.NEGATIVE_INFINITY))
      refuse(
        rowsAt + row * rowLength,
        `scales row ${row} from ${floor} by steps of ${step}`,
        "log-probabilities: a step ≥ 0 and none above 0",
      );
  }

  const scratch = reusedBytes();
  const shape = { rows, vocabulary, format: "f32" } as const;
  return {
    ...shape,
    stored: "llama16",
    sides: [windows, rowsPerWindow],
    byteLength: end,
    windows,
    contextLength,
    rowsPerWindow,
    firstScored,
    cutNats: 16,
    readTokens,
    async readTargets() {
      const tokens = await readTokens();
      const target = (row: number) =>
        Math.floor(row / rowsPerWindow) * contextLength + firstScored + 1 + (row % rowsPerWindow);
      return Int32Array.from({ length: rows }, (_, row) => tokens[target(row)]!);
    },
    async readScale(row) {
      const scale = new Float32Array(2);
      await file.read(rowsAt + row * rowLength, new Uint8Array(scale.buffer));
      const [step, floor] = scale as unknown as [number, number];
      checkScale(step, floor, row);
      return { step, floor };
    },
    async readRows(start, count, into) {
      const bytes = checkedBlock(shape, start, count, into);
      const raw = scratch.take(Math.min(count, rowsAtOnce(rowLength)) * rowLength);
      const atOnce = raw.length / rowLength;
      for (let done = 0; done < count; ) {
        const now = Math.min(count - done, atOnce);
        await file.read(rowsAt + (start + done) * rowLength, raw.subarray(0, now * rowLength));
        for (let i = 0; i < now; i++, done++) {
          const [step, floor] = new Float32Array(raw.buffer, i * rowLength, 2) as unknown as [number, number];
          checkScale(step, floor, start + done);
          const codes = new Uint16Array(raw.buffer, i * rowLength + codeOffset, vocabulary);
          decodeInto(bytes, 4 * vocabulary * done, codes, step, floor);
        }
      }
      scratch.giveBack(raw);
    },
  };
}

// In single precision, as llama.cpp decodes it: what is stored is rounded. (Where its compiler fuses the two steps, its last digit may differ.)
function decodeInto(bytes: Uint8Array, at: number, codes: Uint16Array, step: number, floor: number): void {
  const start = bytes.byteOffset + at;
  const { length } = codes;
  const isAligned = start % 4 === 0;
  const row = isAligned ? new Float32Array(bytes.buffer, start, length) : new Float32Array(length);
  for (let i = 0; i < length; i++) {
    row[i] = step * codes[i]!;
    row[i]! += floor;
  }
  if (!isAligned) bytes.set(new Uint8Array(row.buffer), at);
}

function windowsOf(count: number): string {
  return count === 1 ? "1 window" : `${count} windows`;
}
