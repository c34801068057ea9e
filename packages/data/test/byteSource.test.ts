import { blobSource, countBytes, FormatError } from "@surprisal/data";
import { expect, test } from "vitest";

test("a Blob is read in pieces, and knows its length", async () => {
  const source = blobSource(new Blob([new Uint8Array(3 << 20), "abc"]));
  expect(source.byteLength).toBe((3 << 20) + 3);
  let pieces = 0;
  for await (const chunk of source.chunks()) pieces += Number(chunk.length > 0);
  expect(pieces).toBeGreaterThan(1);
  expect((await countBytes(source))[0]).toBe(3 << 20);
});

test("a file that changed after it was picked is refused by its name", async () => {
  const file = new File(["x"], "p.txt");
  file.stream = () =>
    new ReadableStream({ start: (c) => c.error(new DOMException("gone", "NotReadableError")) });
  await expect(countBytes(blobSource(file))).rejects.toThrow(
    new FormatError({ code: "unreadable", source: "p.txt", problem: "cannot be read any more" }),
  );
});
