//! Markdown → plain text: headings, lists, tables and emphasis lose their marks, links and footnotes keep their words,
//! pictures go. What it says of itself is kept: front matter, which line is the title, which lines are headings.

use std::collections::BTreeSet;

/// Links and tags are not longer, in bytes.
const MOST_BYTES: usize = 2_000;

/// What a front matter or the text itself tells, and the text without marks.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Plain {
    /// The text.
    pub text: String,
    /// `key: value` lines of the front matter, keys in lower case; the values of a list parted by commas.
    pub front: Vec<(String, String)>,
    /// The first heading, where it is of the first level.
    pub title: Option<String>,
    /// All other headings.
    pub headings: BTreeSet<String>,
}

/// Whether a text looks like Markdown: a front matter, headings or links in its manner.
pub(super) fn is_markdown(text: &str) -> bool {
    let lines = || text.lines().take(200);
    let heading = |line: &str| line.trim_start_matches('#').starts_with(' ') && line.starts_with('#');
    front_matter_len(text).is_some() || lines().any(heading) || text.matches("](http").take(3).count() == 3
}

/// Takes the marks away.
pub(super) fn plain(text: &str) -> Plain {
    let (front, body) = front_matter(text);
    let mut out = Plain { text: String::with_capacity(body.len()), front, ..Plain::default() };
    let mut lines = body.lines().peekable();
    let mut fence = None;
    while let Some(line) = lines.next() {
        let mark = ["```", "~~~"].into_iter().find(|mark| line.trim_start().starts_with(mark));
        match (fence, mark) {
            (None, Some(opened)) => fence = Some(opened),
            (Some(open), Some(closed)) if open == closed => fence = None,
            (Some(_), _) => out.line(line.trim(), false),
            (None, None) => {
                let level = heading_level(line).or_else(|| underline_level(line, lines.peek().copied()));
                if underline_level(line, lines.peek().copied()).is_some() {
                    lines.next();
                }
                out.heading_or_line(line, level);
            }
        }
    }
    out
}

impl Plain {
    fn heading_or_line(&mut self, line: &str, level: Option<usize>) {
        let Some(words) = unmarked(line) else { return };
        let words = inline(words);
        let words = words.trim();
        match level {
            Some(1) if self.title.is_none() && self.headings.is_empty() => self.title = Some(words.to_owned()),
            Some(_) => drop(self.headings.insert(words.to_owned())),
            None => {}
        }
        self.line(words, level.is_some());
    }

    /// A heading stands apart from what follows.
    fn line(&mut self, words: &str, is_heading: bool) {
        self.text.push_str(words);
        self.text.push_str(if is_heading { "\n\n" } else { "\n" });
    }
}

/// How many `#` open a heading.
fn heading_level(line: &str) -> Option<usize> {
    let signs = line.bytes().take_while(|&byte| byte == b'#').count();
    ((1..=6).contains(&signs) && line[signs..].starts_with(' ')).then_some(signs)
}

/// 1 or 2 where the next line underlines this one with `===` or `---`.
fn underline_level(line: &str, next: Option<&str>) -> Option<usize> {
    let next = next?.trim();
    let only = |sign: u8| next.len() >= 3 && next.bytes().all(|byte| byte == sign);
    let words = line.trim();
    let plain = words.starts_with(char::is_alphanumeric) || words.starts_with(['«', '“', '"']);
    match plain {
        true if only(b'=') => Some(1),
        true if only(b'-') => Some(2),
        _ => None,
    }
}

/// How long the front matter is that a text begins with, in bytes: `---`, lines such as `title: …`, `---`.
pub(super) fn front_matter_len(text: &str) -> Option<usize> {
    let mut lines = text.split_inclusive('\n');
    let opening = lines.next().filter(|line| line.trim_end() == "---")?;
    let (mut length, mut pairs) = (opening.len(), 0);
    for line in lines {
        length += line.len();
        match line.trim_end() {
            "---" | "..." => return (pairs > 0).then_some(length),
            // The values of a list or a folded value go on below their key.
            "" => {}
            words if line.starts_with([' ', '\t', '-', '#']) && !words.starts_with("---") => {}
            words if is_pair(words) => pairs += 1,
            _ => return None,
        }
    }
    None
}

