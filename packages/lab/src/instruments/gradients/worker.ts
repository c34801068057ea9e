/** Draws the batches of a cloud and takes the steps downhill. */

import { serve } from "../../simulation/serve.ts";
import { createRun } from "./run.ts";

serve(createRun);
