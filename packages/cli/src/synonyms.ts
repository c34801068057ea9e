/** What other tools and books call what a command does. */
const names: Readonly<Record<string, readonly string[]>> = {
  entropy: ["shannon", "shannon-entropy", "information"],
  "cross-entropy": ["ce", "xent", "log-loss", "nll"],
  kl: ["kl-divergence", "kl-div", "kld", "dkl", "kullback-leibler", "relative-entropy", "divergence"],
  js: ["jsd", "js-divergence", "jensen-shannon", "jensen-shannon-divergence"],
  renyi: ["rényi", "renyi-entropy", "renyi-divergence", "hartley", "min-entropy", "collision-entropy"],
  compare: ["hellinger", "total-variation", "tv", "tvd", "bhattacharyya", "jeffreys", "chi-squared", "chi2"],
  mi: ["mutual-information", "mutual-info", "nmi", "pmi", "joint-entropy", "conditional-entropy"],
  estimate: ["estimates", "estimator", "sample", "samples", "bias", "nsb", "miller-madow", "chao-shen"],
  perplexity: ["ppl", "pp"],
  diff: ["difference", "models", "candidates"],
  tokens: ["token", "per-token", "logprobs", "scores"],
  gate: ["assert", "check", "test", "ci"],
  policy: ["rlhf", "rollouts", "logs", "leash", "k1", "k2", "k3", "grpo", "kl-logs"],
  temperature: ["softmax", "temp"],
  gaussian: ["gauss", "normal", "mixture", "gmm", "differential-entropy"],
  experiment: ["experiments", "simulate", "claims", "ppo", "gradients", "variance"],
  units: ["unit", "convert", "bits", "nats", "bans"],
  inspect: ["info", "show", "describe", "headers", "file", "logits"],
  lab: ["serve", "server", "book", "workbench", "start", "open"],
  completion: ["completions", "complete"],
};

const plain = (name: string) => name.toLowerCase().replaceAll(/[-_ ]/g, "");
const meant = new Map(
  Object.entries(names).flatMap(([command, others]) =>
    [command, ...others].map((name) => [plain(name), command] as const),
  ),
);

/** The command that goes by another name here, whatever its hyphens. */
export function commandCalled(name: string): string | undefined {
  return meant.get(plain(name));
}
