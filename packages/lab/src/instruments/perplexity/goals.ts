import { measure, type Reading } from "./model.ts";

const fewChoices = Math.log(2);
const manyChoices = Math.log(20);

/** Sure (it expects fewer than 2 choices) and wrong (it pays for more than 20). */
export function sureAndWrong(reading: Reading): "right" | "covered" | "unsure" | "notWrong" {
  const { paid, expected } = measure(reading);
  if (paid === undefined || expected === undefined) return "covered";
  if (expected >= fewChoices) return "unsure";
  return paid > manyChoices ? "right" : "notWrong";
}
