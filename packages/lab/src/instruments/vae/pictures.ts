import { createRng } from "@surprisal/core";

/** Windows along each side of the house. */
export const side = 8;
export const windows = side * side;

const reach = 2;

/** A house at night: 1 where a window is lit. */
export type Picture = Uint8Array;

/** The house with a guard at a place in it, both from 0 to 8: the windows near the guard's lamp are lit. */
export function pictureAt(across: number, down: number): Picture {
  return Uint8Array.from({ length: windows }, (_, i) =>
    Number(Math.hypot((i % side) + 0.5 - across, Math.floor(i / side) + 0.5 - down) < reach),
  );
}

/** What somebody across the street saw, night by night. */
export const album = nights(200);

function nights(count: number): Picture[] {
  const rng = createRng(8);
  const place = () => 1 + (side - 2) * rng.next();
  return Array.from({ length: count }, () => pictureAt(place(), place()));
}
