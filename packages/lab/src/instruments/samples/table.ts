import { inUnit, type Unit } from "@surprisal/core";
import { toCsv } from "../../figure/csv.ts";
import { commandOf } from "./command.ts";
import { detailsOf } from "./details.ts";
import { countsOf, drawsOf, type Samples, truthOf } from "./model.ts";
import { pathsOf, stops } from "./race.ts";

/** A row for each number of draws looked at, a column for each estimator, the truth last. */
export function csvOf(state: Samples, unit: Unit): string {
  const paths = Object.entries(pathsOf(state));
  const truth = inUnit(truthOf(state), unit);
  const rows = stops.map((stop, i) => [stop, ...paths.map(([, values]) => inUnit(values[i]!, unit)), truth]);
  return toCsv([["draws", ...paths.map(([name]) => `${name} (${unit})`), `truth (${unit})`], ...rows]);
}

/** The state, its counts and its estimates at full precision. */
export function jsonOf(state: Samples, unit: Unit, link: string): string {
  const { names, p, of, draws, seed } = state;
  const details = detailsOf(state);
  const amount = (nats: number) => (Number.isFinite(nats) ? inUnit(nats, unit) : String(nats));
  const content = {
    outcomes: names,
    P: [...p],
    of,
    draws,
    seed,
    counts: [...countsOf(state, drawsOf(state, draws))],
    unit,
    truth: amount(truthOf(state)),
    estimates: (details?.intervals ?? []).map(({ estimator, value, low, high }) => ({
      estimator,
      value: amount(value),
      low: amount(low),
      high: amount(high),
    })),
    wanted: details?.wanted,
    pValue: details?.pValue,
    command: commandOf(state, unit),
    link,
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}
