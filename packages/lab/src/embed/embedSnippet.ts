import { copyText } from "../figure/copyText.ts";
import { languageOf } from "../words/language.ts";
import { addressOf, hideable, snippetOf } from "./snippet.ts";

/** The form that makes the lines for framing a figure, brought to life. */
class EmbedSnippet extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener("input", () => this.#write());
    this.querySelector("button")!.addEventListener("click", () => this.#copy());
    this.#write();
  }

  #write(): void {
    const { language } = this.dataset;
    const { selectedOptions } = this.querySelector("select")!;
    const { value: instrument = "", text: title = "" } = selectedOptions[0] ?? {};
    const chosen = [...this.querySelectorAll<HTMLInputElement>("[name=hide]:checked")].map(
      ({ value }) => value,
    );
    const embedding = {
      origin: location.origin,
      language: languageOf(language),
      instrument,
      title,
      hide: hideable.filter((part) => chosen.includes(part)),
      link: this.querySelector<HTMLInputElement>("[name=link]")!.value,
    };
    this.querySelector("code")!.textContent = snippetOf(embedding);
    this.querySelector("a")!.href = addressOf(embedding);
  }

  async #copy(): Promise<void> {
    const { words = "" } = this.dataset;
    const { copied, copyFailed } = JSON.parse(words);
    const isCopied = await copyText(this.querySelector("code")!.textContent);
    this.querySelector("[role=status]")!.textContent = isCopied ? copied : copyFailed;
  }
}

customElements.define("embed-snippet", EmbedSnippet);
