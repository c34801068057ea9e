/** What came out of a link: a state, or why there is none. */
export type Decoded<State> =
  | { readonly state: State; readonly problem?: undefined }
  | { readonly state?: undefined; readonly problem: "damaged" | "version" };

/**
 * The part of a page's hash that belongs to one figure: `#films=…`, several figures joined by `&`.
 *
 * @returns The figure's text, or undefined if the hash says nothing of it.
 */
export function readHash(hash: string, figure: string): string | undefined {
  const start = `${figure}=`;
  return hash
    .replace(/^#/, "")
    .split("&")
    .find((field) => field.startsWith(start))
    ?.slice(start.length);
}

/** The address that opens this page with a figure in a given state and unit, and nothing else in its hash. */
export function linkTo(address: string, figure: string, text: string, unit?: string): string {
  return `${address.split("#")[0]}#${figure}=${text}${unit ? `&unit=${unit}` : ""}`;
}
