// What a reader does to get texts of their own in, and to put right what was left out of them.

import assert from "node:assert/strict";
import { test } from "node:test";
import { accessibilityViolations, overflow_px, withPage } from "./harness.mjs";

const DESKTOP = { width: 1440, height: 900 };
const PHONE = { width: 360, height: 740, hasTouch: true };

const PAGE_A = `Menu
Actualités
Sports
Se connecter

Le pont de Bréval rouvre après deux ans de travaux

Par Anne Morel

Le 5 mars 2024

Le pont de Bréval a rouvert lundi après deux ans de travaux, a annoncé la mairie. Les habitants attendaient ce jour depuis des mois.

« Nous avons tenu les délais », a déclaré la maire, Claire Vasseur, devant deux cents personnes réunies sur le quai.

Les travaux ont coûté 12 millions d'euros, soit deux millions de plus que prévu, selon la mairie.

Partager sur Facebook
Recevez notre newsletter
Lire aussi : Le marché couvert ferme ses portes`;

const ARTICLE_B = `Bréval : le pont enfin ouvert

La mairie de Bréval a rouvert le pont lundi. Le chantier aura duré deux ans et coûté 12 millions d'euros.

La maire Claire Vasseur assure que les délais ont été tenus. Les commerçants du quai, eux, parlent de deux années perdues.`;

const HTML_A = `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Le pont de Bréval rouvre – Le Quai</title>
<meta property="og:site_name" content="Le Quai"><meta property="article:published_time" content="2024-03-05T08:00:00+01:00"></head>
<body><nav><ul><li><a href="/">Accueil</a></li><li><a href="/sport">Sports</a></li></ul></nav><main><article>
<h1>Le pont de Bréval rouvre après deux ans de travaux</h1>
<p>Le pont de Bréval a rouvert lundi après deux ans de travaux, a annoncé la mairie. Les habitants attendaient ce jour depuis des mois, et beaucoup s'étaient levés tôt.</p>
<p>« Nous avons tenu les délais », a déclaré la maire, Claire Vasseur, devant deux cents personnes réunies sur le quai.</p>
<p>Les travaux ont coûté 12 millions d'euros, soit deux millions de plus que prévu, selon la mairie.</p>
</article></main><footer><p>Mentions légales</p></footer></body></html>`;

const MARKDOWN_B = `# Bréval : le pont enfin ouvert

La **mairie** de Bréval a rouvert le pont lundi. Le chantier aura duré deux ans et coûté [12 millions d'euros](https://mairie.example).

La maire Claire Vasseur assure que les délais ont été tenus. Les commerçants du quai parlent de deux années perdues.`;

const THIRD = `Bridge at Bréval reopens

The bridge at Bréval reopened on Monday after two years of work, the town hall said. Mayor Claire Vasseur said the deadline had been met.`;

async function ready(page) {
  await page.waitForSelector(".text .claim, .card", { timeout: 30_000 });
}

async function openDialog(page) {
  await ready(page);
  await page.click("#own");
  await page.waitForSelector("#own-dialog[open]");
}

/** Waits until the texts given are shown: words of theirs stand in the first one. */
async function compared(page, words) {
  await page.waitForFunction((words) => document.querySelector("main")?.textContent.includes(words), words, { timeout: 30_000 });
  await page.waitForFunction(() => !document.querySelector("#own-dialog")?.open);
}

/** Waits until a correction has been taken in. */
const settled = (page) => page.waitForSelector('.pages-view[aria-busy="false"]', { timeout: 30_000 });

const file = (name, content, mimeType = "text/plain") => ({ name, mimeType, buffer: Buffer.from(content) });

/** Drops files onto an element, as a file manager does. */
async function drop(page, selector, files) {
  const transfer = await page.evaluateHandle((files) => {
    const transfer = new DataTransfer();
    for (const { name, content, type } of files) transfer.items.add(new File([content], name, { type }));
    return transfer;
  }, files);
  for (const kind of ["dragenter", "dragover", "drop"]) await page.dispatchEvent(selector, kind, { dataTransfer: transfer });
}

