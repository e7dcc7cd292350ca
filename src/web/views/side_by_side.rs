//! Both texts in one frame: linked scrolling, ribbons between them, overview bars at the edges.

use std::sync::Arc;

use leptos::prelude::*;

use crate::present::overview::ticks;
use crate::present::ribbon::{Extent, outline, thread};
use crate::present::scroll::{Anchor, Mapping};
use crate::present::{Confidence, Edition, HighlightKind, Key, Selection};
use crate::web::components::{ArticleText, Colophon, Imprint, MarginHatch, OverviewBar, Ribbon};
use crate::web::desk::Desk;
use crate::web::platform::frame::{self, EachFrame, Measures};

/// Where in the frame the reader looks, as a share of its height: claims gone to land there, and there both
/// texts are kept level.
const READING_LINE: f64 = 0.2;

/// What the parts of the frame share.
#[derive(Copy, Clone)]
struct Frame {
    desk: Desk,
    edition: StoredValue<Arc<Edition>>,
    measures: RwSignal<Measures>,
    tops: RwSignal<[f64; 2]>,
    /// The text that the reader scrolls, which the other one follows; none while the application itself scrolls.
    leader: RwSignal<Option<usize>>,
}

/// Both texts in one frame. Style: `style/components/side-by-side.css`.
#[component]
pub fn SideBySide(
    /// The comparison.
    edition: Arc<Edition>,
    /// All state.
    desk: Desk,
) -> impl IntoView {
    let part = Frame {
        desk,
        edition: StoredValue::new(edition),
        measures: RwSignal::new(Measures::default()),
        tops: RwSignal::new([0.0; 2]),
        leader: RwSignal::new(None),
    };
    part.keep_measured();
    part.go_where_chosen();
    view! {
        <div class="frame">
            {part.draw_overview(0)}
            {part.draw_text(0)}
            {part.draw_gutter()}
            {part.draw_text(1)}
            {part.draw_overview(1)}
        </div>
    }
}

impl Frame {
    fn edition(self) -> Arc<Edition> {
        self.edition.get_value()
    }

    /// Measures once the texts are drawn, and again when their size changes.
    fn keep_measured(self) {
        let counts = [0, 1].map(|side| self.edition().sources[side].claims.len());
        let each_frame = EachFrame::new(move || {
            if let (Some(measures), Some(())) = (frame::measure(counts), self.measures.try_with_untracked(|_| ())) {
                self.measures.set(measures);
                self.tops.set(frame::scrolled());
            }
        });
        let watch = StoredValue::new_local(None);
        Effect::new(move || {
            let each_frame = each_frame.clone();
            each_frame.ask();
            watch.set_value(Some(frame::watch_sizes(move || each_frame.ask())));
        });
        on_cleanup(move || watch.set_value(None));
    }

    /// Brings what was chosen before the reader's eyes, both passages level.
    fn go_where_chosen(self) {
        Effect::new(move |before: Option<Option<Selection>>| {
            let selection = self.desk.selection.get();
            if selection.is_some() && before.flatten() != selection {
                let moved = EachFrame::new(move || self.land(selection));
                moved.ask();
            }
            selection
        });
    }

    fn land(self, selection: Option<Selection>) {
        let edition = self.edition();
        // Measured anew: the panel that opens takes room from the frame.
        let counts = [0, 1].map(|side| edition.sources[side].claims.len());
        let Some(measures) = frame::measure(counts) else { return };
        let top = |side: usize| {
            let claim = edition.claim_of(selection, side)?;
            measures.claims[side].get(claim).copied().flatten().map(|extent| extent.top)
        };
        self.leader.set(None);
        // Near the top of a text the line moves up, so that both passages can still be level.
        let tops = [top(0), top(1)];
        let line = tops.iter().flatten().fold(measures.view * READING_LINE, |line, top| line.min(*top));
        for (side, top) in tops.into_iter().enumerate() {
            if let Some(top) = top {
                frame::scroll_to(side, top - line, true);
            }
        }
    }

    /// After a text was scrolled: ribbons follow, and the other text where both are linked.
    fn scrolled(self, side: usize) {
        let tops = frame::scrolled();
        self.tops.set(tops);
        if !self.desk.linked.get_untracked() || self.leader.get_untracked() != Some(side) {
            return;
        }
        let mapping = self.mapping();
        let line = self.measures.with_untracked(|measures| measures.view) * READING_LINE;
        let place = tops[side] + line;
        let other = if side == 0 { mapping.to_b(place) } else { mapping.to_a(place) };
        frame::scroll_to(1 - side, other - line, false);
    }

    fn mapping(self) -> Mapping {
        let edition = self.edition();
        self.measures.with_untracked(|measures| {
            let anchor = |pair: &crate::present::Pair| {
                let place = |side: usize| measures.claims[side].get(pair.claims[side]).copied().flatten();
                Some(Anchor { a: place(0)?.top, b: place(1)?.top, weight: pair.score })
            };
            let anchors: Vec<Anchor> = edition.pairs.iter().filter_map(anchor).collect();
            let focused = match self.desk.selection.get_untracked() {
                Some(Selection::Pair(pair)) => edition.pairs.get(pair).and_then(anchor),
                _ => None,
            };
            Mapping::new(&anchors, focused, (measures.heights[0], measures.heights[1]))
        })
    }

