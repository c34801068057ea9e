/** The kernels of rows of logits, each in three formats: singles (f32), halves (f16) and bfloats (bf16). */
import { alone } from "./rowAlone";
import { outcomes } from "./rowOutcomes";
import { pair } from "./rowPair";
import { rank, top } from "./rowRank";
import { symmetric } from "./rowSymmetric";

export { likeliest } from "./rowRank";

/** Where memory is free, for the states of the rows and the windows they lie in. */
export function free(): usize {
  return __heap_base;
}

export function aloneF32(row: usize, rows: i32, vocabulary: i32, state: usize): void {
  alone<f32>(row, rows, vocabulary, state);
}

export function pairF32(p: usize, q: usize, rows: i32, vocabulary: i32, state: usize): void {
  pair<f32>(p, q, rows, vocabulary, state);
}

export function rankF32(row: usize, vocabulary: i32, target: i32): i32 {
  return rank<f32>(row, vocabulary, target);
}

export function topF32(row: usize, vocabulary: i32, k: i32): i32 {
  return top<f32>(row, vocabulary, k);
}

export function symmetricF32(p: usize, q: usize, vocabulary: i32, normaliser: usize, sums: usize): void {
  symmetric<f32>(p, q, vocabulary, normaliser, sums);
}

export function outcomesF32(
  p: usize,
  q: usize,
  vocabulary: i32,
  normalisers: usize,
  rows: i32,
  sums: usize,
  column: usize,
): void {
  outcomes<f32>(p, q, vocabulary, normalisers, rows, sums, column);
}

export function aloneF16(row: usize, rows: i32, vocabulary: i32, state: usize): void {
  alone<u16>(row, rows, vocabulary, state);
}

export function pairF16(p: usize, q: usize, rows: i32, vocabulary: i32, state: usize): void {
  pair<u16>(p, q, rows, vocabulary, state);
}

export function rankF16(row: usize, vocabulary: i32, target: i32): i32 {
  return rank<u16>(row, vocabulary, target);
}

export function topF16(row: usize, vocabulary: i32, k: i32): i32 {
  return top<u16>(row, vocabulary, k);
}

export function symmetricF16(p: usize, q: usize, vocabulary: i32, normaliser: usize, sums: usize): void {
  symmetric<u16>(p, q, vocabulary, normaliser, sums);
}

export function outcomesF16(
  p: usize,
  q: usize,
  vocabulary: i32,
  normalisers: usize,
  rows: i32,
  sums: usize,
  column: usize,
): void {
  outcomes<u16>(p, q, vocabulary, normalisers, rows, sums, column);
}

export function aloneBf16(row: usize, rows: i32, vocabulary: i32, state: usize): void {
  alone<i16>(row, rows, vocabulary, state);
}

export function pairBf16(p: usize, q: usize, rows: i32, vocabulary: i32, state: usize): void {
  pair<i16>(p, q, rows, vocabulary, state);
}

export function rankBf16(row: usize, vocabulary: i32, target: i32): i32 {
  return rank<i16>(row, vocabulary, target);
}

export function topBf16(row: usize, vocabulary: i32, k: i32): i32 {
  return top<i16>(row, vocabulary, k);
}

export function symmetricBf16(p: usize, q: usize, vocabulary: i32, normaliser: usize, sums: usize): void {
  symmetric<i16>(p, q, vocabulary, normaliser, sums);
}

export function outcomesBf16(
  p: usize,
  q: usize,
  vocabulary: i32,
  normalisers: usize,
  rows: i32,
  sums: usize,
  column: usize,
): void {
  outcomes<i16>(p, q, vocabulary, normalisers, rows, sums, column);
}
