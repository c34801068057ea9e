import { fromUnit, inUnit, type Unit } from "@surprisal/core";
import { choice, defineCommand } from "../command.ts";
import { parseNumber, written } from "../number.ts";
import { json } from "../options.ts";
import { number, table } from "../table.ts";

const power: Record<Unit, (exponent: number) => number> = {
  bits: (exponent) => 2 ** exponent,
  nats: Math.exp,
  bans: (exponent) => 10 ** exponent,
};

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
  bits         3
  nats         2.0794415417
  bans         0.903089987
  perplexity   8             this many equally likely outcomes
  probability  0.125         of one outcome that surprises this much`,
    },
  ],
  run([text], { from }) {
    const value = parseNumber(text!);
    if (value === undefined) throw new RangeError(`VALUE is ${text}, expected a number`);
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
  show({ value, unit, bits, nats, bans, perplexity, probability }, page) {
    return [
      `${written(value)} ${unit}`,
      ...table(
        [
          ["bits", number(written(bits))],
          ["nats", number(written(nats))],
          ["bans", number(written(bans))],
          ["perplexity", number(written(perplexity)), "this many equally likely outcomes"],
          ["probability", number(written(probability)), "of one outcome that surprises this much"],
        ],
        page,
      ),
    ];
  },
});
