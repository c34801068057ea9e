/** Says what is wrong with a number of neighbours among so many points. */
export function expectNeighbours(where: string, k: number, count: number): void {
  if (!(Number.isInteger(k) && k >= 1 && k < count))
    throw new RangeError(`${where}: k is ${k}, expected a whole number in [1, ${count}), the observations`);
}
