const [keep, keepSquare, tiny] = [0.9, 0.999, 1e-8];

/**
 * Takes steps down a gradient, each weight's by its own scale: the mean of its last slopes over the root of the mean of their squares.
 *
 * @returns Changes the weights by one step.
 * @see Kingma & Ba (2015), Adam: A method for stochastic optimization, algorithm 1.
 */
export function adam(weights: Float64Array, rate: number): (gradient: Float64Array) => void {
  const mean = new Float64Array(weights.length);
  const square = new Float64Array(weights.length);
  let steps = 0;
  return (gradient) => {
    steps += 1;
    const [meanPart, squarePart] = [1 - keep ** steps, 1 - keepSquare ** steps];
    for (let i = 0; i < weights.length; i++) {
      const slope = gradient[i]!;
      mean[i] = keep * mean[i]! + (1 - keep) * slope;
      square[i] = keepSquare * square[i]! + (1 - keepSquare) * slope * slope;
      weights[i]! -= (rate * (mean[i]! / meanPart)) / (Math.sqrt(square[i]! / squarePart) + tiny);
    }
  };
}
