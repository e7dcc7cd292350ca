//! The panel for what the reader looks at: both passages, what changes, why they are linked.

use std::collections::BTreeMap;

use super::{
    Catalogue, Confidence, CopyView, DiffRun, Edition, HighlightKind, Key, Passage, RunKind, Rung, Selection,
    confidence_key, with_links, word_diff,
};
use crate::align::Measured;
use crate::exchange::contract::{Claim, Difference, Evidence, Marker};
use crate::lang::{Language, has_message, message};

/// What the panel shows.
#[derive(Clone, Debug, PartialEq)]
pub enum Detail {
    /// Two passages that tell the same.
    Pair(PairDetail),
    /// A passage without counterpart.
    Lone(LoneDetail),
}

/// Two passages that tell the same.
#[derive(Clone, Debug, PartialEq)]
pub struct PairDetail {
    /// Number of the shared claim; both, where the link runs across two.
    pub number: String,
    /// « Affirmation 3 ».
    pub heading: String,
    /// « le même fait, d'autres détails ».
    pub relation: String,
    /// How sure the link is.
    pub confidence: Confidence,
    /// « lien sûr · 93 % ».
    pub confidence_text: String,
    /// How often that word was right where it was measured; empty between languages.
    pub confidence_measured: String,
    /// Both passages.
    pub sides: [SideDetail; 2],
    /// How they differ.
    pub differences: Vec<DifferenceLine>,
    /// Why they are linked.
    pub evidence: Vec<EvidenceLine>,
    /// What both have word for word, where the passages are copies of one text.
    pub copied: Option<CopiedNote>,
    /// The pairs of the same shared claim, where there are several: pair, its label, whether it is this one.
    pub siblings: Vec<(usize, String, bool)>,
}

/// Two passages that are copies of one text: why that proves nothing, and what each outlet changed in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CopiedNote {
    /// « Sans doute la même dépêche… »
    pub sentence: String,
    /// The words changed, in each source; empty where one has none.
    pub changes: Vec<[String; 2]>,
}

/// A passage without counterpart.
#[derive(Clone, Debug, PartialEq)]
pub struct LoneDetail {
    /// « Seulement dans le texte A ».
    pub heading: String,
    /// What that means, and what not.
    pub note: String,
    /// The passage.
    pub side: SideDetail,
    /// What the nearest candidate is called, and the candidate.
    pub nearest_heading: String,
    /// The nearest candidate.
    pub nearest: Option<SideDetail>,
}

/// One passage.
#[derive(Clone, Debug, PartialEq)]
pub struct SideDetail {
    /// Its source's letter.
    pub letter: char,
    /// Its source.
    pub outlet: String,
    /// Its language.
    pub lang: String,
    /// Its words, those in common with the other passage told apart.
    pub runs: Vec<DiffRun>,
    /// What is in common and what moved, in words, for those who don't see the lines.
    pub compared: String,
    /// How sure it is told.
    pub rung: Rung,
    /// In words.
    pub rung_text: String,
    /// In words, with its place on the ladder, for those who don't see the picture.
    pub rung_label: String,
    /// Who says it.
    pub voice: String,
    /// The marks in it.
    pub marks: Vec<MarkLine>,
}

/// A mark, told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MarkLine {
    /// Its type.
    pub kind: HighlightKind,
    /// The type's name.
    pub name: String,
    /// The words marked.
    pub text: String,
    /// What is to be said of them.
    pub note: String,
}

/// A difference, told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DifferenceLine {
    /// Its type.
    pub kind: Option<HighlightKind>,
    /// The type's name.
    pub name: String,
    /// The sentence.
    pub sentence: String,
    /// The words on each side, where there are any.
    pub words: [Option<String>; 2],
}

/// A reason for the link, told.
#[derive(Clone, Debug, PartialEq)]
pub struct EvidenceLine {
    /// « même nom ».
    pub name: String,
    /// The words on each side; the second is empty where both are the same.
    pub words: [String; 2],
    /// Share of the whole evidence, 0 to 1.
    pub weight: f64,
}

/// At most so many reasons are told; the rest weighs little.
const REASONS_SHOWN: usize = 6;

