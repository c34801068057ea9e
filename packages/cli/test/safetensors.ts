const types = { Float32Array: "F32", Int32Array: "I32" };

/** Arrays as safetensors saves them. */
export function safetensors(
  arrays: Readonly<Record<string, readonly [values: Float32Array | Int32Array, shape: readonly number[]]>>,
): Buffer {
  let end = 0;
  const header = Object.entries(arrays).map(([name, [values, shape]]) => {
    const start = end;
    end += values.byteLength;
    const dtype = types[values.constructor.name as keyof typeof types];
    return [name, { dtype, shape, data_offsets: [start, end] }];
  });
  const text = Buffer.from(JSON.stringify(Object.fromEntries(header)));
  const length = Buffer.alloc(8);
  length.writeUInt32LE(text.length);
  const bytes = Object.values(arrays).map(([{ buffer, byteOffset, byteLength }]) =>
    Buffer.from(buffer, byteOffset, byteLength),
  );
  return Buffer.concat([length, text, ...bytes]);
}
