/** Trains the policies and draws from them. */

import { serve } from "../../simulation/serve.ts";
import { createRun } from "./simulation.ts";

serve(createRun);
