import { defineCommand, type Option } from "../command.ts";
import { parseDensity } from "../densities.ts";
import { type Bounded, bothWays, differential, type Fit, forwardFit, reverseFits } from "../gaussian.ts";
import { equations } from "../measured.ts";
import { written } from "../number.ts";
import { json, normalize, unit } from "../options.ts";
import type { Page } from "../page.ts";
import { type Cell, number, numbers, table } from "../table.ts";
import { UsageError } from "../usage.ts";
import { wrapped } from "../wrapped.ts";

const fits = ["forward", "reverse", "both"] as const;
const fit: Option<(typeof fits)[number] | "unset"> = {
  placeholder: "WAY",
  help: "of P alone: forward, reverse or both (the default)",
  initial: "unset",
  choices: fits,
  parse: (text) => fits.find((way) => way === text),
};

export default defineCommand({
  name: "gaussian",
  summary: "KL divergence of Gaussians or mixtures, and the best Gaussian",
  operands: [
    { name: "P", help: "'N(MEAN,SD)' or a mixture, '0.5*N(-1,1)+0.5*N(1,1)', in quotes" },
    { name: "Q", help: "the same; without Q, Gaussians are fitted to P", optional: true },
  ],
  options: { fit, unit, normalize, json },
  notes: [
    "N(0,1.5) has mean 0 and standard deviation 1.5 (variance 2.25). --normalize divides the weights of a mixture by their sum.",
    "Between two Gaussians the divergence is in closed form; with a mixture it is by quadrature, and ± bounds its error.",
    "A forward fit minimises D(P‖Q) and covers P; reverse fits minimise D(Q‖P) and settle on a mode: all local optima are listed, with the norm of the gradient there.",
  ],
  examples: [
    {
      line: "surprisal gaussian 'N(0,1)' 'N(1,2)'",
      output: `D(P‖Q) = 0.6393262398 bits   truth P, model Q
D(Q‖P) = 1.8853900818 bits   truth Q, model P`,
    },
    {
      line: "surprisal gaussian '0.5*N(-2.2,0.7)+0.5*N(2.2,0.7)' 'N(0,1.5)' --unit nats",
      output: `D(P‖Q) = 0.7558382938 nats   truth P, model Q, ± 1e-12
D(Q‖P) = 1.2437763925 nats   truth Q, model P, ± 1e-12`,
    },
    {
      line: "surprisal gaussian '0.5*N(-2.2,0.7)+0.5*N(2.2,0.7)' --unit nats",
      output: `P has mean 0, standard deviation 2.3086792761
h(P) = 1.7530097919 nats   differential entropy, ± 1e-12

Forward: the Gaussian of least D(P‖Q), by its moments
  mean        sd  D(P‖Q) nats  D(Q‖P) nats
     0  2.308679    0.5026044     1.075306

Reverse: the Gaussians of locally least D(Q‖P)
       mean        sd  D(P‖Q) nats  D(Q‖P) nats  gradient ≤
  -2.193338  0.710419     8.870430    0.6905195       1e-12
   2.193338  0.710419     8.870430    0.6905195       1e-12
   0         1.992360     0.526618    0.9625781       1e-12`,
    },
  ],
  run([first, second], { fit, unit, normalize }) {
    const p = parseDensity(first!, normalize);
    const shape = { operand: first!, mean: p.mean, sd: p.sd };
    if (second === undefined) {
      const forward = fit === "reverse" ? [] : [forwardFit(p, unit)];
      const reverse = fit === "forward" ? [] : reverseFits(p, unit);
      return { ...differential(p, unit), p: shape, fits: { forward, reverse } };
    }
    if (fit !== "unset") throw new UsageError("--fit is for P alone, expected no Q");
    const q = parseDensity(second, normalize);
    const measures = bothWays(p, q, unit);
    return { ...measures[0], p: shape, q: { operand: second, mean: q.mean, sd: q.sd }, measures };
  },
  show(result, page) {
    if ("measures" in result) {
      const [forward, reverse] = result.measures;
      return equations(
        [
          [forward, withError(forward, "truth P, model Q")],
          [reverse, withError(reverse, "truth Q, model P")],
        ],
        page,
      );
    }
    const { forward, reverse } = result.fits;
    const { mean, sd } = result.p;
    return [
      ...wrapped(`P has mean ${written(mean)}, standard deviation ${written(sd)}`, page.width),
      ...equations([[result, withError(result, "differential entropy")]], page),
      ...fitTable("Forward: the Gaussian of least D(P‖Q), by its moments", forward, page),
      ...fitTable("Reverse: the Gaussians of locally least D(Q‖P)", reverse, page),
    ];
  },
});

function withError({ error }: Bounded, words: string): string {
  return error === undefined ? words : `${words}, ± ${bound(error)}`;
}

/** A power of ten that is no less; what is below 1e-12 is rounding, and differs from one machine to the next. */
function bound(size: number): string {
  return size === Infinity ? "∞" : `1e${Math.ceil(Math.log10(Math.max(size, 1e-12)))}`;
}

function fitTable(title: string, fits: readonly Fit[], page: Page): string[] {
  const [first] = fits;
  if (first === undefined) return [];
  const { unit } = first.measures[0];
  const titles = [
    "mean",
    "sd",
    `D(P‖Q) ${unit}`,
    `D(Q‖P) ${unit}`,
    ...(first.gradientNorm === undefined ? [] : ["gradient ≤"]),
  ];
  const columns = [
    numbers(
      fits.map(({ mean, sd }) => sd * (Math.round((mean / sd) * 1e9) / 1e9)),
      7,
    ),
    numbers(
      fits.map(({ sd }) => sd),
      7,
    ),
    ...[0, 1].map((way) => divergences(fits.map((fit) => fit.measures[way]!))),
    ...(first.gradientNorm === undefined
      ? []
      : [fits.map(({ gradientNorm }) => number(bound(gradientNorm!)))]),
  ];
  const rows = fits.map((_, i) => columns.map((column) => column[i]!));
  const heads = titles.map((title) => ({ title }));
  return ["", ...wrapped(title, page.width), ...table([heads, ...rows], page)];
}

function divergences(measures: readonly Bounded[]): Cell[] {
  const values = numbers(
    measures.map(({ value }) => value),
    7,
  );
  return measures.map(({ overflow }, i) => (overflow ? number("too large") : values[i]!));
}
