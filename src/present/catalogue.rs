//! The interface's own words, in French and English: `locales/<lang>.tsv`, key and text.
//!
//! A typed catalogue of a hundred lines in place of an i18n library: keys are checked by the compiler,
//! files by a test, and it costs the download its texts and nothing else. `{name}` is filled in; `one|many`
//! parts singular from plural; French blanks are set by [`super::french`].

use std::sync::LazyLock;

use super::french;

/// Declares every key once; the files list them by these very names, in this order.
macro_rules! keys {
    ($($key:ident)*) => {
        /// A text of the interface.
        #[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Key { $(#[doc = stringify!($key)] $key,)* }

        impl Key {
            /// The names, in order.
            #[cfg(test)]
            const NAMES: &'static [&'static str] = &[$(stringify!($key),)*];
        }
    };
}

keys! {
    AppName AppTagline SkipToTexts LanguageLabel LanguageFrench LanguageEnglish ThemeLabel ThemeAuto
    ThemeLight ThemeDark ViewsLabel ViewSideBySide ViewClaims ViewNames ViewVoices ViewFigures ViewSynthesis ViewPages LoadingTexts LoadingLexica Comparing
    Stop Stopped Retry FailedLoad FailedRead FailedWorker LexiconMissing SharedCount OnlyCount Previous Next
    StepsLabel PairOf ToolsLabel LinkedScroll LinkedScrollHint LegendTitle LegendIntro LegendToggle
    LegendSwitch LegendCount LegendAbsent LegendRight LegendArguable LegendUnfit LegendMeasured WrittenInFrench
    WrittenInEnglish TextOf ByLine WithAgency Original Captions NumberLabel CopyEdited
    CopyNothing NoticeLanguageUnsure InFrench InEnglish DetailPair DetailLinkOf DetailClose DetailLabel
    DetailChanges DetailNoChanges DetailWhy DetailMarks DetailLone DetailLoneNote DetailNearest
    DetailNoNearest DetailLater DiffCommon DiffMoved DiffNear DiffMovedNumber DiffCommonWords DiffMovedWords
    DiffNearWords RelationEquivalent RelationOverlap RelationContradict LinkConfidence
    ConfidenceSure ConfidenceLikely ConfidencePossible ConfidenceMeasured Percent VoiceAuthor VoiceDirect VoiceIndirect
    VoiceUnknown RungAsserted RungPresupposed RungAttributed RungDistanced RungHedged RungConditional
    RungDenied RungHeight EvidenceName EvidenceNumber EvidenceDate EvidenceQuote EvidenceWord EvidenceSynonym
    EvidenceSpeaker EvidenceCopy OnlyIn OnlyNone ClaimsIntro ClaimsTable ColumnNumber ColumnLink ColumnChanges
    OpenClaim
    VoicesIntro VoicesShare VoicesPart VoicesPartUnknown VoicesWho VoicesNone VoiceFirst VoiceFirstAt VoiceSilent
    VoiceNamed ColumnArticle ColumnVoice ColumnCamp ColumnFigure ColumnWhy ColumnDate FiguresIntro
    FiguresTitle FiguresNone FigureSame FigureCompatible FigureDifferent TimelineTitle TimelineNone TimelinePublished DateUntil DateSince
    SynthesisIntro SynthesisMost SynthesisShared SynthesisOnly SynthesisHeard CampsTitle CampsIntro RungsTitle
    RungsIntro RungCarried LeadClaim LeadVoice LeadFigure LeadDate
    NamesIntro NamesTable NamesColumn NamesNone NamesAlike NamesAlikeNote NamesOpen NamesShared NamesInText NamesLead
    NamesSaidBy NamesWhyActor NamesWhyFamily NamesWhyAct NamesWhyAligned ThingPerson ThingOrganisation ThingGroup ThingPlace
    ThingAct ThingOther SwapWith SwapNumber SwapGender SwapAgreement SwapDeterminer SwapSound
    CardsNotice CardsToTexts TextsNotice TextsToCards CardOpen OwnTexts OwnTitle OwnIntro OwnLetter
    OwnOutlet OwnText OwnFile OwnFileFor OwnDrop OwnSize OwnTakeAway OwnTakeAwayFile OwnLayout OwnLayoutDrop
    OwnAdd OwnSeveral OwnReading OwnCompare OwnCancel OwnNothing OwnOnly OwnFailed OwnStopped TroubleEmpty
    TroubleTooLarge TroubleNotText TroubleNoArticle TroublePage TroublePart TroubleFile TroubleMany PagesIntro
    PagesKept PagesDropped PagesClean PagesUpdating PagesUndo PagesOpen PagesFacts PagesLines FactTitle
    FactByline FactAgency FactDate FactOutlet FactLanguage FactNone LanguageOther LanguageFound ByReader
    LineKeep LineDrop LineKeepLabel LineDropLabel LineKept LineDropped PartTitle PartLead PartHeading
    PartParagraph WhyProse WhyHeadline WhyStandfirst WhyHeading WhyDeclared WhyMarked WhyItem
    WhyCaption WhyCredit WhyLabel WhyList WhyRepeated WhyOutside WhyUndeclared WhyHidden WhyMenu WhyAdvert
    WhyComments WhyCookies WhyEmbed WhyLegal WhyMissing WhyNewsletter WhyPaywall WhyRelated WhyShare
    WhySubscribe ChooseArticle AnnounceLone AnnounceClosed AnnounceReady KindShared ExplainShared
    ExampleShared KindOnly ExplainOnly ExampleOnly KindCopy ExplainCopy ExampleCopy KindLabel ExplainLabel
    ExampleLabel KindLoaded ExplainLoaded ExampleLoaded KindSpeech ExplainSpeech ExampleSpeech KindVerb
    ExplainVerb ExampleVerb KindConditional ExplainConditional ExampleConditional KindHedge ExplainHedge
    ExampleHedge KindDistance ExplainDistance ExampleDistance KindPresupposed ExplainPresupposed
    ExamplePresupposed KindAgentless ExplainAgentless ExampleAgentless KindBlame ExplainBlame ExampleBlame
    KindFigure ExplainFigure ExampleFigure KindPlace ExplainPlace ExamplePlace KindCertainty ExplainCertainty
    ExampleCertainty DateFormat Month1 Month2 Month3 Month4 Month5 Month6 Month7 Month8 Month9 Month10 Month11
    Month12 FooterPrivacy FooterMethod
}

