//! A text as a reader gives it: typed, pasted with or without its layout, or a file. Nothing given is lost by giving more.

use std::sync::Arc;

/// A file that the reader chose or dropped, as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GivenFile {
    /// What it is called.
    pub name: String,
    /// Its bytes.
    pub bytes: Arc<[u8]>,
}

/// One text to compare, as the reader gives it. A file goes before the text typed, which stays for when it is taken away.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Given {
    /// Who published it, where the reader says so.
    pub outlet: String,
    text: String,
    file: Option<GivenFile>,
    layout: Layout,
}

/// The page that the text was copied from, as the clipboard holds it beside the words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
enum Layout {
    /// The words are all there is.
    #[default]
    None,
    /// Pasted just now; its words have not reached the field yet.
    Coming(Arc<[u8]>),
    /// Stands for the words of the field.
    Here(Arc<[u8]>),
}

impl Given {
    /// The words in the field.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The file given, if any.
    pub const fn file(&self) -> Option<&GivenFile> {
        self.file.as_ref()
    }

    /// Whether there is nothing to read.
    pub fn is_empty(&self) -> bool {
        self.file.is_none() && self.text.trim().is_empty()
    }

    /// Whether the layout of the page copied from is read instead of bare lines.
    pub const fn has_layout(&self) -> bool {
        matches!(self.layout, Layout::Here(_))
    }

    /// What is read.
    pub fn bytes(&self) -> Arc<[u8]> {
        match (&self.file, &self.layout) {
            (Some(file), _) => file.bytes.clone(),
            (None, Layout::Here(page)) => page.clone(),
            (None, _) => self.text.as_bytes().into(),
        }
    }

    /// Takes in what the field holds now. Words changed by hand are no longer those of the page copied from.
    pub fn type_text(&mut self, text: String) {
        self.layout = match std::mem::take(&mut self.layout) {
            Layout::Coming(page) => Layout::Here(page),
            layout if self.text == text => layout,
            _ => Layout::None,
        };
        self.text = text;
    }

    /// Takes in the layout that comes with words about to be pasted; `whole` says that they will be all in the field.
    pub fn paste_layout(&mut self, html: &str, whole: bool) {
        self.layout = if whole && is_better_read(html) { Layout::Coming(html.as_bytes().into()) } else { Layout::None };
    }

    /// Reads the bare lines instead of the layout.
    pub fn drop_layout(&mut self) {
        self.layout = Layout::None;
    }

    /// Takes in a file.
    pub fn put_file(&mut self, file: GivenFile) {
        self.file = Some(file);
    }

    /// Takes the file away; the words typed before are there again.
    pub fn take_file(&mut self) {
        self.file = None;
    }
}

/// Whether HTML from the clipboard tells more than its words: headings, figures or sections of a page, and paragraphs.
/// What editors and spreadsheets copy has none, and its lines are as good.
fn is_better_read(html: &str) -> bool {
    const STRUCTURE: [&str; 5] = ["<h1", "<article", "<figure", "<nav", "<header"];
    const PARAGRAPHS: usize = 3;
    let html = html.to_ascii_lowercase();
    STRUCTURE.iter().any(|tag| html.contains(tag)) && html.matches("<p").take(PARAGRAPHS).count() == PARAGRAPHS
}

/// Where files go that were dropped on field `at`: there the first one, the others into the next empty fields, then into
/// new ones; none beyond `most` fields. Gives one place per file.
pub fn places(fields: &[Given], at: Option<usize>, files: usize, most: usize) -> Vec<usize> {
    let first = at.or_else(|| fields.iter().position(Given::is_empty));
    let free = (0..most).filter(|place| fields.get(*place).is_none_or(Given::is_empty) && Some(*place) != first);
    first.into_iter().chain(free).take(files).collect()
}

/// A size as readers say it: kilobytes below a megabyte, at least 1.
pub fn kilobytes(bytes: usize) -> usize {
    bytes.div_ceil(1000).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<h1>Le pont</h1><p>Un.</p><p>Deux.</p><p>Trois.</p>";

    fn file(name: &str) -> GivenFile {
        GivenFile { name: name.into(), bytes: (*b"<p>page").into() }
    }

    fn typed(text: &str) -> Given {
        let mut given = Given::default();
        given.type_text(text.into());
        given
    }

    #[test]
    fn a_file_goes_before_the_words_typed_and_gives_them_back() {
        let mut given = typed("mes mots");
        given.put_file(file("a.html"));
        assert_eq!(&*given.bytes(), b"<p>page");
        given.take_file();
        assert_eq!(&*given.bytes(), "mes mots".as_bytes());
    }

    #[test]
    fn a_pages_layout_is_read_until_its_words_are_changed() {
        let mut given = Given::default();
        given.paste_layout(PAGE, true);
        given.type_text("Le pont\nUn.".into());
        assert!(given.has_layout() && &*given.bytes() == PAGE.as_bytes());
        given.type_text("Le pont\nUn. Et moi.".into());
        assert!(!given.has_layout() && &*given.bytes() == "Le pont\nUn. Et moi.".as_bytes());
    }

    #[test]
    fn words_pasted_among_others_and_words_without_layout_are_read_as_words() {
        for (html, whole) in [(PAGE, false), ("<span>Le pont</span>", true)] {
            let mut given = Given::default();
            given.paste_layout(html, whole);
            given.type_text("Le pont".into());
            assert!(!given.has_layout(), "{html} {whole}");
        }
    }

    #[test]
    fn files_fill_the_field_they_fall_on_then_empty_ones_then_new_ones() {
        let fields = [typed("a"), Given::default()];
        assert_eq!(places(&fields, None, 1, 4), [1]);
        assert_eq!(places(&fields, Some(0), 3, 4), [0, 1, 2]);
        assert_eq!(places(&fields, None, 9, 4), [1, 2, 3]);
        assert_eq!(places(&[typed("a"), typed("b")], None, 2, 4), [2, 3]);
        assert_eq!(places(&[typed("a"), typed("b")], Some(1), 1, 2), [1]);
    }

    #[test]
    fn sizes_are_never_nothing() {
        assert_eq!([kilobytes(1), kilobytes(84_200)], [1, 85]);
    }
}
