//! Markdown → plain text: headings, lists and emphasis lose their marks, links keep their words, pictures go.

/// What a front matter or the text itself tells, and the text without marks.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Plain {
    /// The text.
    pub text: String,
    /// `key: value` lines of the front matter, keys in lower case.
    pub front: Vec<(String, String)>,
}

/// Whether a text looks like Markdown: a front matter, headings or links in its manner.
pub(super) fn is_markdown(text: &str) -> bool {
    let heading = |line: &str| line.trim_start_matches('#').starts_with(' ') && line.starts_with('#');
    text.starts_with("---\n") || text.lines().take(200).any(heading) || text.matches("](http").take(3).count() == 3
}

/// Takes the marks away.
pub(super) fn plain(text: &str) -> Plain {
    let (front, body) = front_matter(text);
    let mut out = Plain { text: String::with_capacity(body.len()), front };
    let mut code = false;
    for line in body.lines() {
        if line.trim_start().starts_with("```") {
            code = !code;
        } else if !code {
            let (words, is_heading) = without_marker(line);
            let words = inline(words);
            out.text.push_str(&words);
            out.text.push_str(if is_heading { "\n\n" } else { "\n" });
        }
    }
    out
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
    let pair = |line: &str| {
        let (key, value) = line.split_once(':')?;
        Some((key.trim().to_lowercase(), value.trim().trim_matches(['"', '\'']).to_owned()))
    };
    (head.lines().filter_map(pair).collect(), body)
}

/// A line without the mark of a heading, list, quotation or rule, and whether it is a heading.
fn without_marker(line: &str) -> (&str, bool) {
    let line = line.trim_start();
    let heading = line.trim_start_matches('#');
    if heading.len() < line.len() && heading.starts_with(' ') {
        return (heading.trim().trim_end_matches('#').trim_end(), true);
    }
    let marks = |c: char| matches!(c, '-' | '*' | '_' | '=' | ' ');
    if line.chars().all(marks) {
        return ("", false);
    }
    let item = ["- ", "* ", "+ ", "> "].iter().find_map(|mark| line.strip_prefix(mark));
    (item.unwrap_or(line), false)
}

/// Links and pictures resolved, emphasis taken away.
fn inline(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(at) = rest.find(['[', '*', '`', '!']) {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let picture = from.starts_with("![");
        let target = from.strip_prefix(if picture { "![" } else { "[" }).and_then(link);
        rest = if let Some((words, after)) = target {
            out.push_str(if picture { "" } else { words });
            after
        } else {
            let c = from.chars().next().unwrap_or(' ');
            if !matches!(c, '*' | '`') {
                out.push(c);
            }
            &from[c.len_utf8()..]
        };
    }
    out.push_str(rest);
    out
}

/// `words](address)` → the words, and what follows.
fn link(text: &str) -> Option<(&str, &str)> {
    let (words, rest) = text.split_once("](")?;
    let (_, after) = rest.split_once(')')?;
    (!words.contains(['[', '\n'])).then_some((words, after))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_go_and_words_stay() {
        let text = "# Le pont rouvre\n\nLe **pont** de [Lyon](https://lyon.example) a rouvert ![photo](p.jpg)lundi [1].\n\n- Un\n> Deux\n\n---\n";
        let plain = plain(text);
        insta::assert_snapshot!(plain.text.trim(), @r"
        Le pont rouvre


        Le pont de Lyon a rouvert lundi [1].

        Un
        Deux
        ");
        assert!(is_markdown(text) && !is_markdown("Le pont rouvre\n\n#pont a rouvert."));
    }

    #[test]
    fn front_matter_is_read() {
        let plain = plain("---\ntitle: \"Le pont\"\nDate: 2020-03-03\n---\nLe pont a rouvert.");
        assert_eq!(plain.front, [("title".into(), "Le pont".into()), ("date".into(), "2020-03-03".into())]);
        assert_eq!(plain.text.trim(), "Le pont a rouvert.");
    }
}
