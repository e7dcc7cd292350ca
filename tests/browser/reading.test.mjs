// What a reader does with the two articles of the first case.

import assert from "node:assert/strict";
import { test } from "node:test";
import { accessibilityViolations, overflow_px, withPage } from "./harness.mjs";

/** The numbers of the shared claims whose passage on one side holds these words. */
function numbersOf(page, side, words) {
  return page.evaluate(
    ({ side, words }) => {
      const flat = (text) => text.replace(/[\u00a0\u202f\s]+/g, " ").replaceAll("’", "'");
      const text = document.querySelector(`#text-${side}`);
      const whole = (claim) => [...text.querySelectorAll(`.claim[data-claim="${claim}"]`)].map((it) => it.textContent).join("");
      const numbers = [...text.querySelectorAll(".number")].filter((it) => flat(whole(it.dataset.claim)).includes(words));
      return numbers.map((it) => it.dataset.number);
    },
    { side, words },
  );
}

async function ready(page) {
  await page.waitForSelector(".text .claim, .card", { timeout: 20_000 });
}

/** Both passages are told under one number. */
async function assertLinked(page, inA, inB) {
  const [a, b] = [await numbersOf(page, 0, inA), await numbersOf(page, 1, inB)];
  assert.ok(a.some((number) => b.includes(number)), `« ${inA} » (${a}) and « ${inB} » (${b}) are linked`);
}

test("both articles stand side by side, cleaned, with their sources", withPage({ width: 1440, height: 900 }, async ({ page }) => {
  await ready(page);
  const [a, b] = await Promise.all([0, 1].map((side) => page.locator(`#text-${side}`).innerText()));
  assert.match(a, /Lavrov dresse un parallèle/);
  assert.match(b, /Front Al-Nosra de quitter Alep/);
  for (const furniture of ["Newsletter", "cookies", "Page non trouvée", "Tout Accepter", "Suivez RT France"]) {
    assert.ok(!a.includes(furniture) && !b.includes(furniture), `${furniture} is no part of the articles`);
  }
  const heads = await page.locator(".heads").innerText();
  for (const fact of ["RFI", "RT France", "21 octobre 2016", "France", "Russie"]) assert.ok(heads.includes(fact), fact);
}));

test("the call and the corridors are linked", withPage({ width: 1440, height: 900 }, async ({ page }) => {
  await ready(page);
  await assertLinked(page, "conversation téléphonique", "se sont entretenus au téléphone");
  await assertLinked(page, "des couloirs humanitaires ont été mis en place", "huit couloirs humanitaires ont été établis");
  await assertLinked(page, "des couloirs humanitaires ont été mis en place", "les corridors mis en place");
  const ribbons = await page.locator(".ribbon .thread").evaluateAll((all) => all.filter((it) => it.getAttribute("d")).length);
  assert.ok(ribbons > 0, "ribbons are drawn");
}));

test("choosing a claim opens its panel with both passages; Escape goes back", withPage({ width: 1440, height: 900 }, async ({ page }) => {
  await ready(page);
  const number = page.locator("#text-0 .number").first();
  await number.focus();
  await page.keyboard.press("Enter");
  const panel = page.locator("#detail");
  await panel.waitFor();
  assert.equal(await panel.locator(".passage").count(), 2);
  assert.equal(await panel.locator(".rung").count(), 2, "both rungs of certainty");
  assert.ok((await panel.locator(".evidence li").count()) > 0, "reasons for the link");
  assert.match(await panel.locator(".confidence").innerText(), /lien (sûr|probable|possible) · \d+/);
  assert.equal(await page.evaluate(() => document.activeElement.id), "detail-heading");
  await page.keyboard.press("Escape");
  assert.equal(await panel.count(), 0);
  assert.equal(await page.evaluate(() => document.activeElement.id), await number.getAttribute("id"));
}));

