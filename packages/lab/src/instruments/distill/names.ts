import { fill } from "../../words/fill.ts";
import { drinks, orders, told } from "./menu.ts";
import type { DistillWords } from "./words/en.ts";

/** What each order is called. */
export function orderNames({ kinds, drinks: names, order }: DistillWords): string[] {
  return Array.from({ length: orders }, (_, i) =>
    fill(order, { kind: kinds[Math.floor(i / drinks)]!, drink: names[i % drinks]! }),
  );
}

/** What stands under the bars. */
export function barNames(words: DistillWords): string[] {
  const all = orderNames(words);
  return [...told.map((order) => all[order]!), words.others];
}
