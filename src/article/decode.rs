//! Bytes → text: byte order marks, declared character sets, and what to do without either.
//!
//! UTF-8 and UTF-16 are told by their marks or their shape. Bytes that are not UTF-8 are taken as
//! Windows-1252, the web's habit for Western European text (WHATWG Encoding), stretch by stretch: a file
//! glued together from both comes out right. Other character sets need the `html` feature's tables. Text that was
//! read wrongly before it came here is mended ([`mend`]).

use super::{ReadError, mend};

/// More than this is no page, in bytes.
pub const MOST_BYTES: usize = 10_000_000;

/// How far into a page its character set may be declared, in bytes (the HTML standard asks for 1,024).
const DECLARATION_BYTES: usize = 4_096;
/// Share of control characters above which bytes are no text.
const MOST_CONTROL_SHARE: f64 = 0.01;
/// Share of zero bytes, on one side of each pair, that tells UTF-16 without a mark.
const UTF_16_SHARE: f64 = 0.3;

/// First bytes of files that are often dropped by mistake, and what they are.
const SIGNATURES: &[(&[u8], &str)] = &[
    (b"%PDF", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x7fELF", "a program"),
    (b"RIFF", "a picture, a film or a sound"),
    (b"ID3", "a sound"),
    (b"bplist", "a web archive"),
];

/// The text in `bytes`, without byte order marks and the signs that only say where a line may break.
///
/// `charset` is what whoever sent the bytes declared them to be written in; a byte order mark goes before it, what the
/// page itself declares after it (WHATWG Encoding).
///
/// # Errors
/// [`ReadError`] for nothing at all, too much, bytes that are no text, or a character set that nobody knows.
pub fn decode(bytes: &[u8], charset: Option<&str>) -> Result<String, ReadError> {
    if bytes.len() > MOST_BYTES {
        return Err(ReadError::TooLarge { bytes: bytes.len(), most_bytes: MOST_BYTES });
    }
    if let Some((_, what)) = SIGNATURES.iter().find(|(signature, _)| bytes.starts_with(signature)) {
        return Err(ReadError::Binary { what });
    }
    if is_mail(bytes) {
        return Err(ReadError::Binary { what: "a web archive or a mail" });
    }
    let text = mend::mended(text(bytes, charset)?);
    if text.trim_matches(|c: char| c.is_whitespace() || c == '\0' || c == '\u{feff}').is_empty() {
        return Err(ReadError::Empty);
    }
    if control_share(&text) > MOST_CONTROL_SHARE {
        return Err(ReadError::Binary { what: "signs that are no letters" });
    }
    Ok(text.replace(['\0', '\u{ad}', '\u{200b}', '\u{2060}', '\u{feff}'], ""))
}

/// Whether bytes are a mail of several parts (MIME), as which some browsers save a page with its pictures.
fn is_mail(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(DECLARATION_BYTES)];
    let has = |words: &[u8]| head.windows(words.len()).any(|window| window.eq_ignore_ascii_case(words));
    has(b"\nMIME-Version:") && has(b"\nContent-Type: multipart/")
}

fn text(bytes: &[u8], charset: Option<&str>) -> Result<String, ReadError> {
    Ok(match (bytes, charset) {
        ([0xef, 0xbb, 0xbf, rest @ ..], _) => western(rest),
        ([0xff, 0xfe, rest @ ..], _) => utf_16(rest, u16::from_le_bytes),
        ([0xfe, 0xff, rest @ ..], _) => utf_16(rest, u16::from_be_bytes),
        (_, Some(name)) => named(bytes, name)?,
        (_, None) => unmarked(bytes),
    })
}

fn unmarked(bytes: &[u8]) -> String {
    let sample = &bytes[..bytes.len().min(DECLARATION_BYTES)];
    let zeros = |side: usize| sample.iter().skip(side).step_by(2).filter(|&&byte| byte == 0).count();
    let side_bytes = sample.len().div_ceil(2).max(1) as f64;
    if zeros(1) as f64 / side_bytes > UTF_16_SHARE && zeros(0) == 0 {
        utf_16(bytes, u16::from_le_bytes)
    } else if zeros(0) as f64 / side_bytes > UTF_16_SHARE && zeros(1) == 0 {
        utf_16(bytes, u16::from_be_bytes)
    } else if let Ok(text) = std::str::from_utf8(bytes) {
        text.to_owned()
    } else {
        declared(bytes, sample).unwrap_or_else(|| western(bytes))
    }
}

