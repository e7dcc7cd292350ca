//! Measures and moves the two texts in their frame. All lengths are CSS pixels.

use std::cell::Cell;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::render::{AnimationFrame, request_animation_frame};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement};

use crate::present::ribbon::{Extent, spread};

/// Smallest distance between two numbers in the margin: the height of one.
const NUMBER_HEIGHT: f64 = 26.0;

/// Where everything stands, measured from the top of each text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Measures {
    /// Each claim of each source; none where it has no words of its own.
    pub claims: [Vec<Option<Extent>>; 2],
    /// The middle of each claim's number.
    pub numbers: [Vec<Option<f64>>; 2],
    /// How long each text is.
    pub heights: [f64; 2],
    /// How high the frame is.
    pub view: f64,
    /// How wide the gutter is.
    pub gutter: f64,
}

/// The element that scrolls one of the texts.
fn scroller(source: usize) -> Option<HtmlElement> {
    let document = web_sys::window()?.document()?;
    document.get_element_by_id(&format!("text-{source}"))?.dyn_into().ok()
}

/// Measures both texts; `counts` are the numbers of their claims.
pub fn measure(counts: [usize; 2]) -> Option<Measures> {
    let texts = [scroller(0)?, scroller(1)?];
    let gutter = web_sys::window()?.document()?.get_element_by_id("gutter")?;
    let mut measures = Measures {
        view: f64::from(texts[0].client_height()),
        gutter: gutter.get_bounding_client_rect().width(),
        ..Measures::default()
    };
    for (source, text) in texts.iter().enumerate() {
        let origin = text.get_bounding_client_rect().top() - f64::from(text.scroll_top());
        measures.claims[source] = extents(text, origin, counts[source]);
        measures.numbers[source] = place_numbers(text, origin, counts[source]);
        let words = text.query_selector(".article").ok().flatten();
        measures.heights[source] = words.map_or(0.0, |words| words.get_bounding_client_rect().height());
    }
    Some(measures)
}

fn all(within: &Element, selector: &str) -> Vec<HtmlElement> {
    let Ok(list) = within.query_selector_all(selector) else { return Vec::new() };
    (0..list.length()).filter_map(|at| list.item(at)?.dyn_into().ok()).collect()
}

fn claim_of(element: &HtmlElement) -> Option<usize> {
    element.get_attribute("data-claim")?.parse().ok()
}

fn extents(text: &HtmlElement, origin: f64, count: usize) -> Vec<Option<Extent>> {
    let mut out: Vec<Option<Extent>> = vec![None; count];
    for element in all(text, ".claim") {
        let (Some(claim), rect) = (claim_of(&element), element.get_bounding_client_rect()) else { continue };
        let here = Extent { top: rect.top() - origin, bottom: rect.bottom() - origin };
        if let Some(slot) = out.get_mut(claim) {
            let so_far = slot.unwrap_or(here);
            *slot = Some(Extent { top: so_far.top.min(here.top), bottom: so_far.bottom.max(here.bottom) });
        }
    }
    out
}

/// Puts each number beside the first line of its claim, those of one line below each other, and tells where they are.
fn place_numbers(text: &HtmlElement, origin: f64, count: usize) -> Vec<Option<f64>> {
    let numbers = all(text, ".number");
    let set = |element: &HtmlElement, by: f64| {
        // Fails only for names that are no properties.
        let _ = element.style().set_property("--shift", &format!("{by:.1}px"));
    };
    for element in &numbers {
        set(element, 0.0);
    }
    let resting: Vec<f64> = numbers.iter().map(|element| element.get_bounding_client_rect().top() - origin).collect();
    let half = numbers.first().map_or(0.0, |element| element.get_bounding_client_rect().height() / 2.0);
    let wanted = |(element, rest): (&HtmlElement, &f64)| {
        first_line(element).map_or(*rest, |(top, bottom)| f64::midpoint(top, bottom) - origin - half)
    };
    let tops: Vec<f64> = numbers.iter().zip(&resting).map(wanted).collect();
    let mut out = vec![None; count];
    for ((element, rest), placed) in numbers.iter().zip(&resting).zip(spread(&tops, NUMBER_HEIGHT)) {
        set(element, placed - rest);
        if let Some(slot) = claim_of(element).and_then(|claim| out.get_mut(claim)) {
            *slot = Some(placed + half);
        }
    }
    out
}

/// Top and bottom of the first line of the claim that follows its number.
fn first_line(number: &HtmlElement) -> Option<(f64, f64)> {
    let line = number.next_element_sibling()?.get_client_rects().get(0)?;
    Some((line.top(), line.bottom()))
}

/// How far each text is scrolled.
pub fn scrolled() -> [f64; 2] {
    [0, 1].map(|source| scroller(source).map_or(0.0, |text| f64::from(text.scroll_top())))
}

/// Scrolls one text.
pub fn scroll_to(source: usize, top: f64, smooth: bool) {
    let Some(text) = scroller(source) else { return };
    let options = web_sys::ScrollToOptions::new();
    options.set_top(top.max(0.0));
    let motion = smooth && !super::page::is_still();
    options.set_behavior(if motion { web_sys::ScrollBehavior::Smooth } else { web_sys::ScrollBehavior::Instant });
    text.scroll_to_with_scroll_to_options(&options);
}

/// Does something at most once a frame, however often it is asked to.
#[derive(Clone)]
pub struct EachFrame {
    act: Rc<dyn Fn()>,
    asked: Rc<Cell<Option<AnimationFrame>>>,
}

impl EachFrame {
    /// What is to be done.
    pub fn new(act: impl Fn() + 'static) -> Self {
        Self { act: Rc::new(act), asked: Rc::default() }
    }

    /// Asks for it, before the next frame is drawn.
    pub fn ask(&self) {
        let (act, asked) = (self.act.clone(), self.asked.clone());
        let frame = request_animation_frame(move |_| {
            asked.take();
            act();
        });
        self.asked.set(Some(frame));
    }
}

/// Listens for as long as it is kept.
pub struct Watch {
    _listeners: Vec<EventListener>,
    observer: Option<web_sys::ResizeObserver>,
    _on_resize: Closure<dyn Fn()>,
}

impl Drop for Watch {
    fn drop(&mut self) {
        if let Some(observer) = &self.observer {
            observer.disconnect();
        }
    }
}

/// Calls back when a text's size changes, and when fonts have come.
pub fn watch_sizes(act: impl Fn() + Clone + 'static) -> Watch {
    let on_resize = Closure::<dyn Fn()>::new(act.clone());
    let observer = web_sys::ResizeObserver::new(on_resize.as_ref().unchecked_ref()).ok();
    for text in [scroller(0), scroller(1)].into_iter().flatten() {
        if let Some(observer) = &observer {
            observer.observe(&text);
            for words in all(&text, ".article") {
                observer.observe(&words);
            }
        }
    }
    let fonts = web_sys::window().and_then(|window| window.document()).map(|document| document.fonts());
    let listener = fonts.map(|fonts| EventListener::new(&fonts, "loadingdone", move |_| act()));
    Watch { _listeners: listener.into_iter().collect(), observer, _on_resize: on_resize }
}