    fn focus(self, side: usize) -> Signal<Option<usize>> {
        let edition = self.edition();
        Signal::derive(move || edition.claim_of(self.desk.selection.get(), side))
    }

    fn hover(self, side: usize) -> Signal<Option<usize>> {
        let edition = self.edition();
        Signal::derive(move || edition.claim_of(self.desk.hovered.get(), side))
    }

    fn on_choose(self, side: usize) -> Callback<usize> {
        Callback::new(move |claim| self.desk.choose_claim(side, claim))
    }

    fn draw_text(self, side: usize) -> impl IntoView {
        let edition = self.edition();
        let source = edition.sources[side].clone();
        let lang = edition.article(side).lang.clone();
        let article = edition.article(side);
        let imprint = Imprint {
            byline: article.byline.clone(),
            agency: article.agency.clone(),
            url: article.url.clone(),
            captions: article.captions.clone(),
            lang: article.lang.clone(),
        };
        let ownership = Signal::derive(move || self.desk.facts(side).ownership);
        let (letter, outlet) = (source.letter.to_string(), source.outlet.clone());
        let words = self.desk.words;
        let label = {
            let letter = letter.clone();
            move || words.fill(Key::TextOf, &[("letter", &letter), ("outlet", &outlet)])
        };
        let on_hover = Callback::new(move |claim: Option<usize>| {
            let selection = claim.map(|claim| self.edition().selection_of(side, claim));
            self.desk.hovered.set(selection);
        });
        let lead = move || self.leader.set(Some(side));
        let lone: Vec<usize> = edition.only[side].iter().map(|lone| lone.claim).collect();
        let hatched = Signal::derive(move || {
            let extents = |claims: &Vec<Option<Extent>>| {
                lone.iter().filter_map(|claim| claims.get(*claim).copied().flatten()).collect::<Vec<Extent>>()
            };
            self.measures.with(|measures| extents(&measures.claims[side]))
        });
        view! {
            <section
                class="text"
                id=format!("text-{side}")
                data-letter=letter
                data-side=side
                tabindex="0"
                aria-label=label
                on:scroll=move |_| self.scrolled(side)
                on:pointerenter=move |_| lead()
                on:pointerdown=move |_| lead()
                on:wheel=move |_| lead()
                on:touchstart=move |_| lead()
                on:keydown=move |_| lead()
            >
                <MarginHatch extents=hatched />
                <ArticleText source side lang focus=self.focus(side) hover=self.hover(side) words on_choose=self.on_choose(side) on_hover />
                <Colophon imprint ownership words />
            </section>
        }
    }

    fn draw_overview(self, side: usize) -> impl IntoView {
        let shown = Signal::derive(move || {
            let measures = self.measures.get();
            let height = measures.heights[side].max(1.0);
            let start = (self.tops.get()[side] / height).clamp(0.0, 1.0);
            (start, (measures.view / height).min(1.0 - start))
        });
        view! { <OverviewBar ticks=ticks(&self.edition(), side) shown focus=self.focus(side) on_choose=self.on_choose(side) /> }
    }

    fn draw_gutter(self) -> impl IntoView {
        let shared = move || self.desk.shown().contains(&HighlightKind::Shared);
        let ribbons = move || {
            let pairs = self.edition().pairs.len();
            shared().then(|| (0..pairs).map(|pair| self.draw_ribbon(pair)).collect_view())
        };
        view! { <div class="gutter" id="gutter" aria-hidden="true"><svg>{ribbons}</svg></div> }
    }

    fn draw_ribbon(self, at: usize) -> impl IntoView {
        let pair = self.edition().pairs[at].clone();
        let claims = pair.claims;
        let ends = move || {
            let tops = self.tops.get();
            self.measures.with(|measures| {
                let extent = |side: usize| -> Option<(Extent, f64)> {
                    let extent = measures.claims[side].get(claims[side]).copied().flatten()?;
                    let number = measures.numbers[side].get(claims[side]).copied().flatten()?;
                    Some((extent.scrolled(tops[side]), number - tops[side]))
                };
                let ((a, number_a), (b, number_b)) = (extent(0)?, extent(1)?);
                (a.shows(measures.view) || b.shows(measures.view)).then_some((
                    a,
                    b,
                    number_a,
                    number_b,
                    measures.gutter,
                ))
            })
        };
        let band = Signal::derive(move || ends().map_or_else(String::new, |(a, b, _, _, width)| outline(a, b, width)));
        let line = Signal::derive(move || ends().map_or_else(String::new, |(_, _, a, b, width)| thread(a, b, width)));
        let selection = Selection::Pair(at);
        let focus = Signal::derive(move || self.desk.selection.get() == Some(selection));
        let hover = Signal::derive(move || self.desk.hovered.get() == Some(selection));
        let on_choose = Callback::new(move |()| self.desk.choose(selection));
        let on_hover = Callback::new(move |over: bool| self.desk.hovered.set(over.then_some(selection)));
        view! { <Ribbon thread=line band confidence=Confidence::of(pair.score) focus hover on_choose on_hover /> }
    }
}
