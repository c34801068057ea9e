import type { Estimate } from "@surprisal/core";

/** How the intervals came about, in a sentence. */
export function methodText(
  { level, method, dependence, clusters = 0, blockLength, resamples }: Estimate,
  {
    rates = false,
    rateChanges = false,
    woodruff,
    of = "tokens",
  }: { rates?: boolean; rateChanges?: boolean; woodruff?: "medians" | "quantiles"; of?: string } = {},
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
  const share = Number((100 * level).toPrecision(6));
  if (method === "Bonett–Price") return `Intervals at ${share} %: Bonett and Price's.`;
  if (resamples === 0) return "No interval: there is one unit alone to resample.";
  const changes = rateChanges ? "; of changes of rates, Bonett and Price's" : "";
  const others = `${rates ? "; of rates, Wilson's" : ""}${changes}${woodruff ? `; of ${woodruff}, Woodruff's` : ""}`;
  const by = isStudentised ? "studentised, from" : "percentiles of";
  return `Intervals at ${share} %: ${by} ${resamples} resamples of ${units[dependence]}${others}.`;
}
