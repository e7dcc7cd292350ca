//! Whom words are given to, one article a line: speaker | kind, with candidates and those who pass the words on.

use std::fmt::Write as _;

use recoupe::claim::{SpeakerKind, extract};
use recoupe::lang::{Language, Lexica};
use recoupe::segment::segment;

use crate::attribution::{article, holds};

static LEXICA: std::sync::LazyLock<Lexica> = std::sync::LazyLock::new(Lexica::complete);

const fn kind(kind: SpeakerKind) -> &'static str {
    match kind {
        SpeakerKind::Named => "named",
        SpeakerKind::Collective => "collective",
        SpeakerKind::Anonymous => "anonymous",
        SpeakerKind::Document => "document",
    }
}

/// Each line is an article; below it the speakers of what it reports, and what was doubted.
fn show(language: Language, lines: &str) -> String {
    let mut out = String::new();
    for line in lines.lines().filter(|line| !line.starts_with(' ')) {
        let article = article(language, line);
        let lexicon = LEXICA.of(language);
        let found = extract(&article, &segment(&article, lexicon), lexicon);
        let _ = writeln!(out, "{line}");
        for speaker in found.claims.iter().filter(|claim| claim.mode.is_some()).map(|claim| &claim.speaker) {
            let Some(speaker) = speaker else {
                let _ = writeln!(out, "    ?");
                continue;
            };
            let _ = write!(out, "    {} | {}", speaker.name, kind(speaker.kind));
            let names = speaker.candidates.iter().filter_map(|&actor| found.actors.get(actor));
            for name in names.map(|actor| &actor.name) {
                let _ = write!(out, " | or {name}");
            }
            for name in &speaker.through {
                let _ = write!(out, " | through {name}");
            }
            out.push('\n');
        }
        for note in &found.notes {
            let _ = writeln!(out, "    ({} {})", note.rule, note.span.of(line));
        }
    }
    out
}

#[test]
fn french() {
    holds("speakers-fr.txt", |lines| show(Language::French, lines));
}

#[test]
fn english() {
    holds("speakers-en.txt", |lines| show(Language::English, lines));
}
