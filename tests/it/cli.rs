//! The `recoupe` command as scripts meet it: what it prints, what it refuses, how it ends.
#![cfg(feature = "cli")]

use std::io::Write;
use std::process::{Command, Output, Stdio};

const RFI: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/public/articles/rfi.txt");
const CLEAN: &str = "Le pont rouvre\n\nLe pont a rouvert lundi matin aux voitures, a annoncé la mairie de Valmer.\n";
const RT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/public/articles/rt-france.txt");

fn recoupe(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_recoupe"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command starts");
    let mut stdin = child.stdin.take().expect("a pipe");
    // A command that refuses its arguments reads nothing: the pipe is then closed early.
    let _ = stdin.write_all(input);
    drop(stdin);
    child.wait_with_output().expect("the command ends")
}

fn json(arguments: &[&str], input: &[u8]) -> serde_json::Value {
    let output = recoupe(arguments, input);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("JSON")
}

/// The one line on standard error; nothing may stand on standard output.
fn refusal(arguments: &[&str], input: &[u8]) -> String {
    let output = recoupe(arguments, input);
    assert_eq!(output.status.code(), Some(2));
    assert!(output.stdout.is_empty());
    let line = String::from_utf8(output.stderr).expect("UTF-8");
    assert_eq!(line.trim_end().lines().count(), 1, "{line}");
    line.trim_end().to_owned()
}

#[test]
fn extract_finds_the_article() {
    let page = std::fs::read(RT).expect("the article");
    let found = json(&["extract", "--from", "text", "--format", "json"], &page);
    assert_eq!(found["title"], "La Russie «très préoccupée» par le refus du Front Al-Nosra de quitter Alep");
    assert_eq!((found["agency"].as_str(), found["lang"].as_str()), (Some("AFP"), Some("fr")));
    let text = found["text"].as_str().expect("a text");
    assert!(text.starts_with("Le chef de la diplomatie russe") && text.ends_with("jusqu'au 22 octobre."));
    assert!(found.get("lines").is_none());
    let lines = json(&["extract", "--lines"], &page);
    assert_eq!(lines["lines"].as_array().map(Vec::len), Some(20));
}

#[test]
fn extract_reads_a_file_in_the_character_set_it_is_said_to_have() {
    let folder = Folder::new("charset");
    let path =
        folder.file("page.html", b"<h1>\xed\xcf\xd3\xcb\xd7\xc1</h1><p>Le pont a rouvert lundi, dit le maire.</p>");
    let found = json(&["extract", &path, "--charset", "koi8-r"], b"");
    assert_eq!(found["title"], "Москва");
}

#[test]
fn segment_prints_sentences_as_they_stand() {
    let input = "Le pont rouvre\n\nM. Petit l'a dit lundi. Il a « coupé » le ruban.\n";
    let found = json(&["segment", "--lang", "fr", "--format", "json"], input.as_bytes());
    let sentences: Vec<&str> =
        found["sentences"].as_array().expect("a list").iter().filter_map(|it| it.as_str()).collect();
    assert_eq!(sentences, ["Le pont rouvre", "M. Petit l'a dit lundi.", "Il a « coupé » le ruban."]);
}

#[test]
fn analyse_counts_in_code_points() {
    let input = "Élection à Évry\n\n« Été », a répété Anne Morel à l'Élysée.\n";
    let found = json(&["analyse", "--lang", "fr", "--format", "json"], input.as_bytes());
    let claims = found["claims"].as_array().expect("claims");
    assert!(!claims.is_empty() && found["markers"].is_array());
    for claim in claims {
        let at = |name: &str| usize::try_from(claim[name].as_u64().expect("a number")).expect("small");
        let words: String = input.chars().skip(at("start")).take(at("end") - at("start")).collect();
        assert_eq!(claim["text"].as_str(), Some(words.as_str()));
    }
}