/// Two bytes a unit; a byte left over at the end is a cut character and goes.
fn utf_16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
    char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

/// UTF-8 where it is valid, Windows-1252 elsewhere; a character cut off at the very end goes.
fn western(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len());
    let chunks = bytes.utf8_chunks();
    let mut left = bytes.len();
    for chunk in chunks {
        text.push_str(chunk.valid());
        left -= chunk.valid().len() + chunk.invalid().len();
        let cut_off = left == 0 && is_cut_off(chunk.invalid());
        if !cut_off {
            text.extend(chunk.invalid().iter().map(|&byte| windows_1252(byte)));
        }
    }
    text
}

/// Whether these bytes begin a UTF-8 character that ends beyond them.
fn is_cut_off(bytes: &[u8]) -> bool {
    bytes.len() > 1 && std::str::from_utf8(bytes).is_err_and(|error| error.error_len().is_none())
}

/// What Windows-1252 reads a byte as.
pub(super) fn windows_1252(byte: u8) -> char {
    const C1: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘',
        '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    match byte {
        0x80..=0x9f => C1[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

/// The text by the character set of this name.
#[cfg(feature = "html")]
fn named(bytes: &[u8], name: &str) -> Result<String, ReadError> {
    let encoding = encoding_rs::Encoding::for_label(name.as_bytes());
    let encoding = encoding.ok_or_else(|| ReadError::UnknownCharset { name: name.to_owned() })?;
    Ok(encoding.decode_without_bom_handling(bytes).0.into_owned())
}

#[cfg(not(feature = "html"))]
fn named(_bytes: &[u8], name: &str) -> Result<String, ReadError> {
    Err(ReadError::UnknownCharset { name: name.to_owned() })
}

/// The text by the character set that the page declares, where its tables are built in.
#[cfg(feature = "html")]
fn declared(bytes: &[u8], sample: &[u8]) -> Option<String> {
    let encoding = encoding_rs::Encoding::for_label(label(sample)?)?;
    let single = encoding != encoding_rs::UTF_8 && encoding != encoding_rs::WINDOWS_1252;
    single.then(|| encoding.decode_without_bom_handling(bytes).0.into_owned())
}

#[cfg(not(feature = "html"))]
fn declared(_bytes: &[u8], _sample: &[u8]) -> Option<String> {
    None
}

/// The word after `charset=` or `encoding=`.
#[cfg(feature = "html")]
fn label(sample: &[u8]) -> Option<&[u8]> {
    let lower = sample.to_ascii_lowercase();
    let after = |name: &[u8]| lower.windows(name.len()).position(|window| window == name).map(|at| at + name.len());
    let start = after(b"charset=").or_else(|| after(b"encoding="))?;
    let value = sample.get(start..)?;
    let value = value.strip_prefix(b"\"").or_else(|| value.strip_prefix(b"'")).unwrap_or(value);
    let end = value.iter().position(|byte| !byte.is_ascii_alphanumeric() && !b"-_:".contains(byte))?;
    Some(&value[..end])
}

fn control_share(text: &str) -> f64 {
    let is_control = |c: &char| c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{c}' | '\u{85}');
    text.chars().filter(is_control).count() as f64 / text.len().max(1) as f64
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn decode(bytes: &[u8]) -> Result<String, ReadError> {
        super::decode(bytes, None)
    }

    const TEXT: &str = "« Déjà », l’œuvre à 10 €…";

    fn in_utf_16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    fn in_windows_1252(text: &str) -> Vec<u8> {
        let byte = |c: char| (0..=255).find(|&byte| windows_1252(byte) == c).expect("a character of Windows-1252");
        text.chars().map(byte).collect()
    }

    #[test]
    fn marks_are_obeyed_and_dropped() {
        let marked = |mark: &[u8], rest: Vec<u8>| [mark, &rest].concat();
        for bytes in [
            marked(b"\xef\xbb\xbf", TEXT.into()),
            marked(b"\xff\xfe", in_utf_16(TEXT, u16::to_le_bytes)),
            marked(b"\xfe\xff", in_utf_16(TEXT, u16::to_be_bytes)),
        ] {
            assert_eq!(decode(&bytes).as_deref(), Ok(TEXT));
        }
    }

    #[test]
    fn unmarked_sets_are_told_by_their_shape() {
        assert_eq!(decode(TEXT.as_bytes()).as_deref(), Ok(TEXT));
        assert_eq!(decode(&in_windows_1252(TEXT)).as_deref(), Ok(TEXT));
        let long = TEXT.repeat(3);
        assert_eq!(decode(&in_utf_16(&long, u16::to_le_bytes)), Ok(long.clone()));
        assert_eq!(decode(&in_utf_16(&long, u16::to_be_bytes)), Ok(long));
    }

    #[test]
    fn a_mixed_file_comes_out_right() {
        let bytes = [TEXT.as_bytes(), b"\n", &in_windows_1252(TEXT)].concat();
        assert_eq!(decode(&bytes), Ok(format!("{TEXT}\n{TEXT}")));
    }

    #[test]
    fn a_cut_file_loses_its_cut_character_only() {
        let bytes = "Il a dit « oui …".as_bytes();
        assert_eq!(decode(&bytes[..bytes.len() - 1]).as_deref(), Ok("Il a dit « oui "));
    }

    #[cfg(feature = "html")]
    #[test]
    fn declared_sets_are_obeyed() {
        let bytes = b"<meta charset=\"koi8-r\"><p>\xed\xcf\xd3\xcb\xd7\xc1</p>";
        assert_eq!(decode(bytes).as_deref(), Ok("<meta charset=\"koi8-r\"><p>Москва</p>"));
    }

    #[cfg(feature = "html")]
    #[test]
    fn a_set_declared_beside_the_bytes_goes_before_the_page_and_after_its_mark() {
        let page = b"<?xml version='1.0' encoding='koi8-r'?><p>\xed\xcf\xd3\xcb\xd7\xc1</p>";
        assert!(super::decode(page, None).unwrap().contains("Москва"));
        assert!(super::decode(page, Some("windows-1251")).unwrap().contains("нПУЛЧБ"));
        assert_eq!(super::decode(b"\xef\xbb\xbfd\xc3\xa9j\xc3\xa0", Some("windows-1252")).as_deref(), Ok("déjà"));
        assert_eq!(super::decode(b"d\xe9j\xe0", Some("latin1")).as_deref(), Ok("déjà"));
        assert_eq!(super::decode(b"a", Some("utf-9")), Err(ReadError::UnknownCharset { name: "utf-9".into() }));
    }

    #[test]
    fn signs_that_nobody_sees_go() {
        assert_eq!(decode("le con\u{ad}seil\u{200b}".as_bytes()).as_deref(), Ok("le conseil"));
    }

    #[test]
    fn what_is_no_text_is_refused() {
        assert_eq!(decode(b""), Err(ReadError::Empty));
        assert_eq!(decode(b"\xef\xbb\xbf \n"), Err(ReadError::Empty));
        assert_eq!(decode(b"%PDF-1.7 ..."), Err(ReadError::Binary { what: "a PDF file" }));
        let saved = b"From: <Saved by a browser>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n";
        assert_eq!(decode(saved), Err(ReadError::Binary { what: "a web archive or a mail" }));
        assert_eq!(decode(b"\x01\x02\x03\x00\x10abc"), Err(ReadError::Binary { what: "signs that are no letters" }));
        assert_eq!(
            decode(&vec![b'a'; MOST_BYTES + 1]),
            Err(ReadError::TooLarge { bytes: MOST_BYTES + 1, most_bytes: MOST_BYTES })
        );
    }

    proptest! {
        #[test]
        fn any_bytes_give_text_or_an_error(bytes in proptest::collection::vec(any::<u8>(), 0..600)) {
            let _ = decode(&bytes);
        }

        #[test]
        fn utf_8_text_stays_as_it_is(text in "[^\\p{C}]{1,80}") {
            prop_assume!(!text.trim().is_empty());
            prop_assume!(decode(text.as_bytes()).is_ok());
            prop_assert_eq!(decode(text.as_bytes()), Ok(text));
        }
    }
}