/// `key: value`, the key one word.
fn is_pair(line: &str) -> bool {
    let key = line.split_once(':').map_or("", |(key, _)| key);
    !key.is_empty() && key.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-'))
}

fn front_matter(text: &str) -> (Vec<(String, String)>, &str) {
    let (head, body) = text.split_at(front_matter_len(text).unwrap_or(0));
    let mut front: Vec<(String, String)> = Vec::new();
    for line in head.lines() {
        let entry = line.trim_start().strip_prefix("- ");
        match (entry, front.last_mut()) {
            (Some(entry), Some((_, value))) => {
                value.push_str(if value.is_empty() { "" } else { ", " });
                value.push_str(unquoted(entry));
            }
            _ => front.extend(line.split_once(':').map(|(key, value)| (key.trim().to_lowercase(), listed(value)))),
        }
    }
    (front, body)
}

/// A value, `[A, "B"]` as `A, B`.
fn listed(value: &str) -> String {
    let value = unquoted(value);
    match value.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
        Some(list) => list.split(',').map(unquoted).collect::<Vec<_>>().join(", "),
        None => value.to_owned(),
    }
}

fn unquoted(value: &str) -> &str {
    value.trim().trim_matches(['"', '\'']).trim()
}

/// A line without the mark of a heading, list, quotation or table; none where it is nothing but marks.
fn unmarked(line: &str) -> Option<&str> {
    let mut words = line.trim();
    while let Some(rest) = words.strip_prefix('>') {
        words = rest.trim_start();
    }
    if let Some(level) = heading_level(words) {
        return Some(words[level..].trim().trim_end_matches('#').trim_end());
    }
    let is_rule = |c: char| matches!(c, '-' | '*' | '_' | '=' | '|' | ':' | '+' | ' ');
    if !words.is_empty() && words.chars().all(is_rule) || is_link_definition(words) {
        return None;
    }
    let item = ["- [ ] ", "- [x] ", "- ", "* ", "+ "].iter().find_map(|mark| words.strip_prefix(mark));
    let note = words.strip_prefix("[^").and_then(|rest| rest.split_once("]:")).map(|(_, note)| note.trim_start());
    let row = words.strip_prefix('|').map(|row| row.trim_end_matches('|').trim());
    Some(item.or(note).or(row).unwrap_or(words))
}

/// `[name]: https://…`
fn is_link_definition(line: &str) -> bool {
    let target = line.strip_prefix('[').and_then(|rest| rest.split_once("]:"));
    target.is_some_and(|(name, target)| !name.starts_with('^') && target.trim_start().starts_with(['h', '<', '/', '#']))
}

/// Links, pictures and notes resolved, emphasis and tags taken away.
fn inline(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(at) = rest.find(['[', '*', '_', '~', '`', '!', '<', '\\']) {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let words = from.strip_prefix('[').filter(|words| !words.starts_with('^')).and_then(link);
        if let Some((words, after)) = words {
            out.push_str(&inline(words));
            rest = after;
        } else if let Some((words, after)) = replaced(from, &out) {
            out.push_str(words);
            rest = after;
        } else {
            let length = from.chars().next().map_or(0, char::len_utf8);
            out.push_str(&from[..length]);
            rest = &from[length..];
        }
    }
    out.push_str(rest);
    out
}

/// What stands for the mark that `text` begins with, and what follows; none where it is no mark.
fn replaced<'a>(text: &'a str, before: &str) -> Option<(&'a str, &'a str)> {
    let next = |length: usize| text[length..].chars().next();
    match text.chars().next()? {
        '!' => text.strip_prefix("![").and_then(link).map(|(_, after)| ("", after)),
        '[' if text.starts_with("[^") => find(text, ']').map(|at| ("", &text[at + 1..])),
        '[' => None,
        '<' => tag(text),
        '\\' => next(1).filter(char::is_ascii_punctuation).map(|c| text[1..].split_at(c.len_utf8())),
        '`' => Some(("", text.trim_start_matches('`'))),
        sign => {
            let after = text.trim_start_matches(sign);
            let length = text.len() - after.len();
            let inside = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
            let (left, right) = (before.chars().next_back(), next(length));
            // A sign between blanks is a sign, and one inside a word of computers a letter.
            let stands = |c: Option<char>| c.is_none_or(char::is_whitespace);
            let is_letter = sign == '_' && inside(left) && inside(right);
            let is_sign = stands(left) && stands(right) || sign == '~' && length != 2;
            let is_mark = !is_letter && !is_sign;
            is_mark.then_some(("", after))
        }
    }
}