#[test]
fn compare_writes_every_format() {
    let found = json(&["compare", RFI, RT, "--format", "json"], b"");
    assert_eq!((found["schema"].as_str(), found["articles"].as_array().map(Vec::len)), (Some("recoupe/1"), Some(2)));
    for (format, opening) in [("jsonld", "{"), ("csv", ""), ("html", "<!"), ("text", "A ")] {
        let output = recoupe(&["compare", RFI, RT, "--format", format], b"");
        assert!(output.status.success() && !output.stdout.is_empty(), "{format}");
        assert!(String::from_utf8_lossy(&output.stdout).starts_with(opening), "{format}");
    }
}

#[test]
fn compare_obeys_threshold_and_marks() {
    let all = json(&["compare", RFI, RT, "--threshold", "1"], b"");
    assert_eq!(all["alignments"].as_array().map(Vec::len), Some(0));
    let some = json(&["compare", RFI, RT, "--marks", "conditional,distance"], b"");
    let kinds = some["articles"][0]["markers"].as_array().expect("markers").iter();
    assert!(kinds.map(|it| it["kind"].as_str()).all(|it| matches!(it, Some("conditional" | "distance"))));
}

#[test]
fn all_marks_are_for_programs_and_those_who_ask() {
    let every = json(&["compare", RFI, RT], b"");
    assert_eq!(every, json(&["compare", RFI, RT, "--marks", "all"], b""), "JSON has all of them anyway");
    let text = |marks: &[&str]| recoupe(&[&["compare", RFI, RT, "--format", "text"], marks].concat(), b"").stdout;
    assert!(text(&["--marks", "all"]).len() >= text(&[]).len());
}

#[test]
fn the_schema_is_current() {
    let output = recoupe(&["schema"], b"");
    let checked_in = include_str!("../../public/schema/recoupe-1.json");
    assert!(
        String::from_utf8_lossy(&output.stdout) == checked_in,
        "the contract changed: run `recoupe schema > public/schema/recoupe-1.json`"
    );
}