impl Detail {
    /// The panel for `selection`.
    pub fn of(edition: &Edition, selection: Selection, words: &Catalogue) -> Option<Self> {
        match selection {
            Selection::Pair(pair) => {
                (pair < edition.pairs.len()).then(|| Self::Pair(pair_detail(edition, pair, words)))
            }
            Selection::Lone { source, claim } => {
                let known = edition.sources.get(source).is_some_and(|source| claim < source.claims.len());
                known.then(|| Self::Lone(lone_detail(edition, source, claim, words)))
            }
        }
    }

    /// What is announced to those who don't see the panel open.
    pub fn announcement(&self, words: &Catalogue) -> String {
        match self {
            Self::Pair(pair) => {
                format!("{} {}", words.fill(Key::DetailPair, &[("number", &pair.number)]), pair.confidence_text)
            }
            Self::Lone(lone) => words.fill(Key::AnnounceLone, &[("letter", &lone.side.letter.to_string())]),
        }
    }
}

fn pair_detail(edition: &Edition, at: usize, words: &Catalogue) -> PairDetail {
    let pair = &edition.pairs[at];
    let record = edition.alignment(at);
    let claims = [0, 1].map(|side| edition.claim(side, pair.claims[side]));
    let [runs_a, runs_b] = diff(edition, [0, 1], claims);
    let links = |of: fn(&Evidence) -> &str| record.evidence.iter().take(REASONS_SHOWN).map(of).collect::<Vec<_>>();
    let runs_a = with_links(runs_a, &links(|it| &it.a));
    let runs_b = with_links(runs_b, &links(|it| &it.b));
    let confidence = Confidence::of(pair.score);
    let [a, b] = pair.numbers;
    let number = if a == b { a.to_string() } else { format!("{a}–{b}") };
    PairDetail {
        heading: words.fill(Key::DetailPair, &[("number", &number)]),
        number,
        relation: words.text(relation(&record.relation)).to_string(),
        confidence,
        confidence_text: confidence_text(pair.score, words),
        confidence_measured: confidence_measured(edition, confidence, words),
        sides: [side(edition, 0, claims[0], runs_a, words), side(edition, 1, claims[1], runs_b, words)],
        differences: record.differences.iter().map(|it| difference(it, words)).collect(),
        evidence: record.evidence.iter().take(REASONS_SHOWN).map(|it| evidence(it, words)).collect(),
        copied: copied(edition, claims.map(|claim| (claim.start, claim.end)), words),
        siblings: siblings(edition, at, words),
    }
}

/// The words of two claims of these sources, compared.
fn diff(edition: &Edition, sources: [usize; 2], claims: [&Claim; 2]) -> [Vec<DiffRun>; 2] {
    let passage = |at: usize| {
        let language = Language::named(&edition.article(sources[at]).lang);
        Passage { text: &claims[at].text, language }
    };
    word_diff(passage(0), passage(1))
}

fn copied(edition: &Edition, claims: [(usize, usize); 2], words: &Catalogue) -> Option<CopiedNote> {
    let view = CopyView::of(edition, words)?;
    let mut lines = view.passages.into_iter().filter(|line| !line.quotation && line.touches(claims)).peekable();
    lines.peek()?;
    Some(CopiedNote { sentence: view.sentence, changes: lines.flat_map(|line| line.changes).collect() })
}

/// « lien sûr · 93 % ».
pub fn confidence_text(score: f64, words: &Catalogue) -> String {
    let word = words.text(confidence_key(Confidence::of(score)));
    words.fill(Key::LinkConfidence, &[("word", word), ("percent", &words.percent(score))])
}

/// « Sur 79 liens dits « sûr »… 75 étaient justes. »; empty where the texts are of two languages or of one not measured.
fn confidence_measured(edition: &Edition, confidence: Confidence, words: &Catalogue) -> String {
    let [one, other] = [0, 1].map(|source| Language::named(&edition.article(source).lang));
    let measured = confidence.measured(one).filter(|_| one == other);
    measured.map_or_else(String::new, |Measured { links, right }| {
        let word = words.text(confidence_key(confidence));
        let (links, right) = (links.to_string(), right.to_string());
        words.fill(Key::ConfidenceMeasured, &[("word", word), ("links", &links), ("right", &right)])
    })
}

