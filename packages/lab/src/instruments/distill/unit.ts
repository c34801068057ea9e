import { ownUnit } from "../../figure/ownUnit.ts";

/** The unit of all students on a page: nats, in which losses are written, until the reader chooses. */
export const unit = ownUnit("nats");
