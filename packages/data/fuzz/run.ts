// npm run fuzz [INPUTS [SEED [FORMAT]]]: reads so many mutated files of each format (100000 unless given), and says what became of them.
import { formats } from "./formats.ts";
import { fuzz } from "./fuzz.ts";

const [inputs = "100000", seed = "1", only] = process.argv.slice(2);

for (const format of Object.keys(formats).filter((name) => only === undefined || name === only)) {
  const start = performance.now();
  const { read, refused, slowest } = await fuzz(format, Number(inputs), Number(seed));
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const memory = (process.resourceUsage().maxRSS / 1024).toFixed(0);
  console.log(
    `${format}: ${read} read, ${refused} refused, slowest ${slowest.toFixed(1)} ms, ${seconds} s, at most ${memory} MiB so far`,
  );
}
