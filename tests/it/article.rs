//! The door on whole texts: the two articles of the first case, and anything that is no article.

use std::sync::LazyLock;

use proptest::prelude::*;
use recoupe::article::{Article, BlockKind, Format, Hints, LineKind, Manifest, ReadError, from_plain, read};
use recoupe::lang::{Language, Lexica};

const RFI: &[u8] = include_bytes!("../../public/articles/rfi.txt");
const RT: &[u8] = include_bytes!("../../public/articles/rt-france.txt");
const MANIFEST: &[u8] = include_bytes!("../../public/articles/manifest.json");

static LEXICA: LazyLock<Lexica> = LazyLock::new(Lexica::built_in);

fn text(input: &[u8]) -> Result<Article, ReadError> {
    read(input, &Hints { format: Format::Text, ..Hints::default() }, &LEXICA)
}

/// The article as a reader would check it: each block cut short, then what was set apart.
fn show(article: &Article) -> String {
    let mut lines: Vec<String> = Vec::new();
    for block in &article.blocks {
        let words: Vec<&str> = block.span.of(&article.text).split_whitespace().collect();
        let shown = if words.len() > 12 {
            format!("{} … {}", words[..7].join(" "), words[words.len() - 3..].join(" "))
        } else {
            words.join(" ")
        };
        lines.push(format!("{:9} {shown}", format!("{:?}", block.kind).to_lowercase()));
    }
    lines.extend(article.captions.iter().map(|it| format!("caption   {it}")));
    lines.extend(article.byline.iter().map(|it| format!("byline    {it}")));
    lines.extend(article.agency.iter().map(|it| format!("agency    {it}")));
    lines.push(format!("language  {}", article.language.code()));
    lines.join("\n")
}

fn dropped(article: &Article) -> String {
    let out = article.decisions.iter().filter(|it| it.kind == LineKind::Furniture);
    let cut = |text: &str| text.split_whitespace().take(5).collect::<Vec<_>>().join(" ");
    out.map(|it| format!("{:10} {}", it.reason.name(), cut(&it.text))).collect::<Vec<_>>().join("\n")
}

