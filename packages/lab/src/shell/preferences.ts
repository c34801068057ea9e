import type { Unit } from "@surprisal/core";
import { unit } from "../preferences.ts";

for (const select of document.querySelectorAll<HTMLSelectElement>("select[data-unit]")) {
  unit.subscribe((value) => {
    select.value = value;
  });
  select.addEventListener("change", () => unit.set(select.value as Unit));
}

for (const button of document.querySelectorAll("[data-theme-toggle]")) {
  button.addEventListener("click", () => document.dispatchEvent(new Event("surprisal-theme")));
}

// The state of a figure lives in the hash of the address and what is hidden of it in the query, and both go along into the other language.
for (const link of document.querySelectorAll<HTMLAnchorElement>("a[data-language]")) {
  link.addEventListener("click", () => {
    link.hash = location.hash;
    link.search = location.search;
  });
}
