//! [`Comparison`] → the contract's [`Document`].

use super::contract::{
    Alignment, Article, Block, Claim, Date, Difference, Document, Entity, Evidence, Figure, Group, Marker, Note, Only,
    Quantity, SCHEMA, Side, Statement, TimelineEntry,
};
use super::names::rounded;
use super::{CodePoints, labels, names, voices, whole};
use crate::align::{Analysed, Link};
use crate::claim;
use crate::compare::Comparison;
use crate::framing;
use crate::lang::Lexica;

/// Writes a comparison as the contract has it; notes are in each article's language.
pub fn document(comparison: &Comparison, lexica: &Lexica) -> Document {
    let points: Vec<CodePoints> = comparison.articles.iter().map(|it| CodePoints::new(&it.article.text)).collect();
    let view = View { comparison, lexica, points };
    Document {
        schema: SCHEMA.to_owned(),
        articles: (0..comparison.articles.len()).map(|at| view.article(at)).collect(),
        alignments: (0..comparison.alignment.links.len()).map(|at| view.alignment(at)).collect(),
        groups: view.groups(),
        labels: labels::labels(comparison, &view.points),
        voices: voices::voices(comparison),
        camps: voices::camps(comparison),
        speech: voices::speech(comparison),
        figures: comparison.framing.figures.iter().map(|figure| view.figure(figure)).collect(),
        timeline: view.timeline(),
        synthesis: comparison.framing.synthesis.iter().map(|it| view.statement(it)).collect(),
        only: comparison.alignment.only.iter().map(only).collect(),
        shared_copy: whole::shared_copy(comparison, &view.points),
        notices: whole::notices(comparison),
        notes: (0..comparison.articles.len()).flat_map(|at| view.notes(at)).collect(),
    }
}

/// The claims of one analysed article as the contract has them, ids beginning with `id`.
pub fn claims(analysed: &Analysed, id: &str) -> Vec<Claim> {
    let points = CodePoints::new(&analysed.article.text);
    let all = analysed.claims.claims.iter().enumerate();
    all.map(|(number, found)| claim(&points, &analysed.claims, format!("{id}{}", number + 1), found)).collect()
}

/// A comparison with what is needed to write it.
struct View<'a> {
    comparison: &'a Comparison,
    lexica: &'a Lexica,
    points: Vec<CodePoints<'a>>,
}

