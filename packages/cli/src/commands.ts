import type { Command } from "./command.ts";

/** Every command, in the order of the help, loaded when it is named. */
export const commands: Readonly<Record<string, () => Promise<{ default: Command }>>> = {
  entropy: () => import("./commands/entropy.ts"),
  "cross-entropy": () => import("./commands/cross-entropy.ts"),
  kl: () => import("./commands/kl.ts"),
  js: () => import("./commands/js.ts"),
  renyi: () => import("./commands/renyi.ts"),
  compare: () => import("./commands/compare.ts"),
  mi: () => import("./commands/mi.ts"),
  estimate: () => import("./commands/estimate.ts"),
  perplexity: () => import("./commands/perplexity.ts"),
  diff: () => import("./commands/diff.ts"),
  tokens: () => import("./commands/tokens.ts"),
  gate: () => import("./commands/gate.ts"),
  policy: () => import("./commands/policy.ts"),
  temperature: () => import("./commands/temperature.ts"),
  gaussian: () => import("./commands/gaussian.ts"),
  experiment: () => import("./commands/experiment.ts"),
  units: () => import("./commands/units.ts"),
  inspect: () => import("./commands/inspect.ts"),
  lab: () => import("./commands/lab.ts"),
  completion: () => import("./commands/completion.ts"),
};

/** The definitions themselves, for the help and the completion scripts. */
export async function allCommands(): Promise<Command[]> {
  const loaded = await Promise.all(Object.values(commands).map((load) => load()));
  return loaded.map((module) => module.default);
}
