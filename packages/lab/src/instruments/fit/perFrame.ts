/** Calls with the latest value, once a frame, however often it is asked. */
export function perFrame<Value>(run: (value: Value) => void): { ask(value: Value): void; cancel(): void } {
  let frame = 0;
  let latest: Value;
  return {
    ask(value) {
      latest = value;
      frame ||= requestAnimationFrame(() => {
        frame = 0;
        run(latest);
      });
    },
    cancel() {
      cancelAnimationFrame(frame);
      frame = 0;
    },
  };
}