fn relation(name: &str) -> Key {
    match name {
        "equivalent" => Key::RelationEquivalent,
        "contradict" => Key::RelationContradict,
        _ => Key::RelationOverlap,
    }
}

fn siblings(edition: &Edition, at: usize, words: &Catalogue) -> Vec<(usize, String, bool)> {
    let shared = edition.shared.iter().find(|shared| shared.number == edition.pairs[at].numbers[0]);
    let pairs = shared.map_or(&[][..], |shared| shared.pairs.as_slice());
    if pairs.len() < 2 {
        return Vec::new();
    }
    let count = pairs.len().to_string();
    let label = |n: usize| words.fill(Key::DetailLinkOf, &[("n", &(n + 1).to_string()), ("count", &count)]);
    pairs.iter().enumerate().map(|(n, pair)| (*pair, label(n), *pair == at)).collect()
}

fn lone_detail(edition: &Edition, source: usize, claim: usize, words: &Catalogue) -> LoneDetail {
    let record = edition.claim(source, claim);
    let lone = edition.only[source].iter().find(|lone| lone.claim == claim);
    let other = edition.sources[1 - source].letter.to_string();
    let nearest = lone.and_then(|lone| lone.nearest);
    let plain = |claim: &Claim| vec![DiffRun { text: claim.text.clone(), kind: RunKind::Own }];
    let (runs, nearest_side) = match nearest {
        Some((candidate, _)) => {
            let candidate = edition.claim(1 - source, candidate);
            let [own, theirs] = diff(edition, [source, 1 - source], [record, candidate]);
            (own, Some(side(edition, 1 - source, candidate, theirs, words)))
        }
        None => (plain(record), None),
    };
    let nearest_heading = match nearest {
        Some((_, score)) => words.fill(Key::DetailNearest, &[("other", &other), ("percent", &words.percent(score))]),
        None => words.fill(Key::DetailNoNearest, &[("other", &other)]),
    };
    let note = if lone.is_some_and(|lone| lone.later) { Key::DetailLater } else { Key::DetailLoneNote };
    LoneDetail {
        heading: words.fill(Key::DetailLone, &[("letter", &edition.sources[source].letter.to_string())]),
        note: words.fill(note, &[("other", &other)]),
        side: side(edition, source, record, runs, words),
        nearest_heading,
        nearest: nearest_side,
    }
}

fn side(edition: &Edition, source: usize, claim: &Claim, runs: Vec<DiffRun>, words: &Catalogue) -> SideDetail {
    let certainty = Rung::named(&claim.certainty);
    let rung_text = words.text(certainty.key()).to_string();
    let article = edition.article(source);
    let inside = |marker: &&Marker| {
        claim.start <= marker.start && marker.end <= claim.end && marker.kind != HighlightKind::Only.code()
    };
    SideDetail {
        letter: edition.sources[source].letter,
        outlet: edition.sources[source].outlet.clone(),
        lang: article.lang.clone(),
        compared: compared(&runs, words),
        runs,
        rung: certainty,
        rung_label: words.fill(Key::RungHeight, &[("name", &rung_text), ("n", &certainty.height().to_string())]),
        rung_text,
        voice: voice(claim, words),
        marks: article.markers.iter().filter(inside).filter_map(|marker| mark(marker, words)).collect(),
    }
}

/// « En commun : le pont. Déplacé : lundi. »; empty where nothing is.
fn compared(runs: &[DiffRun], words: &Catalogue) -> String {
    let of = |wanted: fn(&RunKind) -> bool| -> Vec<&str> {
        runs.iter().filter(|run| wanted(&run.kind)).map(|run| run.text.trim()).collect()
    };
    let told = [
        (Key::DiffCommonWords, of(|kind| *kind == RunKind::Common)),
        (Key::DiffMovedWords, of(|kind| matches!(kind, RunKind::Moved(_)))),
        (Key::DiffNearWords, of(|kind| *kind == RunKind::Near)),
    ];
    let told = told.into_iter().filter(|(_, found)| !found.is_empty());
    told.map(|(key, found)| words.fill(key, &[("words", &found.join(", "))])).collect::<Vec<_>>().join(" ")
}

