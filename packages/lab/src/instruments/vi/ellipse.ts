import type { MultivariateNormal } from "@surprisal/core";

const points = 72;

/** A contour of a normal distribution of two dimensions, so many standard deviations out, as points of a closed line. */
export function contourOf({ mean, cholesky }: MultivariateNormal, sds: number): [number, number][] {
  return Array.from({ length: points + 1 }, (_, i) => {
    const angle = (2 * Math.PI * i) / points;
    const [u, v] = [sds * Math.cos(angle), sds * Math.sin(angle)];
    return [mean[0]! + cholesky[0]! * u, mean[1]! + cholesky[2]! * u + cholesky[3]! * v];
  });
}
