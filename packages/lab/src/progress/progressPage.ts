import { followProgress } from "../questions/onDevice.ts";
import { daysIn, type Progress, readProgress } from "../questions/progress.ts";
import { addProgress, eraseProgress, keptProgress } from "../questions/progressStore.ts";
import { fill } from "../words/fill.ts";
import { isDue } from "./due.ts";
import type { ProgressWords } from "./words/en.ts";

/** The page of one's progress, brought to life. */
class ProgressPage extends HTMLElement {
  #words!: ProgressWords;
  /** What was erased while this page was open. */
  #erased: Progress | undefined;

  connectedCallback(): void {
    if (this.#words) return;
    const { words = "" } = this.dataset;
    this.#words = JSON.parse(words);
    const file = this.querySelector<HTMLInputElement>("input[type=file]")!;
    this.#button("save").addEventListener("click", () => this.#save());
    this.#button("bring").addEventListener("click", () => file.click());
    file.addEventListener("change", () => this.#bring(file));
    this.#button("erase").addEventListener("click", () => this.#erase());
    this.#button("putBack").addEventListener("click", () => this.#putBack());
    followProgress(() => this.#show());
  }

  #show(): void {
    const progress = keptProgress();
    const now = new Date();
    for (const row of this.querySelectorAll<HTMLElement>("[data-lesson]")) {
      const { lesson = "" } = row.dataset;
      const days = daysIn(progress, lesson);
      const links = [...row.querySelectorAll<HTMLElement>("[data-question]")];
      const states = links.map(({ dataset: { question = "" } }) => stateOf(days[question], now));
      for (const [i, link] of links.entries()) {
        const name = fill(this.#words.question, { number: String(i + 1) });
        link.setAttribute("data-state", states[i]!);
        link.ariaLabel = `${name}, ${this.#words[states[i]!]}`;
      }
      const isComplete = links.length > 0 && !states.includes("open");
      const last = Object.values(days).sort().at(-1) ?? "";
      row.querySelector(".last")!.textContent = isComplete ? this.#words.complete : last && this.#dayOf(last);
    }
    const isAnyDue = this.querySelector("a[data-state=due]") !== null;
    this.querySelector<HTMLElement>(".review")!.hidden = !isAnyDue;
  }

  #dayOf(day: string): string {
    const style = { day: "numeric", month: "long", year: "numeric" } as const;
    return new Date(`${day}T12:00`).toLocaleDateString(document.documentElement.lang, style);
  }

  async #save(): Promise<void> {
    const { download } = await import("../figure/saveFile.ts");
    const text = JSON.stringify(keptProgress(), null, 2);
    download(`${this.#words.fileName}.json`, new Blob([text], { type: "application/json" }));
  }

  async #bring(field: HTMLInputElement): Promise<void> {
    const [file] = field.files ?? [];
    if (!file) return;
    const progress = file.size < 1e6 ? readProgress(await file.text()) : undefined;
    field.value = "";
    const before = JSON.stringify(keptProgress());
    if (progress) addProgress(progress);
    const isNew = JSON.stringify(keptProgress()) !== before;
    const sentence = progress ? (isNew ? "added" : "nothingNew") : "refused";
    this.#say(fill(this.#words[sentence], { file: file.name }));
  }

  #erase(): void {
    this.#erased = keptProgress();
    eraseProgress();
    this.#button("putBack").hidden = false;
    this.#say(this.#words.erased);
  }

  #putBack(): void {
    if (this.#erased) addProgress(this.#erased);
    this.#erased = undefined;
    this.#button("erase").focus();
    this.#button("putBack").hidden = true;
    this.#say(this.#words.isBack);
  }

  #button(deed: string): HTMLButtonElement {
    return this.querySelector<HTMLButtonElement>(`[data-deed=${deed}]`)!;
  }

  #say(text: string): void {
    this.querySelector(".said")!.textContent = text;
  }
}

function stateOf(day: string | undefined, now: Date): "open" | "done" | "due" {
  if (day === undefined) return "open";
  return isDue(day, now) ? "due" : "done";
}

customElements.define("progress-page", ProgressPage);
