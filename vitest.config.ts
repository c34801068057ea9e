import { defineConfig } from "vitest/config";

const conditions = ["surprisal-source"];

function project(name: string, include: string[]) {
  return {
    resolve: { conditions },
    ssr: { resolve: { conditions } },
    test: { name, include, environment: "node", testTimeout: 60_000, setupFiles: ["test/seed.ts"] },
  };
}

export default defineConfig({
  test: {
    projects: [
      project("core", ["packages/core/test/**/*.test.ts"]),
      project("data", ["packages/data/test/**/*.test.ts"]),
      project("cli", ["packages/cli/test/**/*.test.ts"]),
      project("lab", ["packages/lab/test/**/*.test.ts"]),
      project("house", ["test/**/*.test.ts"]),
    ],
  },
});
