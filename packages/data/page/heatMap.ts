import { type Shading, shadeOf } from "../src/report/shading.ts";
import { opensWord, shownText } from "../src/report/shownToken.ts";
import { make } from "./make.ts";
import { partOf, type Section } from "./section.ts";
import type { Keep } from "./showTokens.ts";

interface Listener {
  /** A token is pointed at. */
  look(row: number): void;
  /** A token is gone to. */
  go(row: number): void;
  /** Another page of the text is shown: tokens from `from`, before `to`. */
  turned(from: number, to: number): void;
}

interface HeatMap {
  draw(shading: Shading, keep: Keep | undefined): void;
  goTo(row: number): void;
  turn(pages: number): void;
}

/** The text, shaded: one stop for the keyboard, in which arrow keys go from token to token. */
export function heatMap(section: Section, listener: Listener): HeatMap {
  const { table, page, words, name } = section;
  const box = partOf(section, "tokens");
  const attributes = { role: "listbox", tabindex: "0", "aria-label": `${words.list}. ${words.keys}` };
  for (const [key, value] of Object.entries(attributes)) box.setAttribute(key, value);
  let start = 0;
  let active = 0;
  let spans: HTMLSpanElement[] = [];
  let how: [Shading, Keep | undefined] | undefined;

  const end = () => Math.min(table.tokens, start + page);

  function draw(shading: Shading, keep: Keep | undefined): void {
    how = [shading, keep];
    spans = [];
    const nodes: Node[] = [];
    for (let row = start; row < end(); row++) {
      if (row > start && table.sequence[row] !== table.sequence[row - 1])
        nodes.push(make("hr", { role: "presentation" }));
      const kept = keep?.(row) ?? true;
      const text = table.text?.[row];
      const classes = [
        kept ? shadeOf(shading, row) : "other",
        text === undefined && "id",
        opensWord(text) && "word",
        row === active && "active",
      ].filter(Boolean);
      const blank = text !== undefined && text.trim() === "";
      const span = make(
        "span",
        {
          role: "option",
          ...(blank && { "aria-label": section.token(row) }),
          id: `${name}-${row}`,
          "aria-selected": String(row === active),
          class: classes.join(" "),
        },
        text === undefined ? section.token(row) : shownText(text),
      );
      spans.push(span);
      if (opensWord(text)) nodes.push(make("wbr"));
      nodes.push(span);
    }
    box.replaceChildren(...nodes);
    if (active >= start && active < end()) box.setAttribute("aria-activedescendant", `${name}-${active}`);
    else box.removeAttribute("aria-activedescendant");
    listener.turned(start, end());
  }

  function goTo(row: number): void {
    const before = spans[active - start];
    active = Math.max(0, Math.min(table.tokens - 1, row));
    if (active < start || active >= end()) {
      start = page * Math.floor(active / page);
      draw(...how!);
    } else {
      before?.classList.remove("active");
      before?.setAttribute("aria-selected", "false");
      spans[active - start]!.classList.add("active");
      spans[active - start]!.setAttribute("aria-selected", "true");
      box.setAttribute("aria-activedescendant", `${name}-${active}`);
    }
    spans[active - start]!.scrollIntoView({ block: "nearest" });
    listener.go(active);
  }

  /** The token in the line above or below that is nearest. */
  function across(lines: 1 | -1): number {
    const here = spans[active - start]!.getBoundingClientRect();
    const far = lines > 0 ? spans.slice(active - start + 1) : spans.slice(0, active - start).reverse();
    let best: HTMLSpanElement | undefined;
    let top: number | undefined;
    let least = Infinity;
    for (const span of far) {
      const { top: at, left } = span.getBoundingClientRect();
      if (Math.abs(at - here.top) < here.height / 2) continue;
      top ??= at;
      if (Math.abs(at - top) > here.height / 2) break;
      if (Math.abs(left - here.left) < least) [best, least] = [span, Math.abs(left - here.left)];
    }
    return best ? start + spans.indexOf(best) : active + lines;
  }

  const turn = (pages: number) => {
    const to = start + pages * page;
    if (to < table.tokens) goTo(to);
  };

  const keys: Record<string, () => void> = {
    ArrowRight: () => goTo(active + 1),
    ArrowLeft: () => goTo(active - 1),
    ArrowDown: () => goTo(across(1)),
    ArrowUp: () => goTo(across(-1)),
    PageDown: () => turn(1),
    PageUp: () => turn(-1),
    Home: () => goTo(0),
    End: () => goTo(table.tokens - 1),
    Enter: () => goTo(active),
  };
  box.addEventListener("keydown", (event) => {
    const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
  const rowAt = (target: EventTarget | null) => {
    const span = (target as Element).closest<HTMLSpanElement>("[role=option]");
    return span ? start + spans.indexOf(span) : undefined;
  };
  box.addEventListener("click", (event) => {
    const row = rowAt(event.target);
    if (row !== undefined) goTo(row);
  });
  box.addEventListener("pointerover", (event) => {
    const row = rowAt(event.target);
    if (row !== undefined && event.pointerType === "mouse") listener.look(row);
  });
  box.addEventListener("pointerleave", (event) => {
    if (event.pointerType === "mouse") listener.look(active);
  });

  return {
    draw,
    turn,
    goTo(row) {
      box.focus({ preventScroll: true });
      goTo(row);
    },
  };
}
