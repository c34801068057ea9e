/** The words of the figure of Gibbs' inequality. */
export const en = {
  hint: "Follows figure {figure}: change P or Q there",
  chart: "The curve ln t lies under the line t − 1 and touches it at t = 1. {points}",
  point: "{name}: t = {t}, gap {gap}.",
  axis: "t = Q(x) / P(x)",
  line: "t − 1",
  curve: "ln t",
  sum: "Gaps weighed by P",
  elsewhere: "Q on what cannot happen",
};

export type TangentWords = typeof en;
