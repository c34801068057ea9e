import { blobSource, bytesSource, countBytes, FormatError, isSeekable, textSource } from "@surprisal/data";
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

test("memory and Blobs can be read anywhere, to their end and not beyond", async () => {
  const bytes = Uint8Array.from({ length: 300 }, (_, i) => i & 255);
  for (const source of [bytesSource(bytes), blobSource(new Blob([bytes]))]) {
    expect(isSeekable(source)).toBe(true);
    const into = new Uint8Array(7);
    await source.read(293, into);
    expect(into).toEqual(bytes.subarray(293));
    await source.read(0, into);
    expect(into).toEqual(bytes.subarray(0, 7));
    await expect(source.read(294, into)).rejects.toThrow(
      /byte 300 is where it ends, expected bytes up to 301/,
    );
    await source.close();
  }
  expect(isSeekable({ chunks: textSource("").chunks })).toBe(false);
});
