import { fill } from "../words/fill.ts";

type Page = { url: string; excerpt: string; meta: { title?: string } };
type Index = {
  debouncedSearch(query: string): Promise<{ results: { data(): Promise<Page> }[] } | null>;
};

const most = 8;

/** Answers what is typed into a search, from the index Pagefind writes after the build. */
export async function answerSearch(search: HTMLElement): Promise<void> {
  const { none = "", one = "", some = "", failed = "" } = search.dataset;
  const input = search.querySelector("input")!;
  const status = search.querySelector(".search-status")!;
  const list = search.querySelector("ol")!;
  const index: Promise<Index> = import(/* @vite-ignore */ `${import.meta.env.BASE_URL}pagefind/pagefind.js`);

  const look = async () => {
    const query = input.value.trim();
    const found = query ? await (await index).debouncedSearch(query) : undefined;
    if (found === null || query !== input.value.trim()) return;
    const pages = await Promise.all((found?.results ?? []).slice(0, most).map((result) => result.data()));
    list.replaceChildren(...pages.map(entry));
    const count = String(pages.length);
    status.textContent =
      query && fill(pages.length === 0 ? none : pages.length === 1 ? one : some, { query, count });
  };

  input.addEventListener("input", look);
  try {
    await index;
    await look();
  } catch {
    status.textContent = failed;
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
