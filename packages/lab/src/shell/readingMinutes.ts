const wordsPerMinute = 200;
const minutesPerFigure = 3;

/** Minutes a lesson takes: its words read at an unhurried pace, and the time to play with each figure. */
export function readingMinutes(mdx: string): number {
  const prose = mdx.replaceAll(/^(import|export) .*$/gm, "").replaceAll(/<[^>]*>/g, " ");
  const words = prose.match(/[\p{L}\p{N}’'-]+/gu)?.length ?? 0;
  const instruments = [...mdx.matchAll(/^import (\w+) from "[^"]*\/instruments\//gm)].map(([, name]) => name);
  const figures =
    instruments.length > 0 ? (mdx.match(new RegExp(`<(${instruments.join("|")})\\b`, "g"))?.length ?? 0) : 0;
  return Math.max(1, Math.round(words / wordsPerMinute + figures * minutesPerFigure));
}
