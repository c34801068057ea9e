import { addOutcomes, growingSums, takeSums } from "./outcomeSums.ts";
import { compareByReference } from "./referenceRowEngine.ts";
import { type RowBackend, type RowEngine, type RowTask, rowsPerWindow } from "./rowEngine.ts";
import { overlap } from "./rowReference.ts";
import { plain, relaxed } from "./rows.gen.ts";
import { bytesPerNumber, noTarget, paddingTarget, type RowColumns, type RowFormat } from "./rows.ts";
import { instantiate, type Memory } from "./wasm.ts";
import { widen } from "./widen.ts";

type Kernels = {
  alone(row: number, rows: number, vocabulary: number, state: number): void;
  pair(p: number, q: number, rows: number, vocabulary: number, state: number): void;
  rank(row: number, vocabulary: number, target: number): number;
  top(row: number, vocabulary: number, k: number): number;
  symmetric(p: number, q: number, vocabulary: number, normaliser: number, sums: number): void;
  outcomes(
    p: number,
    q: number,
    vocabulary: number,
    normalisers: number,
    rows: number,
    sums: number,
    column: number,
  ): void;
};

type Suffix = { f32: "F32"; f16: "F16"; bf16: "Bf16" };
const suffixes: Suffix = { f32: "F32", f16: "F16", bf16: "Bf16" };

type Exports = { readonly [name in keyof Kernels as `${name}${Suffix[RowFormat]}`]: Kernels[name] } & {
  readonly memory: Memory;
  free(): number;
  likeliest(): number;
};

/** The engine with fused multiplication and addition (relaxed SIMD), where the machine and its browser or Node have it. */
export const relaxedRowEngine: RowBackend = (task) => compiledRowEngine(task, "relaxed SIMD", relaxed);

/** The engine that every WebAssembly with vectors runs. */
export const baseRowEngine: RowBackend = (task) => compiledRowEngine(task, "SIMD", plain);

// A state as in assembly/rowState.ts: doubles by their index, whole numbers by theirs.
const stateLength = 64;
const [m, s, t, d, best, gap] = [0, 1, 2, 3, 4, 6];
const [faults, bestAt] = [14, 15];
const hasNaN = 1;

// As in assembly/rowNormaliser.ts; and the block that columns of assembly/rowOutcomes.ts are whole ones of.
const normaliserLength = 32;
const block = 256;

/** How far beyond the rows the kernels read ahead, at most. */
const touchedBeyond = 4096;

/** What doubles may leave of the divergence of a row from itself; singles tell nothing as small from 0. */
const rounding = 1e-14;

/** The least logarithm of a probability that a double holds: ln 2⁻¹⁰⁷⁵. */
const leastLog = -1075 * Math.LN2;

function compiledRowEngine(task: RowTask, name: string, build: string): RowEngine | undefined {
  const exports = instantiate<Exports>([build], { rowState: { exp: Math.exp } });
  return exports && engineOf(exports, task, name);
}

