import * as core from "@surprisal/core";
import { films, student, teacher } from "../errata.ts";
import type { Group } from "./group.ts";

const { p, q } = films;
const pq = ".5,.4,.1 .9,.05,.05";

export const two: Group = {
  id: "two",
  entries: [
    {
      id: "crossEntropy",
      symbol: "H(P,Q)",
      tex: "-\\sum_x \\truth(x)\\log \\model(x)",
      call: "crossEntropy(p, q)",
      command: `cross-entropy ${pq}`,
      value: () => core.crossEntropy(p, q),
    },
    {
      id: "forwardKl",
      symbol: "D(P‖Q)",
      tex: "\\sum_x \\truth(x)\\log\\frac{\\truth(x)}{\\model(x)}",
      call: "klDivergence(p, q)",
      command: `kl ${pq}`,
      value: () => core.klDivergence(p, q),
    },
    {
      id: "reverseKl",
      symbol: "D(Q‖P)",
      tex: "\\sum_x \\model(x)\\log\\frac{\\model(x)}{\\truth(x)}",
      call: 'klDivergence(p, q, "reverse")',
      command: "kl .9,.05,.05 .5,.4,.1",
      value: () => core.klDivergence(p, q, "reverse"),
    },
    {
      id: "crossPerplexity",
      symbol: "PP(P,Q)",
      tex: "e^{H(\\truth,\\model)}",
      call: "crossPerplexity(p, q)",
      command: `perplexity ${pq}`,
      value: () => core.crossPerplexity(p, q),
      plain: true,
    },
    {
      id: "jeffreys",
      symbol: "J(P,Q)",
      tex: "D(\\truth\\|\\model)+D(\\model\\|\\truth)",
      call: "jeffreysDivergence(p, q)",
      command: `compare ${pq}`,
      value: () => core.jeffreysDivergence(p, q),
    },
    {
      id: "jensenShannon",
      symbol: "JS(P,Q)",
      tex: "\\tfrac12 D(\\truth\\|M)+\\tfrac12 D(\\model\\|M),\\; M=\\tfrac{\\truth+\\model}{2}",
      call: "jensenShannonDivergence(p, q)",
      command: `js ${pq}`,
      value: () => core.jensenShannonDivergence(p, q),
    },
    {
      id: "commonSupport",
      symbol: "D(P′‖Q′)",
      tex: "D(P'\\,\\|\\,Q'),\\;\\allowbreak {P'=\\truth(x\\mid \\truth\\model>0)},\\;\\allowbreak {Q'=\\model(x\\mid \\truth\\model>0)}",
      call: "klOnCommonSupport(teacher, student)",
      value: () => core.klOnCommonSupport(teacher, student),
    },
  ],
};
