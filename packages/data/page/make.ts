/** An element with attributes and children; text never becomes markup. */
export function make<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

/** A text with its gaps, written `{name}`, filled. */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => values[name]!);
}

/** A label with a choice in it. */
export function chooser(
  label: string,
  choices: Readonly<Record<string, string>>,
  choose: (value: string) => void,
): HTMLLabelElement {
  const options = Object.entries(choices).map(([value, text]) => make("option", { value }, text));
  const select = make("select", {}, ...options);
  select.addEventListener("change", () => choose(select.value));
  return make("label", {}, `${label} `, select);
}

export function button(text: string, press: () => void): HTMLButtonElement {
  const made = make("button", { type: "button" }, text);
  made.addEventListener("click", press);
  return made;
}
