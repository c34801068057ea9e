import { svgToPng } from "./svgToPng.ts";

export type Format = "svg" | "png" | "csv" | "json";

/** What of a figure can be saved, each as text made when it is asked for. */
export type Contents = Readonly<Record<"svg" | "csv" | "json", () => string>>;

const types = { svg: "image/svg+xml", csv: "text/csv", json: "application/json" } as const;

/**
 * Hands a figure to the reader as a file.
 *
 * @param name Without its ending.
 */
export async function saveFile(name: string, format: Format, contents: Contents): Promise<void> {
  const content =
    format === "png"
      ? await svgToPng(contents.svg())
      : new Blob([contents[format]()], { type: types[format] });
  download(`${name}.${format}`, content);
}

/** Hands the reader a file. */
export function download(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
