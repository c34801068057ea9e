const types = { Float32Array: "<f4", Float64Array: "<f8", Int32Array: "<i4", Uint16Array: "<f2" };

/** An array as NumPy saves it; 16-bit numbers are the bits of halves. */
export function npy(
  values: Float32Array | Float64Array | Int32Array | Uint16Array,
  shape: readonly number[],
): Buffer {
  const type = types[values.constructor.name as keyof typeof types];
  const dictionary = `{'descr': '${type}', 'fortran_order': False, 'shape': (${shape.join(", ")},), }`;
  return Buffer.concat([
    Buffer.from(`\x93NUMPY\x01\x00\x76\x00${dictionary.padEnd(117)}\n`, "latin1"),
    new Uint8Array(values.buffer, values.byteOffset, values.byteLength),
  ]);
}