/// A language of the interface.
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq)]
pub enum UiLanguage {
    /// Français.
    #[default]
    French,
    /// English.
    English,
}

impl UiLanguage {
    /// The language tag.
    pub const fn code(self) -> &'static str {
        match self {
            Self::French => "fr",
            Self::English => "en",
        }
    }

    /// The same language as the engine knows it.
    pub const fn of_engine(self) -> crate::lang::Language {
        match self {
            Self::French => crate::lang::Language::French,
            Self::English => crate::lang::Language::English,
        }
    }

    /// The first of the reader's preferred languages that the interface speaks, French otherwise.
    pub fn preferred<'a>(tags: impl IntoIterator<Item = &'a str>) -> Self {
        tags.into_iter().find_map(Self::named).unwrap_or_default()
    }

    /// The language of a tag such as `en-GB`.
    pub fn named(tag: &str) -> Option<Self> {
        match tag.get(..2)?.to_ascii_lowercase().as_str() {
            "fr" => Some(Self::French),
            "en" => Some(Self::English),
            _ => None,
        }
    }
}

/// The texts of one language.
#[derive(Debug)]
pub struct Catalogue {
    /// Which language it is.
    pub language: UiLanguage,
    texts: Vec<String>,
}

static FRENCH: LazyLock<Catalogue> =
    LazyLock::new(|| Catalogue::parse(UiLanguage::French, include_str!("locales/fr.tsv")));
static ENGLISH: LazyLock<Catalogue> =
    LazyLock::new(|| Catalogue::parse(UiLanguage::English, include_str!("locales/en.tsv")));

