/** What readers write into names, in English. */
const inSpanish: readonly (readonly [RegExp, string])[] = [
  [/^sha256 of the targets/, "sha256 de los objetivos"],
  [/^sha256 of the text/, "sha256 del texto"],
  [/^its own tokens$/, "sus propios tokens"],
  [/, shifted$/, ", desplazados"],
  [/^line (\d+)/, "línea $1"],
  [/^record (\d+)/, "registro $1"],
  [/, choice (\d+)/, ", opción $1"],
  [/, prompt$/, ", entrada"],
  [/^safetensors index$/, "índice de safetensors"],
  [/^llama\.cpp base$/, "base de llama.cpp"],
  [/^plain$/, "forma propia"],
];

/** A name as a reader of files gives it (of a sequence, a format, where targets are from, a text by its digest), for somebody who reads another language. */
export function readerText(said: string, language: "en" | "es"): string {
  if (language === "en") return said;
  return inSpanish.reduce((text, [english, spanish]) => text.replace(english, spanish), said);
}
