import fc from "fast-check";
import { expect, test } from "vitest";
import { html, jsonInScript } from "../../src/report/html.ts";

test("what fills a gap is escaped, unless it is markup, and nothing is left for undefined and false", () => {
  const bold = html`<b>${"<&>\"'"}</b>`;
  expect(bold.html).toBe("<b>&lt;&amp;&gt;&quot;&#39;</b>");
  expect(html`${bold}${undefined}${false}${0}${["<", bold]}`.html).toBe(`${bold.html}0&lt;${bold.html}`);
});

test("no text begins a tag or ends an attribute", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(html`${text}`.html).not.toMatch(/[<>"']/);
    }),
  );
});

test("JSON in a script element is the same value, and has no tag in it", () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom("</script>", "<!--", "<b>"), (value, tag) => {
      const { html: text } = jsonInScript([value, tag]);
      expect(text).not.toContain("<");
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify([value, tag])));
    }),
  );
});
