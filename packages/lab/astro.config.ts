import { unified } from "@astrojs/markdown-remark";
import starlight from "@astrojs/starlight";
import svelte from "@astrojs/svelte";
import { defineConfig } from "astro/config";
import rehypeKatex from "rehype-katex";
import remarkMath from "remark-math";
import contentSecurityPolicy from "./src/build/contentSecurityPolicy.ts";
import keptPunctuation from "./src/build/keptPunctuation.ts";
import quietCode from "./src/build/quietCode.ts";
import unsearchedFormulas from "./src/build/unsearchedFormulas.ts";

/** Takes the packages of this repository from their sources, in every environment Astro builds for. */
const fromSource = {
  name: "surprisal-source",
  configEnvironment: (name: string) => ({
    resolve: {
      // Given any conditions, Vite forgets its own; these are its own too.
      conditions: [
        "surprisal-source",
        "module",
        "development|production",
        name === "client" ? "browser" : "node",
      ],
      ...(name === "client" ? {} : { noExternal: [/^@surprisal\//] }),
    },
  }),
};

/** Code loaded on demand needs no style sheet of its own here, so Vite's loader of style sheets (0.9 kB) stays out of the pages. */
const plainImports = {
  name: "plain-imports",
  enforce: "pre" as const,
  load: (id: string) =>
    id === "\0vite/preload-helper.js" ? "export const __vitePreload = (load) => load();" : null,
};

/** And the lists of what would be fetched ahead, which are written all the same. */
const noPreloadLists = {
  name: "no-preload-lists",
  generateBundle: {
    order: "post" as const,
    handler(_: unknown, bundle: Record<string, { type: string; code?: string }>) {
      for (const chunk of Object.values(bundle))
        if (chunk.code)
          chunk.code = chunk.code
            .replace(/^const __vite__mapDeps=.*\n/, "")
            .replace(/,\s*__vite__mapDeps\(\[[\d,]*\]\)/g, "");
    },
  },
};

/**
 * The compiled kernel of long divergences stays out of the pages, and its plain reference answers: it would weigh 3 kB on every page, and
 * what a figure or the workbench shows is done in a millisecond without it.
 */
const plainKernel = {
  name: "plain-kernel",
  enforce: "pre" as const,
  load: (id: string) =>
    id.endsWith("/core/src/kernels/klEngine.ts")
      ? "export const createKlEngine = () => undefined; export const capacity = 1, step = 1;"
      : null,
};

/** KaTeX's style sheet without the formats no browser of today asks for. */
const katexInWoff2 = {
  name: "katex-in-woff2",
  enforce: "pre" as const,
  transform: (code: string, id: string) =>
    id.endsWith("/katex.min.css")
      ? code.replaceAll(/,url\([^)]*\.(?:woff|ttf)\) format\("\w+"\)/g, "")
      : null,
};

// P and Q wear in formulas the colours they have everywhere; \htmlClass is the only command trusted to write HTML.
const formulas = {
  trust: ({ command }: { command: string }) => command === "\\htmlClass",
  strict: (code: string) => (code === "htmlExtension" ? "ignore" : "error"),
  throwOnError: true,
  macros: { "\\truth": "\\htmlClass{p}{P}", "\\model": "\\htmlClass{q}{Q}" },
};

export default defineConfig({
  build: { inlineStylesheets: "never" },
  trailingSlash: "always",
  prefetch: false,
  markdown: {
    processor: unified({
      remarkPlugins: [remarkMath],
      rehypePlugins: [[rehypeKatex, formulas], keptPunctuation, unsearchedFormulas, quietCode],
    }),
    syntaxHighlight: false,
  },
  integrations: [
    starlight({
      title: "Surprisal",
      locales: { en: { label: "English" }, es: { label: "Español" } },
      defaultLocale: "en",
      expressiveCode: false,
      credits: false,
      tableOfContents: false,
      disable404Route: true,
      routeMiddleware: "./src/shell/route.ts",
      customCss: [
        "katex/dist/katex.min.css",
        "./src/styles/fonts.css",
        "./src/styles/tokens.css",
        "./src/styles/typography.css",
        "./src/styles/figure.css",
        "./src/styles/shell.css",
        "./src/styles/lesson.css",
        "./src/styles/print.css",
      ],
      components: {
        ContentPanel: "./src/shell/ContentPanel.astro",
        Footer: "./src/shell/Footer.astro",
        Head: "./src/shell/Head.astro",
        Header: "./src/shell/Header.astro",
        MarkdownContent: "./src/shell/MarkdownContent.astro",
        PageTitle: "./src/shell/PageTitle.astro",
        Search: "./src/shell/Search.astro",
        Sidebar: "./src/shell/Sidebar.astro",
        ThemeProvider: "./src/shell/ThemeProvider.astro",
        TwoColumnContent: "./src/shell/TwoColumnContent.astro",
      },
    }),
    svelte({ compilerOptions: { discloseVersion: false } }),
    contentSecurityPolicy(),
  ],
  vite: {
    build: {
      assetsInlineLimit: 0,
      modulePreload: false,
      // Astro marks its own modules with a directive that the bundler does not know, and warns of for each page.
      rolldownOptions: { checks: { moduleLevelDirective: false } },
    },
    worker: { format: "es", plugins: () => [fromSource] },
    plugins: [fromSource, katexInWoff2, plainImports, noPreloadLists, plainKernel],
  },
});
