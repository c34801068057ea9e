import type { ComparabilityCard } from "@surprisal/core";

/**
 * What tells a text from another, for its card; nothing on a page without a digest, which is one that came unencrypted.
 *
 * @param bytes Of the text, or of the tokens that stand for it.
 */
export async function textHash(
  bytes: Uint8Array<ArrayBuffer>,
  of: "targets" | "text",
): Promise<Pick<ComparabilityCard, "textHash">> {
  if (!globalThis.crypto?.subtle) return {};
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  const hex = Array.from(digest.subarray(0, 8), (byte) => byte.toString(16).padStart(2, "0")).join("");
  return { textHash: `sha256 of the ${of}, ${hex}` };
}

/** The bytes of tokens that come sequence by sequence, one after the other. */
export class GrowingText {
  #bytes = new Uint8Array(1 << 10);
  #length = 0;
  #isKnown = true;

  /** @param pieces Nothing where the bytes of a token are lost. */
  add(pieces: readonly (Uint8Array | undefined)[]): void {
    this.#isKnown &&= pieces.every((piece) => piece !== undefined);
    if (!this.#isKnown) return;
    for (const piece of pieces as Uint8Array[]) {
      const end = this.#length + piece.length;
      if (end > this.#bytes.length) {
        const larger = new Uint8Array(2 * end);
        larger.set(this.#bytes.subarray(0, this.#length));
        this.#bytes = larger;
      }
      this.#bytes.set(piece, this.#length);
      this.#length = end;
    }
  }

  /** Nothing if the bytes of some token are lost. */
  async hash(): Promise<Pick<ComparabilityCard, "textHash">> {
    return this.#isKnown ? textHash(this.#bytes.subarray(0, this.#length), "text") : {};
  }
}
