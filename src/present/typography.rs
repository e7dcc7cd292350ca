//! French blanks: narrow no-break before ; : ? ! % » and after «, as the Imprimerie nationale's rules ask.

/// Narrow no-break space.
const NARROW: char = '\u{202f}';

/// `text` with the blanks that French typography asks for; to be used on our own words only, never on an article's.
pub fn french(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match (c, chars.peek()) {
            (' ', Some(';' | ':' | '?' | '!' | '%' | '»')) => out.push(NARROW),
            ('«', Some(' ')) => {
                chars.next();
                out.push(c);
                out.push(NARROW);
            }
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::french;

    #[test]
    fn blanks_before_high_marks_and_inside_guillemets_do_not_break() {
        assert_eq!(
            french("Pourquoi ce lien ? A : « oui »"),
            "Pourquoi ce lien\u{202f}? A\u{202f}: «\u{202f}oui\u{202f}»"
        );
    }

    #[test]
    fn other_blanks_stay() {
        assert_eq!(french("deux mots, 11:30"), "deux mots, 11:30");
    }
}
