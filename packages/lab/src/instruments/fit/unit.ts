import { ownUnit } from "../../figure/ownUnit.ts";

/** The unit of all fits on a page: nats, the unit of every number written about this example, until the reader chooses. */
export const unit = ownUnit("nats");
