/**
 * Σ term(i) for i = 0 … length − 1, with the rounding error of each addition carried along (Neumaier's sum, without its
 * branch).
 *
 * @param length How many terms.
 * @param term The i-th term; all infinite ones must have one sign.
 * @returns The sum, with relative error at most 2⁻⁵³ + 2·length²·2⁻¹⁰⁶·Σ|t|/|Σt|: as good as one rounding for 10⁶ terms of one
 *   sign.
 * @see Neumaier (1974), Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen; Ogita, Rump & Oishi (2005),
 *   Sum2.
 */
export function compensatedSum(length: number, term: (index: number) => number): number {
  let sum = 0;
  let lost = 0;
  for (let i = 0; i < length; i++) {
    const added = term(i);
    const next = sum + added;
    const part = next - sum;
    lost += sum - (next - part) + (added - part);
    sum = next;
  }
  return Number.isFinite(sum) ? sum + lost : sum;
}
