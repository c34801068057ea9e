/** What has to be known of files that are 16-bit codes of llama.cpp. */
export function codedNotes(files: readonly string[]): string[] {
  if (files.length === 0) return [];
  return [
    `rows of ${files.join(" and ")} are 16-bit codes, cut 16 nats below their likeliest outcome, and made to sum to 1 again: divergences are known no finer than a step of them`,
  ];
}
