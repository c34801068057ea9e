import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { inUnit } from "@surprisal/core";
import { describe, expect, test } from "vitest";
import { readHash } from "../../src/figure/hash.ts";
import { measure as duel } from "../../src/instruments/duel/model.ts";
import { measure as fit } from "../../src/instruments/fit/model.ts";
import { slopesOf } from "../../src/instruments/gradients/slopes.ts";
import { measure as reading } from "../../src/instruments/perplexity/model.ts";
import { measure as pmf } from "../../src/instruments/pmfLab/model.ts";
import { measure as game } from "../../src/instruments/questions/model.ts";
import { measure as word } from "../../src/instruments/temperature/model.ts";
import { read } from "../../src/instruments/units/model.ts";
import { endingOf } from "../../src/instruments/vae/finished.ts";
import { measure as inference, knownOf } from "../../src/instruments/vi/model.ts";
import { printed } from "../../src/reference/errata.ts";
import { type OpeningName, openingsIn } from "../../src/reference/openings.ts";
import { hashOf, type Opening, places } from "../../src/reference/places.ts";
import { languages } from "../../src/words/language.ts";

const docs = join(import.meta.dirname, "../../src/content/docs");
const pageOf = (language: string, page: string) => readFileSync(join(docs, language, `${page}.mdx`), "utf8");

/** What the link of an opening brings to its figure. */
function arrived<Sent extends Opening>(opening: Sent): Sent["state"] {
  const known: Opening = opening;
  const { id, decode } = places[known.kind];
  return decode(readHash(`#${hashOf(known)}`, id)!).state as Sent["state"];
}

describe.each(languages)("%s", (language) => {
  const openings = openingsIn(language);
  const bits = (nats: number | undefined) => inUnit(nats!, "bits");

  test.each(Object.keys(openings) as OpeningName[])(
    "%s arrives as it was sent, at a figure that is there",
    (name) => {
      const opening: Opening = openings[name];
      expect(arrived(opening)).toEqual(opening.state);
      const { page, id } = places[opening.kind];
      if (opening.kind !== "bench") expect(pageOf(language, page)).toContain(` id="${id}"`);
    },
  );

  test("every link of the reference pages has its opening, and every opening a link", () => {
    const linked = readdirSync(join(docs, language, "reference")).flatMap((file) =>
      [...pageOf(language, `reference/${file.slice(0, -4)}`).matchAll(/<OpenFigure state="(\w+)">/g)].map(
        ([, name]) => name!,
      ),
    );
    expect([...new Set(linked)].sort()).toEqual(Object.keys(openings).sort());
  });

  test("the figures show what the errata say", () => {
    const films = duel(arrived(openings.films));
    expect(bits(films.crossEntropy)).toBeCloseTo(2.2369655942, 8);
    expect(Math.abs(bits(films.crossEntropy) - printed.filmsCost)).toBeGreaterThan(0.01);
    expect(arrived(openings.tenses).p).toMatchObject({ text: "0.6,0.1,0.1,0.1,0.1" });
    expect(bits(pmf(arrived(openings.halfZero)).entropy)).toBe(1);
    expect(duel(arrived(openings.student)).forward).toBe(Infinity);
    expect(duel(arrived(openings.student)).reverse).toBeCloseTo(0.6153107746, 8);
    const { p, q } = arrived(openings.forgotten);
    expect(slopesOf(p, q, "logits", "forward").gradient[2]).toBeCloseTo(-0.02, 15);
    expect(slopesOf(p, q, "probabilities", "reverse").gradient[2]).toBe(-Infinity);
    expect(bits(word(arrived(openings.cold)).fromP)).toBeCloseTo(0.6547, 4);
    expect(bits(word(arrived(openings.warm)).fromP)).toBeCloseTo(0.0531, 4);
    expect(read(arrived(openings.threeBits), "perplexity")).toBe(printed.perplexities[1]);
    expect(read(arrived(openings.threeNats), "perplexity")).toBeCloseTo(20.0855, 4);
    const [coarse, fine] = [arrived(openings.coarse), arrived(openings.fine)];
    expect(read(coarse, "perplexity")).toBeGreaterThan(read(fine, "perplexity"));
    expect(read(coarse, "bits", "character")).toBeLessThan(read(fine, "bits", "character"));
    const wrong = reading(arrived(openings.sureAndWrong));
    expect(Math.exp(wrong.paid!)).toBeCloseTo(100, 6);
    expect(Math.exp(wrong.expected!)).toBeLessThan(1.3);
    expect(Math.exp(duel(arrived(openings.sure)).crossEntropy)).toBeCloseTo(50, 6);
    const asked = game(arrived(openings.rare));
    expect([asked.longest, bits(asked.entropy)]).toEqual([1, expect.closeTo(0.4689955936, 8)]);
    const { gap, least } = inference(arrived(openings.untilted));
    expect(gap).toBeCloseTo(least, 8);
    expect(arrived(openings.untilted).q[0].sd).toBeLessThan(knownOf(arrived(openings.untilted)).sd / 1.9);
    expect(endingOf(arrived(openings.silent).beta).rate).toBeLessThan(0.01);
    expect(duel(arrived(openings.sharpened)).entropyQ).toBeLessThan(
      duel(arrived(openings.sharpened)).entropyP,
    );
  });

  test("the two hills are in nats, with the divergences of the errata", () => {
    const both = (name: "broad" | "oneHill" | "bestForward" | "bestReverse") => {
      expect(openings[name].unit).toBe("nats");
      const { forward, reverse } = fit(arrived(openings[name]));
      return [forward, reverse].map((value) => Number(value.toFixed(3)));
    };
    expect(both("broad")).toEqual([0.756, 1.244]);
    expect(both("oneHill")).toEqual([9.187, 0.691]);
    expect(both("bestForward")).toEqual([0.503, 1.075]);
    expect(both("bestReverse")).toEqual([8.87, 0.691]);
  });
});
