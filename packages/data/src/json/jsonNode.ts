import { excerpt, type FormatCode, FormatError } from "../formatError.ts";
import { type Json, type JsonObject, type JsonPath, placeInJson } from "./parseJson.ts";

/** The text a value was read from, so that faults can say where in it they are. */
export interface JsonText {
  readonly text: string;
  readonly source: string;
  readonly firstLine: number;
}

/** A value in a JSON text, and the way to it. Reading it as something that it is not is a fault with its line and column. */
export class JsonNode {
  readonly value: Json | undefined;
  readonly #origin: JsonText;
  readonly #parent: JsonNode | undefined;
  readonly #key: string | number;

  constructor(value: Json | undefined, origin: JsonText, parent?: JsonNode, key: string | number = "") {
    this.value = value;
    this.#origin = origin;
    this.#parent = parent;
    this.#key = key;
  }

  /** Whether it is there, and is not null. */
  get exists(): boolean {
    return this.value !== undefined && this.value !== null;
  }

  get isObject(): boolean {
    return this.value instanceof Map;
  }

  get isList(): boolean {
    return Array.isArray(this.value);
  }

  /** The member of that name; one that does not exist if there is none, or this is no object. */
  get(key: string): JsonNode {
    const value = this.value instanceof Map ? (this.value as JsonObject).get(key) : undefined;
    return new JsonNode(value, this.#origin, this, key);
  }

  entries(): [string, JsonNode][] {
    if (!(this.value instanceof Map)) return this.refuse("an object");
    return Array.from(this.value as JsonObject, ([key, value]) => [
      key,
      new JsonNode(value, this.#origin, this, key),
    ]);
  }

  items(): JsonNode[] {
    if (!Array.isArray(this.value)) return this.refuse("a list");
    return this.value.map((value, i) => new JsonNode(value, this.#origin, this, i));
  }

  /** The items, or none if it does not exist. */
  itemsIfAny(): JsonNode[] {
    return this.exists ? this.items() : [];
  }

  text(): string {
    return typeof this.value === "string" ? this.value : this.refuse("a string");
  }

  /** A string that is not empty, or else the one given. */
  textOr(otherwise: string): string {
    return typeof this.value === "string" && this.value !== "" ? this.value : otherwise;
  }

  number(expected = "a number"): number {
    return typeof this.value === "number" ? this.value : this.refuse(expected);
  }

  integer(most: number = Number.MAX_SAFE_INTEGER): number {
    const value = this.number("a whole number");
    return Number.isInteger(value) && value >= 0 && value <= most
      ? value
      : this.refuse(`a whole number from 0 to ${most}`);
  }

  /** A list of whole numbers from 0 to 255. */
  bytes(): Uint8Array {
    const { value } = this;
    const isBytes =
      Array.isArray(value) &&
      value.every((byte) => typeof byte === "number" && Number.isInteger(byte) && byte >= 0 && byte < 256);
    if (!isBytes) for (const item of this.items()) item.integer(255);
    return new Uint8Array(value as readonly number[]);
  }

  refuse(expected: string, code: FormatCode = "value", hint?: string): never {
    const path: (string | number)[] = [];
    for (let node: JsonNode = this; node.#parent !== undefined; node = node.#parent) path.unshift(node.#key);
    const { text, source, firstLine } = this.#origin;
    const known = this.value === undefined ? path.slice(0, -1) : path;
    throw new FormatError({
      code,
      source,
      place: placeInJson(text, known, firstLine),
      problem: `${pathText(path)} ${described(this.value)}`,
      expected,
      ...(hint !== undefined && { hint }),
    });
  }
}

/** `choices[0].logprobs` */
function pathText(path: JsonPath): string {
  const text = path.reduce<string>((before, key) => {
    if (typeof key === "number") return `${before}[${key}]`;
    if (!/^\w+$/.test(key)) return `${before}[${JSON.stringify(key)}]`;
    return before === "" ? key : `${before}.${key}`;
  }, "");
  return text === "" ? "the value" : excerpt(text, 80);
}

function described(value: Json | undefined): string {
  if (value === undefined) return "is missing";
  if (value instanceof Map) return "is an object";
  if (Array.isArray(value)) return "is a list";
  if (typeof value === "number") return `is ${value}`;
  return `is ${excerpt(JSON.stringify(value), 24)}`;
}
