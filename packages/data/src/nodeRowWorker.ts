/** What a worker thread of Node runs; see `measureRowFiles`. */
import { parentPort } from "node:worker_threads";
import { openRows } from "./nodeRowReader.ts";
import type { ToRowWorker } from "./rows/rowJob.ts";
import { serveRows } from "./rows/serveRows.ts";

const port = parentPort!;
serveRows(
  {
    send: (message, given) => port.postMessage(message, given),
    listen: (hear) => port.on("message", (message: ToRowWorker) => hear(message)),
    close: () => port.close(),
  },
  // Loaded by who needs it: a worker of plain numbers starts sooner.
  (place) => openRows(place, async (path) => (await import("./node.ts")).open(path)),
);
