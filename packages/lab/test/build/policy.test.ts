import { expect, test } from "vitest";
import { policyFor } from "../../src/build/policy.ts";

function directive(policy: string, name: string): string[] {
  return (
    policy
      .split("; ")
      .find((text) => text.startsWith(`${name} `))
      ?.split(" ")
      .slice(1) ?? []
  );
}

// printf 'alert(1)' | openssl dgst -sha256 -binary | base64
const alertHash = "'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='";

test("an inline script is allowed by its hash, once, on whatever pages it stands", () => {
  const policy = policyFor(["<script>alert(1)</script>", '<p><script type="module">alert(1)</script>']);
  expect(directive(policy, "script-src")).toEqual(["'self'", "'wasm-unsafe-eval'", alertHash]);
});

test("scripts with an address and blocks of data need no hash", () => {
  const policy = policyFor(['<script src="/a.js"></script><script type="application/json">{}</script>']);
  expect(directive(policy, "script-src")).toEqual(["'self'", "'wasm-unsafe-eval'"]);
});

test("nothing is allowed that is not named, and no script by its being inline", () => {
  const policy = policyFor(["<style>p{color:red}</style>"]);
  expect(directive(policy, "default-src")).toEqual(["'none'"]);
  expect(directive(policy, "style-src")).toHaveLength(2);
  expect(directive(policy, "script-src")).not.toContain("'unsafe-inline'");
  expect(policy).not.toMatch(/https?:|\*/);
});
