import type { Nats } from "@surprisal/core";
import { type Cloud, folded, type Size } from "./cloud.ts";
import { shapes } from "./shapes.ts";

/** The colours of one chamber. */
export type Dye = { readonly fill: string; readonly line: string; readonly isHatched: boolean };

/** How wide a particle is, in pixels of the page. */
const particleSize = 13;

/**
 * One picture for each outcome, drawn once; a frame then only copies them.
 *
 * @param density Pixels of the screen per pixel of the page.
 */
export function spritesOf(count: number, dye: Dye, density: number): HTMLCanvasElement[] {
  return shapes.slice(0, count).map((shape) => spriteOf(shape, dye, density));
}

function spriteOf(shape: string, { fill, line, isHatched }: Dye, density: number): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = Math.ceil(particleSize * density);
  const context = canvas.getContext("2d");
  if (!context) return canvas;
  const scale = canvas.width / 26;
  context.setTransform(scale, 0, 0, scale, canvas.width / 2, canvas.height / 2);
  const path = new Path2D(shape);
  context.fillStyle = fill;
  context.fill(path);
  context.strokeStyle = line;
  context.lineWidth = 2.4;
  context.stroke(path);
  if (isHatched) {
    context.clip(path);
    context.lineWidth = 2;
    context.stroke(new Path2D("M-14 6L6-14M-14 14L14-14M-6 14L14-6"));
  }
  return canvas;
}

export type Scene = {
  readonly outcomes: readonly number[];
  readonly energies: readonly Nats[];
  readonly sprites: readonly HTMLCanvasElement[];
  readonly line: string;
  /** The outcome to point out; the others grow pale. */
  readonly active: number | undefined;
};

/** One frame. A particle of infinite energy is a line from wall to wall. */
export function paint(
  context: CanvasRenderingContext2D,
  { x, y }: Cloud,
  { outcomes, energies, sprites, line, active }: Scene,
  { width, height }: Size,
): void {
  const half = particleSize / 2;
  context.clearRect(0, 0, width, height);
  context.strokeStyle = line;
  context.lineWidth = 1.5;
  for (let i = 0; i < outcomes.length; i++) {
    const outcome = outcomes[i]!;
    context.globalAlpha = active === undefined || active === outcome ? 1 : 0.15;
    const top = folded(y[i]!) * (height - particleSize);
    if (energies[outcome] === Infinity) {
      context.beginPath();
      context.moveTo(0, top + half);
      context.lineTo(width, top + half);
      context.stroke();
    }
    const left = folded(x[i]!) * (width - particleSize);
    context.drawImage(sprites[outcome]!, left, top, particleSize, particleSize);
  }
}
