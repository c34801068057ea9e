/** `npm run bench` runs every bench/*.bench.ts; `npm run bench measures` those whose names begin so. Exit code 1 if a goal is missed. */
import { readdirSync } from "node:fs";
import { join } from "node:path";

const wanted = process.argv.slice(2);
const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith(".bench.ts"))
  .filter((file) => wanted.length === 0 || wanted.some((name) => file.startsWith(name)));
if (names.length === 0) throw new RangeError(`bench: no file begins with ${wanted.join(" or ")}`);

for (const name of names) {
  console.log(`\n${name.replace(".bench.ts", "")}`);
  const { default: bench } = (await import(join(import.meta.dirname, name))) as { default(): Promise<void> };
  await bench();
}
