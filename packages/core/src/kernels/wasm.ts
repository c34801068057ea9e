import { bytesOfBase64 } from "./base64.ts";

// Declared here, not globally: core is compiled without the types of a page or of Node, and used together with either.
declare const WebAssembly: {
  validate(bytes: Uint8Array): boolean;
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object, imports?: object) => { exports: object };
};

export type Memory = { readonly buffer: ArrayBuffer; grow(pages: number): number };

const compiled = /* @__PURE__ */ new Map<string, object>();

/**
 * An instance of the first build that is valid here, compiled at its first use.
 *
 * @param builds Modules in base64.
 * @returns Its exports; nothing where WebAssembly or its vectors are missing, a page's Content-Security-Policy forbids compiling, or numbers
 *   are stored big end first.
 */
export function instantiate<Exports extends object>(
  builds: readonly string[],
  imports: Record<string, Record<string, (x: number) => number>> = {},
): Exports | undefined {
  if (typeof WebAssembly === "undefined" || new Uint8Array(Uint16Array.of(1).buffer)[0] === 0)
    return undefined;
  try {
    for (const build of builds) {
      const module = compiled.get(build) ?? compile(build);
      if (!module) continue;
      compiled.set(build, module);
      return new WebAssembly.Instance(module, imports).exports as Exports;
    }
  } catch {}
  return undefined;
}

function compile(build: string): object | undefined {
  const bytes = bytesOfBase64(build);
  return WebAssembly.validate(bytes) ? new WebAssembly.Module(bytes) : undefined;
}
