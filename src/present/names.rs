//! The names given to each person, group, place and act, and one source's name in the other's sentence.

use super::{Catalogue, Edition, Key};
use crate::exchange::contract::{Edit, Label, Name, Occurrence, Swap};

/// What the view shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Names {
    /// What the two sources name differently; what has the most names of its own first.
    pub differing: Vec<NameRow>,
    /// What both name alike.
    pub alike: Vec<NameRow>,
}

/// One thing with the names of both sources.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NameRow {
    /// Number of the label in the document: the row's identity.
    pub label: usize,
    /// What is named.
    pub referent: String,
    /// « personne ».
    pub kind: String,
    /// Why these names were brought together.
    pub why: String,
    /// The names of each source, commonest first.
    pub sides: [Vec<NameCell>; 2],
    /// How often the sources name it.
    pub count: usize,
}

/// A name of one source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NameCell {
    /// The words.
    pub words: String,
    /// Whether the other source has it too.
    pub shared: bool,
    /// Where it stands, in order.
    pub uses: Vec<NameUse>,
}

/// A name in its sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NameUse {
    /// Id of the claim it stands in.
    pub claim: Option<String>,
    /// « Affirmation 3 », or where else the claim leads.
    pub lead: String,
    /// The sentence: words, and whether they are the name.
    pub sentence: Vec<(String, bool)>,
    /// Whose words they are, where quoted.
    pub said_by: Option<String>,
    /// The sentence with the other source's name.
    pub swap: Option<SwapLine>,
}

/// One source's name in the other's sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SwapLine {
    /// « Avec le mot de B ».
    pub heading: String,
    /// The sentence: words, and whether they were changed; empty where it is left alone.
    pub sentence: Vec<(String, bool)>,
    /// Why it is left alone.
    pub doubt: Option<String>,
}

impl Names {
    /// The names that the two sources shown give.
    pub fn of(edition: &Edition, words: &Catalogue) -> Self {
        let labels = edition.document.labels.iter().enumerate();
        let rows = labels.filter_map(|(at, label)| row(edition, at, label, words));
        let (mut differing, alike): (Vec<NameRow>, Vec<NameRow>) = rows.partition(NameRow::differs);
        differing.sort_by_key(|row| std::cmp::Reverse(row.own()));
        Self { differing, alike }
    }
}

impl NameRow {
    fn cells(&self) -> impl Iterator<Item = &NameCell> {
        self.sides.iter().flatten()
    }

    fn differs(&self) -> bool {
        self.cells().any(|cell| !cell.shared)
    }

    /// How often a source gives a name that the other lacks.
    fn own(&self) -> usize {
        self.cells().filter(|cell| !cell.shared).map(|cell| cell.uses.len()).sum()
    }
}

/// The row of a label; none where one of the two sources does not speak of it.
fn row(edition: &Edition, at: usize, label: &Label, words: &Catalogue) -> Option<NameRow> {
    let cells = |source: usize| -> Vec<NameCell> {
        let own = label.names.iter().filter(|name| name.article == edition.article(source).id);
        own.map(|name| cell(edition, source, name, words)).collect()
    };
    let sides = [cells(0), cells(1)];
    if sides.iter().any(Vec::is_empty) {
        return None;
    }
    let count = sides.iter().flatten().map(|cell| cell.uses.len()).sum();
    Some(NameRow {
        label: at,
        referent: label.referent.clone(),
        kind: words.text(kind(&label.kind)).to_string(),
        why: words.text(why(&label.rule)).to_string(),
        sides,
        count,
    })
}

fn kind(name: &str) -> Key {
    match name {
        "person" => Key::ThingPerson,
        "organisation" => Key::ThingOrganisation,
        "group" => Key::ThingGroup,
        "place" => Key::ThingPlace,
        "act" => Key::ThingAct,
        _ => Key::ThingOther,
    }
}

fn why(rule: &str) -> Key {
    match rule {
        "label/actor" => Key::NamesWhyActor,
        "label/act" => Key::NamesWhyAct,
        "label/aligned" => Key::NamesWhyAligned,
        _ => Key::NamesWhyFamily,
    }
}

fn cell(edition: &Edition, source: usize, name: &Name, words: &Catalogue) -> NameCell {
    let uses = name.occurrences.iter().map(|it| name_use(edition, source, it, words)).collect();
    NameCell { words: name.text.clone(), shared: name.shared, uses }
}

fn name_use(edition: &Edition, source: usize, it: &Occurrence, words: &Catalogue) -> NameUse {
    let claims = &edition.article(source).claims;
    let claim = it.claim.as_ref().and_then(|id| claims.iter().position(|claim| claim.id == *id));
    let number = claim.and_then(|claim| edition.sources[source].claims.get(claim)?.number);
    let lead = match number {
        Some(number) => words.fill(Key::DetailPair, &[("number", &number.to_string())]),
        None => words.text(Key::NamesInText).to_string(),
    };
    let swap = it.swaps.iter().find(|swap| swap.article == edition.article(1 - source).id);
    NameUse {
        claim: it.claim.clone(),
        lead,
        sentence: pieces(edition, source, it, &[Edit { start: it.start, end: it.end, text: it.text.clone() }]),
        said_by: it.said_by.as_ref().map(|speaker| words.fill(Key::NamesSaidBy, &[("speaker", speaker)])),
        swap: swap.map(|swap| swap_line(edition, source, it, swap, words)),
    }
}

