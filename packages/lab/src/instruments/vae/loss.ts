import type { Nats } from "@surprisal/core";
import { backThroughDecoder, backThroughEncoder, decode, encode, latent, type Net } from "./net.ts";
import { type Picture, windows } from "./pictures.ts";

/** What a picture costs: what its code says beyond the prior, and what the code leaves to be said of it. */
export type Cost = { readonly rate: Nats; readonly distortion: Nats };

/** D(N(m,s²)‖N(0,1)). */
function gaussianRate(mean: number, logSd: number): Nats {
  return (mean * mean + Math.expm1(2 * logSd) - 2 * logSd) / 2;
}

/** ln(1 + eˡ) − x·l: what a window that is lit (1) or dark (0) costs at a logit. */
function windowCost(logit: number, lit: number): Nats {
  return Math.max(logit, 0) + Math.log1p(Math.exp(-Math.abs(logit))) - lit * logit;
}

/**
 * The cost of some pictures, each at one draw z = m + s·ε of its code, on the average over them; and the slopes of distortion + β·rate.
 *
 * The draw moves along with m and s, so that slopes pass through it to the weights of the code.
 *
 * @param noise ε, two numbers a picture.
 * @param slopes Is overwritten, if given.
 */
export function costOf(
  net: Net,
  pictures: readonly Picture[],
  noise: ArrayLike<number>,
  beta = 1,
  slopes?: Net,
): Cost {
  slopes?.weights.fill(0);
  const share = 1 / pictures.length;
  let [rate, distortion] = [0, 0];
  const byLogits = new Float64Array(windows);
  const byCode = new Float64Array(2 * latent);
  for (const [n, picture] of pictures.entries()) {
    const code = encode(net, picture);
    const drawn = (k: number) => Math.exp(code.logSd[k]!) * noise[n * latent + k]!;
    const z = code.mean.map((m, k) => m + drawn(k));
    const painting = decode(net, z);
    for (let k = 0; k < latent; k++) rate += share * gaussianRate(code.mean[k]!, code.logSd[k]!);
    for (let i = 0; i < picture.length; i++) {
      const logit = painting.logits[i]!;
      distortion += share * windowCost(logit, picture[i]!);
      byLogits[i] = share * (1 / (1 + Math.exp(-logit)) - picture[i]!);
    }
    if (!slopes) continue;
    const byZ = backThroughDecoder(net, painting, z, byLogits, slopes);
    for (let k = 0; k < latent; k++) {
      byCode[k] = byZ[k]! + share * beta * code.mean[k]!;
      byCode[latent + k] = byZ[k]! * drawn(k) + share * beta * Math.expm1(2 * code.logSd[k]!);
    }
    backThroughEncoder(net, code, picture, byCode, slopes);
  }
  return { rate, distortion };
}
