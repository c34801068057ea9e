import { defineConfig } from "vitest/config";
import { mutations } from "./mutations.ts";

// The lessons' own tests, over a library with one mistake in it.
const mutation = mutations[process.env["MUTATION"] ?? ""];
if (!mutation) throw new Error(`MUTATION is ${process.env["MUTATION"]}, expected one of mutations.ts`);
const { file, from, to } = mutation;
const conditions = ["surprisal-source"];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  plugins: [
    {
      name: "mutation",
      enforce: "pre",
      transform(code, id) {
        if (!id.endsWith(`/core/src/${file}`)) return null;
        if (!code.includes(from)) throw new Error(`${file} does not contain ${from}`);
        return code.replace(from, to);
      },
    },
  ],
  test: {
    bail: 1,
    // What is transformed here must not be kept for the runs that test the library as it is.
    fsModuleCache: false,
    include: ["packages/lab/test/{instruments,questions,reference}/**/*.test.ts"],
    environment: "node",
    setupFiles: ["test/seed.ts"],
    testTimeout: 60_000,
  },
});
