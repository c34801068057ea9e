/** What one would write in plain JavaScript, as a process: a line "pair" or "alone" is answered with seconds and value. */
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { checkedRows } from "./question.ts";

const [pathP = "", pathQ = "", pathTargets = "", size = ""] = process.argv.slice(2);
const vocabulary = Number(size);
const load = (path: string) => new Float32Array(readFileSync(path).buffer);
const [p, q] = [load(pathP), load(pathQ)];
const targets = new Int32Array(Uint8Array.from(readFileSync(pathTargets)).buffer);
const rows = targets.length;

const sums = new Float64Array(10);

function logSumExp(x: Float32Array, at: number): number {
  let largest = -Infinity;
  for (let i = at; i < at + vocabulary; i++) if (x[i]! > largest) largest = x[i]!;
  let sum = 0;
  for (let i = at; i < at + vocabulary; i++) sum += Math.exp(x[i]! - largest);
  return largest + Math.log(sum);
}

function pair(): number {
  let checked = 0;
  for (let row = 0; row < rows; row++) {
    const at = row * vocabulary;
    const [totalP, totalQ] = [logSumExp(p, at), logSumExp(q, at)];
    let [entropyP, entropyQ, forward, reverse, topP, topQ] = [0, 0, 0, 0, at, at];
    for (let i = at; i < at + vocabulary; i++) {
      const logP = p[i]! - totalP;
      const logQ = q[i]! - totalQ;
      const [probabilityP, probabilityQ] = [Math.exp(logP), Math.exp(logQ)];
      entropyP -= probabilityP * logP;
      entropyQ -= probabilityQ * logQ;
      forward += probabilityP * (logP - logQ);
      reverse += probabilityQ * (logQ - logP);
      if (p[i]! > p[topP]!) topP = i;
      if (q[i]! > q[topQ]!) topQ = i;
    }
    const target = at + targets[row]!;
    sums.set([entropyP, entropyQ, reverse, totalP - p[target]!, totalQ - q[target]!, topP, topQ]);
    if (row < checkedRows) checked += forward / checkedRows;
  }
  return checked;
}

function alone(): number {
  let checked = 0;
  for (let row = 0; row < rows; row++) {
    const at = row * vocabulary;
    const total = logSumExp(p, at);
    let entropy = 0;
    for (let i = at; i < at + vocabulary; i++) entropy -= Math.exp(p[i]! - total) * (p[i]! - total);
    sums[0] = entropy;
    if (row < checkedRows) checked += (total - p[at + targets[row]!]!) / checkedRows;
  }
  return checked;
}

createInterface(process.stdin).on("line", (line) => {
  const start = performance.now();
  const value = line.startsWith("pair") ? pair() : alone();
  console.log(`${(performance.now() - start) / 1000} ${value}`);
});
