/** How many resamples leave five beyond each end of an interval, and 1000 at least: the ends of fewer are the extremes of what happened to be drawn. */
export function enoughResamples(level: number): number {
  return Math.max(1000, Math.round(10 / (1 - level)));
}
