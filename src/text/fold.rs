//! Folding: one spelling for what a reader takes as the same.

/// One character in lower case, with typographic apostrophes, quotes, dashes, blanks and digits made plain.
///
/// Accents stay: in French they tell words apart.
pub fn fold_char(c: char) -> char {
    match c {
        // Most of any text: told apart before all that is rare.
        'a'..='z' | ' ' | '\u{df}'..='\u{ff}' => c,
        '\u{0}'..='\u{5f}' => c.to_ascii_lowercase(),
        '\u{2019}' | '\u{2018}' | '\u{02bc}' | '\u{00b4}' | '\u{0060}' => '\'',
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        '\u{00a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => ' ',
        '\u{0660}'..='\u{0669}' => digit(c, '\u{0660}'),
        '\u{06f0}'..='\u{06f9}' => digit(c, '\u{06f0}'),
        '\u{ff10}'..='\u{ff19}' => digit(c, '\u{ff10}'),
        _ => c.to_lowercase().next().unwrap_or(c),
    }
}

/// An Arabic, Persian or wide digit as ours.
fn digit(c: char, zero: char) -> char {
    char::from_digit(u32::from(c) - u32::from(zero), 10).unwrap_or(c)
}

/// A whole string folded, character by character ([`fold_char`]); soft hyphens and joiners go.
pub fn fold(text: &str) -> String {
    let stays = |c: &char| !matches!(c, '\u{00ad}' | '\u{200b}'..='\u{200d}' | '\u{feff}');
    let mut out = String::with_capacity(text.len());
    out.extend(text.chars().filter(stays).map(fold_char));
    out
}

/// Without the accents of French and English spelling; `œ` and `æ` become two letters.
pub fn strip_accents(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            'à' | 'â' | 'ä' | 'á' | 'ã' | 'å' => out.push('a'),
            'é' | 'è' | 'ê' | 'ë' => out.push('e'),
            'î' | 'ï' | 'í' | 'ì' => out.push('i'),
            'ô' | 'ö' | 'ó' | 'õ' | 'ò' => out.push('o'),
            'ù' | 'û' | 'ü' | 'ú' => out.push('u'),
            'ÿ' | 'ý' => out.push('y'),
            'ç' => out.push('c'),
            'ñ' => out.push('n'),
            'À' | 'Â' | 'Ä' | 'Á' => out.push('A'),
            'É' | 'È' | 'Ê' | 'Ë' => out.push('E'),
            'Î' | 'Ï' => out.push('I'),
            'Ô' | 'Ö' => out.push('O'),
            'Ù' | 'Û' | 'Ü' => out.push('U'),
            'Ç' => out.push('C'),
            'œ' => out.push_str("oe"),
            'Œ' => out.push_str("OE"),
            'æ' => out.push_str("ae"),
            'Æ' => out.push_str("AE"),
            _ => out.push(c),
        }
    }
    out
}
