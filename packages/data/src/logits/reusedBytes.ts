/** Memory that is taken again and again: fresh memory costs more to touch than rows to decode. */
export function reusedBytes() {
  let spare = new Uint8Array(0);
  return {
    /** Memory of exactly this length, aligned; what is in it is left over. Nobody else has it until it is given back. */
    take(length: number): Uint8Array<ArrayBuffer> {
      const buffer = spare.buffer.byteLength >= length ? spare.buffer : new ArrayBuffer(length);
      spare = new Uint8Array(0);
      return new Uint8Array(buffer, 0, length);
    },
    giveBack(bytes: Uint8Array<ArrayBuffer>): void {
      spare = bytes;
    },
  };
}
