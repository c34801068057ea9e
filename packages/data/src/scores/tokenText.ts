import type { JsonNode } from "../json/jsonNode.ts";
import type { QuirkTally } from "./quirks.ts";
import type { Alternative } from "./scoredSequence.ts";

/**
 * What a token is, by the text, the bytes and the id that a provider gives.
 *
 * @param text As the provider writes it; `bytes:\xe2\x96` and `token_id:42` are told apart from text.
 */
export function tokenOf(
  text: string,
  bytes: JsonNode | undefined,
  id: JsonNode | undefined,
  quirks: QuirkTally,
  index: number,
): Omit<Alternative, "logProbability"> {
  const given = bytes?.exists ? bytes.bytes() : undefined;
  const number = id?.exists ? id.integer(2 ** 31 - 1) : undefined;
  const written = text.startsWith("token_id:") ? /^token_id:(\d{1,9})$/.exec(text)?.[1] : undefined;
  if (written !== undefined) quirks.add("idInText", index);
  const escaped = given ?? escapedBytes(text);
  if (given === undefined && escaped !== undefined) quirks.add("bytesInText", index);
  if (given !== undefined && !isTextOf(text, given)) quirks.add("bytesDiffer", index);
  if (escaped === undefined && text.includes("\ufffd")) quirks.add("lossyText", index);
  const known = number ?? (written === undefined ? undefined : Number(written));
  return { text, ...(escaped && { bytes: escaped }), ...(known !== undefined && { id: known }) };
}

function escapedBytes(text: string): Uint8Array | undefined {
  if (!text.startsWith("bytes:")) return undefined;
  const inside = /^bytes:((?:\\x[0-9a-f]{2}|[ -~])*)$/i.exec(text)?.[1];
  if (inside === undefined || !inside.includes("\\x")) return undefined;
  const units = inside.match(/\\x[0-9a-f]{2}|[ -~]/gi)!;
  return Uint8Array.from(units, (unit) =>
    unit.length === 4 ? Number.parseInt(unit.slice(2), 16) : unit.charCodeAt(0),
  );
}

const encoder = new TextEncoder();

function isTextOf(text: string, bytes: Uint8Array): boolean {
  const encoded = encoder.encode(text);
  return encoded.length === bytes.length && encoded.every((byte, i) => byte === bytes[i]);
}