test("a click on words opens the same panel; claims of one text show their nearest candidate", withPage({ width: 1440, height: 900 }, async ({ page }) => {
  await ready(page);
  await page.locator("#text-1 .claim.shared").first().click();
  assert.equal(await page.locator("#detail .passage").count(), 2);
  await page.locator("#text-0 .claim.lone").first().click();
  assert.match(await page.locator("#detail h2").innerText(), /Seulement dans le texte A/);
}));

test("the pair in focus is brought level", withPage({ width: 1440, height: 900, reducedMotion: "reduce" }, async ({ page }) => {
  await ready(page);
  await page.click("#next");
  await page.click("#next");
  await page.waitForTimeout(300);
  const tops = await page.locator(".text .number.is-focus").evaluateAll((all) => all.map((it) => it.getBoundingClientRect().top));
  assert.equal(tops.length, 2);
  assert.ok(Math.abs(tops[0] - tops[1]) < 60, `level: ${tops}`);
}));

test("scrolling one text takes the other along, unless switched off", withPage({ width: 1440, height: 700 }, async ({ page }) => {
  await ready(page);
  const top = (side) => page.locator(`#text-${side}`).evaluate((it) => it.scrollTop);
  await page.locator("#text-0").hover();
  await page.mouse.wheel(0, 500);
  await page.waitForTimeout(400);
  assert.ok((await top(1)) > 50, "linked");
  await page.locator("#linked").uncheck();
  const before = await top(1);
  await page.locator("#text-0").hover();
  await page.mouse.wheel(0, 200);
  await page.waitForTimeout(300);
  assert.equal(await top(1), before, "not linked");
}));

test("a highlight type is switched off and on", withPage({ width: 1440, height: 900 }, async ({ page }) => {
  await ready(page);
  const line = () => page.locator(".text .mark-conditional").first().evaluate((it) => getComputedStyle(it).textDecorationLine);
  assert.equal(await line(), "underline");
  await page.locator('.switch[data-kind="conditional"]').click();
  assert.equal(await line(), "none");
  await page.locator('.switch[data-kind="conditional"]').click();
  assert.equal(await line(), "underline");
  await page.locator('.switch[data-kind="shared"]').click();
  assert.equal(await page.locator(".number:visible").count(), 0, "numbers are hidden with the shared claims");
  assert.equal(await page.locator(".ribbon").count(), 0);
}));

test("the legend explains every type found", withPage({ width: 1440, height: 900 }, async ({ page }) => {
  await ready(page);
  await page.click("#explain");
  const rows = page.locator(".legend-row");
  assert.ok((await rows.count()) >= (await page.locator(".switch").count()));
  for (const text of await rows.allInnerTexts()) assert.ok(text.length > 60, text);
  await page.keyboard.press("Escape");
  assert.equal(await page.evaluate(() => document.activeElement.id), "explain");
}));

test("the interface changes language and keeps the place", withPage({ width: 1440, height: 900 }, async ({ page }) => {
  await ready(page);
  await page.click("#next");
  await page.click("#language-en");
  assert.equal(await page.getAttribute("html", "lang"), "en");
  assert.match(await page.locator("#detail").innerText(), /What changes/);
  assert.equal(await page.locator("#text-0 .article").getAttribute("lang"), "fr", "the article stays French");
  await page.reload();
  await ready(page);
  assert.equal(await page.getAttribute("html", "lang"), "en", "remembered");
}));

test("light and dark follow the system until chosen", withPage({ colorScheme: "dark" }, async ({ page }) => {
  await ready(page);
  const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const dark = await paper();
  await page.click("#theme");
  assert.notEqual(await paper(), dark);
  await page.click("#theme");
  assert.equal(await paper(), dark);
}));

for (const width of [320, 360, 640, 768, 1024, 1440, 2560]) {
  test(`${width} px wide without sideways scrolling`, withPage({ width, height: 800 }, async ({ page }) => {
    await ready(page);
    assert.ok((await overflow_px(page)) <= 0);
    await page.locator(".number:visible").first().click();
    assert.ok((await overflow_px(page)) <= 0, "with the panel open");
    await page.keyboard.press("Escape");
    await page.locator(".tabs a").nth(1).click();
    assert.ok((await overflow_px(page)) <= 0, "the table");
  }));
}

