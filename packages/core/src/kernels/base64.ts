const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** The bytes that a base64 text stands for; core has neither a page's `atob` nor Node's `Buffer`. */
export function bytesOfBase64(text: string): Uint8Array {
  const length = text.replace(/=*$/, "").length;
  const bytes = new Uint8Array(Math.floor((length * 3) / 4));
  let bits = 0;
  for (let i = 0, at = 0; i < length; i++) {
    bits = (bits << 6) | digits.indexOf(text[i]);
    if (i % 4 > 0) bytes[at++] = bits >> (6 - 2 * (i % 4));
  }
  return bytes;
}
