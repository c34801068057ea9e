/** What has to be known of files that are 16-bit codes of llama.cpp. */
export function codedNotes(files: readonly string[]): string[] {
  if (files.length === 0) return [];
  return [
    `rows of ${files.join(" and ")} are 16-bit codes, cut 16 nats below their likeliest outcome; rows compared with them are cut likewise. What was below the cut counts as if it were at it: entropies come out too high, and what came from there too likely; and divergences are known no finer than a step of the codes`,
  ];
}
