import { existsSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { defineCommand, type Option } from "../command.ts";
import { listen } from "../lab/listen.ts";
import { labSite } from "../lab/site.ts";
import { UsageError } from "../usage.ts";

const usual = 4173;
const port: Option<number | "unset"> = {
  placeholder: "PORT",
  help: `port to serve on; else the PORT variable, else ${usual}`,
  initial: "unset",
  expected: "a port from 0 (any free one) to 65535",
  parse: (text) => (/^\d{1,5}$/.test(text) && Number(text) < 65536 ? Number(text) : undefined),
};

export default defineCommand({
  name: "lab",
  summary: "Serve the Lab, book and workbench, to a browser on this machine",
  operands: [],
  options: { port },
  notes: [
    "Serves to 127.0.0.1 only, until interrupted (Ctrl-C). A taken port gives way to the next free one.",
  ],
  examples: [{ line: "surprisal lab --port 4200", output: "Surprisal Lab: http://127.0.0.1:4200/" }],
  async run(_, values) {
    const wanted = values.port === "unset" ? portOfEnvironment() : values.port;
    const folder = join(import.meta.dirname, "../../lab");
    if (!existsSync(folder))
      throw new Error(
        "the Lab is not built, expected it beside this package; in the repository, build it: npm run build",
      );
    const got = await listen(createServer(labSite(folder)), wanted);
    if (wanted !== 0 && got !== wanted) process.stderr.write(`Port ${wanted} is taken: using ${got}.\n`);
    return { address: `http://127.0.0.1:${got}/` };
  },
  show({ address }) {
    return [`Surprisal Lab: ${address}`];
  },
});

function portOfEnvironment(): number {
  const text = process.env.PORT;
  if (!text) return usual;
  const value = port.parse(text);
  if (typeof value !== "number") throw new UsageError(`PORT is ${text}, expected ${port.expected}`);
  return value;
}
