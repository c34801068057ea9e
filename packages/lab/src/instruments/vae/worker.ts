/** Trains the little autoencoder. */

import { serve } from "../../simulation/serve.ts";
import { createRun } from "./run.ts";

serve((name) => {
  const [beta, seed] = name.split(",").map(Number) as [number, number];
  return { ground: undefined, next: createRun({ beta, seed }) };
});
