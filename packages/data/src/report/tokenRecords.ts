import type { TokenTable } from "@surprisal/core";

type Value = string | number | undefined;
type Column = readonly [name: string, at: (row: number) => Value];

/** The columns of a table of tokens, with the names that programs read; nats. */
function columnsOf(table: TokenTable): Column[] {
  const { sequence, position, sequenceNames, target, text, p, q } = table;
  const model = (letter: "P" | "Q", columns: typeof p): [string, ArrayLike<Value> | undefined][] => [
    [`surprise${letter}`, columns.surprise],
    [`entropy${letter}`, columns.entropy],
    [`rank${letter}`, columns.rank],
    [`top1${letter}`, columns.top1],
    [`top1Text${letter}`, columns.top1Text],
    [`top1Probability${letter}`, columns.top1Probability],
  ];
  const rows: [string, ArrayLike<Value> | undefined][] = [
    ["sequence", sequenceNames ? Array.from(sequence, (index) => sequenceNames[index]) : sequence],
    ["position", position],
    ["target", target],
    ["text", text],
    ...model("P", p),
    ...(q ? model("Q", q) : []),
    ["forwardKl", table.forwardKl],
    ["reverseKl", table.reverseKl],
    ["jensenShannon", table.jensenShannon],
    ["totalVariation", table.totalVariation],
  ];
  return rows.flatMap(([name, column]): Column[] => (column ? [[name, (row) => known(column[row])]] : []));
}

function known(value: Value): Value {
  return Number.isNaN(value) ? undefined : value;
}

/** By RFC 4180; what is not known is an empty cell. */
export function tokenCsv(table: TokenTable): string {
  const columns = columnsOf(table);
  const lines = [columns.map(([name]) => name).join(",")];
  for (let row = 0; row < table.tokens; row++) lines.push(columns.map(([, at]) => cell(at(row))).join(","));
  return `${lines.join("\r\n")}\r\n`;
}

function cell(value: Value): string {
  const text = String(value ?? "");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** An object a token; ±∞ as text, and what is not known left out. */
export function tokenJson(table: TokenTable): string {
  const columns = columnsOf(table);
  const records = Array.from({ length: table.tokens }, (_, row) =>
    JSON.stringify(Object.fromEntries(columns.map(([name, at]) => [name, at(row)])), (_, value) =>
      value === Infinity || value === -Infinity ? String(value) : value,
    ),
  );
  return `[${records.join(",\n")}]\n`;
}
