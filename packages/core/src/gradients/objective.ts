import type { Direction } from "../measures/klDivergence.ts";

/**
 * What a student Q is taught by a teacher P: a plain object, so that it can be kept, sent and shown. M is a mixture of the two.
 *
 * | kind | value | at its ends |
 * | --- | --- | --- |
 * | `kl` | D(P‖Q), or D(Q‖P) if `direction` is "reverse" | |
 * | `crossEntropy` | −Σ pᵢ ln qᵢ, or −Σ qᵢ ln pᵢ in reverse | |
 * | `focalCrossEntropy` | −Σ wᵢ pᵢ (1 − qᵢ)^γ ln qᵢ, w = 1 unless given | γ = 0: weighted cross-entropy |
 * | `generalizedJensenShannon` | β D(P‖M) + (1 − β) D(Q‖M), M = βP + (1 − β)Q | jumps, see below |
 * | `skewedKl` | D(P ‖ λP + (1 − λ)Q), in reverse D(Q ‖ λQ + (1 − λ)P) | λ = 0: `kl`; λ = 1: 0 |
 * | `alpha` | (Σ pᵢ^α qᵢ^(1−α) − 1) / (α(α − 1)), Amari's | α = 1: D(P‖Q); α = 0: D(Q‖P) |
 * | `renyi` | ln(Σ pᵢ^α qᵢ^(1−α)) / (α − 1) for the order α in [0, ∞] | exact at 0, 1 and ∞ |
 * | `totalVariation` | ½ Σ ∣pᵢ − qᵢ∣ | |
 *
 * The formula of the generalised Jensen–Shannon divergence tends to 0 for β → 0 and β → 1. At β = 0 and 1 themselves it stands, by the convention of
 * those who train with it, for D(P‖Q) and D(Q‖P): so the value jumps there, and near the ends it is small without P and Q being near. With
 * `continuous: true` the formula is divided by β(1 − β): then its limits are D(P‖Q) and D(Q‖P), nothing jumps, and at β = ½ it is 4 times as large.
 *
 * @see Agarwal et al. (2024), On-policy distillation of language models, for β; Ko et al. (2024), DistiLLM, for λ; Cichocki & Amari (2010) for α;
 *   van Erven & Harremoës (2014) for Rényi's order; Lin et al. (2017), Focal loss for dense object detection, for γ.
 */
export type Objective =
  | { readonly kind: "kl"; readonly direction?: Direction }
  | { readonly kind: "crossEntropy"; readonly direction?: Direction }
  | { readonly kind: "focalCrossEntropy"; readonly gamma: number; readonly weights?: readonly number[] }
  | { readonly kind: "generalizedJensenShannon"; readonly beta: number; readonly continuous?: boolean }
  | { readonly kind: "skewedKl"; readonly lambda: number; readonly direction?: Direction }
  | { readonly kind: "alpha"; readonly alpha: number }
  | { readonly kind: "renyi"; readonly order: number }
  | { readonly kind: "totalVariation" };
