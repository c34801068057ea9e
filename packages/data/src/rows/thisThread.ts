import type { FromRowWorker, Line, RowPlace, ToRowWorker } from "./rowJob.ts";
import type { RowReader } from "./rowReader.ts";
import { serveRows } from "./serveRows.ts";
import { webLine } from "./webLine.ts";

/** A worker that is none: it measures in this thread, between other tasks. For what is done before a worker has started. */
export function thisThread(
  open: (place: RowPlace) => RowReader | Promise<RowReader>,
): Line<ToRowWorker, FromRowWorker> {
  const { port1, port2 } = new MessageChannel();
  const closeRows = serveRows(webLine(port2), open);
  const line = webLine<ToRowWorker, FromRowWorker>(port1);
  return {
    ...line,
    close() {
      line.close();
      closeRows();
    },
  };
}
