import { ownUnit } from "../../figure/ownUnit.ts";

/** Gradients are first seen in nats, where those by logits are differences of probabilities; each page of them may choose another. */
export const unit = ownUnit("nats");
