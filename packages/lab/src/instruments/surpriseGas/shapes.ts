/** A shape for each outcome, so that particles are told apart without colour: paths in a box from −10 to 10. */
export const shapes: readonly string[] = [
  "M10 0A10 10 0 1 1-10 0A10 10 0 1 1 10 0Z",
  "M-8.5-8.5H8.5V8.5H-8.5Z",
  "M0-10.5L10 8H-10Z",
  "M0-11L11 0L0 11L-11 0Z",
  "M-3.5-10H3.5V-3.5H10V3.5H3.5V10H-3.5V3.5H-10V-3.5H-3.5Z",
  "M0 10.5L10-8H-10Z",
  "M-5.5-9.5H5.5L11 0L5.5 9.5H-5.5L-11 0Z",
  "M-10-10L0-4L10-10V10L0 4L-10 10Z",
];
