const raised = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** A power of ten that is no less: 10⁻⁹. What is below 10⁻¹² is rounding, and differs from one machine to the next. */
export function boundText(size: number): string {
  const exponent = Math.ceil(Math.log10(Math.max(size, 1e-12)));
  const digits = String(Math.abs(exponent)).replace(/\d/g, (digit) => raised[Number(digit)]!);
  return `10${exponent < 0 ? "⁻" : ""}${digits}`;
}
