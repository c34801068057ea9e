/** ONNX Runtime as a process: a line such as "pair 2" (threads) is answered with seconds and value. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import { aloneModel, pairModel } from "./onnxModel.ts";
import { checkedRows } from "./question.ts";

type Tensor = { readonly data: Float32Array };
type Session = { run(feeds: Record<string, Tensor>): Promise<Record<string, Tensor>> };
type Onnx = {
  Tensor: new (type: string, data: Float32Array | BigInt64Array, dims: readonly number[]) => Tensor;
  InferenceSession: { create(model: Uint8Array, options: object): Promise<Session> };
};

const { Tensor, InferenceSession } = createRequire(import.meta.url)("onnxruntime-node") as Onnx;
const [pathP = "", pathQ = "", pathTargets = "", size = ""] = process.argv.slice(2);
const vocabulary = Number(size);
const indices = new Int32Array(Uint8Array.from(readFileSync(pathTargets)).buffer);
const rows = indices.length;
const load = (path: string) =>
  new Tensor("float32", new Float32Array(readFileSync(path).buffer), [rows, vocabulary]);
const p = load(pathP);
const q = load(pathQ);
const targets = new Tensor("int64", BigInt64Array.from(indices, BigInt), [rows, 1]);
const sessions = new Map<string, Session>();

createInterface(process.stdin).on("line", async (line) => {
  const [question, threads] = line.split(" ");
  let session = sessions.get(line);
  if (!session) {
    session = await InferenceSession.create(question === "pair" ? pairModel : aloneModel, {
      intraOpNumThreads: Number(threads),
      executionProviders: ["cpu"],
    });
    sessions.set(line, session);
  }
  const start = performance.now();
  const found = await session.run(question === "pair" ? { p, q, targets } : { p, targets });
  const seconds = (performance.now() - start) / 1000;
  const sign = question === "pair" ? 1 : -1;
  const values = found[question === "pair" ? "forward" : "ll_p"]!.data.subarray(0, checkedRows);
  console.log(`${seconds} ${(sign * values.reduce((sum, value) => sum + value, 0)) / checkedRows}`);
});
