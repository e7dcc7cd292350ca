// Opens the built application in a real Chromium, under the headers `cargo xtask serve` sends.
//
//   import { test } from "node:test";
//   import { withPage } from "./harness.mjs";
//   test("what the reader sees", withPage({ width: 360 }, async ({ page }) => { … }));
//
// Every such test also fails on a console error, an uncaught exception, a failed request, a violation of the
// Content-Security-Policy or a request to another origin. `cargo xtask test` tells by RECOUPE_URL and RECOUPE_CHROMIUM
// what to open with what; `node --test tests/browser/` alone finds both, for a dist/ that was built before.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, join, resolve } from "node:path";
import { after } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
// The packages lie in the git-ignored folder of tools, where `import` by name does not look.
const require = createRequire(join(root, ".tools/node/package.json"));
const { chromium } = require("playwright-core");
const { AxeBuilder } = require("@axe-core/playwright");

const CHROMIUM_NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

// Chromium's own errands would look like requests of the page.
const FLAGS = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // The sandbox refuses to run for the administrator, as whom containers run.
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
];

const opened = { browser: undefined, server: undefined };
after(async () => {
  await (await opened.browser)?.close();
  (await opened.server)?.process?.kill();
});

function chromiumPath() {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const found = CHROMIUM_NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find((file) => existsSync(file));
  assert.ok(process.env.RECOUPE_CHROMIUM || found, "no Chromium on PATH");
  return process.env.RECOUPE_CHROMIUM ?? found;
}

/** The one browser of this test file. */
export function browser() {
  opened.browser ??= chromium.launch({ executablePath: chromiumPath(), args: FLAGS });
  return opened.browser;
}

/** Where the application is served; a server is started where none was given. */
export async function address() {
  opened.server ??= process.env.RECOUPE_URL ? { url: process.env.RECOUPE_URL } : serve();
  return (await opened.server).url;
}

function serve() {
  // The program itself where it was built: cargo would wait for any other build to end.
  const built = resolve(root, process.env.CARGO_TARGET_DIR ?? "target", "debug/xtask");
  const [program, ...before] = existsSync(built) ? [built] : ["cargo", "run", "--quiet", "--package", "xtask", "--"];
  const server = spawn(program, [...before, "serve", "--no-build", "--port", "0"], { cwd: root });
  return new Promise((started, reject) => {
    let said = "";
    const listen = (chunk) => {
      said += chunk;
      const url = said.match(/http:\/\/localhost:\d+\//)?.[0];
      if (url) started({ url, process: server });
    };
    server.stdout.on("data", listen);
    server.stderr.on("data", listen);
    server.on("exit", () => reject(new Error(`the server did not start: ${said}`)));
  });
}

/**
 * A test body with a fresh page on which the application was opened.
 *
 * @param {object} options width and height of the window; path below the address, as "?lang=en"; everything Playwright's
 *   newContext takes (locale, colorScheme, reducedMotion, hasTouch …); expectErrors: true where errors are the subject;
 *   open: false to leave opening to the body.
 * @param {(given: {page, context, log, url, open}) => Promise<void>} body
 */
export function withPage({ width = 1280, height = 800, path = "", expectErrors = false, open = true, ...options }, body) {
  return async (test) => {
    const context = await (await browser()).newContext({ viewport: { width, height }, locale: "fr-FR", ...options });
    try {
      const url = new URL(path, await address()).href;
      const page = await context.newPage();
      const log = listen(page, url);
      const goto = () => page.goto(url, { waitUntil: "load" });
      if (open) await goto();
      await body({ page, context, log, url, open: goto, test });
      if (!expectErrors) assert.deepEqual(log.errors, [], "errors in the console");
      assert.deepEqual(log.foreign, [], "requests to other origins");
    } finally {
      await context.close();
    }
  };
}

/** What a page complains about and fetches, collected from now on. */
function listen(page, url) {
  const log = { errors: [], warnings: [], foreign: [], requests: [], sizes: [] };
  const { origin } = new URL(url);
  page.on("console", (message) => {
    const text = `${message.text()} (${message.location().url})`;
    if (message.type() === "error") log.errors.push(text);
    if (message.type() === "warning") log.warnings.push(text);
  });
  page.on("pageerror", (error) => log.errors.push(String(error.stack ?? error)));
  page.on("requestfailed", (request) => log.errors.push(`${request.url()}: ${request.failure()?.errorText}`));
  page.on("response", (response) => {
    if (response.status() >= 400) log.errors.push(`${response.url()}: ${response.status()}`);
  });
  // The context also hears the requests of workers.
  page.context().on("request", (request) => {
    log.requests.push(request.url());
    const asked = new URL(request.url());
    if (!["data:", "blob:"].includes(asked.protocol) && asked.origin !== origin) log.foreign.push(request.url());
  });
  page.context().on("requestfinished", (request) => log.sizes.push(request.sizes().catch(() => undefined)));
  return log;
}

/** Bytes of all answers so far as they came over the wire: compressed, with their headers. */
export async function transferred_bytes(log) {
  const sizes = await Promise.all(log.sizes);
  return sizes.reduce((sum, size) => sum + (size ? size.responseBodySize + size.responseHeadersSize : 0), 0);
}

/** What axe-core finds wrong with the page as it stands: one line for each element, none when all is well. */
export async function accessibilityViolations(page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${help}: ${target.join(" ")}`));
}

/** Pixels by which the page is wider than the window. */
export function overflow_px(page) {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
