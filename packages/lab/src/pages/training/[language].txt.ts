import type { APIRoute } from "astro";
import { trainingText } from "../../instruments/shannonGame/training.ts";
import { languageOf, languages } from "../../words/language.ts";

/** What the rival of the guessing game has read, one file for each language. */
export const GET: APIRoute = ({ params }) =>
  new Response(trainingText(languageOf(params["language"])), {
    headers: { "content-type": "text/plain; charset=utf-8" },
  });

export function getStaticPaths() {
  return languages.map((language) => ({ params: { language } }));
}