function engineOf(exports: Exports, task: RowTask, name: string): RowEngine {
  const { format, vocabulary } = task;
  const suffix = suffixes[format];
  const bytesPerRow = vocabulary * bytesPerNumber[format];
  const capacity = rowsPerWindow(task, bytesPerRow);
  const windowLength = Math.ceil((capacity * bytesPerRow) / 64) * 64;
  const states = Math.ceil(exports.free() / 64) * 64;
  const p = states + 2 * capacity * stateLength;
  const q = p + windowLength;
  const normalisers = q + windowLength;
  const sums = normalisers + capacity * normaliserLength;
  const column = 8 * Math.ceil(vocabulary / block) * block;
  const end = sums + (task.outcomes ? 4 * column : 0);
  const { memory } = exports;
  const pages = Math.ceil((end + touchedBeyond - memory.buffer.byteLength) / 65536);
  if (pages > 0) memory.grow(pages);
  const { buffer } = memory;
  const doubles = new Float64Array(buffer);
  const integers = new Int32Array(buffer);
  const singles = new Float32Array(buffer);
  const columnAt = (index: number) => new Float64Array(buffer, sums + index * column, vocabulary);
  const outcomes = task.outcomes ? growingSums(vocabulary, columnAt) : undefined;

  const rowAt = (window: number, row: number): Float32Array => {
    const Values = format === "f32" ? Float32Array : Uint16Array;
    return widen(format, new Values(buffer, window + row * bytesPerRow, vocabulary));
  };
  const logit = (address: number, index: number): number => {
    if (format === "f32") return singles[(address >> 2) + index];
    return widen(format, new Uint16Array(buffer, address + 2 * index, 1))[0];
  };

  /** Writes what is to be read off a state about one row, whose numbers are at an address; ln Σ e^(x − M), or NaN if the row is no distribution. */
  function finish(into: RowColumns, row: number, target: number, address: number, state: number): number {
    const at = state >> 3;
    const fault = integers[(state >> 2) + faults];
    if (fault || doubles[at + m] === -Infinity) {
      into.faults.push({ row, fault: fault === 0 ? "all −∞" : fault & hasNaN ? "NaN" : "+∞" });
      return Number.NaN;
    }
    const logSum = Math.log(doubles[at + s]);
    into.logSumExp[row] = doubles[at + m] + logSum;
    into.entropy[row] = Math.max(0, logSum - doubles[at + t] / doubles[at + s]);
    into.top1[row] = integers[(state >> 2) + bestAt];
    into.top1LogProbability[row] = Math.min(0, doubles[at + best] - doubles[at + m] - logSum);
    if (target !== noTarget)
      into.negativeLogLikelihood[row] = Math.max(0, logSum - (logit(address, target) - doubles[at + m]));
    if (task.ranks && target !== noTarget)
      into.rank[row] = exports[`rank${suffix}`](address, vocabulary, target);
    return logSum;
  }

  return {
    name,
    capacity,
    p: new Uint8Array(buffer, p, capacity * bytesPerRow),
    q: new Uint8Array(buffer, q, capacity * bytesPerRow),
    measure(count, targets, into, at) {
      exports[`alone${suffix}`](p, count, vocabulary, states);
      for (let row = 0; row < count; row++)
        if (targets[row] !== paddingTarget)
          finish(into, at + row, targets[row], p + row * bytesPerRow, states + row * stateLength);
    },
    compare(count, targets, into, at) {
      exports[`pair${suffix}`](p, q, count, vocabulary, states);
      let normalised = 0;
      for (let row = 0; row < count; row++) {
        const target = targets[row];
        if (target === paddingTarget) continue;
        const to = at + row;
        const stateOfP = states + 2 * row * stateLength;
        const stateOfQ = stateOfP + stateLength;
        if (integers[(stateOfP >> 2) + faults] || integers[(stateOfQ >> 2) + faults]) {
          compareByReference(into, to, rowAt(p, row), rowAt(q, row), target, task.top ?? 0);
          if (outcomes && !Number.isNaN(into.forwardKl[to]))
            addOutcomes(outcomes, rowAt(p, row), rowAt(q, row));
          continue;
        }
        const logSumOfP = finish(into.p, to, target, p + row * bytesPerRow, stateOfP);
        const logSumOfQ = finish(into.q, to, target, q + row * bytesPerRow, stateOfQ);
        if (Number.isNaN(logSumOfP + logSumOfQ)) continue;
        const difference = logSumOfP - logSumOfQ;
        into.forwardKl[to] = divergence(stateOfP >> 3, difference, into.p.logSumExp[to]);
        into.reverseKl[to] = divergence(stateOfQ >> 3, -difference, into.q.logSumExp[to]);
        into.top1Agrees[to] = into.p.top1[to] === into.q.top1[to] ? 1 : 0;
        const normaliser = normalisers + normalised++ * normaliserLength;
        if (outcomes || task.symmetric) normalise(normaliser, row, logSumOfP, logSumOfQ);
        if (task.symmetric) {
          const [totalVariation, jensenShannon] = again(row, normaliser);
          into.totalVariation[to] = totalVariation;
          into.jensenShannon[to] = jensenShannon;
        }
        if (task.top) into.topOverlap[to] = overlap(likeliest(p, row, task.top), likeliest(q, row, task.top));
      }
      if (outcomes) {
        exports[`outcomes${suffix}`](p, q, vocabulary, normalisers, normalised, sums, column);
        outcomes.rows += normalised;
      }
    },
    takeOutcomes: () => outcomes && takeSums(outcomes),
  };

  /** Notes what a second sweep needs of a row, given ln Σ e^(x − M) of both. */
  function normalise(normaliser: number, row: number, ofP: number, ofQ: number): void {
    const to = normaliser >> 2;
    const state = (states + 2 * row * stateLength) >> 3;
    const [logP, logQ] = [Math.fround(ofP), Math.fround(ofQ)];
    singles[to] = doubles[state + m];
    singles[to + 1] = logP;
    singles[to + 2] = Math.exp(logP - ofP);
    singles[to + 3] = doubles[state + (stateLength >> 3) + m];
    singles[to + 4] = logQ;
    singles[to + 5] = Math.exp(logQ - ofQ);
    singles[to + 6] = logP - ofP - (logQ - ofQ);
    integers[to + 7] = row;
  }

  /** The second sweep: total variation and the Jensen–Shannon divergence. It overwrites the first state of the row. */
  function again(row: number, normaliser: number): readonly [number, number] {
    const offset = row * bytesPerRow;
    const found = states + 2 * row * stateLength;
    exports[`symmetric${suffix}`](p + offset, q + offset, vocabulary, normaliser, found);
    const at = found >> 3;
    return [Math.min(1, doubles[at] / 2), Math.min(Math.LN2, Math.max(0, doubles[at + 1] / 2))];
  }

  function likeliest(window: number, row: number, k: number): number[] {
    const count = exports[`top${suffix}`](window + row * bytesPerRow, vocabulary, k);
    const first = exports.likeliest() >> 2;
    return [...integers.subarray(first, first + count)];
  }

  function divergence(at: number, difference: number, total: number): number {
    if (doubles[at + gap] - total > leastLog) return Infinity;
    const nats = doubles[at + d] / doubles[at + s] - difference;
    return nats < rounding ? 0 : nats;
  }
}
