//! The door on web pages: what they declare, what they show, and what breaks parsers.
#![cfg(feature = "html")]

use std::sync::LazyLock;

use recoupe::article::{Article, BlockKind, Hints, ReadError, read};
use recoupe::lang::{Language, Lexica};

static LEXICA: LazyLock<Lexica> = LazyLock::new(Lexica::built_in);

fn page(html: &str) -> Result<Article, ReadError> {
    read(html.as_bytes(), &Hints::default(), &LEXICA)
}

const PARAGRAPHS: &str = "<p>Fermé depuis deux ans, le pont de la Loire a rouvert lundi matin aux voitures, a annoncé la \
    mairie dans un communiqué, devant une foule de curieux venus tôt.</p>\
    <p>Lire aussi : <a href='/2'>Le pont ferme pour deux ans</a></p>\
    <h2>Trois voies</h2>\
    <p>Les commerçants du quai réclament toutefois une quatrième voie, que la ville juge trop chère et que la région \
    refuse de payer, selon un rapport remis au conseil.</p>\
    <figure><img src='p.jpg'><figcaption>Le pont, lundi. ANNE MOREL / AFP</figcaption></figure>\
    <p>Elle coûterait 2,5 millions d'euros, a calculé l'opposition, qui demande un vote des habitants avant la fin de \
    l'année et un débat public.</p>";

fn whole_page(head: &str) -> String {
    format!(
        "<!DOCTYPE html><html lang=fr><head><title>Le pont rouvre - Le Jour</title>{head}</head><body>\
        <nav><a href='/'>Accueil</a> <a href='/sport'>Sport</a></nav>\
        <main><article><h1>Le pont de la Loire rouvre</h1><p class='byline'>Par Anne Morel</p>\
        <div class='share-bar'>Partager</div>{PARAGRAPHS}\
        <div class='newsletter-box'><p>Recevez chaque matin nos titres dans votre boîte mail, sans engagement.</p></div>\
        </article></main><aside class='related'><p>Le maire a été réélu dimanche avec deux tiers des voix, au premier tour.</p></aside>\
        <footer>© Le Jour, tous droits réservés</footer></body></html>"
    )
}

fn show(article: &Article) -> String {
    let cut = |text: &str| text.split_whitespace().take(6).collect::<Vec<_>>().join(" ");
    let mut lines: Vec<String> = article
        .blocks
        .iter()
        .map(|block| format!("{:9} {}", format!("{:?}", block.kind).to_lowercase(), cut(block.span.of(&article.text))))
        .collect();
    lines.extend(article.captions.iter().map(|it| format!("caption   {it}")));
    let known = [&article.byline, &article.outlet, &article.date.map(|it| it.to_string())];
    lines.push(known.map(|it| it.clone().unwrap_or("-".into())).join(" | "));
    lines.join("\n")
}

#[test]
fn a_page_gives_its_article_and_nothing_else() {
    let article = page(&whole_page("")).expect("an article");
    assert_eq!(article.language, Language::French);
    insta::assert_snapshot!(show(&article), @r"
    title     Le pont de la Loire rouvre
    paragraph Fermé depuis deux ans, le pont
    heading   Trois voies
    paragraph Les commerçants du quai réclament toutefois
    paragraph Elle coûterait 2,5 millions d'euros, a
    caption   Le pont, lundi. ANNE MOREL / AFP
    Anne Morel | - | -
    ");
}

#[test]
fn json_ld_is_read_in_graphs_and_arrays() {
    let news = r#"{"@type":["NewsArticle"],"headline":"Le pont de la Loire rouvre","datePublished":"2020-03-03T08:00:00+01:00",
        "author":[{"@type":"Person","name":"Anne Morel"},{"@type":"Person","name":"Luc Petit"}],"publisher":{"name":"Le Jour"}}"#;
    for json in [
        news.to_owned(),
        format!("[{{\"@type\":\"WebSite\"}},{news}]"),
        format!("{{\"@graph\":[{{\"@type\":\"WebPage\"}},{news}]}}"),
    ] {
        let head = format!("<script type='application/ld+json'>{json}</script>");
        let article = page(&whole_page(&head)).expect("an article");
        assert!(show(&article).ends_with("Anne Morel, Luc Petit | Le Jour | 2020-03-03"), "{}", show(&article));
    }
}

#[test]
fn meta_tags_are_read() {
    let head = "<meta property='og:site_name' content='Le Jour'><meta property='article:published_time' content='2020-03-03'>\
        <meta name=author content='Luc Petit'><meta property='og:title' content='Le pont de la Loire rouvre | Le Jour'>";
    let article = page(&whole_page(head)).expect("an article");
    assert_eq!(article.title(), Some("Le pont de la Loire rouvre"));
    assert!(show(&article).ends_with("Luc Petit | Le Jour | 2020-03-03"), "{}", show(&article));
}

#[test]
fn a_declared_body_decides_what_belongs_to_it() {
    let body: String = PARAGRAPHS.replace("</p>", "\\n").replace(['<', '>'], " ").replace('\'', "’");
    let head =
        format!("<script type='application/ld+json'>{{\"@type\":\"NewsArticle\",\"articleBody\":\"{body}\"}}</script>");
    let article = page(&whole_page(&head)).expect("an article");
    assert_eq!(article.blocks.iter().filter(|it| it.kind == BlockKind::Paragraph).count(), 3);
}

#[test]
fn deep_and_broken_pages_are_read_or_refused() {
    let deep = format!("{}<p>{}", "<div>".repeat(200_000), PARAGRAPHS);
    assert!(page(&deep).is_ok());
    for broken in [
        "<",
        "<html",
        "<p><<<>>",
        "</div></div>",
        "<!--",
        "<script>",
        "<p>&#xFFFFFFFF;&bogus;",
        "<html><body></body></html>",
    ] {
        assert!(page(broken).is_err(), "{broken}");
    }
    let whole = whole_page("");
    for end in (0..whole.len()).step_by(37).filter(|&end| whole.is_char_boundary(end)) {
        let _ = page(&whole[..end]);
    }
}
