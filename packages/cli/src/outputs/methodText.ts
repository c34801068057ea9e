import type { Estimate } from "@surprisal/core";

/** How the intervals came about, in a sentence. */
export function methodText(
  { level, method, dependence, clusters = 0, blockLength, resamples }: Estimate,
  {
    rates = false,
    woodruff,
    of = "tokens",
  }: { rates?: boolean; woodruff?: "medians" | "quantiles"; of?: string } = {},
): string {
  const isStudentised = method === "studentised";
  const units = {
    independent: `single ${of}, as if they were independent`,
    clusters: isStudentised ? "whole sequences" : `whole sequences, by Student's t for ${clusters} of them`,
    blocks:
      blockLength === 1
        ? `single ${of}, which show no dependence`
        : `blocks of ${blockLength} neighbouring ${of}`,
  };
  if (resamples === 0) return "No interval: there is one unit alone to resample.";
  const others = `${rates ? "; of rates, Wilson's" : ""}${woodruff ? `; of ${woodruff}, Woodruff's` : ""}`;
  const share = Number((100 * level).toPrecision(6));
  const by = isStudentised ? "studentised, from" : "percentiles of";
  return `Intervals at ${share} %: ${by} ${resamples} resamples of ${units[dependence]}${others}.`;
}
