//! The sentences of the common citation styles.
//!
//! hayagriva holds the styles' own rules (CSL) and takes about a millisecond to
//! follow three of them. The pages of a site differ only in headline, address
//! and date, so it is asked once for each day of the year, and headlines,
//! addresses and years are put into what it answers: see `shape`. It is asked
//! again for each headline of which that may not be right. The outcome is always
//! its own: `tests/citations.rs` holds every page of a large site against it.

use std::sync::OnceLock;

use chrono::{Datelike, NaiveDate};
use hayagriva::archive::{ArchivedStyle, LOCALES};
use hayagriva::citationberg::{IndependentStyle, Locale, Style};
use hayagriva::types::{
    ChunkedString, Date, EntryType, FormatString, Person, Publisher, QualifiedUrl, StringChunk,
};
use hayagriva::{
    BibliographyDriver, BibliographyRequest, CitationItem, CitationRequest, ElemChildren, Entry,
};

use super::shape::{Probe, Shape, html, is_plain};
use super::{Website, Work};

/// The styles with the names that readers know them by.
const STYLES: [(&str, ArchivedStyle); 3] = [
    ("Chicago", ArchivedStyle::ChicagoNotes),
    ("APA", ArchivedStyle::AmericanPsychologicalAssociation),
    ("MLA", ArchivedStyle::ModernLanguageAssociation),
];

/// The days of a year, with gaps so that they are easily counted, and one place for no date.
const DAYS: usize = 12 * 31 + 1;

/// A citation as readers see it.
pub struct Citation {
    /// Of the style.
    pub name: &'static str,
    /// The sentence, as safe HTML.
    pub html: String,
}

/// What the styles make of the pages of one site; asked for when first needed.
pub struct Styles {
    site: Owned,
    locales: OnceLock<Vec<Locale>>,
    shapes: [Vec<OnceLock<Option<Shape>>>; STYLES.len()],
}

struct Owned {
    title: String,
    author: Option<String>,
    publisher: Option<String>,
    language: String,
}

impl Styles {
    /// For the pages of a site.
    pub fn new(site: &Website<'_>) -> Self {
        let site = Owned {
            title: site.title.to_owned(),
            author: site.author.map(str::to_owned),
            publisher: site.publisher.map(str::to_owned),
            language: site.language.to_owned(),
        };
        let shapes = STYLES.map(|_| (0..DAYS).map(|_| OnceLock::new()).collect());
        Self { site, locales: OnceLock::new(), shapes }
    }

    /// A page in all styles.
    pub fn cite(&self, work: &Work<'_>) -> Vec<Citation> {
        let all = STYLES.iter().enumerate();
        all.filter_map(|(style, (name, _))| Some(Citation { name, html: self.sentence(style, work)? }))
            .collect()
    }

    fn sentence(&self, style: usize, work: &Work<'_>) -> Option<String> {
        if is_plain(work.title)
            && let Some(shape) = self.shape(style, work.published)
            && let Some(title) = shape.title(work.title)
        {
            let address: QualifiedUrl = QualifiedUrl::new(work.url.parse().ok()?, None);
            return Some(shape.fill(&title, address.value.as_str(), work.published));
        }
        let entry = self.entry(work.title, work.url, work.published)?;
        Some(html(&self.ask(style, &entry)?))
    }

    fn shape(&self, style: usize, day: Option<NaiveDate>) -> Option<&Shape> {
        let at = day.map_or(0, |day| (day.month0() * 31 + day.day()) as usize);
        let ask = || {
            let site = &self.site;
            let known = [Some(&site.title), site.author.as_ref(), site.publisher.as_ref()];
            let probe = Probe::new(known.into_iter().flatten().map(String::as_str), day);
            let entry = self.entry(probe.title, probe.url, probe.day)?;
            Shape::read(&self.ask(style, &entry)?, &probe)
        };
        self.shapes[style][at].get_or_init(ask).as_ref()
    }

