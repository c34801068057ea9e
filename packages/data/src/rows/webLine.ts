import type { Line } from "./rowJob.ts";

/** What can be talked to in a browser: a worker, a worker's own scope, a port. */
type End = Pick<MessagePort, "postMessage" | "addEventListener"> & {
  start?(): void;
  terminate?(): void;
  close?(): void;
};

/** A line to a web worker, or from inside one to whoever started it. */
export function webLine<Said, Heard>(end: End): Line<Said, Heard> {
  return {
    send: (message, given = []) => end.postMessage(message, given),
    listen(hear, fail) {
      end.addEventListener("message", (event) => hear((event as MessageEvent<Heard>).data));
      end.addEventListener("messageerror", () => fail(new Error("a message could not be read")));
      const listenToErrors = end.addEventListener as Worker["addEventListener"];
      listenToErrors.call(end, "error", (event) => fail(new Error((event as ErrorEvent).message)));
      end.start?.();
    },
    close: () => (end.terminate ? end.terminate() : end.close?.()),
  };
}
