import type { Palette } from "./palette.ts";
import type { Readout } from "./Readouts.svelte";
import { svgNotation } from "./svgNotation.ts";
import { element, escapeText } from "./svgText.ts";

/** How wide every drawing is, in pixels. What is in it keeps 24 from either side. */
export const width = 960;
const margin = 24;

/** The pattern of what is a model’s. */
export const hatch = "url(#hatch)";
/** The same where what is behind it is to be seen. */
export const fineHatch = "url(#fine-hatch)";

type Frame = {
  readonly title: string;
  readonly height: number;
  readonly palette: Palette;
  /** What gives the same numbers: the last line. None if empty. */
  readonly command: string;
};

type Style = Readonly<Record<string, string | number>>;

/** A figure as an SVG document that stands on its own: its title under a strong rule, its parts, and a command. */
export function drawing({ title, height, palette, command }: Frame, ...parts: readonly string[]): string {
  const size = { xmlns: "http://www.w3.org/2000/svg", width, height, viewBox: `0 0 ${width} ${height}` };
  const font = "IBM Plex Sans Variable, IBM Plex Sans, system-ui, sans-serif";
  return element(
    "svg",
    { ...size, "font-family": font, "font-size": 14, fill: palette.ink, role: "img" },
    element("title", {}, escapeText(title)),
    element("defs", {}, ...patterns(palette)),
    element("rect", { width, height, fill: palette.paper }),
    element("rect", { x: margin, y: 20, width: width - 2 * margin, height: 2, fill: palette.ink }),
    text(margin, 46, title, { "font-weight": 600 }),
    ...parts,
    command === "" ? "" : lastLine(`$ ${command}`, height - 16, palette),
  );
}

/** Smaller where it is long, and cut where it would be too small to be read. */
function lastLine(line: string, y: number, palette: Palette): string {
  const [largest, least, pitch] = [12, 8, 0.6];
  const room = (width - 2 * margin) / pitch;
  const size = Math.max(least, Math.min(largest, room / line.length));
  const most = Math.floor(room / size);
  return text(margin, y, line.length > most ? `${line.slice(0, most - 1)}…` : line, {
    "font-family": "IBM Plex Mono, monospace",
    "font-size": Number(size.toFixed(2)),
    fill: palette["ink-2"],
  });
}

export function text(x: number, y: number, content: string, style: Style = {}): string {
  return element("text", { x, y, ...style }, escapeText(content));
}

/** A fine line from side to side. */
export function rule(y: number, palette: Palette): string {
  return element("line", { x1: margin, x2: width - margin, y1: y, y2: y, stroke: palette.rule });
}

type ReadoutSetting = {
  readonly palette: Palette;
  /** Of those that have none of their own. */
  readonly unit: string;
  /** The colour of what the figure is about. */
  readonly tone?: "gap-ink" | "p";
};

/** The numbers of a figure beside each other, from the base line of their names on 44 pixels down. */
export function readoutRow(
  items: readonly Readout[],
  y: number,
  { palette, unit, tone = "gap-ink" }: ReadoutSetting,
): string {
  const step = (width - 2 * margin) / Math.max(3, items.length);
  const quiet = { "font-size": 12, fill: palette["ink-2"] };
  return items
    .flatMap(({ name, symbol, value, strong, unit: own = unit }, i) => {
      const x = margin + i * step;
      return [
        text(x, y, name, quiet),
        element("text", { x, y: y + 16, ...quiet }, svgNotation(symbol)),
        element(
          "text",
          {
            x,
            y: y + 44,
            "font-size": items.length > 4 ? 18 : 22,
            fill: strong ? palette[tone] : palette.ink,
          },
          `${escapeText(value)} `,
          element("tspan", quiet, escapeText(own)),
        ),
      ];
    })
    .join("");
}

function patterns(palette: Palette): string[] {
  const stripes = {
    width: 6,
    height: 6,
    patternUnits: "userSpaceOnUse",
    patternTransform: "rotate(45)",
  };
  return [
    element(
      "pattern",
      { id: "hatch", ...stripes },
      element("rect", { width: 6, height: 6, fill: palette["q-tint"] }),
      element("rect", { width: 2, height: 6, fill: palette.q }),
    ),
    element(
      "pattern",
      { id: "fine-hatch", ...stripes },
      element("rect", { width: 1.4, height: 6, fill: palette.q }),
    ),
  ];
}
