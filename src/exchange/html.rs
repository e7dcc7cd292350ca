//! A comparison as one web page that needs nothing else: no script, no font, no image, nothing fetched.
//!
//! It holds the claims that are compared, not whole articles, so that passing it on does not republish
//! them. Every word of an article is escaped, and the page forbids itself scripts besides.

use super::contract::{
    Alignment, Article, Camp, Claim, CopiedPassage, Document, Figure, Label, Name, Only, SharedCopy, Voice,
};
use super::reader::{Reader, address, credit, letter};
use crate::lang::Language;

/// The page's look: paper and ink, one hue a source, its letter always beside it.
const STYLE: &str = "
:root{color-scheme:light dark;--paper:#fbfaf7;--ink:#1c1b19;--rule:#d8d3c8;--a:#0b5a93;--b:#a3400c}
@media(prefers-color-scheme:dark){:root{--paper:#171614;--ink:#ece8e1;--rule:#45413a;--a:#7cc0ef;--b:#f2a377}}
body{margin:0 auto;padding:1.5rem;max-width:62rem;background:var(--paper);color:var(--ink);font:1rem/1.5 system-ui,sans-serif}
blockquote{margin:.25rem 0;padding-left:.75rem;border-left:3px solid var(--rule);font:1.1rem/1.55 Georgia,serif}
.pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(16rem,1fr));gap:1rem}
.a>b{color:var(--a)}.b>b{color:var(--b)}.a blockquote{border-color:var(--a)}.b blockquote{border-color:var(--b)}
article,section{border-top:1px solid var(--rule);margin-top:1.5rem}small{display:block}
th,td{text-align:left;vertical-align:top;padding:.25rem .75rem .25rem 0;border-bottom:1px solid var(--rule)}
@media print{body{background:#fff;color:#000}article{break-inside:avoid}}
";

/// The page, in the reader's language.
pub fn html(document: &Document, language: Language) -> String {
    let reader = Reader::new(document, language);
    let foot = format!("<p><small>{}</small></p>\n</body>\n</html>\n", escaped(&reader.phrase("report/excerpts")));
    let parts = [
        head(&reader),
        sources(&reader),
        notices(&reader),
        synthesis(&reader),
        shared_copy(&reader),
        shared(&reader),
        only(&reader),
        labels(&reader),
        voices(&reader),
        camps(&reader),
        figures(&reader),
        timeline(&reader),
        foot,
    ];
    parts.concat()
}

fn head(reader: &Reader) -> String {
    let title = escaped(&reader.phrase("report/title"));
    let code = if reader.language == Language::French { "fr" } else { "en" };
    format!(
        "<!doctype html>\n<html lang=\"{code}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>\n"
    )
}

fn sources(reader: &Reader) -> String {
    let source = |article: &Article| {
        let title = escaped(&reader.title(article));
        let title = address(article).map_or(title.clone(), |url| format!("<a href=\"{}\">{title}</a>", escaped(url)));
        let (id, name, credit) = (class(&article.id), letter(&article.id), escaped(&credit(article)));
        format!("<p class=\"{id}\"{}><b>{name}</b> {title}<small>{credit}</small></p>\n", lang(article))
    };
    reader.document.articles.iter().map(source).collect()
}

fn notices(reader: &Reader) -> String {
    let notice = |sentence: String| format!("<p>{}</p>\n", escaped(&sentence));
    reader.document.notices.iter().map(|it| notice(reader.notice(it))).collect()
}

fn shared_copy(reader: &Reader) -> String {
    let all = &reader.document.shared_copy;
    if all.is_empty() {
        return String::new();
    }
    let pairs: String = all.iter().map(|it| copied_pair(reader, it)).collect();
    format!("<section>\n<h2>{}</h2>\n{pairs}</section>\n", escaped(&reader.phrase("report/copy")))
}

fn copied_pair(reader: &Reader, shared: &SharedCopy) -> String {
    let passages: String = shared.passages.iter().map(|it| copied(reader, shared, it)).collect();
    format!("<p>{}</p>\n{passages}", escaped(&reader.shared_copy(shared)))
}

/// The words of the first article, and below them what the other edited.
fn copied(reader: &Reader, shared: &SharedCopy, passage: &CopiedPassage) -> String {
    let article = reader.document.articles.iter().find(|article| article.id == shared.a);
    let lang = article.map(lang).unwrap_or_default();
    let note = |words: &String| format!("<small>{}</small>", escaped(words));
    let changes = passage.changes.iter().map(|it| reader.change(shared, it));
    let notes: String = [reader.copied(passage)].into_iter().chain(changes).map(|it| note(&it)).collect();
    format!("<blockquote{lang}>{}</blockquote>{notes}\n", escaped(&passage.a.text))
}

fn shared(reader: &Reader) -> String {
    let links = &reader.document.alignments;
    let heading = escaped(&reader.say("report/shared", [("count", links.len().to_string())]));
    if links.is_empty() {
        return format!("<h2>{heading}</h2>\n<p>{}</p>\n", escaped(&reader.phrase("report/none")));
    }
    let numbered = |(at, it): (usize, &Alignment)| link(reader, at + 1, it);
    let pairs: String = links.iter().enumerate().map(numbered).collect();
    format!("<h2>{heading}</h2>\n{pairs}")
}

fn link(reader: &Reader, number: usize, link: &Alignment) -> String {
    let sides: String =
        [&link.a, &link.b].into_iter().filter_map(|id| reader.claim(id)).map(|it| side(reader, it)).collect();
    let changes: Vec<String> = link.differences.iter().map(|it| reader.difference(it)).collect();
    let reasons: Vec<String> = link.evidence.iter().take(4).map(|it| reader.evidence(it)).collect();
    format!(
        "<article>\n<h3>{number}. {}</h3>\n<div class=\"pair\">\n{sides}</div>\n{}{}</article>\n",
        escaped(&reader.link(link)),
        list(reader, "report/changes", &changes),
        list(reader, "report/why", &reasons),
    )
}

fn side(reader: &Reader, (article, claim): (&Article, &Claim)) -> String {
    let (id, name) = (class(&article.id), letter(&article.id));
    let (words, standing) = (escaped(&claim.text), escaped(&reader.standing(claim)));
    let lang = lang(article);
    format!("<div class=\"{id}\"><b>{name}</b><blockquote{lang}>{words}</blockquote><small>{standing}</small></div>\n")
}

fn list(reader: &Reader, heading: &str, lines: &[String]) -> String {
    if lines.is_empty() {
        return String::new();
    }
    let item = |line: &String| format!("<li>{}</li>\n", escaped(line));
    let items: String = lines.iter().map(item).collect();
    format!("<h4>{}</h4>\n<ul>\n{items}</ul>\n", escaped(&reader.phrase(heading)))
}

fn only(reader: &Reader) -> String {
    let section = |(articles, claims): ((String, String), Vec<&Only>)| {
        let heading = escaped(&reader.only_heading(&articles, claims.len()));
        let rows: String = claims.into_iter().map(|only| only_row(reader, only)).collect();
        format!("<section>\n<h2>{heading}</h2>\n{rows}</section>\n")
    };
    reader.only().into_iter().map(section).collect()
}

fn only_row(reader: &Reader, only: &Only) -> String {
    let Some((article, claim)) = reader.claim(&only.claim) else { return String::new() };
    let note = |words: &String| format!("<small>{}</small>", escaped(words));
    let notes: String = reader.nearest(only).iter().map(note).collect();
    let (id, lang, words) = (class(&article.id), lang(article), escaped(&claim.text));
    format!("<div class=\"{id}\"><blockquote{lang}>{words}</blockquote>{notes}</div>\n")
}

fn labels(reader: &Reader) -> String {
    let labels = reader.labels();
    if labels.is_empty() {
        return String::new();
    }
    let column = |article: &Article| format!("<th scope=\"col\">{}</th>", letter(&article.id));
    let head: String = reader.document.articles.iter().map(column).collect();
    let rows: String = labels.into_iter().map(|it| label(reader, it)).collect();
    let heading = escaped(&reader.phrase("report/labels"));
    format!("<section>\n<h2>{heading}</h2>\n<table>\n<tr><td></td>{head}</tr>\n{rows}</table>\n</section>\n")
}

fn label(reader: &Reader, label: &Label) -> String {
    let cell = |article: &Article| {
        let names: Vec<&Name> = label.names.iter().filter(|name| name.article == article.id).collect();
        let swapped = reader.swapped(label, article).map(|it| format!("<small>{}</small>", escaped(&it)));
        format!("<td{}>{}{}</td>", lang(article), escaped(&reader.names(&names)), swapped.unwrap_or_default())
    };
    let cells: String = reader.document.articles.iter().map(cell).collect();
    format!("<tr><th scope=\"row\">{}</th>{cells}</tr>\n", escaped(&label.referent))
}

fn synthesis(reader: &Reader) -> String {
    let sentences: Vec<String> = reader.document.synthesis.iter().map(|it| reader.statement(it)).collect();
    section(reader, "report/synthesis", &sentences)
}

fn voices(reader: &Reader) -> String {
    let heard = |voice: &Voice, article: &Article| {
        voice
            .heard
            .iter()
            .find(|heard| heard.article == article.id)
            .map(|heard| reader.heard(heard))
            .unwrap_or_default()
    };
    let row = |voice: &Voice| {
        let kind = reader.phrase(&format!("speaker-kind/{}", voice.kind));
        let cells = reader.document.articles.iter().map(|article| heard(voice, article));
        (format!("{} ({kind})", voice.speaker), cells.collect())
    };
    table(reader, "report/voices", reader.document.voices.iter().map(row).collect())
}

fn camps(reader: &Reader) -> String {
    let verbs = |camp: &Camp, article: &Article| {
        camp.told.iter().find(|told| told.article == article.id).map(|told| reader.verbs(told)).unwrap_or_default()
    };
    let row = |camp: &Camp| {
        let cells = reader.document.articles.iter().map(|article| verbs(camp, article));
        (camp.name.clone(), cells.collect())
    };
    table(reader, "report/camps", reader.document.camps.iter().map(row).collect())
}

fn figures(reader: &Reader) -> String {
    let line = |it: &Figure| {
        let reason = reader.reason(it).map(|reason| format!(" ({reason})")).unwrap_or_default();
        format!("{} / {}{reason}", it.a_text, it.b_text)
    };
    let lines: Vec<String> = reader.document.figures.iter().map(line).collect();
    section(reader, "report/figures", &lines)
}

fn timeline(reader: &Reader) -> String {
    let lines: Vec<String> = reader.document.timeline.iter().filter_map(|it| reader.dated(it)).collect();
    section(reader, "report/timeline", &lines)
}

/// A heading and a list; nothing where there are no lines.
fn section(reader: &Reader, heading: &str, lines: &[String]) -> String {
    if lines.is_empty() {
        return String::new();
    }
    let item = |line: &String| format!("<li>{}</li>\n", escaped(line));
    let items: String = lines.iter().map(item).collect();
    format!("<section>\n<h2>{}</h2>\n<ul>\n{items}</ul>\n</section>\n", escaped(&reader.phrase(heading)))
}

/// A heading and a table, one column an article; nothing where there are no rows.
fn table(reader: &Reader, heading: &str, rows: Vec<(String, Vec<String>)>) -> String {
    if rows.is_empty() {
        return String::new();
    }
    let column = |article: &Article| format!("<th scope=\"col\">{}</th>", letter(&article.id));
    let head: String = reader.document.articles.iter().map(column).collect();
    let row = |(name, cells): (String, Vec<String>)| {
        let cell = |words: &String| format!("<td>{}</td>", escaped(words));
        let cells: String = cells.iter().map(cell).collect();
        format!("<tr><th scope=\"row\">{}</th>{cells}</tr>\n", escaped(&name))
    };
    let rows: String = rows.into_iter().map(row).collect();
    let heading = escaped(&reader.phrase(heading));
    format!("<section>\n<h2>{heading}</h2>\n<table>\n<tr><td></td>{head}</tr>\n{rows}</table>\n</section>\n")
}

/// The class that colours a source: its id where the page has a hue for it.
fn class(id: &str) -> &str {
    if matches!(id, "a" | "b") { id } else { "more" }
}

fn lang(article: &Article) -> String {
    if article.lang == "other" { String::new() } else { format!(" lang=\"{}\"", escaped(&article.lang)) }
}

/// `words` as HTML shows them, between tags as well as between quotation marks.
fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len() + 8);
    for c in words.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            _ => out.push(c),
        }
    }
    out
}
