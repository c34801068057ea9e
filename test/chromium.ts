import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";

const names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];

/** The Chromium to test with: the one `CHROMIUM` names, one on the PATH, or the one Playwright keeps. */
export function findChromium(): string | undefined {
  const named = process.env.CHROMIUM;
  if (named) return named;
  const folders = (process.env.PATH ?? "").split(delimiter);
  const candidates = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...candidates, chromium.executablePath()].find((path) => existsSync(path));
}

/** Installs Chromium where there is none: Debian's own package when we may, otherwise the one Playwright downloads. */
export function installChromium(): void {
  const run = (command: string, args: string[]) =>
    execFileSync(command, args, { stdio: "inherit", timeout: 600_000 });
  const isDebian =
    existsSync("/etc/os-release") && /^ID=debian$/m.test(readFileSync("/etc/os-release", "utf8"));
  if (isDebian && process.getuid?.() === 0) {
    run("apt-get", ["update", "-qq"]);
    run("apt-get", ["install", "-y", "-qq", "chromium"]);
  } else {
    run("npx", ["playwright", "install", "--with-deps", "chromium"]);
  }
}
