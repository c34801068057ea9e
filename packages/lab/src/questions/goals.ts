/** A goal looks at the state of its figure and says "right", or the name of what is still in the way. */
type Judge<State> = (state: State) => string;

/**
 * The goals a question can set for a figure. Each is loaded when it is first asked for: a page then carries the instruments it shows,
 * and no other.
 */
export const goals = {
  fourBits: goal(async () => (await import("../instruments/surprise/goals.ts")).fourBits),
  nothingLost: goal(async () => (await import("../instruments/questions/goals.ts")).nothingLost),
  oneBit: goal(async () => (await import("../instruments/pmfLab/goals.ts")).oneBit),
  atCeiling: goal(async () => (await import("../instruments/pmfLab/goals.ts")).atCeiling),
  threeBits: goal(async () => (await import("../instruments/surpriseGas/goals.ts")).threeBits),
  pleasantlySurprised: goal(
    async () => (await import("../instruments/surpriseGas/goals.ts")).pleasantlySurprised,
  ),
  wordsNearEntropy: goal(async () => (await import("../instruments/coder/goals.ts")).wordsNearEntropy),
  dearDictionary: goal(async () => (await import("../instruments/coder/goals.ts")).dearDictionary),
  coveringFit: goal(async () => (await import("../instruments/fit/goals.ts")).coveringFit),
  oneValley: goal(async () => (await import("../instruments/fit/goals.ts")).oneValley),
  unrelated: goal(async () => (await import("../instruments/joint/goals.ts")).unrelated),
  halfBit: goal(async () => (await import("../instruments/joint/goals.ts")).halfBit),
  tightBound: goal(async () => (await import("../instruments/vi/goals.ts")).tightBound),
  nothingToLose: goal(async () => (await import("../instruments/vi/goals.ts")).nothingToLose),
  collapsed: goal(async () => (await import("../instruments/vae/goals.ts")).collapsed),
  phantom: goal(async () => (await import("../instruments/samples/goals.ts")).phantom),
  infiniteDuel: goal(async () => (await import("../instruments/duel/goals.ts")).infiniteDuel),
  atFloor: goal(async () => (await import("../instruments/softmaxLoss/goals.ts")).atFloor),
  neverDrawn: goal(async () => (await import("../instruments/temperature/goals.ts")).neverDrawn),
  blindSpot: goal(async () => (await import("../instruments/gradients/goals.ts")).blindSpot),
  quieterReverse: goal(async () => (await import("../instruments/gradients/goals.ts")).quieterReverse),
  tooFast: goal(async () => (await import("../instruments/training/goals.ts")).tooFast),
  belowEight: goal(async () => (await import("../instruments/shannonGame/goals.ts")).belowEight),
  mostWorth: goal(async () => (await import("../instruments/policy/goals.ts")).mostWorth),
  neverLearns: goal(async () => (await import("../instruments/policy/goals.ts")).neverLearns),
  sparing: goal(async () => (await import("../instruments/distill/goals.ts")).sparing),
  forKiosk: goal(async () => (await import("../instruments/distill/goals.ts")).forKiosk),
  sureAndWrong: goal(async () => (await import("../instruments/perplexity/goals.ts")).sureAndWrong),
};

export type Goal = keyof typeof goals;

// Whoever asks names a figure of the goal's own kind.
function goal<State>(load: () => Promise<Judge<State>>): (state: unknown) => Promise<string> {
  return async (state) => (await load())(state as State);
}
