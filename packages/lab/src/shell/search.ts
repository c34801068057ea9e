/** The search of the book: a dialog whose answers are loaded once it is opened. */
class SiteSearch extends HTMLElement {
  connectedCallback(): void {
    const dialog = this.querySelector("dialog")!;
    const input = this.querySelector("input")!;
    let isAnswered = false;

    const open = async () => {
      dialog.showModal();
      input.select();
      if (isAnswered) return;
      isAnswered = true;
      const { answerSearch } = await import("./searchResults.ts");
      await answerSearch(this);
    };

    this.querySelector(".search-open")!.addEventListener("click", open);
    input.addEventListener("keydown", (event) => {
      // Otherwise the first Escape would only empty the field.
      if (event.key === "Escape") dialog.close();
    });
    dialog.addEventListener("click", (event) => {
      if (event.target === dialog) dialog.close();
    });
    this.querySelector(".search-close")!.addEventListener("click", () => dialog.close());
    this.querySelector("form")!.addEventListener("submit", (event) => {
      event.preventDefault();
      this.querySelector<HTMLElement>("ol a")?.click();
    });
    addEventListener("keydown", (event) => {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      if (dialog.open) dialog.close();
      else void open();
    });
  }
}

customElements.define("site-search", SiteSearch);
