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

/// A page of an article with these words in its head, and this before and after its paragraphs.
fn around(head: &str, before: &str, after: &str) -> Article {
    let html = format!(
        "<html><head>{head}</head><body><main><article>{before}{PARAGRAPHS}{after}</article></main></body></html>"
    );
    page(&html).expect("an article")
}

fn ld(json: &str) -> String {
    format!("<script type=application/ld+json>{json}</script>")
}

#[test]
fn every_kind_of_article_is_known_and_json_that_is_not_quite_json_is_read() {
    for kind in [
        "NewsArticle",
        "http://schema.org/NewsArticle",
        "https://schema.org/ReportageNewsArticle",
        "schema:LiveBlogPosting",
    ] {
        let head = ld(&format!("{{\"@type\":\"{kind}\",\"headline\":\"Le pont rouvre\"}}"));
        assert_eq!(around(&head, "", "").title(), Some("Le pont rouvre"), "{kind}");
    }
    for json in [
        "<![CDATA[{\"@type\":\"NewsArticle\",\"headline\":\"Le pont rouvre\"}]]>",
        "{\"@type\":\"NewsArticle\",\"headline\":\"Le pont\nrouvre\",}",
        "{\"@type\":\"WebSite\"}{\"@type\":\"NewsArticle\",\"headline\":\"Le pont rouvre\"};",
        "{\"@type\":\"WebPage\",\"mainEntity\":{\"@type\":\"NewsArticle\",\"headline\":\"Le pont rouvre\"}}",
    ] {
        assert_eq!(around(&ld(json), "", "").title(), Some("Le pont rouvre"), "{json}");
    }
    assert!(around(&ld("{\"@type\":\"NewsArticle\",\"headline\": "), "<h1>Le pont rouvre</h1>", "").title().is_some());
}

#[test]
fn people_sign_before_their_outlet() {
    let byline = |author: &str| {
        let head = ld(&format!(
            "{{\"@type\":\"NewsArticle\",\"author\":{author},\"publisher\":{{\"@type\":\"Organization\",\"name\":\"Le Jour\"}}}}"
        ));
        around(&head, "<p class=byline>Par Anne Morel</p>", "").byline
    };
    assert_eq!(
        byline("[{\"@type\":\"Person\",\"name\":\"Luc Petit\"},\"Eva Roy\"]").as_deref(),
        Some("Luc Petit, Eva Roy")
    );
    assert_eq!(byline("{\"@type\":\"Organization\",\"name\":\"Le Jour\"}").as_deref(), Some("Anne Morel"));
    assert_eq!(byline("\"Par Luc Petit\"").as_deref(), Some("Luc Petit"));
}

#[test]
fn the_headline_is_what_titles_agree_on() {
    let title = |shared: &str, declared: &str, window: &str, heading: &str| {
        let head = format!(
            "<title>{window}</title><meta property=og:title content='{shared}'>{}",
            ld(&format!(
                "{{\"@type\":\"NewsArticle\",\"headline\":\"{declared}\",\"publisher\":{{\"name\":\"Le Jour\"}}}}"
            ))
        );
        around(&head, &format!("<h1>{heading}</h1>"), "").title().map(str::to_owned)
    };
    let (plain, other, third) =
        ("Le pont rouvre lundi à Tours", "À Tours, le pont rouvre", "Pont de Tours : la réouverture lundi");
    assert_eq!(title("Le pont rouvre lundi à Tours - Le Jour", plain, plain, plain).as_deref(), Some(plain));
    assert_eq!(title(other, plain, plain, plain).as_deref(), Some(other));
    assert_eq!(title(other, plain, &format!("{plain} | Le Jour"), third).as_deref(), Some(plain));
    assert_eq!(title("Le Jour, toute l’actualité", plain, plain, plain).as_deref(), Some(plain));
}

#[test]
fn what_is_set_into_an_article_is_set_apart_with_its_reason() {
    let article = around(
        "",
        "<h1>Le pont de la Loire rouvre</h1>",
        "<blockquote class=twitter-tweet><p>Quelle joie de passer ce pont à pied avec les enfants du quartier !</p></blockquote>\
         <div class=pullquote>un vote des habitants avant la fin de l'année et un débat public</div>\
         <blockquote>demande un vote des habitants avant la fin de l'année et un débat public.</blockquote>\
         <div class=x7f3><h3>Lire aussi</h3><p>Le maire a été réélu dimanche avec deux tiers des voix.</p></div>\
         <p>Ce pont <span class=rollover><a href='/pont'>Le pont et ses travaux</a></span>a cent ans.</p>",
    );
    let dropped: Vec<String> = article
        .decisions
        .iter()
        .filter(|it| !it.kind.is_kept())
        .map(|it| {
            format!("{:8} {}", it.reason.name(), it.text.split_whitespace().take(5).collect::<Vec<_>>().join(" "))
        })
        .collect();
    insta::assert_snapshot!(dropped.join("\n"), @r"
    related  Lire aussi : Le pont
    caption  Le pont, lundi. ANNE MOREL
    embed    Quelle joie de passer ce
    repeated un vote des habitants avant
    repeated demande un vote des habitants
    related  Lire aussi
    related  Le maire a été réélu
    hidden   Le pont et ses travaux
    ");
    assert!(article.text.ends_with("Ce pont a cent ans."), "{}", article.text);
}

#[test]
fn a_body_of_one_sentence_keeps_its_title_and_byline() {
    let article = page(
        "<body><h1>Le pont rouvre</h1><p class=byline>Par Anne Morel</p><p>Le pont a rouvert lundi matin, dit la mairie.</p></body>",
    );
    let article = article.expect("an article");
    insta::assert_snapshot!(show(&article), @r"
    title     Le pont rouvre
    paragraph Le pont a rouvert lundi matin,
    Anne Morel | - | -
    ");
}

#[test]
fn broken_accents_are_mended() {
    let html = whole_page("");
    let broken: String = html.bytes().map(char::from).collect();
    assert_eq!(page(&broken).expect("an article").text, page(&html).expect("an article").text);
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
