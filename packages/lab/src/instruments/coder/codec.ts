import type { Decoded } from "../../figure/hash.ts";
import { decodeProbabilities, decodeText, encodeProbabilities } from "../../figure/probabilityText.ts";
import { alphabetOf, dictionaryOf } from "./dictionary.ts";
import { type Coder, charactersOf, coderOf, goTo, mostCharacters, type Source } from "./model.ts";

const version = "1";
/** Twelve marks of a link for four bytes of a character, and as many again for odds. */
const longest = 2 * 12 * mostCharacters;
const sources: Readonly<Record<string, Source>> = {
  o: "own",
  e: "english",
  s: "spanish",
  a: "alike",
  y: "yours",
};

/** A state as text for a link: `1~h~2~o~0~11~~~rrb…`, that is version, code, block, dictionary, smoothing, characters sent, own odds, exchanged words, text. */
export function encodeCoder({ message, sent }: Coder): string {
  const { text, code, block, source, smooth, yours, exchanged } = message;
  const odds = yours ? encodeProbabilities(yours) : "";
  return [
    version,
    code.charAt(0),
    block,
    source.charAt(0),
    smooth ? 1 : 0,
    sent,
    odds,
    exchanged?.join(".") ?? "",
    encodeURIComponent(text),
  ].join("~");
}

/** The state of a text made by {@link encodeCoder}; anything else is refused, whatever it is. Never throws. */
export function decodeCoder(link: string): Decoded<Coder> {
  const plain = link.length > longest ? "" : link.replaceAll("%7E", "~");
  const [
    written = "",
    code = "",
    block = "",
    from = "",
    smooth = "",
    sent = "",
    odds = "",
    places = "",
    ...rest
  ] = plain.split("~");
  if (!/^\d+$/.test(written) || !plain.includes("~")) return { problem: "damaged" };
  if (written !== version) return { problem: "version" };
  const text = decodeText(rest.join("~"));
  const source = Object.hasOwn(sources, from) ? sources[from] : undefined;
  const isWhole = /^[ha]$/.test(code) && /^([1-9]|10)$/.test(block) && /^[01]$/.test(smooth);
  const length = charactersOf(text).length;
  const isText = text.isWellFormed() && length > 0 && length <= mostCharacters;
  if (!isWhole || !isText || !source || !/^\d{1,4}$/.test(sent)) return { problem: "damaged" };
  const isYours = source === "yours";
  const yours = isYours ? decodeProbabilities(odds, alphabetOf(text).length) : undefined;
  if (isYours ? !yours : odds !== "") return { problem: "damaged" };
  const coder = coderOf(
    text,
    {
      code: code === "h" ? "huffman" : "arithmetic",
      block: Number(block),
      source,
      smooth: smooth === "1",
      yours,
    },
    Number(sent),
  );
  // What had to be put right was not written here.
  const isOurs = coder.message.block === Number(block) && goTo(coder, Number(sent)).sent === Number(sent);
  if (!isOurs) return { problem: "damaged" };
  if (places === "") return { state: coder };
  const exchanged = exchangedOf(places, coder);
  return exchanged
    ? { state: { ...coder, message: { ...coder.message, exchanged } } }
    : { problem: "damaged" };
}

/** Every letter's word once, and not all their own. */
function exchangedOf(text: string, { message }: Coder): number[] | undefined {
  const places = text.split(".").map((place) => (/^\d{1,4}$/.test(place) ? Number(place) : -1));
  const letters = [...dictionaryOf(message).q].filter((x) => x > 0).length;
  const isEach = new Set(places).size === letters && places.every((place) => place >= 0 && place < letters);
  const isOwn = places.every((place, i) => place === i);
  return message.block === 1 && places.length === letters && isEach && !isOwn ? places : undefined;
}
