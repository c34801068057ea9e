/** Trains the students. */

import { serve } from "../../simulation/serve.ts";
import { createRun } from "./simulation.ts";

serve(createRun);
