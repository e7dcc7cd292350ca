//! UTF-8 that was once read as Windows-1252 and written again (« Ã© » for « é »), put right.
//!
//! Such a text is told by its shape: almost every sign beyond ASCII is part of a run that, taken back to bytes, is
//! valid UTF-8. Text that merely mentions such a run has honest accents around it, and stays as it is.

use super::decode::windows_1252;

/// Fewer runs than this may be a coincidence or a mention.
const LEAST_RUNS: usize = 3;
/// More honest letters beyond ASCII for each run, and the text is as it was meant.
const MOST_HONEST_SHARE: f64 = 0.1;

/// The text, mended where it is plainly broken so; some texts went wrong twice.
pub(super) fn mended(mut text: String) -> String {
    while let Some(better) = round(&text) {
        text = better;
    }
    text
}

fn round(text: &str) -> Option<String> {
    let mut out = String::with_capacity(text.len());
    let (mut runs, mut honest) = (0_usize, 0_usize);
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let found = if c.is_ascii() { None } else { run(rest) };
        runs += usize::from(found.is_some());
        honest += usize::from(found.is_none() && !c.is_ascii() && c.is_alphabetic());
        let (meant, length) = found.unwrap_or((c, c.len_utf8()));
        out.push(meant);
        rest = &rest[length..];
    }
    (runs >= LEAST_RUNS && honest as f64 <= MOST_HONEST_SHARE * runs as f64).then_some(out)
}

/// The character that a text's first signs stand for as bytes of UTF-8, and the length of those signs in bytes.
fn run(text: &str) -> Option<(char, usize)> {
    let lead = byte(text.chars().next()?)?;
    let length = match lead {
        0xc2..=0xdf => 2,
        0xe0..=0xef => 3,
        0xf0..=0xf4 => 4,
        _ => return None,
    };
    let signs = text.char_indices().take(length);
    let bytes: Option<Vec<u8>> = signs.clone().map(|(_, sign)| byte(sign)).collect();
    let (at, last) = signs.last()?;
    let bytes = bytes.filter(|it| it.len() == length)?;
    let meant = std::str::from_utf8(&bytes).ok()?.chars().next()?;
    Some((meant, at + last.len_utf8()))
}

/// The byte that Windows-1252, or Latin-1, reads as this sign.
fn byte(sign: char) -> Option<u8> {
    let latin = u8::try_from(u32::from(sign)).ok();
    latin.or_else(|| (0x80..=0x9f).find(|&byte| windows_1252(byte) == sign))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const TEXT: &str = "« Déjà », l’élève préfère l’œuvre à 10 €…";

    fn broken(text: &str) -> String {
        text.bytes().map(windows_1252).collect()
    }

    #[test]
    fn broken_text_is_mended() {
        assert_eq!(mended(broken(TEXT)), TEXT);
        assert_eq!(mended(broken(&broken(TEXT))), TEXT);
        let latin: String = TEXT.bytes().map(char::from).collect();
        assert_eq!(mended(latin), TEXT);
    }

    #[test]
    fn honest_text_stays() {
        for text in [
            TEXT,
            "São Paulo: a REGIÃO",
            "Le site affichait « Ã© » à la place de « é », a regretté l’élève préféré.",
            "VocÃª",
            "naïve café",
        ] {
            assert_eq!(mended(text.to_owned()), text);
        }
    }

    proptest! {
        #[test]
        fn what_was_broken_comes_back(text in "[a-zàâçéèêëîïôùûüœ ’«»]{1,80}") {
            let runs = text.chars().filter(|c| !c.is_ascii()).count();
            prop_assume!(runs >= LEAST_RUNS);
            prop_assert_eq!(mended(broken(&text)), text);
        }

        #[test]
        fn mending_twice_changes_nothing(text in "\\PC{0,120}") {
            let once = mended(text);
            prop_assert_eq!(mended(once.clone()), once);
        }
    }
}