fn swap_line(edition: &Edition, source: usize, it: &Occurrence, swap: &Swap, words: &Catalogue) -> SwapLine {
    let letter = edition.sources[1 - source].letter.to_string();
    let doubt = swap.doubt.as_ref().map(|doubt| words.fill(doubt_key(doubt), &[("words", &swap.text)]));
    let sentence = if doubt.is_some() { Vec::new() } else { pieces(edition, source, it, &swap.edits) };
    SwapLine { heading: words.fill(Key::SwapWith, &[("letter", &letter)]), sentence, doubt }
}

fn doubt_key(doubt: &str) -> Key {
    match doubt {
        "number" => Key::SwapNumber,
        "gender" => Key::SwapGender,
        "agreement" => Key::SwapAgreement,
        "determiner" => Key::SwapDeterminer,
        _ => Key::SwapSound,
    }
}

/// A sentence with some words written in the place of others, on one line; the new words told apart.
fn pieces(edition: &Edition, source: usize, it: &Occurrence, edits: &[Edit]) -> Vec<(String, bool)> {
    let letters = edition.letters(source);
    let slice = |start: usize, end: usize| -> String {
        let end = end.min(letters.len());
        letters.get(start.min(end)..end).unwrap_or_default().iter().collect()
    };
    let mut out = Vec::new();
    let mut at = it.sentence_start;
    for edit in edits {
        out.push((slice(at, edit.start), false));
        out.push((edit.text.clone(), true));
        at = edit.end;
    }
    out.push((slice(at, it.sentence_end), false));
    out.retain(|(words, _)| !words.is_empty());
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::present::{Selection, UiLanguage, sample};

    fn occurrence(text: &str, sentence: &str, words: &str, claim: &str, swaps: Vec<Swap>) -> Occurrence {
        let (sentence_start, sentence_end) = sample::span(text, sentence);
        let (start, end) = sample::span(text, words);
        Occurrence {
            start,
            end,
            text: words.into(),
            sentence_start,
            sentence_end,
            claim: Some(claim.into()),
            said_by: None,
            swaps,
        }
    }

    fn name(article: &str, text: &str, shared: bool, occurrence: Occurrence) -> Name {
        Name { article: article.into(), text: text.into(), shared, occurrences: vec![occurrence] }
    }

    /// The officials of the first text, « they » of the second; the bridge that both call so.
    fn edition() -> Edition {
        let mut document = sample::document();
        let texts = [document.articles[0].text.clone(), document.articles[1].text.clone()];
        let (start, end) = sample::span(&texts[0], "Officials");
        let edits = vec![Edit { start, end, text: "Buses".into() }];
        let sure = Swap { article: "b".into(), text: "buses".into(), edits, doubt: None };
        let doubt = Swap { article: "a".into(), text: "officials".into(), edits: vec![], doubt: Some("number".into()) };
        let officials =
            occurrence(&texts[0], "Officials “may have” shut the bridge at Ivry.", "Officials", "a1", vec![sure]);
        let buses = occurrence(&texts[1], "Buses run instead.", "Buses", "b2", vec![doubt]);
        let bridge = occurrence(&texts[0], "Officials “may have” shut the bridge at Ivry.", "bridge", "a1", vec![]);
        let same = occurrence(&texts[1], "The bridge at Ivry is shut.", "bridge", "b1", vec![]);
        let label = |referent: &str, differs, names| Label {
            referent: referent.into(),
            kind: "group".into(),
            rule: "label/family".into(),
            differs,
            names,
        };
        document.labels = vec![
            label("bridge", false, vec![name("a", "bridge", true, bridge), name("b", "bridge", true, same)]),
            label(
                "officials / buses",
                true,
                vec![name("a", "officials", false, officials.clone()), name("b", "buses", false, buses)],
            ),
            label("only in A", true, vec![name("a", "officials", false, officials)]),
        ];
        Edition::new(document, [0, 1])
    }

    fn told(pieces: &[(String, bool)]) -> String {
        pieces.iter().map(|(words, marked)| if *marked { format!("[{words}]") } else { words.clone() }).collect()
    }

    #[test]
    fn names_that_differ_stand_apart_from_those_that_do_not() {
        let names = Names::of(&edition(), Catalogue::of(UiLanguage::English));
        let referents = |rows: &[NameRow]| rows.iter().map(|row| row.referent.clone()).collect::<Vec<_>>();
        assert_eq!(referents(&names.differing), ["officials / buses"]);
        assert_eq!(referents(&names.alike), ["bridge"]);
    }

    #[test]
    fn a_use_shows_its_sentence_and_the_other_name_in_it() {
        let names = Names::of(&edition(), Catalogue::of(UiLanguage::English));
        let uses = names.differing[0].sides.each_ref().map(|side| side[0].uses[0].clone());
        let swap = uses[0].swap.as_ref().expect("the first name can be exchanged");
        insta::assert_snapshot!(
            format!("{}\n{}: {}", told(&uses[0].sentence), swap.heading, told(&swap.sentence)),
            @"
        [Officials] “may have” shut the bridge at Ivry.
        With B’s word: [Buses] “may have” shut the bridge at Ivry.
        "
        );
        let doubt = uses[1].swap.as_ref().and_then(|swap| swap.doubt.as_deref());
        assert_eq!(doubt, Some("Not swapped with “officials”: one is singular, the other plural."));
    }

    #[test]
    fn a_use_leads_to_its_claim() {
        let edition = edition();
        let names = Names::of(&edition, Catalogue::of(UiLanguage::English));
        let used = &names.alike[0].sides[0][0].uses[0];
        assert_eq!(used.claim.as_deref(), Some("a1"));
        assert_eq!(edition.selection_among(&["a1".into()]), Some(Selection::Pair(0)));
        assert_eq!(used.lead, "Claim 1");
    }
}
