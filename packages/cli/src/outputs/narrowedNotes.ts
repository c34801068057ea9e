/** What has to be known of files whose doubles are measured as singles. */
export function narrowedNotes(files: readonly string[]): string[] {
  if (files.length === 0) return [];
  return [
    `doubles of ${files.join(" and ")} are measured as singles, of seven digits: the farther logits are from 0, the coarser; subtract the largest of a row from it if they are far`,
  ];
}
