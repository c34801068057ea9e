/** What the help of commands says that measure rows of logits. */
export const rowPrecision =
  "Rows of logits are measured in single precision, doubles among them: each surprise and entropy to 1e-6 nats, a divergence below 1 nat to 3e-7. --json prints more digits than these.";