test("a whole page pasted is cleaned, and says what was left out", withPage(DESKTOP, async ({ page }) => {
  await openDialog(page);
  await page.fill("#own-text-0", PAGE_A);
  await page.fill("#own-text-1", ARTICLE_B);
  await page.click("#own-compare");
  await compared(page, "Bréval");
  const text = await page.locator("#text-0 .article").innerText();
  assert.match(text, /Les habitants attendaient/);
  for (const furniture of ["Se connecter", "Facebook", "newsletter", "marché couvert"]) assert.ok(!text.includes(furniture), furniture);
  await page.locator(".head .left-out").first().click();
  assert.equal(await page.evaluate(() => document.activeElement.id), "page-0");
  assert.match(await page.locator(".page-counts").first().innerText(), /\d+ paragraphes gardés, \d+ lignes laissées de côté/);
  assert.equal(await page.inputValue("#fact-byline-0"), "Anne Morel");
  assert.equal(await page.inputValue("#fact-date-0"), "2024-03-05");
}));

test("a saved page and a Markdown file are dropped anywhere; the engine is fetched only then", withPage(DESKTOP, async ({ page, log }) => {
  await ready(page);
  assert.ok(!log.requests.some((request) => request.includes("engine")), "not part of the first view");
  await drop(page, "main", [
    { name: "quai.html", content: HTML_A, type: "text/html" },
    { name: "pont.md", content: MARKDOWN_B, type: "text/markdown" },
  ]);
  await page.waitForFunction(() => document.querySelectorAll(".given-file").length === 2);
  assert.match(await page.locator(".own-field").first().innerText(), /quai\.html/);
  await page.click("#own-compare");
  await compared(page, "Bréval");
  assert.ok(log.requests.some((request) => request.endsWith("engine_bg.wasm")));
  const heads = await page.locator(".heads").innerText();
  assert.match(heads, /Le Quai/);
  assert.match(heads, /5 mars 2024/);
  assert.doesNotMatch(await page.locator("#text-1 .article").innerText(), /\*\*|\]\(/);
  assert.ok((await page.locator(".number").count()) >= 2, "claims are shared");
}));

test("a file that holds several articles is enough; each can be shown", withPage(DESKTOP, async ({ page }) => {
  await openDialog(page);
  const content = `=== Le Quai ===\n\n${PAGE_A}\n\n=== La Rive ===\n\n${ARTICLE_B}\n\n=== The Bank ===\n\n${THIRD}\n`;
  await page.setInputFiles("#own-file-0", file("trois.txt", content));
  await page.click("#own-compare");
  await compared(page, "Bréval");
  assert.match(await page.locator(".heads").innerText(), /Le Quai/);
  await page.selectOption("#choice-1", { label: "C · The Bank" });
  await page.waitForFunction(() => document.querySelector("#text-1")?.textContent.includes("the town hall said"));
  assert.equal(await page.getAttribute("#text-1", "data-letter"), "C");
  assert.match(await page.locator(".notice-list").innerText(), /pas dans la même langue/);
}));

test("several files chosen at once fill one text each", withPage(DESKTOP, async ({ page }) => {
  await openDialog(page);
  await page.setInputFiles("#own-file-0", [file("a.txt", PAGE_A), file("b.txt", ARTICLE_B), file("c.txt", THIRD)]);
  await page.waitForFunction(() => document.querySelectorAll(".given-file").length === 3);
  await page.locator(".given-file button").nth(2).click();
  assert.equal(await page.locator(".given-file").count(), 2);
  await page.click("#own-compare");
  await compared(page, "Bréval");
}));

