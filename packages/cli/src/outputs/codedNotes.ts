/** What has to be known of files that are 16-bit codes of llama.cpp. */
export function codedNotes(files: readonly string[]): string[] {
  if (files.length === 0) return [];
  return [
    `rows of ${files.join(" and ")} are 16-bit codes, cut 16 nats below their likeliest outcome, and made to sum to 1 again; rows compared with them are cut likewise. What was below the cut counts as if it were at it, which moves perplexities and entropies; and divergences are known no finer than a step of the codes`,
  ];
}
