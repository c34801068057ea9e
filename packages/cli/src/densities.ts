import {
  type GaussianMixture,
  gaussianMixture,
  type MixtureComponent,
  type Normal,
  normal,
  normalize,
} from "@surprisal/core";
import { FormatError } from "@surprisal/data";
import { written } from "./number.ts";

const digits = String.raw`[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?`;
const term = new RegExp(
  String.raw`\s*(?<plus>\+\s*)?(?:(?<weight>${digits})\s*\*?\s*)?N\(\s*(?<mean>${digits})\s*,\s*(?<sd>${digits})\s*\)\s*`,
  "iy",
);

const bare = new RegExp(String.raw`^\s*(${digits})(?:\s*[,;]\s*(${digits}))?\s*$`, "i");

/**
 * A Gaussian such as `N(0,1.5)`, or a mixture of them such as `0.5*N(-2.2,0.7)+0.5*N(2.2,0.7)`: mean and standard deviation.
 *
 * @param normalized Whether to divide the weights by their sum.
 * @throws FormatError with the place of what is no Gaussian, or with the number that none can have.
 */
export function parseDensity(text: string, normalized: boolean): Normal | GaussianMixture {
  const components: MixtureComponent[] = [];
  term.lastIndex = 0;
  do {
    const at = term.lastIndex;
    const { plus, weight = "1", mean, sd } = term.exec(text)?.groups ?? {};
    if (mean === undefined || sd === undefined || (plus !== undefined) !== at > 0)
      throw new FormatError({
        code: "syntax",
        source: text,
        problem: `character ${at + 1} begins no Gaussian`,
        expected: "N(MEAN,SD), or a sum of WEIGHT*N(MEAN,SD)",
        ...hintFor(text),
      });
    components.push({ weight: Number(weight), mean: Number(mean), sd: Number(sd) });
  } while (term.lastIndex < text.length);
  return made(text, components, normalized);
}

/** For a mean and a standard deviation without the rest. */
function hintFor(text: string): { hint?: string } {
  const [, mean, sd] = bare.exec(text) ?? [];
  if (mean === undefined) return {};
  const what = sd === undefined ? `mean ${mean}` : `mean ${mean} and standard deviation ${sd}`;
  return { hint: `a Gaussian of ${what} is written 'N(${mean},${sd ?? "SD"})', in quotes` };
}

function made(source: string, components: readonly MixtureComponent[], normalized: boolean) {
  for (const [i, { weight, mean, sd }] of components.entries()) {
    const refuse = (what: string, expected: string) => {
      throw new FormatError({ code: "range", source, problem: `Gaussian ${i + 1} has ${what}`, expected });
    };
    if (!(weight >= 0 && weight < Infinity)) refuse(`weight ${weight}`, "a finite one, at least 0");
    if (!Number.isFinite(mean)) refuse(`mean ${mean}`, "a finite one");
    if (!(sd > 0 && sd < Infinity)) refuse(`standard deviation ${sd}`, "a finite one above 0");
  }
  const weights = components.map(({ weight }) => weight);
  const shares = normalized ? [...normalize(weights)] : weights;
  const total = shares.reduce((sum, weight) => sum + weight, 0);
  if (Math.abs(total - 1) > 1e-12)
    throw new FormatError({
      code: "sum",
      source,
      problem: `the weights sum to ${written(total)}`,
      expected: "1",
      hint: "normalise them",
    });
  const [only, ...others] = components;
  if (only !== undefined && others.length === 0) return normal(only.mean, only.sd);
  return gaussianMixture(components.map((part, i) => ({ ...part, weight: shares[i]! })));
}
