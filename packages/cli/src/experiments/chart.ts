import { axisOf } from "./chartAxis.ts";

/** Lines over one axis, each named at its end. */
export interface Chart {
  title: string;
  x: Scale;
  y: Scale;
  lines: readonly Line[];
}

interface Scale {
  label: string;
  /** Powers of ten at equal distances; what is not above 0 is left out. */
  log?: boolean;
}

export interface Line {
  name: string;
  /** P the truth, Q the model, the gap between them, or ink. */
  colour: "p" | "q" | "gap" | "ink";
  dashed?: boolean;
  points: readonly (readonly [x: number, y: number])[];
}

const [width, height] = [760, 440];
const plot = { left: 72, right: 550, top: 64, bottom: 380 };
const nameHeight = 18;

/** A picture of a chart as SVG, in light and dark, that names its lines where they end. */
export function drawn({ title, x, y, lines }: Chart): string {
  const shown = lines.map((line) => ({ ...line, points: line.points.filter(visible(x, y)) }));
  const points = shown.flatMap((line) => line.points);
  const across = axisOf(
    points.map(([at]) => at),
    x.log ?? false,
    plot.left,
    plot.right,
  );
  const up = axisOf(
    points.map(([, value]) => value),
    y.log ?? false,
    plot.bottom,
    plot.top,
  );
  const ends = shown.map(({ points }) => (points.length > 0 ? up.place(points.at(-1)![1]) : plot.bottom));
  const names = apart(ends);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title">`,
    `<title id="title">${escaped(title)}</title>`,
    `<style>${style}</style>`,
    `<rect class="paper" width="${width}" height="${height}"/>`,
    `<text class="heading" x="${plot.left - 48}" y="28">${escaped(title)}</text>`,
    `<text class="label" x="${plot.left - 48}" y="50">${escaped(y.label)}</text>`,
    ...up.ticks.map(
      ({ place, text }) =>
        `<path class="grid" d="M${plot.left} ${place}H${plot.right}"/><text class="tick" x="${plot.left - 8}" y="${place + 4}" text-anchor="end">${text}</text>`,
    ),
    ...across.ticks.map(
      ({ place, text }) =>
        `<path class="grid" d="M${place} ${plot.bottom}v5"/><text class="tick" x="${place}" y="${plot.bottom + 20}" text-anchor="middle">${text}</text>`,
    ),
    `<text class="label" x="${(plot.left + plot.right) / 2}" y="${plot.bottom + 44}" text-anchor="middle">${escaped(x.label)}</text>`,
    ...shown.map((line) => {
      const path = line.points.map(([at, value]) => `${across.place(at)} ${up.place(value)}`).join("L");
      return path && `<path class="${lookOf(line)}" d="M${path}"/>`;
    }),
    ...shown.flatMap((line, i) => {
      const { name, points, colour } = line;
      const end = points.length > 0 ? across.place(points.at(-1)![0]) : plot.right;
      const at = names[i]!;
      return [
        `<path class="lead" d="M${end + 3} ${ends[i]}L${plot.right + 20} ${at}"/>`,
        `<path class="${lookOf(line)}" d="M${plot.right + 20} ${at}h20"/>`,
        `<text class="${colour}" x="${plot.right + 46}" y="${at + 4}">${escaped(name)}</text>`,
      ];
    }),
    "</svg>",
    "",
  ].join("\n");
}

function visible(x: Scale, y: Scale) {
  const fits = (value: number, { log }: Scale) => Number.isFinite(value) && (!log || value > 0);
  return ([at, value]: readonly [number, number]) => fits(at, x) && fits(value, y);
}

/** Heights near the wanted ones, in their order, far enough apart for a name each, none below the axis. */
function apart(wanted: readonly number[]): number[] {
  const order = wanted.map((_, i) => i).sort((a, b) => wanted[b]! - wanted[a]!);
  const places = [...wanted];
  let free = plot.bottom;
  for (const i of order) {
    places[i] = Math.min(wanted[i]!, free);
    free = places[i]! - nameHeight;
  }
  return places;
}

function lookOf({ colour, dashed }: Pick<Line, "colour" | "dashed">): string {
  return `line ${colour}${dashed ? " dashed" : ""}`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

const colours = {
  light: {
    paper: "#fcfbf8",
    ink: "#1f1e1b",
    faint: "#5c5a53",
    rule: "#dedad0",
    p: "#c2402a",
    q: "#1f66a8",
    gap: "#8a5800",
  },
  dark: {
    paper: "#161614",
    ink: "#ece9e1",
    faint: "#a5a297",
    rule: "#38372f",
    p: "#ff8a73",
    q: "#7db8f2",
    gap: "#f0b84a",
  },
};

const named = (theme: Record<string, string>) =>
  Object.entries(theme)
    .map(([name, colour]) => `--${name}:${colour}`)
    .join(";");

const style = `
svg{${named(colours.light)};font:13px system-ui,sans-serif}
@media (prefers-color-scheme:dark){svg{${named(colours.dark)}}}
.paper{fill:var(--paper)}
.heading{fill:var(--ink);font-size:16px;font-weight:600}
.label{fill:var(--faint)}
.tick{fill:var(--faint);font-size:12px;font-variant-numeric:tabular-nums}
.grid{stroke:var(--rule)}
.lead{stroke:var(--rule);fill:none}
.line{fill:none;stroke-width:2;stroke-linejoin:round}
.dashed{stroke-dasharray:6 4}
${["p", "q", "gap", "ink"].map((name) => `path.${name}{stroke:var(--${name})}text.${name}{fill:var(--${name})}`).join("\n")}
`;