test("rich text from the clipboard is read with its layout, until its words are changed", withPage({ ...DESKTOP, permissions: ["clipboard-read", "clipboard-write"] }, async ({ page }) => {
  await openDialog(page);
  await page.evaluate(async ({ html, text }) => {
    const item = new ClipboardItem({ "text/html": new Blob([html], { type: "text/html" }), "text/plain": new Blob([text], { type: "text/plain" }) });
    await navigator.clipboard.write([item]);
  }, { html: HTML_A, text: "Accueil\nSports\nLe pont de Bréval rouvre après deux ans de travaux\n…" });
  await page.focus("#own-text-0");
  await page.keyboard.press("Control+V");
  await page.waitForSelector(".own-field .layout");
  await page.fill("#own-text-1", ARTICLE_B);
  await page.click("#own-compare");
  await compared(page, "beaucoup s'étaient levés tôt");
  await page.click("#own");
  await page.locator("#own-text-0").pressSequentially(" ");
  assert.equal(await page.locator(".own-field .layout").count(), 0);
}));

test("what is wrong is said in one sentence where it happened, and nothing typed is lost", withPage(DESKTOP, async ({ page }) => {
  await openDialog(page);
  await page.click("#own-compare");
  assert.match(await page.locator(".complaint").innerText(), /rien à comparer/);

  await page.fill("#own-text-0", ARTICLE_B);
  await page.click("#own-compare");
  await page.waitForFunction(() => document.querySelector(".complaint")?.textContent.includes("Un seul article"));
  assert.equal(await page.inputValue("#own-text-0"), ARTICLE_B);

  const trouble = () => page.locator("#own-trouble-1");
  const wrong = async (given, sentence) => {
    await page.setInputFiles("#own-file-1", given);
    await page.waitForSelector(".given-file, #own-trouble-1:not(:empty)");
    if (await page.locator(".given-file").count()) await page.click("#own-compare");
    await page.waitForSelector("#own-trouble-1:not(:empty)", { timeout: 30_000 });
    assert.match(await trouble().innerText(), sentence);
    if (await page.locator(".given-file").count()) await page.locator(".given-file button").click();
  };
  await wrong(file("photo.png", "\x89PNG\r\n\x1a\n0000", "image/png"), /pas du texte/);
  await wrong(file("vide.txt", ""), /pas de mots/);
  await wrong(file("blancs.txt", " \n\n "), /pas de mots/);
  await wrong(file("menu.txt", "Menu\nSports\nMétéo\nVidéos\n"), /Aucun article/);
  await wrong(file("énorme.html", Buffer.alloc(10_400_000, "a")), /Trop grand\s: 11 Mo, et 10 Mo au plus/);
  await wrong(file("vide.html", "<!doctype html><html><body><nav>Menu</nav></body></html>", "text/html"), /Aucun article/);
  assert.equal(await page.inputValue("#own-text-0"), ARTICLE_B, "kept on error");

  await page.keyboard.press("Escape");
  assert.equal(await page.evaluate(() => document.activeElement.id), "own", "focus goes back");
  await page.click("#own");
  assert.equal(await page.inputValue("#own-text-0"), ARTICLE_B, "kept across closing");
  assert.match(await page.locator("#text-0").innerText(), /Lavrov/, "the comparison before is still there");
}));

