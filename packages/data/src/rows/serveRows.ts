import type { RowBackend } from "@surprisal/core/rows";
import { type Fault, FormatError } from "../formatError.ts";
import { columnsIn } from "./columnSlots.ts";
import { type BlockMeter, blockMeter } from "./measureBlocks.ts";
import type { FromRowWorker, Line, RowPlace, ToRowWorker } from "./rowJob.ts";
import type { RowReader } from "./rowReader.ts";

/**
 * A worker's life: it opens the rows of a job for itself, and measures the blocks it is told to, until it is told to close them. Memory is its own; nothing is shared.
 *
 * @param open How rows are read here.
 * @returns Closes what is open, at once.
 */
export function serveRows(
  line: Line<FromRowWorker, ToRowWorker>,
  open: (place: RowPlace) => RowReader | Promise<RowReader>,
  backend?: RowBackend,
): () => void {
  let meter: BlockMeter | undefined;
  let opened: RowReader[] = [];
  const close = () => {
    for (const reader of opened) reader.close?.();
    opened = [];
    meter = undefined;
  };
  const openHere = async (place: RowPlace) => {
    const reader = await open(place);
    opened.push(reader);
    return reader;
  };
  let last = Promise.resolve();
  const answer = async (asked: ToRowWorker): Promise<void> => {
    if (asked.say === "open") {
      const { p, q, ...questions } = asked.job;
      meter = blockMeter(await openHere(p), q && (await openHere(q)), questions, backend);
    } else if (asked.say === "close") {
      close();
    } else if (meter && asked.say === "sum") {
      line.send({ say: "summed", outcomes: meter.engine.takeOutcomes() });
    } else if (meter && asked.say === "measure") {
      const { start, targets } = asked;
      const measured = await meter.measure(start, targets.length, targets);
      const given = columnsIn(measured.measures).map(({ buffer }) => buffer);
      line.send({ say: "measured", start, count: targets.length, measured }, given);
    }
  };
  const report = (error: unknown) => {
    const message = error instanceof Error ? error.message : String(error);
    const fault = error instanceof FormatError ? faultOf(error) : undefined;
    line.send({ say: "failed", message, ...(fault && { fault }) });
  };
  line.listen((asked) => {
    last = last.then(() => answer(asked)).catch(report);
  }, report);
  return close;
}

function faultOf({ code, source, problem, place, expected, hint }: FormatError): Fault {
  return {
    code,
    source,
    problem,
    ...(place && { place }),
    ...(expected !== undefined && { expected }),
    ...(hint !== undefined && { hint }),
  };
}
