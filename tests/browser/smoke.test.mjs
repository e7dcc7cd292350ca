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
