//! One article's name in another article's sentence: « … libérer la ville **des djihadistes** ».
//!
//! The whole name is exchanged, with its adjectives and what it belongs to. What stands before it follows: the determiner
//! keeps its sort and takes number, gender and elision of the new name, prepositions contract with it or part from
//! it ([`left`]). Words behind that agree with it are changed where that can be done surely ([`agree`]). Where the
//! number differs, or something depends on what is not known, the sentence is left alone and the reason is kept.
//!
//! Gender is read from the texts first: from the determiners and adjectives that stand with a name wherever it
//! stands ([`shape`]). So no dictionary of genders is needed.

mod agree;
mod left;
mod shape;

use super::{Edit, Label, LabelKind, LabelName, LabelUse, Page, Scene, Swap, SwapDoubt};
use left::{Det, Left};
use shape::{Genders, Shape};

/// The labels with every occurrence's swaps.
pub(super) fn with_swaps(scene: &Scene, mut labels: Vec<Label>) -> Vec<Label> {
    let genders = Genders::of(scene);
    let exchange = Exchange { scene, genders: &genders };
    for label in &mut labels {
        let names = label.names.clone();
        let all: Vec<&LabelName> = names.iter().collect();
        for name in &mut label.names {
            let others = chosen(&all, name);
            for place in &mut name.uses {
                let swaps = others.iter().filter_map(|other| exchange.swap(label.kind, (name.article, place), other));
                place.swaps = swaps.collect();
            }
        }
    }
    labels
}

/// For each other article, its names that this one lacks, the commonest first.
fn chosen<'a>(all: &[&'a LabelName], name: &LabelName) -> Vec<Vec<&'a LabelName>> {
    let mut articles: Vec<usize> = all.iter().map(|it| it.article).filter(|it| *it != name.article).collect();
    articles.dedup();
    let own = |words: &str| all.iter().any(|it| it.article == name.article && it.words == words);
    let of = |article: usize| all.iter().filter(move |it| it.article == article).copied();
    let names = articles.into_iter().map(|article| of(article).filter(|it| !it.shared && !own(&it.words)).collect());
    names.filter(|names: &Vec<&LabelName>| !names.is_empty()).collect()
}

/// A name where it stands, with what stands before it and what its shape tells.
struct Place<'a> {
    page: &'a Page<'a>,
    proper: bool,
    /// Its tokens.
    from: usize,
    to: usize,
    left: Left,
    shape: Shape,
}

/// So many places of a name are looked at for one of the same number.
const MOST_USES: usize = 8;

/// The articles, with the genders of the nouns in them.
struct Exchange<'a> {
    scene: &'a Scene<'a>,
    genders: &'a Genders<'a>,
}

impl Exchange<'_> {
    /// The first of an article's names that fits surely, or why its commonest one does not.
    fn swap(&self, kind: LabelKind, own: (usize, &LabelUse), names: &[&LabelName]) -> Option<Swap> {
        let tried: Vec<Swap> = names.iter().filter_map(|name| self.with_name(kind, own, name)).collect();
        let sure = tried.iter().position(|swap| swap.edits.is_ok()).unwrap_or(0);
        tried.into_iter().nth(sure)
    }

    fn place(&self, article: usize, it: &LabelUse) -> Option<Place<'_>> {
        let page = self.scene.pages.get(article)?;
        let tokens = page.tokens_of(it.span);
        let left = Left::of(page, tokens.start);
        let shape = Shape::of(self.genders, page, it, &left);
        Some(Place { page, proper: it.proper, from: tokens.start, to: tokens.end, left, shape })
    }

    fn with_name(&self, kind: LabelKind, (article, it): (usize, &LabelUse), name: &LabelName) -> Option<Swap> {
        let own = self.place(article, it)?;
        let page = own.page;
        // « Le ministre » right before a name is no place for another name.
        let title = !own.proper && page.joined(own.to) && page.tokens[own.to].is_capitalised(page.text);
        let uses = name.uses.iter().take(MOST_USES).filter(|it| !(title && it.proper));
        let mut places: Vec<(&LabelUse, Place)> =
            uses.filter_map(|it| Some((it, self.place(name.article, it)?))).collect();
        let fits = |(_, other): &(&LabelUse, Place)| other.shape.plural == own.shape.plural;
        let best = places.iter().position(fits).unwrap_or(0);
        let (it, other) = (!places.is_empty()).then(|| places.swap_remove(best))?;
        let words = if it.proper { other.page.words(it.span) } else { other.page.plain_words(it.span) };
        Some(Swap { article: name.article, edits: edits(kind, &own, &other, &words), words })
    }
}

fn edits(kind: LabelKind, own: &Place, other: &Place, words: &str) -> Result<Vec<Edit>, SwapDoubt> {
    if own.shape.plural != other.shape.plural {
        return Err(SwapDoubt::Number);
    }
    let det = determined(kind, own, other)?;
    let before = own.left.with(own.page.lexicon, det, &other.shape)?;
    let mut edits = agree::edits(own, (own.shape.gender, other.shape.gender))?;
    let text = capitalised_as(own, format!("{}{words}", before.replace('\'', own.page.apostrophe())));
    edits.push(Edit { span: own.page.span(own.left.first, own.to), text });
    edits.sort_by_key(|edit| edit.span);
    Ok(edits)
}

/// Which determiner the new name takes in the place of the old one.
fn determined(kind: LabelKind, own: &Place, other: &Place) -> Result<Det, SwapDoubt> {
    let articled = other.left.det == Det::Definite;
    // « Son homologue » is someone's: whose, only its own sentence says.
    let person = kind == LabelKind::Person;
    if person && !other.proper && other.left.det == Det::Possessive {
        return Err(SwapDoubt::Determiner);
    }
    match (own.left.det, own.proper, other.proper) {
        (Det::Definite, _, true) | (Det::None, true, true) if !articled => Ok(Det::None),
        (Det::None, false, false) | (Det::Definite, _, _) => Ok(own.left.det),
        (Det::None, true, _) if articled => Ok(Det::Definite),
        (Det::Possessive, false, _) if person && articled => Ok(Det::Definite),
        (Det::Possessive, false, true) if person => Ok(Det::None),
        (Det::None, _, _) | (_, _, true) => Err(SwapDoubt::Determiner),
        (det, _, false) => Ok(det),
    }
}

/// With a capital where the words it replaces begin a sentence with one.
fn capitalised_as(own: &Place, text: String) -> String {
    let first = own.left.first;
    if !own.page.begins_sentence(first) || !own.page.tokens[first].is_capitalised(own.page.text) {
        return text;
    }
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
