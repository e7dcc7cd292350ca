// The page opens under its strict policy, alone with its server.

import assert from "node:assert/strict";
import { test } from "node:test";
import { address, transferred_bytes, withPage } from "./harness.mjs";

test("the server sends the policy, the types and the compressed copies", async () => {
  const url = await address();
  const page = await fetch(url);
  const policy = page.headers.get("content-security-policy");
  assert.match(policy, /default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self';/);
  assert.match(policy, /connect-src 'self'; /);
  assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'/);
  assert.equal(page.headers.get("x-content-type-options"), "nosniff");
  assert.equal(page.headers.get("referrer-policy"), "no-referrer");
  assert.equal(page.headers.get("set-cookie"), null);
  const html = await page.text();
  assert.match(html, /<meta http-equiv="Content-Security-Policy"/, "the page carries its policy to servers without headers");
  const wasm = await fetch(new URL(html.match(/data-wasm="([^"]+)"/)[1], url), { headers: { "accept-encoding": "br" } });
  assert.equal(wasm.headers.get("content-type"), "application/wasm");
  assert.equal(wasm.headers.get("content-encoding"), "br");
  await wasm.arrayBuffer();
});

test("the application starts without an error and asks nobody else", withPage({}, async ({ page, log, url, test }) => {
  await page.waitForFunction(() => document.body.innerText.trim().length > 0);
  await page.waitForLoadState("networkidle");
  assert.ok(log.requests.some((request) => request.endsWith(".wasm")), "the WebAssembly was fetched");
  assert.ok(log.requests.every((request) => request.startsWith(url)), "all requests stay below the page's folder");
  assert.deepEqual(await page.context().cookies(), [], "no cookie");
  test.diagnostic(`transferred: ${await transferred_bytes(log)} bytes in ${log.requests.length} requests`);
}));

/** The first view stays below this, compressed and with headers. */
const FIRST_VIEW_BYTES = 450_000;

test("the first view is light: it needs neither engine nor tables", withPage({}, async ({ page, log }) => {
  await page.waitForSelector(".text .claim", { timeout: 30_000 });
  await page.waitForLoadState("networkidle");
  for (const part of ["engine", "worker.js", "lexicon"]) {
    assert.ok(!log.requests.some((request) => request.includes(part)), part);
  }
  const bytes = await transferred_bytes(log);
  assert.ok(bytes < FIRST_VIEW_BYTES, `${bytes} bytes`);
}));

test("the comparison made beforehand is the engine's own, byte for byte", withPage({}, async ({ page }) => {
  const { prepared, made } = await page.evaluate(async () => {
    const { cases } = await (await fetch("articles/manifest.json")).json();
    const [{ id, articles }] = cases;
    const known = ({ outlet, url, date, lang }) => ({ outlet, url, date, language: lang });
    const inputs = articles.map((article) => ({ file: article.file, known: known(article), corrections: {} }));
    const worker = globalThis.recoupe.startWorker();
    const made = await new Promise((done, failed) => {
      worker.onerror = (event) => failed(new Error(event.message));
      worker.onmessage = ({ data }) => {
        if (data === '"Ready"') worker.postMessage([JSON.stringify({ inputs }), ...inputs.map(() => null)]);
        else if (data.startsWith("{")) done(data);
      };
    });
    return { prepared: await (await fetch(`articles/${id}.json`)).text(), made };
  });
  assert.ok(prepared.startsWith('{"Done":'), prepared.slice(0, 200));
  assert.equal(made, prepared);
}));

test("without the comparison made beforehand the engine makes it", withPage({ open: false, expectErrors: true }, async ({ page, log, open }) => {
  await page.route("**/articles/alep-2016-10.json", (route) => route.fulfill({ status: 404 }));
  await open();
  await page.waitForSelector(".text .claim", { timeout: 30_000 });
  assert.ok(log.requests.some((request) => request.endsWith("engine_bg.wasm")));
}));

test("where the engine cannot be had, the page says so and tries again", withPage({ open: false, expectErrors: true }, async ({ page, open }) => {
  await page.route("**/articles/alep-2016-10.json", (route) => route.fulfill({ status: 404 }));
  await page.route("**/engine_bg.wasm", (route) => route.fulfill({ status: 503 }));
  await open();
  await page.waitForFunction(() => document.body.innerText.includes("503"), undefined, { timeout: 30_000 });
  await page.unroute("**/engine_bg.wasm");
  await page.click(".status.halted button");
  await page.waitForSelector(".text .claim", { timeout: 30_000 });
}));

test("the policy holds: a script written into the page does not run", withPage({ expectErrors: true }, async ({ page, log }) => {
  const ran = await page.evaluate(() => {
    const script = document.createElement("script");
    script.textContent = "globalThis.intruder = true";
    document.body.append(script);
    return globalThis.intruder === true;
  });
  assert.equal(ran, false);
  assert.ok(log.errors.some((error) => error.includes("Content Security Policy")), log.errors.join("\n"));
}));
