/** A column of a table with its name and whose colour it has. */
export interface Series {
  readonly name: string;
  readonly colour: "p" | "q" | "gap";
  /** Nats; NaN where there is none. */
  readonly values: ArrayLike<number>;
}

/** The series of a column, or none if nothing in it is known. */
export function series(
  name: string,
  colour: Series["colour"],
  values: ArrayLike<number> | undefined,
): Series[] {
  const isKnown = values && Array.prototype.some.call(values, (value: number) => !Number.isNaN(value));
  return isKnown ? [{ name, colour, values }] : [];
}
