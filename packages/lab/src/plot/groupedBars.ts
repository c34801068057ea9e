/** Where the bars of one outcome stand: the middle of the group, and the left edge of each series' bar. */
type Group = { middle: number; left: number[] };
/** Bars side by side, a group for each outcome. Lengths are in the units of `width`. */
export type GroupedBars = { groups: Group[]; barWidth: number; groupWidth: number };

const gapShare = 0.3;
const betweenBars = 5;
const widestBar = 52;

/** Lays `series` bars for each of `outcomes` outcomes out over `width`, from `start`. Bars grow with the room, up to a limit. */
export function groupedBars(outcomes: number, series: number, start: number, width: number): GroupedBars {
  const groupWidth = width / outcomes;
  const between = Math.min(betweenBars, groupWidth * 0.08) * (series - 1);
  const barWidth = Math.min(widestBar, (groupWidth * (1 - gapShare) - between) / series);
  const used = barWidth * series + between;
  const groups = Array.from({ length: outcomes }, (_, outcome) => {
    const middle = start + groupWidth * (outcome + 0.5);
    const step = series > 1 ? barWidth + between / (series - 1) : 0;
    return { middle, left: Array.from({ length: series }, (_, index) => middle - used / 2 + index * step) };
  });
  return { groups, barWidth, groupWidth };
}
