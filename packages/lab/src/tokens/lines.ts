/**
 * The token above or below one, in the line before or after it: the nearest to the same place across.
 *
 * @param token An element that stands in a text of such elements, each with its row.
 * @returns Its row; undefined if no such line is drawn.
 */
export function inNextLine(token: HTMLElement, by: 1 | -1): number | undefined {
  const text = token.closest("[role=listbox]");
  if (!text) return undefined;
  const all = [...text.querySelectorAll<HTMLElement>("[data-row]")];
  const from = lastBox(token);
  const middle = (from.left + from.right) / 2;
  const beyond = (box: DOMRect) => by * (box.top - from.top) > from.height / 2;
  const ahead = by > 0 ? all.slice(all.indexOf(token) + 1) : all.slice(0, all.indexOf(token)).reverse();
  let line: number | undefined;
  let nearest: { row: number; distance: number } | undefined;
  for (const other of ahead) {
    const box = lastBox(other);
    if (!beyond(box)) continue;
    line ??= box.top;
    if (by * (box.top - line) > from.height / 2) break;
    const distance = Math.max(0, box.left - middle, middle - box.right);
    if (!nearest || distance < nearest.distance) nearest = { row: Number(other.dataset["row"]), distance };
  }
  return nearest?.row;
}

/** Where a token that may be broken over two lines ends. */
function lastBox(token: HTMLElement): DOMRect {
  const boxes = token.getClientRects();
  return boxes[boxes.length - 1] ?? token.getBoundingClientRect();
}