#[test]
fn rfi() {
    let article = text(RFI).expect("an article");
    insta::assert_snapshot!(show(&article), @r"
    title     Russie: Lavrov dresse un parallèle entre l'offensive à Mossoul et à Alep
    lead      Alep et Mossoul sont à l’ordre du … par l'aviation russe.
    paragraph Sergueï Lavrov a dressé un parallèle entre … Alep, en Syrie.
    paragraph Au cours d’une conversation téléphonique avec son … font à Alep.
    paragraph « La coalition américaine prévient les habitants … complètement différente ».
    paragraph « A Mossoul, nous avons planifié cela … répondu John Kerry.
    paragraph Réponse de Sergueï Lavrov : « Les … un million ».
    paragraph Bref, Moscou, accusé par les Occidentaux de … va se poursuivre.
    caption   Le chef de la diplomatie russe Sergueï Lavrov, à Moscou, le 21 octobre 2016. REUTERS/Sergei Karpukhin
    byline    Avec notre correspondante à Moscou, Muriel Pomponne
    language  fr
    ");
    insta::assert_snapshot!(dropped(&article), @r"
    menu       Accéder au contenu principal
    outside    Russie / Etats-Unis / Syrie
    advert     Publicité
    newsletter NewsletterRecevez toute l'actualité internationale directement
    newsletter Suivez toute l'actualité internationale en
    share      Partager :
    missing    Page non trouvée
    missing    Le contenu auquel vous tentez
    ");
}

#[test]
fn rt_france() {
    let article = text(RT).expect("an article");
    insta::assert_snapshot!(show(&article), @r"
    title     La Russie «très préoccupée» par le refus … de quitter Alep
    lead      Le chef de la diplomatie russe Sergueï … place pour l'évacuation.
    paragraph Sergueï Lavrov, le ministre des Affaires étrangères … des frappes aériennes».
    paragraph Le chef de la diplomatie a également … le Front Al-Nosra.
    paragraph Par ailleurs, le 20 octobre, Sergueï Lavrov … situation à Alep.
    paragraph Le 13 octobre, la première trêve humanitaire … jusqu'au 22 octobre.
    caption   La Russie «très préoccupée» par le refus du Front Al-Nosra de quitter Alep© ALEXANDER NEMENOV Source: AFP
    agency    AFP
    language  fr
    ");
    insta::assert_snapshot!(dropped(&article), @r#"
    share      Suivez RT France surTelegram
    outside    Raconter l'actualité
    share      Suivez RT France surTelegram
    cookies    En cliquant sur "Tout Accepter"
    cookies    En cliquant sur "Tout Refuser",
    cookies    Pour activer l’option vous permettant
    cookies    Le bandeau de couleur indique
    menu       OK
    cookies    RT France utilise des cookies
    cookies    Vous pouvez exprimer vos choix
    cookies    Pour en savoir plus sur
    cookies    Tout AccepterTout refuserParamétrer vos choix
    "#);
}

/// FNV-1a, 64 bits: enough to notice that a byte was changed.
fn hash(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, &byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

#[test]
fn the_raw_pages_stay_as_they_were_saved() {
    assert_eq!((RFI.len(), hash(RFI)), (2525, 0xb732_0554_0240_3c95));
    assert_eq!((RT.len(), hash(RT)), (3592, 0xa4e2_fc63_1eb2_0b3a));
}

#[test]
fn the_manifest_names_articles_that_can_be_read() {
    let manifest = Manifest::parse(MANIFEST).expect("a manifest");
    let sources = &manifest.cases[0].articles;
    assert_eq!(sources.iter().map(|it| it.file.as_str()).collect::<Vec<_>>(), ["rfi.txt", "rt-france.txt"]);
    for (source, page) in sources.iter().zip([RFI, RT]) {
        let article = read(page, &source.hints(), &LEXICA).expect("an article");
        assert_eq!(article.outlet.as_deref(), Some(source.outlet.as_str()));
        assert_eq!(article.date.map(|it| it.to_string()), source.date);
        assert_eq!(article.language, Language::French);
    }
}

const CLEAN: &str = "Le pont de la Loire rouvre aux voitures\n\n\
    Fermé depuis deux ans, le pont de la Loire a rouvert lundi matin aux voitures, a annoncé la mairie.\n\n\
    « Vous n'attendrez plus », a promis le maire.\n\n\
    Trois voies, pas quatre\n\n\
    Les commerçants réclament toutefois une quatrième voie.\n\n\
    Elle coûterait 2,5 millions d'euros.";

#[test]
fn clean_text_passes_through_whole() {
    let article = text(CLEAN.as_bytes()).expect("an article");
    assert_eq!(article.text, CLEAN);
    assert_eq!(article.blocks.len(), 6);
    assert_eq!(article.blocks[3].kind, BlockKind::Heading);
    assert_eq!(from_plain(CLEAN).text, CLEAN);
}

#[test]
fn reading_what_was_read_changes_nothing() {
    for page in [RFI, RT, CLEAN.as_bytes()] {
        let once = text(page).expect("an article");
        let again = text(once.text.as_bytes()).expect("an article");
        assert_eq!(once.text, again.text);
    }
}

#[test]
fn every_character_set_gives_the_same_article() {
    let expected = text(CLEAN.as_bytes()).expect("an article").text;
    let latin: Vec<u8> = CLEAN.chars().map(|c| u8::try_from(u32::from(c)).expect("Latin-1")).collect();
    let wide = |mark: &[u8], unit: fn(u16) -> [u8; 2]| -> Vec<u8> {
        mark.iter().copied().chain(CLEAN.encode_utf16().flat_map(unit)).collect()
    };
    let windows = CLEAN.replace('\n', "\r\n");
    for bytes in [
        latin,
        wide(b"\xff\xfe", u16::to_le_bytes),
        wide(b"\xfe\xff", u16::to_be_bytes),
        wide(b"", u16::to_le_bytes),
        windows.into_bytes(),
    ] {
        assert_eq!(text(&bytes).map(|it| it.text), Ok(expected.clone()));
    }
}

#[test]
fn hard_wrapped_text_is_joined() {
    let wrapped = "The bridge reopens\n\nThe bridge over the river Aire reopened to cars and\nlorries on Monday after two years of work, the town said,\nand the first to cross was a baker on her way to market.\n\nShe said she had waited for\nthis day.";
    let article = text(wrapped.as_bytes()).expect("an article");
    assert_eq!(article.blocks.len(), 3);
}

#[test]
fn other_languages_and_directions_are_kept_whole() {
    for words in [
        "افتتح الجسر يوم الاثنين.\n\nقال رئيس البلدية إن العمل انتهى بعد عامين من التأخير.",
        "גשר נפתח מחדש\n\nראש העיר אמר שהעבודה הסתיימה אחרי שנתיים.",
        "Die Brücke ist wieder offen\n\nDer Bürgermeister eröffnete sie am Montag mit großer Freude.",
        "大桥重新开放。\n\n市长周一宣布，经过两年的施工，大桥重新开放。",
    ] {
        let article = text(words.as_bytes()).expect("an article");
        assert_eq!((article.text.as_str(), article.language), (words, Language::Other));
    }
}

#[test]
fn what_is_no_article_is_refused_with_a_sentence() {
    let refusal = |bytes: &[u8]| text(bytes).map(|it| it.text).expect_err("a refusal").to_string();
    for bytes in [&b""[..], b" \n\t", b"%PDF-1.4 stream", b"\x00\x01\x02\x03\x04\x05", b"\x89PNG\r\n\x1a\n"] {
        let sentence = refusal(bytes);
        assert!(sentence.contains(';') && !sentence.contains('\n'), "{sentence}");
    }
    assert!(refusal(&vec![b'a'; 10_000_001]).starts_with("too large: 11 MB"));
    assert!(refusal(b"Menu\nAccueil\nPartager\nSe connecter").starts_with("no article found"));
}

#[test]
fn marks_without_end_are_read_in_one_go() {
    for mark in ["[", "<", "*", "`", "![", "[a](", "---\n", "# a b c\n", "=====\n", "> ", "| "] {
        check(mark.repeat(60_000 / mark.len()).as_bytes(), Format::Markdown);
        check(mark.repeat(60_000 / mark.len()).as_bytes(), Format::Text);
    }
}

#[test]
fn one_sentence_keeps_its_title_and_byline() {
    for page in [
        "Le pont rouvre aux voitures\nPar Anne Morel\nLe pont de Valmer a rouvert lundi aux voitures.",
        "Menu\nAccueil\nSports\nMétéo\nLe pont rouvre aux voitures\nPar Anne Morel\nLe pont de Valmer a rouvert lundi aux voitures.\nPartager",
        "Accueil\n\nLe pont rouvre aux voitures\n\nPar\nAnne Morel\n\nLe pont de Valmer a rouvert lundi aux voitures.\n\nPublicité",
    ] {
        let article = text(page.as_bytes()).expect("an article");
        assert_eq!(article.title(), Some("Le pont rouvre aux voitures"), "{page}");
        assert_eq!(article.byline.as_deref(), Some("Anne Morel"), "{page}");
        assert_eq!(article.lead_and_body(), "Le pont de Valmer a rouvert lundi aux voitures.");
    }
}

#[test]
fn five_megabytes_of_text_are_refused_at_once() {
    let refusal = text(CLEAN.repeat(5_000_000 / CLEAN.len()).as_bytes()).expect_err("a refusal");
    assert_eq!(refusal.to_string(), "too large: 5 MB, and at most 2 MB are read; give the article alone");
}

/// A small generator of pseudo-random numbers: the same mutations on every machine.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % sides.max(1)
    }

    /// Flips, drops, doubles and cuts bytes.
    fn mutate(&mut self, bytes: &[u8]) -> Vec<u8> {
        let mut bytes = bytes.to_vec();
        for _ in 0..=self.roll(12) {
            let at = self.roll(bytes.len());
            match self.roll(5) {
                0 => bytes.truncate(at),
                1 if at < bytes.len() => bytes[at] = u8::try_from(self.roll(256)).unwrap_or(0),
                2 if at < bytes.len() => drop(bytes.remove(at)),
                3 => bytes.insert(at, [0, 0xff, 0xc3, 0xe2, b'<', b'\n', 0xd8][self.roll(7)]),
                _ => {
                    let piece = bytes[at..bytes.len().min(at + 40)].to_vec();
                    bytes.splice(at..at, piece);
                }
            }
        }
        bytes
    }
}

/// Whatever comes out holds together: blocks in order, on character boundaries, words of the input alone.
fn check(input: &[u8], format: Format) {
    let Ok(article) = read(input, &Hints { format, ..Hints::default() }, &LEXICA) else { return };
    let mut end = 0;
    for block in &article.blocks {
        assert!(block.span.start >= end && article.text.get(block.span.range()).is_some());
        assert!(!block.span.of(&article.text).trim().is_empty());
        end = block.span.end;
    }
}

#[test]
fn damaged_pages_never_panic() {
    let mut dice = Dice(2016);
    for page in [RFI, RT] {
        for _ in 0..60 {
            let bytes = dice.mutate(page);
            check(&bytes, Format::Auto);
            check(&bytes, Format::Markdown);
        }
    }
}

#[test]
fn the_language_is_that_of_the_article_and_not_of_the_menus_around_it() {
    let menus = "Home\nNews and comment\nAll the latest from our newsroom to you\nWhat we are and how we work\nSign in to your account\n".repeat(6);
    let body = "Le pont rouvre à Lyon\n\nPar Anne Morel\n\nLe pont de Lyon a rouvert lundi après deux ans de travaux, a annoncé \
                la ville. Les habitants attendaient ce jour depuis des mois.\n\nLe maire a coupé le ruban devant une foule de \
                curieux venus tôt le matin, avant de le traverser à pied avec les enfants des écoles.";
    let article = text(format!("{menus}\n{body}\n\n{menus}").as_bytes()).expect("an article");
    assert_eq!(article.language, Language::French);
    assert_eq!(article.byline.as_deref(), Some("Anne Morel"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        check(&bytes, Format::Auto);
    }

    #[test]
    fn any_text_never_panics(words in "(\\PC{0,30}[\n .!:«»\"(]){0,12}") {
        check(words.as_bytes(), Format::Text);
        check(words.as_bytes(), Format::Markdown);
    }

    #[test]
    fn any_page_is_decided_line_by_line_and_stays_clean(
        lines in proptest::collection::vec(prop_oneof![
            "[A-Z][a-z]{2,9}( [a-z]{2,9}){0,3}",
            "[A-Z][a-zé]{2,9}( (le|la|de|un|the|of|a|[a-z]{3,9})){8,30}\\.",
            "(Par|By) [A-Z][a-z]{2,6} [A-Z][a-z]{2,6}",
            "(Publicité|Lire aussi|Share|Comments|Newsletter|© AFP|---|\\* \\* \\*|- [a-z]{3,9}|)",
        ], 0..25),
    ) {
        let page = lines.join("\n");
        let Ok(once) = text(page.as_bytes()) else { return Ok(()) };
        let flat = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let decided: Vec<&str> = once.decisions.iter().map(|it| it.text.as_str()).collect();
        prop_assert_eq!(flat(&decided.join(" ")), flat(&page));
        if let Ok(again) = text(once.text.as_bytes()) {
            prop_assert_eq!(&again.text, &once.text);
        }
    }

    #[test]
    fn kept_lines_stand_in_the_input(words in "([A-Za-zé .]{0,60}\n){0,8}") {
        if let Ok(article) = text(words.as_bytes()) {
            let flat = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
            for block in &article.blocks {
                prop_assert!(flat(&words).contains(&flat(block.span.of(&article.text))));
            }
        }
    }
}
