//! How near two spellings of a name are: accents, transliteration, a letter more or less.

/// The consonants of a word, with those that transliterations confuse made one: « Sergueï » and
/// "Sergei", « Poutine » and "Putin" come out the same.
pub fn skeleton(word: &str) -> String {
    let mut out = String::new();
    let hissing = word.replace("sch", "s").replace("sh", "s").replace("ch", "s");
    for c in hissing.chars() {
        let sound = match c {
            'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'h' | 'j' | '-' | '\'' | 'w' | 'ï' => continue,
            'q' | 'c' => 'k',
            'v' => 'f',
            'z' => 's',
            other => other,
        };
        if !out.ends_with(sound) {
            out.push(sound);
        }
    }
    out
}

/// Letters to change, add or drop to make one word of the other, up to `most`; none if more.
pub fn distance(a: &str, b: &str, most: usize) -> Option<usize> {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    if a.len().abs_diff(b.len()) > most {
        return None;
    }
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, from) in a.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, to) in b.iter().enumerate() {
            let changed = diagonal + usize::from(from != to);
            diagonal = row[j + 1];
            row[j + 1] = changed.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row.last().copied().filter(|&distance| distance <= most)
}

/// Whether two folded words may be spellings of one name.
pub fn same_word(a: &str, b: &str) -> bool {
    if a == b {
        return true;
    }
    let long = a.chars().count().min(b.chars().count()) >= 5;
    let first = a.chars().next() == b.chars().next();
    let alike = skeleton(a) == skeleton(b) && skeleton(a).len() > 1;
    first && alike && long && distance(a, b, 3).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn transliterations_are_one_name() {
        for (a, b) in [("serguei", "sergei"), ("poutine", "putin"), ("roudskoi", "rudskoy"), ("lavrov", "lavrof")] {
            assert!(same_word(a, b), "{a} {b}");
        }
        for (a, b) in [("kerry", "karroubi"), ("clinton", "clifton"), ("bush", "bach"), ("paul", "paula")] {
            assert!(!same_word(a, b), "{a} {b}");
        }
    }

    #[test]
    fn distance_counts_letters() {
        assert_eq!(distance("abc", "abd", 2), Some(1));
        assert_eq!(distance("abc", "xyz", 2), None);
        assert_eq!(distance("", "ab", 2), Some(2));
    }
}
