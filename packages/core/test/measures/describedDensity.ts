import {
  type Density,
  exponential,
  gaussianMixture,
  laplace,
  type MixtureComponent,
  normal,
  uniformDensity,
} from "@surprisal/core";

/** A density as reference/continuous.py writes it. */
export function describedDensity(spec: unknown): Density {
  const it = spec as { family: string; components: MixtureComponent[] } & Record<string, number>;
  const number = (name: string) => it[name] as number;
  switch (it.family) {
    case "normal":
      return normal(number("mean"), number("sd"));
    case "gaussianMixture":
      return gaussianMixture(it.components);
    case "uniform":
      return uniformDensity(number("from"), number("to"));
    case "exponential":
      return exponential(number("rate"));
    default:
      return laplace(number("location"), number("scale"));
  }
}
