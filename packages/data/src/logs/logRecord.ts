import { excerpt } from "../formatError.ts";
import type { JsonNode } from "../json/jsonNode.ts";
import { nearest } from "../nearest.ts";
import type { Found, Log } from "./loggedTokens.ts";
import type { LogNames } from "./readLogs.ts";

/** Adds what a record of JSON says of one token, in numbers, or of a sequence of them, in lists of equal length. */
export function logRecord(record: JsonNode, name: string, names: LogNames, log: Log): void {
  const policy = fieldOf(record, names, "policy")!;
  const [reference, draws, mask] = (["reference", "draws", "mask"] as const).map((key) =>
    besides(policy, fieldOf(record, names, key), names),
  );
  const of = fieldOf(record, names, "sequence");
  if (of && typeof of.value !== "string" && typeof of.value !== "number")
    of.refuse("a name, or a number, of a sequence");
  const alone = policy.isList ? name : "";
  const sequence = of ? String(of.value) : alone;
  const tokens = policy.isList ? policy.items() : [policy];
  tokens.forEach((token, t) => {
    log.add(
      {
        policy: foundIn(token),
        reference: foundIn(reference![t]!),
        draws: draws && foundIn(draws[t]!),
        mask: mask && foundIn(mask[t]!),
      },
      sequence,
    );
  });
}

/** The field that a name stands for; none where there is no name. */
function fieldOf(record: JsonNode, names: LogNames, key: keyof LogNames): JsonNode | undefined {
  const name = names[key];
  if (name === undefined) return undefined;
  const field = record.get(name);
  if (field.value !== undefined) return field;
  const known = record.entries().map(([called]) => called);
  const meant = nearest(name, known) ?? known.find((called) => /log/i.test(called));
  const example = meant === undefined ? "" : `, such as ${excerpt(meant)}`;
  return field.refuse(
    "a number, or a list of numbers",
    "column",
    `--${key} says what it is called${example}`,
  );
}

/** The entries of a field, as many as the policy has. */
function besides(policy: JsonNode, field: JsonNode | undefined, names: LogNames): JsonNode[] | undefined {
  if (field === undefined || !policy.isList) return field && [field];
  const items = field.items();
  const wanted = policy.items().length;
  if (items.length !== wanted)
    field.refuse(`${wanted} entries and not ${items.length}, as many as ${names.policy} has`, "lengths");
  return items;
}

function foundIn(node: JsonNode): Found {
  return {
    value: numberIn(node),
    refuse: (expected) => node.refuse(expected, typeof node.value === "number" ? "range" : "number"),
  };
}

function numberIn({ value, exists }: JsonNode): number | undefined {
  if (!exists) return undefined;
  if (typeof value === "boolean") return Number(value);
  return typeof value === "number" ? value : Number.NaN;
}
