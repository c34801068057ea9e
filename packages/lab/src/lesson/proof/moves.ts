/**
 * Lets the lines of a list be moved: by the buttons put into each, by the arrow keys on them, and by dragging a line's number.
 *
 * @param label Names the button that moves the line of a number up or down.
 * @returns Renames the buttons, for whoever has moved lines otherwise.
 */
export function makeMovable(
  list: HTMLElement,
  label: (way: "up" | "down", line: number) => string,
  onmove: (line: HTMLElement) => void,
): () => void {
  const lines = () => [...list.children] as HTMLElement[];

  function move(line: HTMLElement, by: -1 | 1): void {
    const other = by < 0 ? line.previousElementSibling : line.nextElementSibling;
    if (!other) return;
    // The other one is moved, so that what has the focus or the pointer stays in the document.
    if (by < 0) line.after(other);
    else line.before(other);
    rename();
    onmove(line);
  }

  function rename(): void {
    lines().forEach((line, index, { length }) => {
      for (const button of line.querySelectorAll<HTMLElement>("[data-by]")) {
        const by = Number(button.dataset["by"]);
        button.setAttribute("aria-label", label(by < 0 ? "up" : "down", index + 1));
        button.setAttribute("aria-disabled", String(by < 0 ? index === 0 : index === length - 1));
      }
    });
  }

  for (const line of lines()) line.prepend(controls());
  rename();

  list.addEventListener("click", (event) => {
    const button = (event.target as Element).closest<HTMLElement>("[data-by]");
    if (button) move(button.closest("li")!, button.dataset["by"] === "-1" ? -1 : 1);
  });

  list.addEventListener("keydown", (event) => {
    const button = (event.target as Element).closest<HTMLElement>("[data-by]");
    if (!button || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
    event.preventDefault();
    move(button.closest("li")!, event.key === "ArrowUp" ? -1 : 1);
  });

  list.addEventListener("pointerdown", (event) => {
    const handle = (event.target as Element).closest<HTMLElement>(".proof-number");
    if (!handle || event.button !== 0) return;
    event.preventDefault();
    const line = handle.closest("li")!;
    const follow = ({ clientY }: PointerEvent) => {
      const above = line.previousElementSibling?.getBoundingClientRect();
      const below = line.nextElementSibling?.getBoundingClientRect();
      const { height } = line.getBoundingClientRect();
      // A neighbour gives way once the pointer is where the line would then lie.
      if (above && clientY < above.top + Math.min(above.height, height)) move(line, -1);
      else if (below && clientY > below.bottom - Math.min(below.height, height)) move(line, 1);
    };
    const release = () => {
      line.classList.remove("held");
      for (const type of ["pointerup", "pointercancel"] as const) handle.removeEventListener(type, release);
      handle.removeEventListener("pointermove", follow);
    };
    handle.setPointerCapture(event.pointerId);
    line.classList.add("held");
    handle.addEventListener("pointermove", follow);
    for (const type of ["pointerup", "pointercancel"] as const) handle.addEventListener(type, release);
  });
  return rename;
}

function controls(): HTMLElement {
  const box = document.createElement("div");
  box.className = "proof-move";
  const number = document.createElement("span");
  number.className = "proof-number";
  const arrows = document.createElement("span");
  arrows.className = "proof-arrows";
  arrows.append(button("-1", "↑"), button("1", "↓"));
  box.append(number, arrows);
  return box;
}

function button(by: string, sign: string): HTMLElement {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "button plain";
  made.dataset["by"] = by;
  made.textContent = sign;
  return made;
}