#[test]
fn what_cannot_be_read_is_refused_in_one_line() {
    let all: Vec<String> = [
        refusal(&["extract"], b""),
        refusal(&["extract"], b"%PDF-1.7"),
        refusal(&["extract", "--charset", "utf-9"], b"Le pont"),
        refusal(&["extract", "/no/such/file.html"], b""),
        refusal(&["compare", "https://example.org/a", RFI], b""),
        refusal(&["compare", "-", RFI], b""),
        refusal(&["extract"], b"Menu\nAccueil\nPartager"),
        refusal(&["extract"], b"<html><body><nav>Menu</nav></body></html>"),
        refusal(&["extract"], &vec![b'a'; 10_000_001]),
        refusal(&["extract"], &[1, 2, 3, 0, 16, b'a']),
        refusal(&["segment"], b"  \n"),
        refusal(&["analyse"], &b"Le pont rouvre. ".repeat(320_000)),
        refusal(&["compare", RFI, "/no/such/file.txt"], b""),
        refusal(&["compare", RFI, "/"], b""),
        refusal(&["compare", RFI, "/dev/zero"], b""),
    ]
    .to_vec();
    insta::assert_snapshot!(all.join("\n"), @r"
    recoupe: standard input: empty: there are no words in it; give the text of an article
    recoupe: standard input: not a text but a PDF file; copy the article's words out of it and give those
    recoupe: standard input: `utf-9` is the name of no character set; leave it out, or give one such as utf-8, windows-1252, koi8-r
    recoupe: /no/such/file.html: no such file; check its name and folder
    recoupe: https://example.org/a: an address, and nothing is fetched; save the page and name the saved file
    recoupe: standard input: empty: there are no words in it; give the text of an article
    recoupe: standard input: no article found: there is no run of sentences in it; give the article's own text, title first
    recoupe: standard input: no article found: there is no run of sentences in it; give the article's own text, title first
    recoupe: standard input: larger than 10 MB; give the article alone
    recoupe: standard input: not a text but signs that are no letters; copy the article's words out of it and give those
    recoupe: standard input: empty: there are no words in it; give the text of an article
    recoupe: standard input: too large: 6 MB, and at most 2 MB are read; give the article alone
    recoupe: /no/such/file.txt: no such file; check its name and folder
    recoupe: /: a folder, not a file; name the files in it one by one
    recoupe: /dev/zero: larger than 10 MB; give the article alone
    ");
}

#[test]
fn wrong_arguments_are_told_in_one_line() {
    let all: Vec<String> = [
        &["compare"][..],
        &["compare", RFI, RT, "--threshold", "2"],
        &["compare", RFI, RT, "--marks", "nothing"],
        &["extract", "--format", "csv"],
        &["extrct"],
        &["segment", "--unknown"],
        &[],
    ]
    .into_iter()
    .map(|arguments| refusal(arguments, b""))
    .collect();
    insta::assert_snapshot!(all.join("\n"), @r"
    recoupe: the following required arguments were not provided: <FILE>...; see `recoupe --help`
    recoupe: invalid value '2' for '--threshold <P>': 2 is not between 0 and 1; see `recoupe --help`
    recoupe: invalid value 'nothing' for '--marks <TYPE>' [possible values: all, label, loaded, speech, verb, conditional, hedge, distance, presupposed, agentless, blame, figure, place, certainty, only]; see `recoupe --help`
    recoupe: invalid value 'csv' for '--format <FORMAT>' [possible values: json]; see `recoupe --help`
    recoupe: unrecognized subcommand 'extrct'; a similar subcommand exists: 'extract'; see `recoupe --help`
    recoupe: unexpected argument '--unknown' found; to pass '--unknown' as a value, use '-- --unknown'; see `recoupe --help`
    recoupe: no command; name what to do; see `recoupe --help`
    ");
}

#[test]
fn every_character_set_is_read_by_every_command() {
    let latin = b"L'\xe9t\xe9 arrive \xe0 Valmer, dit le maire de la ville \xe0 ses habitants. Il fera chaud.";
    let found = json(&["segment"], latin);
    assert_eq!(found["sentences"][0], "L'été arrive à Valmer, dit le maire de la ville à ses habitants.");
    assert!(json(&["analyse"], latin)["claims"].is_array());
}

#[test]
fn a_file_of_several_articles_is_compared_by_itself() {
    let text =
        format!("{}\n=====\n{}", std::fs::read_to_string(RFI).expect("RFI"), std::fs::read_to_string(RT).expect("RT"));
    let lines = recoupe(&["extract"], text.as_bytes());
    assert_eq!(String::from_utf8_lossy(&lines.stdout).lines().count(), 2);
    let folder = Folder::new("several");
    let alone = refusal(&["compare", &folder.file("one.txt", CLEAN)], b"");
    assert!(alone.ends_with("one article, and it takes two to compare; name a second file, or part the articles of this one by a line of ====="));
    let file = folder.file("both.txt", &text);
    let found = json(&["compare", &file], b"");
    assert_eq!(found["articles"].as_array().map(Vec::len), Some(2));
}

/// A folder that goes away with the test.
struct Folder(std::path::PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("recoupe-cli-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&path).expect("a folder");
        Self(path)
    }

    fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> String {
        let path = self.0.join(name);
        std::fs::write(&path, bytes).expect("a file");
        path.to_str().expect("UTF-8").to_owned()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

#[test]
fn other_languages_are_said_to_be_compared_by_names_alone() {
    let folder = Folder::new("other");
    let german = "Die Brücke ist offen\n\nDer Bürgermeister eröffnete sie am Montag mit großer Freude.";
    let found = json(&["compare", &folder.file("de.txt", german), RT], b"");
    assert_eq!(found["notices"][0]["rule"], "notice/language");
    assert!(found["notices"][0]["note"].as_str().is_some_and(|it| it.contains("neither French nor English")));
    let extracted = json(&["extract"], german.as_bytes());
    assert!(extracted["note"].as_str().is_some_and(|it| it.contains("French and English")));
}