impl View<'_> {
    fn article(&self, at: usize) -> Article {
        let analysed = &self.comparison.articles[at];
        let article = &analysed.article;
        let points = &self.points[at];
        let block = |block: &crate::article::Block| Block {
            start: points.at(block.span.start),
            end: points.at(block.span.end),
            kind: names::block(block.kind).to_owned(),
        };
        Article {
            id: names::article(at),
            title: article.title().map(str::to_owned),
            outlet: article.outlet.clone(),
            byline: article.byline.clone(),
            agency: article.agency.clone(),
            date: article.date.map(|date| date.to_string()),
            lang: article.language.code().to_owned(),
            lang_confidence: rounded(article.language_confidence),
            url: article.url.clone(),
            text: article.text.clone(),
            blocks: article.blocks.iter().map(block).collect(),
            captions: article.captions.clone(),
            claims: claims(analysed, &names::article(at)),
            markers: self.markers(at),
        }
    }

    fn markers(&self, at: usize) -> Vec<Marker> {
        let marks = self.comparison.framing.marks.iter().filter(|mark| mark.article == at);
        marks.map(|mark| self.marker(at, mark)).collect()
    }

    fn marker(&self, at: usize, mark: &framing::Mark) -> Marker {
        let passage = self.points[at].passage(mark.span);
        let details = owned(&mark.details);
        Marker {
            start: passage.start,
            end: passage.end,
            text: passage.text,
            kind: names::framing(mark.kind).to_owned(),
            rule: mark.rule.to_owned(),
            cue: self.points[at].words(mark.cue),
            note: self.sentence(at, mark.rule, &details),
            details,
        }
    }

    /// The rule's sentence in the article's language.
    fn sentence(&self, article: usize, rule: &str, details: &Details) -> String {
        self.lexica.of(self.comparison.articles[article].article.language).message(rule, details)
    }

    fn alignment(&self, at: usize) -> Alignment {
        let link = &self.comparison.alignment.links[at];
        let differences = self.comparison.framing.differences.iter().filter(|difference| difference.link == at);
        Alignment {
            a: names::claim(link.a),
            b: names::claim(link.b),
            score: rounded(link.score),
            relation: names::relation(link.relation).to_owned(),
            evidence: self.evidence(link),
            differences: differences.map(|difference| self.difference(link, difference)).collect(),
        }
    }

    fn evidence(&self, link: &Link) -> Vec<Evidence> {
        let reasons = link.evidence.iter();
        reasons
            .map(|reason| Evidence {
                kind: names::evidence(reason.kind).to_owned(),
                a: self.points[link.a.article].words(reason.a),
                b: self.points[link.b.article].words(reason.b),
                weight: rounded(reason.weight),
            })
            .collect()
    }

    fn difference(&self, link: &Link, difference: &framing::Difference) -> Difference {
        let details = owned(&difference.details);
        Difference {
            kind: names::framing(difference.kind).to_owned(),
            rule: difference.rule.to_owned(),
            a: self.side(link.a.article, &difference.a),
            b: self.side(link.b.article, &difference.b),
            note: self.sentence(link.a.article, difference.rule, &details),
            details,
        }
    }

    fn side(&self, article: usize, side: &framing::Side) -> Side {
        let passage = side.span.map(|span| self.points[article].passage(span));
        let place = passage.as_ref().map(|it| (it.start, it.end));
        Side {
            start: place.map(|(start, _)| start),
            end: place.map(|(_, end)| end),
            text: passage.map(|it| it.text),
            value: side.value.clone(),
        }
    }

    fn groups(&self) -> Vec<Group> {
        let groups = self.comparison.alignment.groups.iter().enumerate();
        groups
            .map(|(at, group)| Group {
                id: format!("g{}", at + 1),
                claims: group.iter().copied().map(names::claim).collect(),
            })
            .collect()
    }

    fn figure(&self, pair: &framing::FigurePair) -> Figure {
        let link = &self.comparison.alignment.links[pair.link];
        let details = owned(&pair.details);
        Figure {
            unit: pair.a.unit.clone().or_else(|| pair.b.unit.clone()),
            a: names::claim(link.a),
            b: names::claim(link.b),
            a_text: self.points[link.a.article].words(pair.a.span),
            b_text: self.points[link.b.article].words(pair.b.span),
            relation: names::figure(pair.relation).to_owned(),
            reason: pair.rule.and_then(|rule| rule.strip_prefix("figure/")).map(str::to_owned),
            note: pair.rule.map(|rule| self.sentence(link.a.article, rule, &details)).unwrap_or_default(),
            details,
        }
    }

    fn timeline(&self) -> Vec<TimelineEntry> {
        let entry = |dated: &framing::Dated| {
            Some(TimelineEntry {
                iso: dated.date.iso.clone()?,
                precision: names::date_precision(dated.date.precision).to_owned(),
                claim: names::claim(dated.claim),
                text: self.points[dated.claim.article].words(dated.date.span),
                later_than: dated.later_than.iter().copied().map(names::article).collect(),
                to_come: dated.to_come,
            })
        };
        self.comparison.framing.timeline.iter().filter_map(entry).collect()
    }

    fn statement(&self, statement: &framing::Statement) -> Statement {
        let details = owned(&statement.details);
        Statement {
            part: names::statement(statement.part).to_owned(),
            rule: statement.rule.to_owned(),
            note: self.sentence(0, statement.rule, &details),
            details,
            claims: statement.claims.iter().copied().map(names::claim).collect(),
            weight: rounded(statement.weight),
        }
    }

    fn notes(&self, at: usize) -> Vec<Note> {
        let notes = self.comparison.articles[at].claims.notes.iter();
        notes.map(|note| self.note(at, note)).collect()
    }

    fn note(&self, at: usize, note: &claim::Note) -> Note {
        let passage = self.points[at].passage(note.span);
        let details = Details::from([("words".to_owned(), passage.text.clone())]);
        Note {
            article: names::article(at),
            rule: note.rule.to_owned(),
            start: passage.start,
            end: passage.end,
            text: passage.text,
            note: self.sentence(at, note.rule, &details),
        }
    }
}

