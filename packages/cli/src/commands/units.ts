import { fromUnit, inUnit, type Unit } from "@surprisal/core";
import { choice, defineCommand } from "../command.ts";
import { tooLarge } from "../measured.ts";
import { counted, parseNumber, written, writtenAlike } from "../number.ts";
import { json } from "../options.ts";
import { type Cell, number, table } from "../table.ts";

const power: Record<Unit, (exponent: number) => number> = {
  bits: (exponent) => 2 ** exponent,
  nats: Math.exp,
  bans: (exponent) => 10 ** exponent,
};
const bases: Record<Unit, string> = { bits: "2", nats: "e", bans: "10" };

export default defineCommand({
  name: "units",
  summary: "A quantity of information in bits, nats, bans, as perplexity",
  operands: [{ name: "VALUE", help: "a number, such as 3, -0.5 or 1e-6" }],
  options: {
    from: choice("UNIT", ["bits", "nats", "bans"], "bits", "unit of VALUE: bits, nats or bans"),
    json,
  },
  examples: [
    {
      line: "surprisal units 3",
      output: `3 bits
  bits         3.0000000000
  nats         2.0794415417
  bans         0.9030899870
  perplexity   8.0000000000  this many equally likely outcomes
  probability  0.1250000000  of one outcome that surprises this much`,
    },
  ],
  run([text], { from }) {
    const value = parseNumber(text!);
    if (value === undefined) throw new RangeError(`VALUE is ${text}, expected a number${unitIn(text!)}`);
    if (Math.abs(value) === Infinity && /\d/.test(text!))
      throw new RangeError(`VALUE is ${text}, too large for a double, expected at most 1.797e308`);
    const converted = (unit: Unit) => (unit === from ? value : inUnit(fromUnit(value, from), unit));
    return {
      measure: "information",
      symbol: "I",
      value,
      unit: from,
      bits: converted("bits"),
      nats: converted("nats"),
      bans: converted("bans"),
      perplexity: power[from](value),
      probability: power[from](-value),
    };
  },
  show(result, page) {
    const { value, unit, bits, nats, bans, perplexity, probability } = result;
    const texts = writtenAlike([bits, nats, bans, perplexity, probability]);
    const converted = (i: number) =>
      Math.abs([bits, nats, bans][i]!) < Infinity ? number(texts[i]!) : beyond(value);
    const raised = (exponent: number, i: number): Cell => {
      const result = [perplexity, probability][i]!;
      const isWithin = Math.abs(value) === Infinity || (result > 0 && result < Infinity);
      return isWithin ? number(texts[3 + i]!) : number(`${bases[unit]}^${written(exponent)}`);
    };
    const [outcomes, surprise] =
      value < 0
        ? [
            "below 1: no distribution over outcomes has it",
            "above 1: no outcome has it, none surprises by less than 0",
          ]
        : ["this many equally likely outcomes", "of one outcome that surprises this much"];
    return [
      counted(written(value), unit),
      ...table(
        [
          ["bits", converted(0)],
          ["nats", converted(1)],
          ["bans", converted(2)],
          ["perplexity", raised(value, 0), { words: outcomes }],
          ["probability", raised(-value, 1), { words: surprise }],
        ],
        page,
      ),
    ];
  },
});

/** What to write for `3bits`. */
function unitIn(text: string): string {
  const [, value, unit] = /^(\S+?)\s*(bit|nat|ban)s?$/i.exec(text) ?? [];
  if (value === undefined || parseNumber(value) === undefined) return "";
  return `; did you mean ${value} --from ${unit!.toLowerCase()}s?`;
}

// A conversion of a finite value has a finite result.
function beyond(value: number): Cell {
  return number(Math.abs(value) === Infinity ? written(value) : tooLarge);
}