    /// What hayagriva is told of a page.
    fn entry(&self, title: &str, url: &str, day: Option<NaiveDate>) -> Option<Entry> {
        let site = &self.site;
        let text = |text: &str| FormatString::with_value(text);
        let mut of = Entry::new("site", EntryType::Web);
        of.set_title(text(&site.title));
        let mut entry = Entry::new("page", EntryType::Web);
        entry.set_title(FormatString { value: protected(title), short: None });
        entry.set_url(QualifiedUrl::new(url.parse().ok()?, None));
        entry.set_parents(vec![of]);
        if let Some(name) = &site.author {
            // A name that is not taken apart: a newsroom's or a person's, nobody knows.
            let name = name.clone();
            let (given_name, prefix, suffix, alias) = Default::default();
            entry.set_authors(vec![Person { name, given_name, prefix, suffix, alias, comma_suffix: false }]);
        }
        if let Some(name) = &site.publisher {
            entry.set_publisher(Publisher::new(Some(text(name)), None));
        }
        if let Ok(language) = site.language.parse() {
            entry.set_language(language);
        }
        if let Some(day) = day {
            let part = |number: u32| u8::try_from(number).ok();
            let (month, day_of) = (part(day.month0()), part(day.day0()));
            entry.set_date(Date { year: day.year(), month, day: day_of, approximate: false, season: None });
        }
        Some(entry)
    }

    /// The entry as it stands in a bibliography.
    fn ask(&self, style: usize, entry: &Entry) -> Option<ElemChildren> {
        let style = csl(style)?;
        let locales = self.locales.get_or_init(|| locales(&self.site.language));
        let locale = locales.first().and_then(|locale| locale.lang.clone());
        let mut driver = BibliographyDriver::new();
        let items = vec![CitationItem::with_entry(entry)];
        driver.citation(CitationRequest::new(items, style, locale.clone(), locales, None));
        let rendered = driver.finish(BibliographyRequest::new(style, locale, locales));
        Some(rendered.bibliography?.items.into_iter().next()?.content)
    }
}

/// A headline, its case kept where hayagriva would lose it: of capitals at the end, which it tells from a word only
/// when something follows.
fn protected(title: &str) -> ChunkedString {
    let rest = title.trim_end_matches(char::is_alphanumeric);
    let last = &title[rest.len()..];
    let is_capitals = last.chars().nth(1).is_some() && !last.chars().any(char::is_lowercase);
    if !is_capitals {
        return title.to_owned().into();
    }
    ChunkedString(vec![StringChunk::normal(rest), StringChunk::verbatim(last)])
}

/// A style, unpacked once. Its form within a text, which nobody asks for, is left empty: it would take half of the time.
fn csl(at: usize) -> Option<&'static IndependentStyle> {
    static UNPACKED: [OnceLock<Option<IndependentStyle>>; STYLES.len()] =
        [const { OnceLock::new() }; STYLES.len()];
    let unpack = || match STYLES[at].1.get() {
        Style::Independent(mut style) => {
            style.citation.layout.elements.clear();
            Some(style)
        }
        Style::Dependent(_) => None,
    };
    UNPACKED[at].get_or_init(unpack).as_ref()
}

/// The words of a language, and those of American English, in which every style has all of them.
fn locales(language: &str) -> Vec<Locale> {
    let base = language.split('-').next().unwrap_or(language);
    let main = [base, "-", &base.to_ascii_uppercase()].concat();
    let begins = [base, "-"].concat();
    let is: [&dyn Fn(&str) -> bool; 5] = [
        &|code| code.eq_ignore_ascii_case(language),
        &|code| code == base,
        &|code| base == "en" && code == "en-US",
        &|code| code == main,
        &|code| code.starts_with(&begins),
    ];
    let own = is.iter().find_map(|is| LOCALES.iter().find(|packed| is(locale_code(packed))));
    let english = LOCALES.iter().find(|packed| locale_code(packed) == "en-US");
    let mut found: Vec<Locale> =
        own.into_iter().chain(english).filter_map(|packed| ciborium::from_reader(*packed).ok()).collect();
    found.dedup_by(|a, b| a.lang == b.lang);
    found
}

