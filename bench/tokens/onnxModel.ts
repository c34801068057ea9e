/** Just enough of the ONNX format (a Protocol Buffer) to write the graphs that are timed. */
type Field = readonly [number: number, value: number | string | Uint8Array];

function message(...fields: readonly Field[]): Uint8Array {
  const bytes: number[] = [];
  const varint = (value: number) => {
    let rest = value;
    for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 128);
    bytes.push(rest);
  };
  for (const [number, value] of fields) {
    if (typeof value === "number") {
      varint(number << 3);
      varint(value);
    } else {
      const content = typeof value === "string" ? new TextEncoder().encode(value) : value;
      varint((number << 3) | 2);
      varint(content.length);
      for (const byte of content) bytes.push(byte);
    }
  }
  return Uint8Array.from(bytes);
}

const [ints, int] = [7, 2];

function node(operator: string, inputs: readonly string[], output: string, ...attributes: Uint8Array[]) {
  return message(
    ...inputs.map((input): Field => [1, input]),
    [2, output],
    [4, operator],
    ...attributes.map((attribute): Field => [5, attribute]),
  );
}

const axis = message([1, "axis"], [3, 1], [20, int]);
const axes = message([1, "axes"], [8, 1], [20, ints]);
const keepNone = message([1, "keepdims"], [3, 0], [20, int]);
const sum = (input: string, output: string) => node("ReduceSum", [input], output, axes, keepNone);

const [float, int64] = [1, 7];

function tensor(name: string, type: number, ...sides: readonly string[]): Uint8Array {
  const shape = message(...sides.map((side): Field => [1, message([2, side])]));
  return message([1, name], [2, message([1, message([1, type], [2, shape])])]);
}

function model(nodes: readonly Uint8Array[], inputs: readonly Uint8Array[], outputs: readonly Uint8Array[]) {
  const graph = message(
    ...nodes.map((content): Field => [1, content]),
    [2, "graph"],
    ...inputs.map((content): Field => [11, content]),
    ...outputs.map((content): Field => [12, content]),
  );
  return message([1, 7], [7, graph], [8, message([2, 11])]);
}

const logits = (name: string) => tensor(name, float, "n", "v");
const targets = tensor("targets", int64, "n", "one");
const column = (name: string) => tensor(name, float, "n");
const chosen = (name: string) => tensor(name, float, "n", "one");

const ofOne = (x: string) => [
  node("LogSoftmax", [x], `log_${x}`, axis),
  node("Exp", [`log_${x}`], `e_${x}`),
  node("Mul", [`e_${x}`, `log_${x}`], `terms_${x}`),
  sum(`terms_${x}`, `h_${x}`),
  node("GatherElements", [`log_${x}`, "targets"], `ll_${x}`, axis),
];

/** −H and the log-likelihood of P. */
export const aloneModel = model(ofOne("p"), [logits("p"), targets], [column("h_p"), chosen("ll_p")]);

/** The same of P and Q, D(P‖Q) and −D(Q‖P). */
export const pairModel = model(
  [
    ...ofOne("p"),
    ...ofOne("q"),
    node("Sub", ["log_p", "log_q"], "d"),
    node("Mul", ["e_p", "d"], "terms_f"),
    node("Mul", ["e_q", "d"], "terms_r"),
    sum("terms_f", "forward"),
    sum("terms_r", "reverse"),
  ],
  [logits("p"), logits("q"), targets],
  [column("h_p"), chosen("ll_p"), column("h_q"), chosen("ll_q"), column("forward"), column("reverse")],
);
