import * as core from "@surprisal/core";
import type { Group } from "./group.ts";

/** Whether it rains against whether one takes the umbrella. */
export const table = core.jointTable([0.3, 0.1, 0.1, 0.5], [2, 2]);
/** Two fair coins, and whether they differ. */
export const xor = core.jointTable([0.25, 0, 0, 0.25, 0, 0.25, 0.25, 0], [2, 2, 2]);

export const joint: Group = {
  id: "joint",
  entries: [
    {
      id: "jointEntropy",
      symbol: "H(X,Y)",
      tex: "-\\sum_{x,y} \\truth(x,y)\\log \\truth(x,y)",
      call: "jointEntropy(table)",
      value: () => core.jointEntropy(table),
    },
    {
      id: "conditionalEntropy",
      symbol: "H(Y|X)",
      tex: "H(X,Y)-H(X)",
      call: "conditionalEntropy(table, [1], [0])",
      value: () => core.conditionalEntropy(table, [1], [0]),
    },
    {
      id: "mutualInformation",
      symbol: "I(X;Y)",
      tex: "\\sum_{x,y} \\truth(x,y)\\log\\frac{\\truth(x,y)}{\\truth(x)\\,\\truth(y)}",
      call: "mutualInformation(table)",
      command: "mi FILE.csv:X,Y",
      value: () => core.mutualInformation(table),
    },
    {
      id: "pointwiseMutualInformation",
      symbol: "PMI(x,y)",
      tex: "\\log\\frac{\\truth(x,y)}{\\truth(x)\\,\\truth(y)}",
      call: "pointwiseMutualInformation(table)[0]",
      value: () => core.pointwiseMutualInformation(table)[0]!,
    },
    {
      id: "normalizedMutualInformation",
      symbol: "NMI",
      tex: "\\frac{I(X;Y)}{H(X,Y)}",
      call: 'normalizedMutualInformation(table, "joint")',
      value: () => core.normalizedMutualInformation(table, "joint"),
      plain: true,
    },
    {
      id: "variationOfInformation",
      symbol: "VI(X,Y)",
      tex: "H(X\\mid Y)+H(Y\\mid X)",
      call: "variationOfInformation(table)",
      value: () => core.variationOfInformation(table),
    },
    {
      id: "totalCorrelation",
      symbol: "TC",
      tex: "\\sum_i H(X_i)-H(X_1,\\dots,X_n)",
      call: "totalCorrelation(table)",
      value: () => core.totalCorrelation(table),
    },
    {
      id: "conditionalMutualInformation",
      symbol: "I(X;Y|Z)",
      tex: "H(X\\mid Z)-H(X\\mid Y,Z)",
      call: "conditionalMutualInformation(xor, [0], [1], [2])",
      value: () => core.conditionalMutualInformation(xor, [0], [1], [2]),
    },
    {
      id: "coInformation",
      symbol: "I(X;Y;Z)",
      tex: "I(X;Y)-I(X;Y\\mid Z)",
      call: "coInformation(xor)",
      value: () => core.coInformation(xor),
    },
  ],
};
