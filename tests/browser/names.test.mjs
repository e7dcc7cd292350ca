// What a reader does in the view of names: who is called what, where, and the other source's word instead.

import assert from "node:assert/strict";
import { test } from "node:test";
import { accessibilityViolations, overflow_px, withPage } from "./harness.mjs";

async function openNames(page, name = "Mots") {
  await page.waitForSelector(".text .claim, .card", { timeout: 20_000 });
  await page.getByRole("link", { name, exact: true }).click();
  await page.waitForSelector(".names-table");
}

function row(page, referent) {
  return page.locator(".names-table > tbody").filter({ has: page.locator(".unfold", { hasText: referent }) });
}

test("each thing has its names, counted, source by source", withPage({ width: 1440, height: 900 }, async ({ page }) => {
  await openNames(page);
  const corridors = row(page, "corridors");
  const [a, b] = await Promise.all([0, 1].map((side) => corridors.locator("td").nth(side).innerText()));
  assert.match(a, /couloirs humanitaires\s*× 1/);
  assert.match(b, /corridors\s*× 1/);
}));

test("a row opens by keyboard and shows the sentences with the other word", withPage({ width: 1440, height: 900 }, async ({ page }) => {
  await openNames(page);
  const unfold = row(page, "corridors").locator(".unfold");
  await unfold.focus();
  await page.keyboard.press("Enter");
  assert.equal(await unfold.getAttribute("aria-expanded"), "true");
  const use = row(page, "corridors").locator(".side li").first();
  assert.match(await use.locator(".sentence").innerText(), /des couloirs humanitaires ont été mis en place/);
  assert.match(await use.locator(".swap").innerText(), /des corridors ont été mis en place/);
  await page.keyboard.press("Enter");
  assert.equal(await unfold.getAttribute("aria-expanded"), "false");
}));

test("a sentence leads to its claim in the texts", withPage({ width: 1440, height: 900 }, async ({ page }) => {
  await openNames(page);
  await row(page, "corridors").locator(".unfold").click();
  await row(page, "corridors").locator(".about button").first().click();
  await page.locator("#detail").waitFor();
  assert.match(await page.locator("#detail").innerText(), /couloirs humanitaires/);
  assert.equal(await page.locator(".text .claim.is-focus").first().isVisible(), true);
}));

for (const [locale, tab] of [["fr-FR", "Mots"], ["en-GB", "Words"]]) {
  for (const colorScheme of ["light", "dark"]) {
    for (const width of [320, 1440]) {
      const name = `${locale}, ${colorScheme}, ${width} px: nothing inaccessible, nothing cut off`;
      test(name, withPage({ width, height: 900, locale, colorScheme }, async ({ page }) => {
        await openNames(page, tab);
        await page.locator(".unfold").first().click();
        assert.deepEqual(await accessibilityViolations(page), []);
        assert.ok((await overflow_px(page)) <= 0, "no scrolling sideways");
      }));
    }
  }
}