test("a phone shows cards, says so, and shows whole texts on demand", withPage({ width: 360, height: 740, hasTouch: true }, async ({ page }) => {
  await page.waitForSelector(".card", { timeout: 20_000 });
  assert.match(await page.locator(".layout-notice").innerText(), /cartes/);
  assert.ok((await page.locator(".fold").count()) > 0, "what one text alone says is folded in between");
  await page.locator(".card .number").first().tap();
  assert.equal(await page.locator("#detail .passage").count(), 2);
  await page.keyboard.press("Escape");
  await page.locator(".layout-notice button").tap();
  await page.waitForSelector("#text-1 .claim");
  await page.reload();
  await page.waitForSelector("#text-1 .claim", { timeout: 20_000 });
}));

test("everything is reached by keyboard, in order, and focus shows", withPage({ width: 1280, height: 800 }, async ({ page }) => {
  await ready(page);
  await page.keyboard.press("Tab");
  assert.match(await page.evaluate(() => document.activeElement.className), /skip/);
  const seen = [];
  for (let at = 0; at < 60; at += 1) {
    await page.keyboard.press("Tab");
    const { name, hidden } = await page.evaluate(() => {
      const it = document.activeElement;
      const box = it.getBoundingClientRect();
      const over = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
      return { name: it.id || it.className, hidden: it !== document.body && !(it === over || it.contains(over) || over?.contains(it)) };
    });
    assert.ok(!hidden, `${name} is covered`);
    seen.push(name);
  }
  for (const id of ["language-fr", "theme", "next", "linked", "explain", "text-0", "text-1"]) assert.ok(seen.includes(id), id);
  assert.ok(seen.indexOf("text-0") < seen.indexOf("text-1"));
}));

test("two texts of one's own are compared without leaving the browser", withPage({ width: 1280, height: 800 }, async ({ page, log }) => {
  await ready(page);
  await page.click("#own");
  await page.click("#own-compare");
  assert.match(await page.locator(".complaint").innerText(), /rien à comparer/);
  await page.fill("#own-text-0", "Mayor Ann Reed resigns over flood report\n\nMayor Ann Reed resigned on Monday after the flood report. “I take the blame”, Reed said. The flood drove 1,200 people out of their homes.");
  await page.fill("#own-text-1", "Flood report: Mayor Reed steps down\n\nAnn Reed, the mayor, has resigned following the report on the flood. About 1,200 residents had to leave their homes.");
  await page.fill("#own-outlet-0", "Morning Post");
  await page.click("#own-compare");
  await page.waitForFunction(() => document.querySelector("#text-0")?.textContent.includes("Ann Reed"), undefined, { timeout: 20_000 });
  assert.match(await page.locator(".heads").innerText(), /Morning Post/);
  assert.ok((await page.locator(".number").count()) >= 2);
  assert.ok(log.requests.every((request) => !request.includes("Reed")));
}));

for (const [width, height] of [[1440, 900], [360, 740]]) {
  for (const colorScheme of ["light", "dark"]) {
    for (const locale of ["fr-FR", "en-GB"]) {
      test(`no accessibility violation: ${width} px, ${colorScheme}, ${locale}`, withPage({ width, height, colorScheme, locale, reducedMotion: "reduce" }, async ({ page }) => {
        await ready(page);
        assert.deepEqual(await accessibilityViolations(page), []);
        await page.locator(".number:visible").first().click();
        await page.waitForSelector("#detail");
        assert.deepEqual(await accessibilityViolations(page), [], "with the panel open");
        await page.keyboard.press("Escape");
        await page.click("#explain");
        assert.deepEqual(await accessibilityViolations(page), [], "with the legend open");
        await page.keyboard.press("Escape");
        await page.locator(".tabs a").nth(1).click();
        assert.deepEqual(await accessibilityViolations(page), [], "the table");
        await page.click("#own");
        assert.deepEqual(await accessibilityViolations(page), [], "the dialog");
      }));
    }
  }
}