/// The code of a packed locale, without unpacking it: its first key is `@xml:lang`, its value a short text (RFC 8949, 3).
fn locale_code(packed: &[u8]) -> &str {
    let read = || {
        let key = b"@xml:lang";
        let at = packed.windows(key.len()).take(16).position(|window| window == key)? + key.len();
        let length = usize::from(packed.get(at)? & 0x1f);
        std::str::from_utf8(packed.get(at + 1..at + 1 + length)?).ok()
    };
    read().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use hayagriva::citationberg::LocaleCode;
    use proptest::prelude::*;

    use super::super::example;
    use super::super::shape::html;
    use super::*;

    fn styles() -> Styles {
        Styles::new(&example("").of)
    }

    /// What hayagriva itself says of a page.
    fn asked(styles: &Styles, style: usize, work: &Work<'_>) -> String {
        let entry = styles.entry(work.title, work.url, work.published).expect("an entry");
        html(&styles.ask(style, &entry).expect("a citation"))
    }

    #[test]
    fn every_style_cites() {
        let styles = styles();
        let mut shown = String::new();
        for title in
            ["Leaders say talks in the UK end", "Talks open at the UN", "Who said “no talks”?", "No “talks”"]
        {
            for published in [NaiveDate::from_ymd_opt(2025, 9, 3), None] {
                let work = Work { published, ..example(title) };
                for citation in styles.cite(&work) {
                    shown += &format!("{}: {}\n", citation.name, citation.html);
                }
            }
        }
        insta::assert_snapshot!(shown, @r"
        Chicago: The {diplomatic} desk. ‘Leaders Say Talks in the UK End’. Talks &amp; Terms, Example Institute, 3 September 2025. https://talks.example/100%25/events/geneva-talks/.
        APA: The {diplomatic} desk. (2025, September 3). <i>Leaders say talks in the UK end</i>. Example Institute. Talks &amp; Terms. https://talks.example/100%25/events/geneva-talks/
        MLA: The {diplomatic} desk. ‘Leaders Say Talks in the UK End’. <i>Talks &amp; Terms</i>, Example Institute, 3 Sept. 2025, https://talks.example/100%25/events/geneva-talks/.
        Chicago: The {diplomatic} desk. ‘Leaders Say Talks in the UK End’. Talks &amp; Terms, Example Institute. https://talks.example/100%25/events/geneva-talks/.
        APA: The {diplomatic} desk. (n.d.). <i>Leaders say talks in the UK end</i>. Example Institute. Talks &amp; Terms. Retrieved https://talks.example/100%25/events/geneva-talks/
        MLA: The {diplomatic} desk. ‘Leaders Say Talks in the UK End’. <i>Talks &amp; Terms</i>, Example Institute, https://talks.example/100%25/events/geneva-talks/.
        Chicago: The {diplomatic} desk. ‘Talks Open at the UN’. Talks &amp; Terms, Example Institute, 3 September 2025. https://talks.example/100%25/events/geneva-talks/.
        APA: The {diplomatic} desk. (2025, September 3). <i>Talks open at the UN</i>. Example Institute. Talks &amp; Terms. https://talks.example/100%25/events/geneva-talks/
        MLA: The {diplomatic} desk. ‘Talks Open at the UN’. <i>Talks &amp; Terms</i>, Example Institute, 3 Sept. 2025, https://talks.example/100%25/events/geneva-talks/.
        Chicago: The {diplomatic} desk. ‘Talks Open at the UN’. Talks &amp; Terms, Example Institute. https://talks.example/100%25/events/geneva-talks/.
        APA: The {diplomatic} desk. (n.d.). <i>Talks open at the UN</i>. Example Institute. Talks &amp; Terms. Retrieved https://talks.example/100%25/events/geneva-talks/
        MLA: The {diplomatic} desk. ‘Talks Open at the UN’. <i>Talks &amp; Terms</i>, Example Institute, https://talks.example/100%25/events/geneva-talks/.
        Chicago: The {diplomatic} desk. ‘Who Said “No Talks”?’. Talks &amp; Terms, Example Institute, 3 September 2025. https://talks.example/100%25/events/geneva-talks/.
        APA: The {diplomatic} desk. (2025, September 3). <i>Who said “no talks”?</i>. Example Institute. Talks &amp; Terms. https://talks.example/100%25/events/geneva-talks/
        MLA: The {diplomatic} desk. ‘Who Said “No Talks”?’. <i>Talks &amp; Terms</i>, Example Institute, 3 Sept. 2025, https://talks.example/100%25/events/geneva-talks/.
        Chicago: The {diplomatic} desk. ‘Who Said “No Talks”?’. Talks &amp; Terms, Example Institute. https://talks.example/100%25/events/geneva-talks/.
        APA: The {diplomatic} desk. (n.d.). <i>Who said “no talks”?</i>. Example Institute. Talks &amp; Terms. Retrieved https://talks.example/100%25/events/geneva-talks/
        MLA: The {diplomatic} desk. ‘Who Said “No Talks”?’. <i>Talks &amp; Terms</i>, Example Institute, https://talks.example/100%25/events/geneva-talks/.
        Chicago: The {diplomatic} desk. ‘No “Talks”’. Talks &amp; Terms, Example Institute, 3 September 2025. https://talks.example/100%25/events/geneva-talks/.
        APA: The {diplomatic} desk. (2025, September 3). <i>No “talks”</i>. Example Institute. Talks &amp; Terms. https://talks.example/100%25/events/geneva-talks/
        MLA: The {diplomatic} desk. ‘No “Talks”’. <i>Talks &amp; Terms</i>, Example Institute, 3 Sept. 2025, https://talks.example/100%25/events/geneva-talks/.
        Chicago: The {diplomatic} desk. ‘No “Talks”’. Talks &amp; Terms, Example Institute. https://talks.example/100%25/events/geneva-talks/.
        APA: The {diplomatic} desk. (n.d.). <i>No “talks”</i>. Example Institute. Talks &amp; Terms. Retrieved https://talks.example/100%25/events/geneva-talks/
        MLA: The {diplomatic} desk. ‘No “Talks”’. <i>Talks &amp; Terms</i>, Example Institute, https://talks.example/100%25/events/geneva-talks/.
        ");
    }

    #[test]
    fn the_words_are_those_of_the_site_s_language() {
        for (language, code) in [
            ("en", "en-US"),
            ("en-GB", "en-GB"),
            ("en-AU", "en-US"),
            ("de", "de-DE"),
            ("uk", "uk-UA"),
            ("ar", "ar"),
            ("fr-BE", "fr-FR"),
            ("xx", "en-US"),
        ] {
            let found = locales(language);
            assert_eq!(found[0].lang, Some(LocaleCode(code.into())), "{language}");
            assert!(found.iter().any(|locale| locale.lang == Some(LocaleCode::en_us())), "{language}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(32))]

        /// Where a headline needs no care, what is put together is what hayagriva says of that very page.
        #[test]
        fn what_is_filled_in_is_what_hayagriva_says(
            words in proptest::collection::vec("[A-Za-zäßéÀžа-яЇ&<>]{1,9}[,:;]?|of|the|UN|EU-led|don’t|2025", 0..9),
            last in "[A-Za-zа-я0-9]{1,9}|of|UN|[A-Z]{1,4}",
            days in proptest::option::of(0i64..40_000),
        ) {
            let first = NaiveDate::from_ymd_opt(1970, 1, 1).expect("a day");
            let published = days.and_then(|days| first.checked_add_days(chrono::Days::new(days.unsigned_abs())));
            let title = words.iter().map(String::as_str).chain([last.as_str()]).collect::<Vec<_>>().join(" ");
            let work = Work { title: &title, published, ..example("") };
            let styles = styles();
            let filled = styles.cite(&work);
            prop_assert_eq!(filled.len(), STYLES.len());
            for (style, citation) in filled.iter().enumerate() {
                prop_assert_eq!(&citation.html, &asked(&styles, style, &work));
            }
        }
    }
}