/// What a rule's sentence is filled with.
type Details = std::collections::BTreeMap<String, String>;

fn owned(details: &std::collections::BTreeMap<&'static str, String>) -> Details {
    details.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect()
}

fn only(only: &crate::align::Only) -> Only {
    Only {
        claim: names::claim(only.claim),
        missing_in: names::article(only.other_article),
        nearest: only.nearest.map(|(claim, _)| names::claim(claim)),
        nearest_score: only.nearest.map(|(_, score)| rounded(score)),
        later: only.later,
    }
}

fn claim(points: &CodePoints, all: &claim::Claims, id: String, claim: &claim::Claim) -> Claim {
    let passage = points.passage(claim.span);
    let speaker = claim.speaker.as_ref();
    Claim {
        id,
        start: passage.start,
        end: passage.end,
        text: passage.text,
        place: names::place(claim.place).to_owned(),
        mode: claim.mode.map(|mode| names::mode(mode).to_owned()),
        speaker: speaker.map(|it| it.name.clone()),
        speaker_kind: speaker.map(|it| names::speaker(it.kind).to_owned()),
        speaker_candidates: speaker.map_or_else(Vec::new, |it| {
            it.candidates.iter().filter_map(|&actor| all.actors.get(actor)).map(|actor| actor.name.clone()).collect()
        }),
        speaker_through: speaker.map_or_else(Vec::new, |it| it.through.clone()),
        verb: claim.verb.as_ref().map(|verb| verb.lemma.clone()),
        stance: claim.verb.as_ref().map(|verb| names::stance(verb.stance).to_owned()),
        certainty: names::certainty(claim.certainty).to_owned(),
        cues: claim.carriers().into_iter().map(|span| points.passage(span)).collect(),
        entities: claim.mentions.iter().filter_map(|&at| entity(points, all, at)).collect(),
        quantities: claim.quantities.iter().map(|it| quantity(points, it)).collect(),
        dates: claim.dates.iter().map(|it| date(points, it)).collect(),
    }
}

fn entity(points: &CodePoints, all: &claim::Claims, mention: usize) -> Option<Entity> {
    let mention = all.mentions.get(mention)?;
    let actor = all.actors.get(mention.actor)?;
    let passage = points.passage(mention.span);
    Some(Entity {
        start: passage.start,
        end: passage.end,
        text: passage.text,
        name: actor.name.clone(),
        kind: names::actor(actor.kind).to_owned(),
    })
}

fn quantity(points: &CodePoints, quantity: &claim::Quantity) -> Quantity {
    let passage = points.passage(quantity.span);
    Quantity {
        start: passage.start,
        end: passage.end,
        text: passage.text,
        value: quantity.value,
        upper: quantity.upper,
        unit: quantity.unit.clone(),
        precision: names::precision(quantity.precision).to_owned(),
    }
}

fn date(points: &CodePoints, date: &claim::DateMention) -> Date {
    let passage = points.passage(date.span);
    Date {
        start: passage.start,
        end: passage.end,
        text: passage.text,
        iso: date.iso.clone(),
        precision: names::date_precision(date.precision).to_owned(),
    }
}
