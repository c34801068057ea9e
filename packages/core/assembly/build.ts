/** Compiles the kernels and writes them into src/kernels: `node packages/core/assembly/build.ts`. A test checks that they are up to date. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { main } from "assemblyscript/asc";

/** Each kernel's sources begin at the file of its name. `memoryBase` ends what kernel and callers share out by fixed addresses; see there. */
const kernels = [
  { name: "klDivergence", memoryBase: 86016 },
  { name: "rows", memoryBase: 1024 },
];

/** The files of src/kernels, from those of assembly, by name. */
export async function generate(): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  for (const { name, memoryBase } of kernels) {
    const [plain, relaxed] = [
      await compile(name, memoryBase, "simd"),
      await compile(name, memoryBase, "simd,relaxed-simd"),
    ];
    files[`${name}.gen.ts`] = `// Made from assembly/${name}.ts by assembly/build.ts.
export const plain =
  "${plain}";
export const relaxed =
  "${relaxed}";
`;
  }
  return files;
}

async function compile(name: string, memoryBase: number, features: string): Promise<string> {
  let binary = new Uint8Array();
  const options = `${name}.ts -o out.wasm -O3 --runtime stub --noAssert --enable ${features} --initialMemory 2 --memoryBase ${memoryBase} --use abort=`;
  const { error, stderr } = await main([...options.split(" "), "--baseDir", import.meta.dirname], {
    writeFile: (_, contents) => {
      binary = contents as Uint8Array<ArrayBuffer>;
    },
  });
  if (error) throw new Error(`${error.message}\n${stderr}`);
  return Buffer.from(binary).toString("base64");
}

if (import.meta.main)
  for (const [file, text] of Object.entries(await generate()))
    writeFileSync(join(import.meta.dirname, "../src/kernels", file), text);
