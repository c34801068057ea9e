import { ownUnit } from "../../figure/ownUnit.ts";

/** Of all figures of inference on a page: nats, as Gaussians come out in, until the reader chooses. */
export const unit = ownUnit("nats");
