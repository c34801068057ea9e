import { bytesSource, logitRows, openModelOutput, readIntegers } from "@surprisal/data";
import { describe, expect, test } from "vitest";
import { arraysOf, bitsOf, expected, fixture, openBytes, openFixture } from "../modelOutputs.ts";

test("what safetensors wrote is read bit by bit", async () => {
  const tensors = arraysOf(await openFixture("tensors.safetensors"));
  const bits = expected["tensors.safetensors"];
  expect(Object.keys(tensors).sort()).toEqual(Object.keys(bits).sort());
  for (const [name, format] of [
    ["logits.f16", "f16"],
    ["logits.f32", "f32"],
    ["logits.bf16", "bf16"],
  ] as const) {
    expect(logitRows(tensors[name]!).format).toBe(format);
    expect(await bitsOf(tensors[name]!)).toEqual(bits[name]);
  }
  expect([...(await readIntegers(tensors.targets!))]).toEqual(bits.targets);
});

test("an index stands for all its shards", async () => {
  const name = "logits.safetensors.index.json";
  const output = await openFixture(name);
  expect(output.format).toBe("safetensors index");
  const tensors = arraysOf(output);
  for (const [tensor, bits] of Object.entries(expected[name]))
    expect(await bitsOf(tensors[tensor]!)).toEqual(bits);
  expect(tensors.second!.source).toBe("logits-00002-of-00002.safetensors");
});

test("shards lie beside their index", async () => {
  const asked: string[] = [];
  await openModelOutput("a/b/logits.safetensors.index.json", (path) => {
    asked.push(path);
    return bytesSource(fixture(path.replace("a/b/", "")));
  });
  expect(asked.every((path) => path.startsWith("a/b/logits"))).toBe(true);
  expect(asked.length).toBe(3);
});

describe("an index that leads elsewhere is refused", () => {
  const index = (file: string, tensor = "first") =>
    new TextEncoder().encode(JSON.stringify({ metadata: {}, weight_map: { [tensor]: file } }, null, 1));
  test.each([
    [
      "out of the folder",
      index("../secret.safetensors"),
      /:4:\d+: weight_map.first is "..\/secret.safetensors", expected the name of a file/,
    ],
    ["anywhere", index("/etc/passwd"), /expected the name of a file beside the index/],
    ["to another host", index("http://a/b"), /expected the name of a file beside the index/],
    [
      "to a shard without it",
      index("logits-00001-of-00002.safetensors", "second"),
      /expected a shard that holds "second"/,
    ],
  ])("%s", async (_, bytes, message) => {
    await expect(openBytes(bytes)).rejects.toThrow(
      expect.objectContaining({ name: "FormatError", message: expect.stringMatching(message) }),
    );
  });
});

describe("a header that lies is caught before anything is allocated", () => {
  const file = (header: string, data = 0, length = header.length) => {
    const bytes = new Uint8Array(8 + header.length + data);
    new DataView(bytes.buffer).setBigUint64(0, BigInt(length), true);
    bytes.set(new TextEncoder().encode(header), 8);
    return bytes;
  };
  const tensor = (dtype: string, shape: number[], data_offsets: number[]) => ({ dtype, shape, data_offsets });
  const header = (tensors: object) => JSON.stringify(tensors);
  test.each([
    ["longer than the file", file("{}", 0, 99), /byte 0 says the header is 99 bytes long, expected 2 to 2/],
    [
      "beyond all files",
      new Uint8Array(Array(20).fill(255)),
      /says the header is 18446744073709552000 bytes/,
    ],
    ["not JSON", file("{]", 0), /x.safetensors \(header\):1:2: found \]/],
    ["the same name twice", file('{"a":{},"a":{}}'), /has "a" twice/],
    ["a type nobody has", file(header({ a: tensor("F12", [1], [0, 4]) }), 4), /a.dtype is "F12"/],
    [
      "a size that is not that of the shape",
      file(header({ a: tensor("F32", [2], [0, 4]) }), 4),
      /expected 8 bytes/,
    ],
    ["a gap", file(header({ a: tensor("F32", [1], [4, 8]) }), 8), /without gap or overlap/],
    [
      "an overlap",
      file(header({ a: tensor("U8", [2], [0, 2]), b: tensor("U8", [2], [1, 3]) }), 3),
      /without gap/,
    ],
    [
      "more than there is",
      file(header({ a: tensor("F32", [1e6], [0, 4e6]) }), 4),
      /is where it ends, expected bytes up to/,
    ],
    ["less than there is", file(header({ a: tensor("F32", [1], [0, 4]) }), 9), /and 5 bytes follow/],
    ["a side below 0", file(header({ a: tensor("F32", [-1], [0, 4]) }), 4), /a.shape\[0\] is -1/],
    [
      "no end",
      file('{"a":{"dtype":"F32","shape":[1],"data_offsets":[0]}}', 4),
      /a.data_offsets is a list, expected a start and an end/,
    ],
  ])("%s", async (_, bytes, message) => {
    await expect(openBytes(bytes, "x.safetensors")).rejects.toThrow(
      expect.objectContaining({ name: "FormatError", message: expect.stringMatching(message) }),
    );
  });
});
