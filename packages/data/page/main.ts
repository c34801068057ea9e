import { offerTokens } from "./offerTokens.ts";
import { readSection } from "./section.ts";
import { showTokens } from "./showTokens.ts";

document.documentElement.classList.add("scripted");
for (const part of document.querySelectorAll<HTMLElement>("section.text")) {
  const section = readSection(part);
  showTokens(section);
  offerTokens(section);
}
