import { expect, test } from "vitest";
import { addressOf, type Embedding, snippetOf } from "../../src/embed/snippet.ts";

const duel: Embedding = {
  origin: "https://example.org",
  language: "es",
  instrument: "duel",
  title: "Dos «P & Q»",
  hide: [],
  link: "",
};

test("a snippet frames the figure and loads what fits it in", () => {
  expect(snippetOf(duel)).toBe(
    '<iframe src="https://example.org/embed/es/duel/" title="Dos «P &amp; Q»" width="100%" height="800" style="border: 0"></iframe>\n' +
      '<script src="https://example.org/embed.js"></script>',
  );
});

test("an address carries what is hidden, and the state of a link to any figure of the kind", () => {
  expect(addressOf({ ...duel, hide: ["controls", "values"] })).toBe(
    "https://example.org/embed/es/duel/?hide=controls,values",
  );
  const link = " https://example.org/en/book/kl-divergence/?hide=command#films=1~a,b~.5,.5~1,0 ";
  expect(addressOf({ ...duel, link })).toBe("https://example.org/embed/es/duel/#duel=1~a,b~.5,.5~1,0");
});

test.each(["nonsense", "#", "#films=", '#films=1"><script>', "#films=1 onload=x"])(
  "a link that is none changes nothing: %s",
  (link) => expect(addressOf({ ...duel, link })).toBe(addressOf(duel)),
);