test("a line is turned round, the comparison follows, and all can be taken back", withPage(DESKTOP, async ({ page }) => {
  await openDialog(page);
  await page.fill("#own-text-0", PAGE_A);
  await page.fill("#own-text-1", ARTICLE_B);
  await page.click("#own-compare");
  await compared(page, "Bréval");
  assert.equal(await page.locator("#text-0").count(), 1, "the texts are shown first");
  const claims = await page.locator("#text-0 .claim").count();
  await page.locator(".tabs a").last().click();
  const page_a = page.locator(".page").first();
  const counts = page_a.locator(".page-counts");
  const before = await counts.innerText();

  const kept = page_a.locator(".line.kept", { hasText: "12 millions" });
  await kept.locator("button").click();
  assert.notEqual(await counts.innerText(), before);
  assert.match(await page_a.locator(".line", { hasText: "12 millions" }).innerText(), /votre choix[\s\S]*Garder/);
  assert.match(await page.evaluate(() => document.activeElement.id), /^line-0-\d+$/, "the focus stays on the control");
  await settled(page);
  await page.locator(".tabs a").nth(0).click();
  await page.waitForFunction((claims) => document.querySelectorAll("#text-0 .claim").length < claims, claims);
  assert.doesNotMatch(await page.locator("#text-0 .article").innerText(), /12 millions/);

  await page.locator(".tabs a").last().click();
  const folds = page_a.locator("details.left-out");
  for (let at = 0; at < (await folds.count()); at += 1) await folds.nth(at).locator("summary").click();
  assert.match(await page_a.locator(".line", { hasText: "Recevez notre newsletter" }).innerText(), /lettre d’information/);
  await page_a.locator(".line", { hasText: "Lire aussi" }).locator("button").click();
  await settled(page);
  await page_a.locator(".undo").click();
  await settled(page);
  assert.equal(await counts.innerText(), before);
}));

test("title, byline, date, outlet and language are put right by hand", withPage(DESKTOP, async ({ page }) => {
  await ready(page);
  await page.locator(".tabs a").last().click();
  const set = async (id, value) => {
    await page.fill(id, value);
    await page.keyboard.press("Tab");
    await settled(page);
  };
  await set("#fact-title-0", "Un titre de ma main");
  await set("#fact-byline-0", "Zoé Martin");
  await set("#fact-outlet-0", "Radio France Internationale");
  await set("#fact-date-0", "2016-10-22");
  await page.selectOption("#fact-language-1", "other");
  await settled(page);
  assert.equal(await page.locator(".by-reader").count(), 5);
  await page.locator(".tabs a").nth(0).click();
  assert.equal(await page.locator("#text-0 h2.title").innerText(), "Un titre de ma main");
  assert.match(await page.locator(".heads").innerText(), /Radio France Internationale\s+22 octobre 2016/);
  assert.match(await page.locator("#text-0 .colophon").innerText(), /Zoé Martin/);
  assert.match(await page.locator(".notice-list").innerText(), /ni en français ni en anglais/);
}));

test("the first case shows what was left out of its pages", withPage(DESKTOP, async ({ page }) => {
  await ready(page);
  assert.equal(await page.locator(".head .left-out").count(), 2);
  await page.locator(".head .left-out").nth(1).click();
  const counts = await page.locator(".page-counts").allInnerTexts();
  assert.equal(counts.length, 2);
  const folds = page.locator(".page").first().locator("details.left-out");
  assert.ok((await folds.count()) > 0);
  await folds.first().locator("summary").click();
  const { width, height } = await page.locator(".line button").first().boundingBox();
  assert.ok(width >= 24 && height >= 24, `${width} × ${height}`);
}));

test("one dispatch printed twice is told as such, in the overview and in the panel", withPage(DESKTOP, async ({ page }) => {
  const dispatch = "Un incendie a détruit dans la nuit de mardi à mercredi un entrepôt de meubles de la zone industrielle de Bréval, sans faire de blessé, a indiqué la préfecture de la Marne dans un communiqué publié mercredi matin. Les pompiers, au nombre de quatre-vingts, ont lutté pendant six heures contre les flammes, qui menaçaient une station d'essence voisine.";
  await openDialog(page);
  await page.fill("#own-text-0", `Un entrepôt brûle à Bréval\n\nBréval, 6 mars 2024 (AFP) – ${dispatch}\n\nLe propriétaire a porté plainte.`);
  await page.fill("#own-text-1", `Marne : un entrepôt de meubles détruit par le feu\n\nAvec AFP\n\n${dispatch}\n\nUne enquête est ouverte pour déterminer l'origine du sinistre.`);
  await page.click("#own-compare");
  await compared(page, "Bréval");
  assert.match(await page.locator(".notice-list").innerText(), /Même texte d’agence/);
  await page.locator("#text-0 .claim.shared", { hasText: "pompiers" }).first().click();
  assert.match(await page.locator("#detail .copied-note").innerText(), /Même texte d’agence/);
  await page.click("#explain");
  assert.match(await page.locator(".legend-row", { hasText: "Même texte d’agence" }).innerText(), /mot pour mot/);
}));

