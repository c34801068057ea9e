import type { Points } from "../numeric/kdTree.ts";
import { partsOf } from "./dependence.ts";
import { pairedPoints, pointsOf, type Sample, standardized } from "./points.ts";

/** Labels as numbers, of which only equality matters: any two that differ are as far apart. */
export interface Labels {
  readonly labels: ArrayLike<number>;
}

/** The points of two variables, each numbers or labels; numbers over their standard deviation if so asked, labels as far apart as that. */
export function mixedPairOf(
  where: string,
  x: Sample | Labels,
  y: Sample | Labels,
  standardize: boolean,
): [Points, Points] {
  const of = (name: string, sample: Sample | Labels) => {
    if (isLabels(sample)) return labelPoints(where, `${name}.labels`, sample);
    const points = pointsOf(where, name, sample, 2);
    return standardize ? standardized(points) : points;
  };
  return pairedPoints(where, of("x", x), of("y", y));
}

export function isLabels(sample: Sample | Labels): sample is Labels {
  return typeof sample === "object" && sample !== null && "labels" in sample;
}

/** Labels as plain numbers. */
export function namesOf(sample: Sample | Labels): Sample {
  return isLabels(sample) ? sample.labels : sample;
}

/** Each label by its number in binary, a digit a coordinate: two that differ do so by 1 in one digit at least, which is the largest difference of a coordinate. */
function labelPoints(where: string, name: string, { labels }: Labels): Points {
  const { count, of } = partsOf(pointsOf(where, name, labels, 2).values);
  const dimension = Math.max(1, Math.ceil(Math.log2(count)));
  const values = Float64Array.from(
    { length: of.length * dimension },
    (_, i) => (of[Math.floor(i / dimension)] >> (i % dimension)) & 1,
  );
  return { count: of.length, dimension, values };
}
