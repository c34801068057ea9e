/** Billionths as String writes them, without its exponent below 1e-6. */
export function decimalOf(value: number): string {
  return value < 1e-6 && value > 0 ? value.toFixed(9).replace(/0+$/, "") : String(value);
}

/** An operand as one word of the shell. */
export function shellWord(operand: string): string {
  return /^[\w.,=+@%-]+$/.test(operand) ? operand : `'${operand.replaceAll("'", "'\\''")}'`;
}
