/** A result as one line of JSON; ±∞, which JSON has no number for, as the strings "Infinity" and "-Infinity". */
export function toJson(result: object): string {
  return JSON.stringify(result, (_, value) =>
    value === Infinity || value === -Infinity ? String(value) : value,
  );
}
