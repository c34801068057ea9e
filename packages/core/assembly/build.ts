/** Compiles the kernels and writes them into src/kernels: `node packages/core/assembly/build.ts`. A test checks that they are up to date. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { main } from "assemblyscript/asc";

/** End of the memory that kernels and callers share out by fixed addresses; see klDivergence.ts. */
const memoryBase = 86016;

/** The text of src/kernels/klDivergence.gen.ts, from assembly/klDivergence.ts. */
export async function generate(): Promise<string> {
  const [plain, relaxed] = [await compile("simd"), await compile("simd,relaxed-simd")];
  return `// Made from assembly/klDivergence.ts by assembly/build.ts.
export const plain =
  "${plain}";
export const relaxed =
  "${relaxed}";
`;
}

async function compile(features: string): Promise<string> {
  let binary = new Uint8Array();
  const options = `klDivergence.ts -o out.wasm -O3 --runtime stub --noAssert --enable ${features} --initialMemory 2 --memoryBase ${memoryBase} --use abort=`;
  const { error, stderr } = await main([...options.split(" "), "--baseDir", import.meta.dirname], {
    writeFile: (_, contents) => {
      binary = contents as Uint8Array<ArrayBuffer>;
    },
  });
  if (error) throw new Error(`${error.message}\n${stderr}`);
  return Buffer.from(binary).toString("base64");
}

if (import.meta.main)
  writeFileSync(join(import.meta.dirname, "../src/kernels/klDivergence.gen.ts"), await generate());