test("another language is said in one sentence", withPage(DESKTOP, async ({ page }) => {
  await openDialog(page);
  await page.fill("#own-text-0", ARTICLE_B);
  await page.fill("#own-text-1", "Brücke in Bréval wieder offen\n\nDie Brücke in Bréval ist am Montag nach zwei Jahren wieder geöffnet worden, wie das Rathaus mitteilte. Die Bürgermeisterin Claire Vasseur sprach von 12 Millionen Euro, die der Umbau gekostet habe.");
  await page.click("#own-compare");
  await compared(page, "Bréval");
  assert.match(await page.locator(".notice-list li").first().innerText(), /Le texte B n’est ni en français ni en anglais/);
}));

test("everything is done by keyboard alone", withPage(DESKTOP, async ({ page }) => {
  await ready(page);
  await page.focus("#own");
  await page.keyboard.press("Enter");
  await page.waitForSelector("#own-dialog[open]");
  const type = async (id, text) => {
    for (let at = 0; at < 30 && (await page.evaluate(() => document.activeElement.id)) !== id; at += 1) await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.id), id);
    if (text) await page.keyboard.insertText(text);
  };
  await type("own-text-0", PAGE_A);
  await type("own-file-0");
  await type("own-text-1", ARTICLE_B);
  await type("own-compare");
  await page.keyboard.press("Enter");
  await compared(page, "Bréval");
  await page.locator(".head .left-out").first().focus();
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.id), "page-0");
  const on = (selector) => page.evaluate((selector) => document.activeElement.matches(selector), selector);
  for (let at = 0; at < 40 && !(await on("details.left-out summary")); at += 1) await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.waitForSelector(".page details[open] .line");
  await page.keyboard.press("Tab");
  assert.ok(await on(".line button"));
  await page.keyboard.press("Space");
  await page.waitForSelector(".line.kept .by-reader");
  assert.ok(await on(".line.kept button"), "the focus stays");
}));

for (const width of [320, 360, 768, 1440]) {
  test(`the dialog and the pages read fit ${width} px`, withPage({ width, height: 800 }, async ({ page }) => {
    await ready(page);
    await page.click("#own");
    await page.setInputFiles("#own-file-0", file("un-nom-de-fichier-vraiment-très-long-sans-le-moindre-blanc-dedans.txt", PAGE_A));
    assert.ok((await overflow_px(page)) <= 0, "the dialog");
    await page.keyboard.press("Escape");
    await page.locator(".tabs a").last().click();
    for (const fold of await page.locator("details.left-out summary").all()) await fold.click();
    assert.ok((await overflow_px(page)) <= 0, "the pages");
  }));
}

for (const size of [DESKTOP, PHONE]) {
  for (const colorScheme of ["light", "dark"]) {
    for (const locale of ["fr-FR", "en-GB"]) {
      test(`no accessibility violation at the door: ${size.width} px, ${colorScheme}, ${locale}`, withPage({ ...size, colorScheme, locale, reducedMotion: "reduce" }, async ({ page }) => {
        await openDialog(page);
        await page.fill("#own-text-0", "Menu\nSports\nMétéo");
        await page.setInputFiles("#own-file-1", file("b.txt", ARTICLE_B));
        await page.click("#own-compare");
        await page.waitForSelector(".trouble:not(:empty)", { timeout: 30_000 });
        assert.deepEqual(await accessibilityViolations(page), [], "the dialog with an error");
        await page.keyboard.press("Escape");
        await page.locator(".tabs a").last().click();
        await page.locator("details.left-out summary").first().click();
        await page.locator(".line button").first().click();
        await page.waitForSelector(".undo");
        assert.deepEqual(await accessibilityViolations(page), [], "the pages");
      }));
    }
  }
}
