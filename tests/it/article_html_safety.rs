//! Web pages that break parsers, and what holds for any page at all.
#![cfg(feature = "html")]

use std::sync::LazyLock;

use proptest::prelude::*;
use recoupe::article::{Article, Format, Hints, MOST_BYTES, ReadError, read};
use recoupe::lang::Lexica;

static LEXICA: LazyLock<Lexica> = LazyLock::new(Lexica::built_in);

/// A browser gives WebAssembly about this much.
const STACK_BYTES: usize = 1_000_000;
/// No honest page nests a hundredth of it.
const DEPTH: usize = 20_000;
const PARAGRAPH: &str =
    "<p>Le pont de la Loire a rouvert lundi matin aux voitures, a annoncé la mairie dans un communiqué.</p>";

fn page(html: &str) -> Result<Article, ReadError> {
    read(html.as_bytes(), &Hints { format: Format::Html, ..Hints::default() }, &LEXICA)
}

/// Reads a page with as little stack as a browser gives.
fn page_on_a_small_stack(html: String) -> Result<Article, ReadError> {
    LazyLock::force(&LEXICA);
    let thread = std::thread::Builder::new().stack_size(STACK_BYTES);
    thread.spawn(move || page(&html)).expect("a thread").join().expect("no panic")
}

#[test]
fn deep_pages_are_read_with_a_small_stack() {
    for tag in [
        "div",
        "span",
        "b",
        "a",
        "ul><li",
        "table><tr><td",
        "blockquote",
        "p",
        "font",
        "x-y",
        "svg",
        "section",
        "dl><dd",
    ] {
        let open = format!("<{tag}>").repeat(DEPTH);
        let article = page_on_a_small_stack(format!("{open}{PARAGRAPH}"));
        if tag != "svg" {
            assert!(article.expect(tag).text.contains("Le pont de la Loire"), "{tag}");
        }
    }
}

#[test]
fn overlapping_formatting_costs_no_more_than_its_length() {
    let tangle: Vec<String> = (0..DEPTH).map(|at| format!("<p><b id={at}><i class=c{at}>a</p></b>")).collect();
    assert!(page_on_a_small_stack(format!("{}{PARAGRAPH}", tangle.concat())).is_ok());
    let crossed = "<x-a><div></x-a></div>".repeat(DEPTH);
    assert!(page_on_a_small_stack(format!("{crossed}{PARAGRAPH}")).is_ok());
}

#[test]
fn what_is_said_at_length_of_every_block_is_not_copied_to_each() {
    let named = format!("<div class=\"{}\">{}</div>", "x ".repeat(1_000_000), PARAGRAPH.repeat(DEPTH / 2));
    assert!(page_on_a_small_stack(named).is_ok());
    let headings = format!("{}{}", "<h1 class=author>".repeat(400), PARAGRAPH.repeat(DEPTH / 2));
    assert!(page_on_a_small_stack(headings).is_ok());
}

#[test]
fn large_pages_are_read_or_refused_with_a_sentence() {
    let large = format!("<html><body>{}", PARAGRAPH.repeat(MOST_BYTES / PARAGRAPH.len()));
    let error = page(&large).expect_err("more text than an article has");
    assert!(error.to_string().starts_with("too large: "), "{error}");
    let error = page(&format!("{large}{large}")).expect_err("more than is read");
    assert!(error.to_string().starts_with("too large: "), "{error}");
    let padded = format!("<html><body>{}{PARAGRAPH}", "<div class=menu><a href=/>x</a></div>".repeat(200_000));
    assert!(page(&padded).is_ok());
}

#[test]
fn entities_and_tags_that_are_cut_or_wrong_are_no_obstacle() {
    for broken in
        ["<p>&#xFFFFFFFF;&bogus;&", "<!--", "<script>", "<title>", "<p class=\"", "<a href='", "<![CDATA[", "</p></p>"]
    {
        assert!(page(&format!("{PARAGRAPH}{broken}")).is_ok(), "{broken}");
    }
}

