//! The language of the pages: its words, its dates, its numbers, and its direction.
//!
//! Texts are Fluent messages (`templates/texts/`), dates and numbers are ICU's.
//! What depends on nothing but the language is made once, when a site is
//! loaded. Not here: HTML, mistakes in a site's own texts, the clock or the
//! locale of this machine.

mod calendar;
mod dates;
mod numbers;
mod phrases;
pub mod texts;

use std::sync::LazyLock;

use icu_locale::{Direction, Locale, LocaleDirectionality, locale};
use icu_properties::CodePointMapData;
use icu_properties::props::BidiClass;

use super::country;
use super::event_type::{Class, EventType};
use calendar::Calendar;
use numbers::Numbers;
use phrases::Phrases;
use texts::{Arg, Piece, TextFile, Texts};

/// A language, as pages use it.
pub struct Language {
    tag: String,
    is_rtl: bool,
    has_dates: bool,
    texts: Texts,
    numbers: Numbers,
    calendar: Calendar,
    phrases: Phrases,
    /// The days of a month as they are written, from 1.
    days: [String; 31],
}

/// English without a country: the day comes before the month, as in most of the world.
const BRITISH: Locale = locale!("en-GB");

static ENGLISH: LazyLock<Language> = LazyLock::new(|| Language::new("en", &[]));

impl Language {
    /// English with the built-in texts: for the terminal, and where a language is not known.
    pub fn english() -> &'static Self {
        &ENGLISH
    }

    /// The language with this BCP 47 tag, with texts of a site over the built-in ones. English texts stand
    /// where it has none, and English dates where ICU does not know it.
    pub fn new(tag: &str, of_site: &[TextFile]) -> Self {
        let wanted = locale_of(tag);
        let is_rtl = LocaleDirectionality::new_common().get(&wanted.id) == Some(Direction::RightToLeft);
        let calendar = Calendar::new(&wanted);
        let has_dates = calendar.is_some();
        let locale = if has_dates { wanted } else { BRITISH };
        let calendar = calendar.or_else(|| Calendar::new(&locale)).unwrap_or_default();
        let numbers = Numbers::new(&locale);
        let texts = Texts::new(tag, of_site);
        let days = std::array::from_fn(|day| phrases::day(&texts, &numbers, day + 1));
        let phrases = Phrases::new(&texts);
        Self { tag: tag.to_owned(), is_rtl, has_dates, texts, numbers, calendar, phrases, days }
    }

    /// The BCP 47 tag, as the site gives it.
    pub fn tag(&self) -> &str {
        &self.tag
    }

    /// `ltr` or `rtl`, as HTML calls them.
    pub fn direction(&self) -> &'static str {
        if self.is_rtl { "rtl" } else { "ltr" }
    }

    /// Whether ICU knows how the language writes dates.
    pub fn has_dates(&self) -> bool {
        self.has_dates
    }

    /// All texts.
    pub fn texts(&self) -> &Texts {
        &self.texts
    }

    /// A text into which nothing is put; its id if there is none.
    pub fn text<'a>(&'a self, id: &'a str) -> &'a str {
        self.texts.get(id).unwrap_or(id)
    }

    /// A text with what is put into it; its id if there is none.
    pub fn say(&self, id: &str, args: &[(&str, Arg<'_>)]) -> String {
        let Ok(pieces) = self.texts.pieces(id, args) else { return id.to_owned() };
        let said = pieces.iter().map(|piece| match piece {
            Piece::Words(words) => words.clone(),
            Piece::Number(number) => self.number(number),
            Piece::Argument(at) => match args.get(*at) {
                Some((_, Arg::Text(text))) => (*text).to_owned(),
                _ => String::new(),
            },
        });
        said.collect()
    }

    /// `5 events`
    pub fn events(&self, count: usize) -> String {
        self.say("events", &[("count", Arg::Count(count as u64))])
    }

    /// A count: `12,345`.
    pub fn count(&self, count: u64) -> String {
        self.numbers.count(count)
    }

    /// A number out of a text.
    pub fn number(&self, digits: &str) -> String {
        digits.parse().map_or_else(|_| self.numbers.figures(digits), |count| self.numbers.count(count))
    }

    /// The name of a type of event: `Agreement`.
    pub fn event_type(&self, kind: EventType) -> &str {
        self.of_table("type_", kind.id()).unwrap_or_else(|| kind.label())
    }

    /// What counts as an event of a type, in a sentence.
    pub fn meaning(&self, kind: EventType) -> &str {
        self.of_table("means_", kind.id()).unwrap_or_else(|| kind.definition())
    }

    /// The name of a class of types, as in the run of a text: `verbal cooperation`.
    pub fn class(&self, class: Class) -> &str {
        self.of_table("class_", &class.id().replace('-', "_")).unwrap_or_else(|| class.label())
    }

    fn of_table(&self, prefix: &str, id: &str) -> Option<&str> {
        self.texts.get(&[prefix, id].concat())
    }

    /// The name of the country with this code in capitals.
    pub fn country(&self, code: &str) -> Option<&str> {
        self.of_table("country_", code).or_else(|| country::name(code, &self.tag))
    }

    /// Several names as one text: `A, B, C`.
    pub fn list(&self, names: &[&str]) -> String {
        names.join(self.text("comma"))
    }

    /// Whether a text holds letters of the other direction than the page's.
    pub fn runs_against(&self, text: &str) -> bool {
        if text.is_ascii() && !self.is_rtl {
            return false;
        }
        let classes = CodePointMapData::<BidiClass>::new();
        text.chars().any(|c| match classes.get(c) {
            BidiClass::LeftToRight => self.is_rtl,
            BidiClass::RightToLeft | BidiClass::ArabicLetter => !self.is_rtl,
            _ => false,
        })
    }
}

/// The text with a capital first, as headings have it.
pub fn capitalised(text: &str) -> String {
    let mut rest = text.chars();
    rest.next().map(|first| first.to_uppercase().chain(rest).collect()).unwrap_or_default()
}

/// The tag as ICU reads it: as much of it as makes sense.
fn locale_of(tag: &str) -> Locale {
    let locale = texts::chain(tag).into_iter().find_map(|tag| Locale::try_from_str(tag).ok());
    let locale = locale.unwrap_or(Locale::UNKNOWN);
    let is_plain_english = locale.id.language.as_str() == "en" && locale.id.region.is_none();
    if is_plain_english { Locale { id: BRITISH.id, ..locale } } else { locale }
}
