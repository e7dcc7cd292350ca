// Voices, figures and dates, synthesis: what they show of the first case, and where they lead.

import assert from "node:assert/strict";
import { test } from "node:test";
import { accessibilityViolations, overflow_px, withPage } from "./harness.mjs";

const VIEWS = ["Voix", "Chiffres et dates", "Synthèse"];

async function open(page, view) {
  await page.waitForSelector(".text .claim, .card, .report h2", { state: "attached", timeout: 20_000 });
  await page.click(`.tabs a:text-is("${view}")`);
  await page.waitForSelector(".report h2");
}

test("voices: who speaks, how much, and who is named without being heard", withPage({ width: 1440, height: 900 }, async ({ page }) => {
  await open(page, "Voix");
  const row = page.locator(".report tr", { hasText: "John Kerry" });
  assert.match(await row.locator("td").nth(0).innerText(), /mots cités/);
  assert.match(await row.locator("td").nth(1).innerText(), /nommé 1 fois, pas entendu/);
  const widths = await page.locator(".report tr", { hasText: "Lavrov" }).locator(".bar i").evaluateAll((all) => all.map((it) => it.getBoundingClientRect().width));
  assert.equal(widths.length, 4);
  assert.ok(widths.every((width) => width > 5), `${widths}`);
}));

test("dates stand in order, by source", withPage({ width: 1440, height: 900 }, async ({ page }) => {
  await open(page, "Chiffres et dates");
  const days = await page.locator(".report table").last().locator("tbody th").allInnerTexts();
  assert.ok(days.indexOf("13 octobre 2016") >= 0 && days.indexOf("13 octobre 2016") < days.indexOf("20 octobre 2016"), `${days}`);
}));

test("a sentence of the synthesis leads to its claim in the texts; the selection travels back", withPage({ width: 1440, height: 900 }, async ({ page }) => {
  await open(page, "Synthèse");
  const sentences = page.locator(".sentences .lead");
  assert.ok((await sentences.count()) >= 5);
  await sentences.first().focus();
  await page.keyboard.press("Enter");
  await page.waitForSelector("#detail");
  assert.equal(await page.locator(".tabs [aria-current]").innerText(), "Côte à côte");
  assert.equal(await page.locator(".text .claim.is-focus").count() > 0, true, "the claim is in focus in its text");
  await page.click('.tabs a:text-is("Synthèse")');
  assert.ok((await page.locator(".report .lead.is-focus").count()) > 0, "what was chosen is marked");
}));

for (const [width, height, colorScheme] of [[1440, 900, "light"], [768, 900, "dark"], [320, 640, "light"]]) {
  test(`the reports fit ${width} px and are open to all (${colorScheme})`, withPage({ width, height, colorScheme }, async ({ page }) => {
    for (const view of VIEWS) {
      await open(page, view);
      assert.equal(await overflow_px(page), 0, view);
      assert.deepEqual(await accessibilityViolations(page), [], view);
    }
  }));
}
