import type { APIRoute } from "astro";
import { exampleFiles } from "../../../tokens/example/models.ts";
import { exampleNames } from "../../../tokens/example/names.ts";
import { type Language, languages } from "../../../words/language.ts";

type Part = keyof typeof exampleNames;

/** The files that the page of tokens has for an example, as a program would have saved them. */
export const GET: APIRoute = ({ params, props }) => {
  const { part } = props as { part: Part };
  return new Response(exampleFiles(params["language"] as Language)[part], {
    headers: { "content-type": part === "vocabulary" ? "application/json" : "application/octet-stream" },
  });
};

export function getStaticPaths() {
  return languages.flatMap((language) =>
    Object.entries(exampleNames).map(([part, file]) => ({ params: { language, file }, props: { part } })),
  );
}
