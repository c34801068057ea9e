import type { Page } from "@playwright/test";

/** Pairs of texts in the drawings of the page that lie on one another; turned texts are compared as they stand. */
export async function overlaps(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    // Two rectangles, turned as they may be, are apart if they are along an axis of the one or of the other.
    const reaches = (one: SVGTextElement, other: SVGTextElement) => {
      const toOne = one.getScreenCTM()!.inverse().multiply(other.getScreenCTM()!);
      const mine = one.getBBox();
      const { x, y, width, height } = other.getBBox();
      const corners = [
        [x, y],
        [x + width, y],
        [x, y + height],
        [x + width, y + height],
      ].map(([across, down]) => new DOMPoint(across, down).matrixTransform(toOne));
      const shared = (low: number, high: number, at: number[]) =>
        Math.min(high, Math.max(...at)) - Math.max(low, Math.min(...at));
      const across = shared(
        mine.x,
        mine.x + mine.width,
        corners.map((corner) => corner.x),
      );
      const down = shared(
        mine.y,
        mine.y + mine.height,
        corners.map((corner) => corner.y),
      );
      // A line of text is taller than its letters, which do not touch until a third of it is shared.
      return across > 1 && down > 0.35 * Math.min(mine.height, height);
    };
    return [...document.querySelectorAll("figure svg")].flatMap((drawing) => {
      const texts = [...drawing.querySelectorAll("text")].filter(
        (text) =>
          text.textContent!.trim() !== "" &&
          text.getBBox().width > 0 &&
          text.checkVisibility({ opacityProperty: true, visibilityProperty: true }),
      );
      return texts.flatMap((one, i) =>
        texts
          .slice(i + 1)
          .filter((other) => reaches(one, other) && reaches(other, one))
          .map(
            (other) =>
              `${drawing.closest("figure")?.id}: “${one.textContent!.trim()}” on “${other.textContent!.trim()}”`,
          ),
      );
    });
  });
}