impl Catalogue {
    /// The catalogue of a language.
    pub fn of(language: UiLanguage) -> &'static Self {
        match language {
            UiLanguage::French => &FRENCH,
            UiLanguage::English => &ENGLISH,
        }
    }

    fn parse(language: UiLanguage, file: &str) -> Self {
        let lines = file.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
        let text = |line: &str| line.split_once('\t').map_or_else(String::new, |(_, text)| text.to_string());
        let set = |text: String| if language == UiLanguage::French { french(&text) } else { text };
        Self { language, texts: lines.map(text).map(set).collect() }
    }

    /// A text as it stands.
    pub fn text(&self, key: Key) -> &str {
        self.texts.get(key as usize).map_or("", String::as_str)
    }

    /// A text with its `{name}`s filled in.
    pub fn fill(&self, key: Key, values: &[(&str, &str)]) -> String {
        fill(self.text(key), values)
    }

    /// A text for a number of things: `{n}` is the number, `one|many` its forms.
    pub fn count(&self, key: Key, count: usize) -> String {
        let (one, many) = self.text(key).split_once('|').unwrap_or((self.text(key), self.text(key)));
        let singular = count == 1 || (count == 0 && self.language == UiLanguage::French);
        fill(if singular { one } else { many }, &[("n", &count.to_string())])
    }

    /// A share from 0 to 1 in per cent.
    pub fn percent(&self, share: f64) -> String {
        self.fill(Key::Percent, &[("n", &format!("{:.0}", share * 100.0))])
    }
}

fn fill(text: &str, values: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let Some((name, after)) = after.split_once('}') else {
            out.push('{');
            rest = after;
            continue;
        };
        out.push_str(values.iter().find(|(key, _)| *key == name).map_or("", |(_, value)| value));
        rest = after;
    }
    out + rest
}

/// An ISO 8601 day in words: « 21 octobre 2016 ». Anything else is given back as it stands.
pub fn long_date(iso: &str, words: &Catalogue) -> String {
    let parts: Vec<&str> = iso.split('-').collect();
    let [year, month, day] = parts[..] else { return iso.to_string() };
    let (Ok(month), Ok(day)) = (month.parse::<usize>(), day.parse::<u8>()) else { return iso.to_string() };
    if !(1..=12).contains(&month) {
        return iso.to_string();
    }
    let name = &words.texts[Key::Month1 as usize + month - 1];
    let day = if day == 1 && words.language == UiLanguage::French { "1er".to_string() } else { day.to_string() };
    words.fill(Key::DateFormat, &[("day", &day), ("month", name), ("year", year)])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(file: &str) -> Vec<&str> {
        let lines = file.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
        lines.map(|line| line.split('\t').next().unwrap_or("")).collect()
    }

    #[test]
    fn both_files_hold_every_key_in_order() {
        assert_eq!(names(include_str!("locales/fr.tsv")), Key::NAMES);
        assert_eq!(names(include_str!("locales/en.tsv")), Key::NAMES);
    }

    #[test]
    fn both_languages_fill_the_same_names() {
        let (fr, en) = (Catalogue::of(UiLanguage::French), Catalogue::of(UiLanguage::English));
        let braces = |text: &str| {
            let mut names: Vec<String> =
                text.split('{').skip(1).filter_map(|it| it.split_once('}')).map(|it| it.0.to_string()).collect();
            names.sort();
            names.dedup();
            names
        };
        for (at, name) in Key::NAMES.iter().enumerate() {
            assert!(!fr.texts[at].is_empty() && !en.texts[at].is_empty(), "{name}");
            assert_eq!(braces(&fr.texts[at]), braces(&en.texts[at]), "{name}");
        }
    }

    #[test]
    fn numbers_choose_their_form() {
        let (fr, en) = (Catalogue::of(UiLanguage::French), Catalogue::of(UiLanguage::English));
        insta::assert_snapshot!([0, 1, 2].map(|n| fr.count(Key::SharedCount, n)).join("; "), @"0 affirmation commune; 1 affirmation commune; 2 affirmations communes");
        insta::assert_snapshot!([0, 1, 2].map(|n| en.count(Key::SharedCount, n)).join("; "), @"0 shared claims; 1 shared claim; 2 shared claims");
    }

    #[test]
    fn dates_are_written_out() {
        assert_eq!(long_date("2016-10-01", Catalogue::of(UiLanguage::French)), "1er octobre 2016");
        assert_eq!(long_date("2016-10-21", Catalogue::of(UiLanguage::English)), "21 October 2016");
        assert_eq!(long_date("2016", Catalogue::of(UiLanguage::English)), "2016");
    }

    #[test]
    fn the_readers_language_is_followed() {
        assert_eq!(UiLanguage::preferred(["de-CH", "en-GB", "fr"]), UiLanguage::English);
        assert_eq!(UiLanguage::preferred(["de"]), UiLanguage::French);
    }

    #[test]
    fn a_brace_of_the_text_itself_does_no_harm() {
        assert_eq!(fill("a {x} {y", &[("x", "1")]), "a 1 {y");
    }
}