fn voice(claim: &Claim, words: &Catalogue) -> String {
    let speaker = claim.speaker.as_deref().unwrap_or_else(|| words.text(Key::VoiceUnknown));
    match claim.mode.as_deref() {
        Some("direct") => words.fill(Key::VoiceDirect, &[("speaker", speaker)]),
        Some(_) => words.fill(Key::VoiceIndirect, &[("speaker", speaker)]),
        None => words.text(Key::VoiceAuthor).to_string(),
    }
}

fn mark(marker: &Marker, words: &Catalogue) -> Option<MarkLine> {
    let kind = HighlightKind::named(&marker.kind)?;
    let name = words.text(kind.name()).to_string();
    let note = sentence(&marker.rule, &marker.details, &marker.note, words);
    Some(MarkLine { kind, name, text: marker.text.clone(), note })
}

/// The sentence of a rule in the reader's language; of a rule unknown here, as the document has it.
fn sentence(rule: &str, details: &BTreeMap<String, String>, note: &str, words: &Catalogue) -> String {
    let language = words.language.of_engine();
    if has_message(language, rule) || note.is_empty() { message(language, rule, details) } else { note.to_string() }
}

fn difference(difference: &Difference, words: &Catalogue) -> DifferenceLine {
    let kind = HighlightKind::named(&difference.kind);
    let sentence = sentence(&difference.rule, &difference.details, &difference.note, words);
    let name = kind.map_or_else(|| difference.kind.clone(), |kind| words.text(kind.name()).to_string());
    DifferenceLine { kind, name, sentence, words: [difference.a.text.clone(), difference.b.text.clone()] }
}

fn evidence(evidence: &Evidence, words: &Catalogue) -> EvidenceLine {
    let key = match evidence.kind.as_str() {
        "name" => Key::EvidenceName,
        "number" => Key::EvidenceNumber,
        "date" => Key::EvidenceDate,
        "quote" => Key::EvidenceQuote,
        "synonym" => Key::EvidenceSynonym,
        "speaker" => Key::EvidenceSpeaker,
        "copy" => Key::EvidenceCopy,
        _ => Key::EvidenceWord,
    };
    let second = if evidence.a == evidence.b { String::new() } else { evidence.b.clone() };
    EvidenceLine { name: words.text(key).to_string(), words: [evidence.a.clone(), second], weight: evidence.weight }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::present::{UiLanguage, sample};

    fn words() -> &'static Catalogue {
        Catalogue::of(UiLanguage::French)
    }

    #[test]
    fn a_pair_says_how_sure_what_changes_and_why() {
        let detail = Detail::of(&sample::edition(), Selection::Pair(0), words());
        let Some(Detail::Pair(pair)) = detail else { panic!("a pair was chosen") };
        insta::assert_snapshot!(format!(
            "{} · {} · {}\nA {} · {}\nB {} · {}\n{}\n{} {:?}",
            pair.heading, pair.confidence_text, pair.relation, pair.sides[0].rung_label, pair.sides[0].marks[0].note,
            pair.sides[1].rung_label, pair.sides[1].voice, pair.differences[0].sentence, pair.evidence[0].name, pair.evidence[0].words
        ).replace('\u{202f}', "_"), @r#"
        Affirmation 1 · lien sûr · 93_% · le même fait, d’autres détails
        A nuancé_: degré 3 sur 7 · The writer does not vouch for it.
        B affirmé_: degré 7 sur 7 · dit par l’auteur
        A hedges; B asserts.
        même mot ["bridge", ""]
        "#);
    }

    #[test]
    fn a_lone_claim_shows_its_nearest_candidate() {
        let edition = sample::edition();
        let lone = |claim| Detail::of(&edition, Selection::Lone { source: 0, claim }, words());
        let Some(Detail::Lone(near)) = lone(0) else { panic!("a lone claim was chosen") };
        assert_eq!(near.nearest.map(|side| side.letter), Some('B'));
        let Some(Detail::Lone(far)) = lone(2) else { panic!("a lone claim was chosen") };
        assert_eq!(far.nearest_heading, "Aucun candidat proche dans le texte B.");
    }

    #[test]
    fn a_selection_from_elsewhere_shows_nothing() {
        assert_eq!(Detail::of(&sample::edition(), Selection::Pair(9), words()), None);
        assert_eq!(Detail::of(&sample::edition(), Selection::Lone { source: 1, claim: 9 }, words()), None);
    }
}
