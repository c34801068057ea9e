import { ownUnit } from "../../figure/ownUnit.ts";

/** The unit of all policies on a page: nats, in which a leash has its price, until the reader chooses. */
export const unit = ownUnit("nats");