/// Where a mark is closed, near enough that a text of nothing but opening ones is read in one go.
fn find(text: &str, mark: char) -> Option<usize> {
    text.bytes().take(MOST_BYTES).position(|byte| char::from(byte) == mark)
}

/// `words](address)` or `words][name]` → the words, and what follows.
fn link(text: &str) -> Option<(&str, &str)> {
    let close = find(text, ']')?;
    let (words, rest) = (&text[..close], &text[close + 1..]);
    if let Some(named) = rest.strip_prefix('[') {
        return find(named, ']').map(|at| (words, &named[at + 1..]));
    }
    let address = rest.strip_prefix('(')?;
    let mut depth = 1_usize;
    let end = address.char_indices().take(MOST_BYTES).find(|&(_, c)| {
        depth = match c {
            '(' => depth + 1,
            ')' => depth - 1,
            _ => depth,
        };
        depth == 0
    })?;
    Some((words, &address[end.0 + 1..]))
}

/// `<https://…>` is its address, any other tag nothing; `a < b` is no tag.
fn tag(text: &str) -> Option<(&str, &str)> {
    let close = find(text, '>')?;
    let (inside, after) = (&text[1..close], &text[close + 1..]);
    let opens = inside.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/' || c == '!');
    let address = inside.starts_with("http") || inside.contains('@') && !inside.contains(' ');
    (opens && !inside.contains('<')).then_some((if address { inside } else { "" }, after))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_go_and_words_stay() {
        let text = "# Le pont rouvre\n\nLe **pont** de [Lyon](https://lyon.example/a_(b)) a *rouvert* ![photo](p.jpg)lundi[^1].\n\n\
            La suite\n--------\n\n- Un\n> > Deux\n\n---\n\n| Pont | Prix |\n|------|-----:|\n| Sud | 2 |\n\n```\nlet a = b;\n```\n\n\
            Il coûte 2 * 3, dit [le maire][m] <br> à <a@b.example>, `ici` et snake_case \\*.\n\n[^1]: Le 3 mars.\n[m]: https://m.example\n";
        let plain = plain(text);
        insta::assert_snapshot!(plain.text.trim(), @r"
        Le pont rouvre


        Le pont de Lyon a rouvert lundi.

        La suite


        Un
        Deux


        Pont | Prix
        Sud | 2

        let a = b;

        Il coûte 2 * 3, dit le maire  à a@b.example, ici et snake_case *.

        Le 3 mars.
        ");
        assert_eq!(plain.title.as_deref(), Some("Le pont rouvre"));
        assert_eq!(plain.headings.iter().collect::<Vec<_>>(), ["La suite"]);
        assert!(is_markdown(text) && !is_markdown("Le pont rouvre\n\n#pont a rouvert."));
    }

    #[test]
    fn front_matter_is_read() {
        let plain = plain(
            "---\ntitle: \"Le pont\"\nDate: 2020-03-03\nauthors:\n  - Anne Morel\n  - Luc Petit\ntags: [pont, 'ville']\n---\nLe pont a rouvert.",
        );
        let of = |key: &str| plain.front.iter().find(|it| it.0 == key).map(|it| it.1.as_str());
        assert_eq!((of("title"), of("date")), (Some("Le pont"), Some("2020-03-03")));
        assert_eq!((of("authors"), of("tags")), (Some("Anne Morel, Luc Petit"), Some("pont, ville")));
        assert_eq!(plain.text.trim(), "Le pont a rouvert.");
    }

    #[test]
    fn marks_that_are_none_stay() {
        for text in ["a < b et c > d", "5 * 3 = 15", "mon_fichier_texte", "[sic] dit-il", "Ah !", "~ 3 km", "C:\\temp"]
        {
            assert_eq!(plain(text).text.trim(), text);
        }
    }
}