/// Pieces that pages are made of, in any order.
fn piece() -> impl Strategy<Value = String> {
    let tag = prop::sample::select(vec![
        "p",
        "div",
        "h1",
        "h2",
        "li",
        "ul",
        "table",
        "td",
        "tr",
        "span",
        "b",
        "a",
        "article",
        "blockquote",
        "script",
        "nav",
        "figcaption",
        "svg",
        "title",
        "select",
        "option",
        "body",
        "head",
        "html",
        "br",
        "img",
        "textarea",
        "noscript",
    ]);
    prop_oneof![
        tag.clone().prop_map(|tag| format!("<{tag}>")),
        tag.clone().prop_map(|tag| format!("</{tag}>")),
        (tag, "[a-z -]{0,12}").prop_map(|(tag, class)| format!("<{tag} class='{class}' id=x hidden>")),
        "[ a-zA-Zéà.,«»<>&\"'=/!-]{0,40}",
        Just("La mairie a annoncé lundi que le pont serait rouvert aux voitures avant la fin du mois. ".to_owned()),
        Just("<p>Lire aussi : <a href='/2'>Le pont ferme</a></p>".to_owned()),
        Just(
            "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Le pont\",}</script>"
                .to_owned()
        ),
    ]
}

/// A page made of an article's blocks, as a careful author would write it.
fn clean_page(article: &Article) -> String {
    let escaped = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;");
    let block = |block: &recoupe::article::Block| {
        let tag = match block.kind {
            recoupe::article::BlockKind::Title => "h1",
            recoupe::article::BlockKind::Heading => "h2",
            recoupe::article::BlockKind::Lead | recoupe::article::BlockKind::Paragraph => "p",
        };
        format!("<{tag}>{}</{tag}>", escaped(block.span.of(&article.text)))
    };
    format!("<article>{}</article>", article.blocks.iter().map(block).collect::<String>())
}

proptest! {
    #[test]
    fn any_page_gives_an_article_or_an_error(pieces in prop::collection::vec(piece(), 0..60)) {
        let html = pieces.concat();
        if let Ok(article) = page(&html) {
            let mut end = 0;
            for block in &article.blocks {
                prop_assert!(block.span.start >= end);
                prop_assert!(!block.span.of(&article.text).trim().is_empty());
                end = block.span.end;
            }
        }
    }

    #[test]
    fn every_kept_character_stands_in_the_page_in_order(pieces in prop::collection::vec(piece(), 0..60)) {
        let html = pieces.concat();
        if let Ok(article) = page(&html) {
            for block in &article.blocks {
                let mut page = html.chars();
                let kept = block.span.of(&article.text).chars().filter(|c| c.is_alphanumeric());
                for c in kept {
                    prop_assert!(page.any(|it| it == c), "`{}` in `{}`", block.span.of(&article.text), html);
                }
            }
        }
    }

    #[test]
    fn any_bytes_give_a_result_or_an_error(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = read(&bytes, &Hints { format: Format::Html, ..Hints::default() }, &LEXICA);
    }

    #[test]
    fn a_page_of_the_cleaned_blocks_gives_itself(
        sentences in prop::collection::vec("[A-Z][a-z]{3,9}( (le|la|a|de|dans|pont|maire|ville|rue|route)){7,14} [a-z]{5,9}\\.", 2..6)
    ) {
        let paragraphs: Vec<String> = sentences.iter().map(|it| format!("<p>{it}</p>")).collect();
        let html = format!("<body><nav><a href=/>Accueil</a></nav><h1>Le pont de la ville</h1><main>{}</main><footer>Contact</footer>", paragraphs.concat());
        let once = page(&html).expect("an article");
        let again = page(&clean_page(&once)).expect("an article");
        prop_assert_eq!(&again.text, &once.text);
        let plain = read(once.text.as_bytes(), &Hints { format: Format::Text, ..Hints::default() }, &LEXICA).expect("an article");
        prop_assert_eq!(&plain.text, &once.text);
    }
}
