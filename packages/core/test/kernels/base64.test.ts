import fc from "fast-check";
import { expect, test } from "vitest";
import { bytesOfBase64 } from "../../src/kernels/base64.ts";

test("bytesOfBase64 undoes base64", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      expect([...bytesOfBase64(Buffer.from(bytes).toString("base64"))]).toEqual([...bytes]);
    }),
  );
});
