//! What is reported and what is not, one sentence a line: who | with which word | mode | stance | what.

use std::fmt::Write as _;

use recoupe::claim::{Claim, Mode, Stance};
use recoupe::lang::Language;

use crate::attribution::{article, claims, holds};

const fn stance(stance: Stance) -> &'static str {
    match stance {
        Stance::Neutral => "neutral",
        Stance::Insist => "insist",
        Stance::Doubt => "doubt",
        Stance::Concede => "concede",
        Stance::Blame => "blame",
    }
}

/// A reported claim on one line; nothing for the author's own words.
pub fn reported(claim: &Claim, text: &str) -> Option<String> {
    let mode = match claim.mode? {
        Mode::Direct => "direct",
        Mode::Indirect => "indirect",
    };
    let who = claim.speaker.as_ref().map_or("?", |speaker| &speaker.name);
    let verb = claim.verb.as_ref().map_or("-", |verb| &verb.lemma);
    let stance = claim.verb.as_ref().map_or("-", |verb| stance(verb.stance));
    Some(format!("{who} | {verb} | {mode} | {stance} | {}", claim.span.of(text)))
}

/// Each line is an article; below it what it reports, or `-`.
fn show(language: Language, lines: &str) -> String {
    let mut out = String::new();
    for line in lines.lines().filter(|line| !line.starts_with(' ')) {
        let article = article(language, line);
        let found: Vec<String> = claims(&article).iter().filter_map(|claim| reported(claim, line)).collect();
        let _ = writeln!(out, "{line}");
        for report in if found.is_empty() { vec!["-".to_owned()] } else { found } {
            let _ = writeln!(out, "    {report}");
        }
    }
    out
}

#[test]
fn french() {
    holds("speech-fr.txt", |lines| show(Language::French, lines));
}

#[test]
fn english() {
    holds("speech-en.txt", |lines| show(Language::English, lines));
}
