import { cutShort, type SeekableSource } from "../byteSource.ts";
import { FormatError } from "../formatError.ts";
import { JsonNode } from "../json/jsonNode.ts";
import { parseJson } from "../json/parseJson.ts";
import { bytesOf, type NumberType, type StoredArray } from "./storedArray.ts";

const types: Readonly<Record<string, NumberType>> = {
  F64: "f64",
  F32: "f32",
  F16: "f16",
  BF16: "bf16",
  I64: "i64",
  I32: "i32",
  I16: "i16",
  I8: "i8",
  U64: "u64",
  U32: "u32",
  U16: "u16",
  U8: "u8",
  BOOL: "bool",
  C64: "c64",
  F8_E4M3: "f8",
  F8_E5M2: "f8",
  F8_E8M0: "f8",
  F6_E2M3: "f6",
  F6_E3M2: "f6",
  F4: "f4",
};

/** The limit of safetensors' own reader. */
const longestHeader = 100_000_000;

/**
 * The tensors of a `.safetensors` file.
 *
 * @see https://huggingface.co/docs/safetensors
 * @throws FormatError if the header is malformed, or the tensors do not fill the file from the header to its end, without gap or overlap.
 */
export async function readSafetensors(file: SeekableSource, source: string): Promise<StoredArray[]> {
  if (file.byteLength < 8) throw cutShort(source, file.byteLength, 8);
  const length = new Uint8Array(8);
  await file.read(0, length);
  const headerLength = Number(new DataView(length.buffer).getBigUint64(0, true));
  const start = 8 + headerLength;
  if (headerLength < 2 || headerLength > longestHeader || start > file.byteLength)
    throw new FormatError({
      code: start > file.byteLength ? "truncated" : "header",
      source,
      place: { byte: 0 },
      problem: `says the header is ${headerLength} bytes long`,
      expected: `2 to ${Math.min(longestHeader, file.byteLength - 8)}`,
    });
  const header = new Uint8Array(headerLength);
  await file.read(8, header);
  const tensors = tensorsOf(headerText(header, source), source, start);

  let end = start;
  for (const { name, byteOffset, byteLength } of tensors.toSorted(
    (a, b) => a.byteOffset - b.byteOffset || a.byteLength - b.byteLength,
  )) {
    if (byteOffset !== end)
      throw new FormatError({
        code: "header",
        source,
        place: { byte: end },
        problem: `is followed by ${JSON.stringify(name)} at byte ${byteOffset}`,
        expected: "tensors without gap or overlap",
      });
    end += byteLength;
  }
  if (end > file.byteLength) throw cutShort(source, file.byteLength, end);
  if (end < file.byteLength)
    throw new FormatError({
      code: "header",
      source,
      place: { byte: end },
      problem: `is where its tensors end, and ${file.byteLength - end === 1 ? "1 byte follows" : `${file.byteLength - end} bytes follow`}`,
      expected: "the end of the file",
    });
  return tensors.map((tensor) => ({
    ...tensor,
    read: (offset, into) => file.read(tensor.byteOffset + offset, into),
  }));
}

function headerText(bytes: Uint8Array, source: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new FormatError({
      code: "encoding",
      source,
      place: { byte: 8 },
      problem: "begins a header that is not UTF-8",
      expected: "a JSON object",
      cause,
    });
  }
}

function tensorsOf(text: string, source: string, start: number) {
  const header = new JsonNode(parseJson(text, `${source} (header)`), {
    text,
    source: `${source} (header)`,
    firstLine: 1,
  });
  return header
    .entries()
    .filter(([name]) => name !== "__metadata__")
    .map(([name, tensor]) => {
      const dtype = tensor.get("dtype");
      const type = Object.hasOwn(types, dtype.text())
        ? types[dtype.text()]!
        : dtype.refuse("a type of safetensors");
      const shape = tensor
        .get("shape")
        .items()
        .map((side) => side.integer());
      const offsets = tensor.get("data_offsets");
      const [from, to] = offsets.items().map((offset) => offset.integer()) as [number, number];
      if (offsets.items().length !== 2 || from > to) offsets.refuse("a start and an end");
      const byteLength = bytesOf(type, shape, source, 8);
      if (to - from !== byteLength)
        offsets.refuse(`${byteLength} bytes, for ${type} of the shape [${shape.join(", ")}]`, "header");
      return { name, source, type, bigEndian: false, shape, byteOffset: start + from, byteLength };
    });
}
