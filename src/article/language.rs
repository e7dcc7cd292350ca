//! Which language an article is in.

use crate::lang::{self, Language, Lexica};

/// The language of `text`: [`lang::detect`], without its confidence.
pub fn detect(text: &str, lexica: &Lexica) -> Language {
    lang::detect(text, lexica).0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn french_english_and_neither() {
        let lexica = Lexica::built_in();
        assert_eq!(detect("Le maire a dit que la ville ne paiera pas.", &lexica), Language::French);
        assert_eq!(detect("The mayor said that the town would not pay.", &lexica), Language::English);
        assert_eq!(detect("Der Bürgermeister sagte gestern, dass niemand zahlen muss.", &lexica), Language::Other);
        assert_eq!(detect("", &lexica), Language::Other);
    }
}
