type Entry = {
  readonly id: string;
  readonly symbol: string;
  readonly tex: string;
  /** The call, with p, q and table as in the examples of the page. */
  readonly call: string;
  readonly command?: string;
  /** What the call gives; an amount of information unless it is plain. */
  readonly value: () => number;
  readonly plain?: boolean;
};

export type Group = {
  readonly id: "one" | "two" | "family" | "joint" | "continuous";
  readonly entries: readonly Entry[];
};
