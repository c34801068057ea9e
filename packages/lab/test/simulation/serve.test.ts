import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { Reply } from "../../src/simulation/run.ts";
import { serve } from "../../src/simulation/serve.ts";

const { port1: worker, port2: page } = new MessageChannel();
const begun: string[] = [];
const told: Reply<string, number>[] = [];

/** Counts in steps as long as its name says, from 0. */
function count(name: string) {
  begun.push(name);
  let at = -1;
  return { ground: `by ${name}`, next: () => ++at * Number(name) };
}

/** The moments of a name that have been told, in order. */
const momentsOf = (name: string) =>
  told.filter((reply) => reply.name === name).flatMap(({ moments }) => moments);

beforeAll(() => {
  vi.stubGlobal("addEventListener", worker.addEventListener.bind(worker));
  vi.stubGlobal("postMessage", worker.postMessage.bind(worker));
  serve(count);
  page.addEventListener("message", ({ data }) => told.push(data));
  worker.start();
  page.start();
});

afterAll(() => {
  vi.unstubAllGlobals();
  worker.close();
});

test("a worker computes a run as far as it is asked for, and goes on from there", async () => {
  page.postMessage({ text: "what does not name a run is for somebody else" });
  page.postMessage({ name: "2", upTo: 3 });
  await vi.waitFor(() => expect(momentsOf("2")).toEqual([0, 2, 4, 6]));
  page.postMessage({ name: "2", upTo: 1 });
  page.postMessage({ name: "2", upTo: 5 });
  await vi.waitFor(() => expect(momentsOf("2")).toEqual([0, 2, 4, 6, 8, 10]));
  expect(begun).toEqual(["2"]);
  expect(told.map(({ ground }) => ground)).toEqual(told.map(() => "by 2"));
  const { first, moments } = told.at(-1)!;
  expect(first + moments.length).toBe(6);
});

test("what is asked last is what it computes, and a run taken up again begins anew", async () => {
  page.postMessage({ name: "7", upTo: 10_000_000 });
  page.postMessage({ name: "3", upTo: 2 });
  await vi.waitFor(() => expect(momentsOf("3")).toEqual([0, 3, 6]));
  expect(momentsOf("7").length).toBeLessThan(10_000_000);
  page.postMessage({ name: "2", upTo: 1 });
  await vi.waitFor(() => expect(momentsOf("2").slice(6)).toEqual([0, 2]));
});
