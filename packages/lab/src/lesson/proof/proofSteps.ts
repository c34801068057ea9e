import { answeredQuestions, recordAnswer } from "../../questions/progressStore.ts";
import { fill } from "../../words/fill.ts";
import type { LessonWords } from "../words/en.ts";
import { type BlankSpec, faultIn } from "./blank.ts";
import { makeMovable } from "./moves.ts";
import { firstOutOfPlace, seedOf, shuffled } from "./order.ts";

type Words = LessonWords["proof"] & Pick<LessonWords, "notANumber">;
type Phase = "order" | "justify" | "done";

/** A proof on the page, brought to life: lines to order, then reasons to choose and blanks to fill, then done. */
class ProofSteps extends HTMLElement {
  #words!: Words;
  #list!: HTMLElement;
  /** The lines in their right order. */
  #lines!: HTMLElement[];
  #rename!: () => void;

  connectedCallback(): void {
    if (this.#lines) return;
    this.#words = JSON.parse(this.dataset["words"]!);
    this.#list = this.querySelector<HTMLElement>(".proof-lines")!;
    this.#lines = [...this.#list.children] as HTMLElement[];
    const { up, down, moved } = this.#words;
    this.#rename = makeMovable(
      this.#list,
      (way, line) => fill(way === "up" ? up : down, { line: String(line) }),
      (line) =>
        this.#say(fill(moved, { line: String(this.#placeOf(line) + 1), total: String(this.#lines.length) })),
    );
    for (const line of this.#lines) if (says(line)["because"]) line.append(this.#chooser());
    this.#on(".proof-check", () => this.#check());
    this.#on(".proof-show", () => this.#enter("done"));
    this.#on(".proof-again", () => this.#begin());
    for (const { input } of this.#blanks())
      input.addEventListener("keydown", (event) => {
        if (event.key !== "Enter") return;
        // Or it would press the button that gets the focus next.
        event.preventDefault();
        this.#check();
      });
    addEventListener("beforeprint", () => this.#list.append(...this.#lines));
    if (answeredQuestions(this.dataset["lesson"]!).includes(this.id)) this.#enter("done", this.#words.proved);
    else this.#begin();
  }

  #on(selector: string, run: () => void): void {
    this.querySelector(selector)!.addEventListener("click", run);
  }

  #begin(): void {
    for (const select of this.querySelectorAll("select")) select.value = "";
    for (const { input } of this.#blanks()) input.value = "";
    if (this.dataset["ordered"] === "true") {
      this.#enter("justify");
    } else {
      const order = shuffled(this.#lines.length, seedOf(this.id));
      this.#list.append(...order.map((line) => this.#lines[line]!));
      this.#rename();
      this.#enter("order");
    }
  }

  #enter(phase: Phase, text = ""): void {
    const { order, justify, justifyOnly } = this.#words;
    if (phase === "done") this.#list.append(...this.#lines);
    this.dataset["phase"] = phase;
    const task = { order, justify: this.dataset["ordered"] === "true" ? justifyOnly : justify, done: "" }[
      phase
    ];
    this.querySelector(".proof-task")!.textContent = task;
    this.#list.querySelectorAll("select").forEach((select, index) => {
      select.setAttribute("aria-label", fill(this.#words.whyLine, { line: String(index + 1) }));
    });
    this.#say(text, phase === "done" && text !== "");
  }

  #check(): void {
    if (this.dataset["phase"] === "order") this.#checkOrder();
    else this.#finish(this.#problemOfReasons() ?? this.#problemOfBlanks());
  }

  #checkOrder(): void {
    const problem = this.#problemOfOrder();
    const next = this.querySelector<HTMLElement>("select, [data-blank] input");
    if (problem || !next) {
      this.#finish(problem);
    } else {
      this.#enter("justify");
      next.focus();
    }
  }

  #finish(problem: string | undefined): void {
    if (problem) {
      this.#say(problem);
    } else {
      recordAnswer(this.dataset["lesson"]!, this.id);
      this.#enter("done", this.#words.proved);
      this.querySelector<HTMLElement>(".proof-again")!.focus();
    }
  }

  #problemOfOrder(): string | undefined {
    const shown = [...this.#list.children] as HTMLElement[];
    const place = firstOutOfPlace(shown.map((line) => this.#lines.indexOf(line)));
    if (place === undefined) return undefined;
    return fill(this.#words.early, { line: String(place + 1), reply: says(shown[place]!)["early"] ?? "" });
  }

  #problemOfReasons(): string | undefined {
    for (const [index, line] of this.#lines.entries()) {
      const chosen = line.querySelector("select")?.value;
      if (chosen === undefined) continue;
      const number = String(index + 1);
      if (chosen === "") return fill(this.#words.noReason, { line: number });
      if (chosen !== line.dataset["step"])
        return fill(this.#words.wrongReason, {
          line: number,
          reply: says(line)[chosen] ?? this.#words.otherReason,
        });
    }
    return undefined;
  }

  #problemOfBlanks(): string | undefined {
    for (const { spec, input } of this.#blanks()) {
      const fault = faultIn(spec, input.value);
      if (fault === "notANumber") return this.#words.notANumber;
      if (fault) return spec.says[fault];
    }
    return undefined;
  }

  #blanks(): { spec: BlankSpec; input: HTMLInputElement }[] {
    return [...this.querySelectorAll<HTMLElement>("[data-blank]")].map((blank) => ({
      spec: JSON.parse(blank.dataset["blank"]!),
      input: blank.querySelector("input")!,
    }));
  }

  /** All the reasons of the proof, in the order of the alphabet, which says nothing of theirs. */
  #chooser(): HTMLElement {
    const select = document.createElement("select");
    select.className = "field proof-why";
    select.append(new Option(this.#words.why, ""));
    const justified = this.#lines.filter((line) => says(line)["because"]);
    const reasons = justified.map((line) => new Option(says(line)["because"], line.dataset["step"]!));
    select.append(...reasons.sort((a, b) => a.text.localeCompare(b.text)));
    return select;
  }

  #placeOf(line: HTMLElement): number {
    return [...this.#list.children].indexOf(line);
  }

  #say(text: string, right = false): void {
    const verdict = this.querySelector<HTMLElement>(".proof-verdict")!;
    verdict.classList.toggle("right", right);
    verdict.textContent = text;
  }
}

const says = (line: HTMLElement): Record<string, string> => JSON.parse(line.dataset["says"]!);

customElements.define("proof-steps", ProofSteps);
