import { fill } from "../words/fill.ts";

type Page = { url: string; excerpt: string; meta: { title?: string } };
type Index = {
  debouncedSearch(query: string): Promise<{ results: { data(): Promise<Page> }[] } | null>;
};

const most = 8;

/** The search of the book: a dialog over the index Pagefind writes after the build, read only once it is opened. */
class SiteSearch extends HTMLElement {
  connectedCallback(): void {
    const { none = "", one = "", some = "", failed = "" } = this.dataset;
    const dialog = this.querySelector("dialog")!;
    const input = this.querySelector("input")!;
    const status = this.querySelector(".search-status")!;
    const list = this.querySelector("ol")!;
    let index: Promise<Index> | undefined;

    const open = () => {
      dialog.showModal();
      input.select();
      index ??= import(/* @vite-ignore */ `${import.meta.env.BASE_URL}pagefind/pagefind.js`);
      index.catch(() => {
        status.textContent = failed;
      });
    };

    const look = async () => {
      const query = input.value.trim();
      const found = query && index ? await (await index).debouncedSearch(query) : undefined;
      if (found === null || query !== input.value.trim()) return;
      const pages = await Promise.all((found?.results ?? []).slice(0, most).map((result) => result.data()));
      list.replaceChildren(...pages.map(entry));
      const count = String(pages.length);
      status.textContent =
        query && fill(pages.length === 0 ? none : pages.length === 1 ? one : some, { query, count });
    };

    this.querySelector(".search-open")!.addEventListener("click", open);
    input.addEventListener("input", look);
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
      list.querySelector("a")?.click();
    });
    addEventListener("keydown", (event) => {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      if (dialog.open) dialog.close();
      else open();
    });
  }
}

function entry(page: Page): HTMLLIElement {
  const item = document.createElement("li");
  const link = document.createElement("a");
  const excerpt = document.createElement("p");
  link.href = page.url;
  link.textContent = page.meta.title ?? page.url;
  excerpt.innerHTML = page.excerpt;
  item.append(link, excerpt);
  return item;
}

customElements.define("site-search", SiteSearch);
