//! Citations against hayagriva's own: what a page says in each style is what hayagriva says of that very
//! page when it follows the whole style for it alone.
//!
//! The sites are large, in several languages, and their headlines begin and end in every way that a
//! style may have to do with. How the program comes by its citations is no business of this test.
#![allow(clippy::expect_used, clippy::panic, reason = "a test that cannot go on has failed")]

mod common;

use std::fmt::Write as _;

use chrono::{Datelike, NaiveDate};
use common::Site;
use common::rendering::{between, page, renderer, timeline};
use dateline::model::event::Event;
use dateline::render::Renderer;
use hayagriva::archive::{ArchivedStyle, locales};
use hayagriva::citationberg::{FontStyle, IndependentStyle, Locale, LocaleCode, Style};
use hayagriva::types::{Date, EntryType, FormatString, Person, Publisher, QualifiedUrl};
use hayagriva::{
    BibliographyDriver, BibliographyRequest, CitationItem, CitationRequest, ElemChild, ElemChildren, Entry,
};
use rayon::prelude::*;

const STYLES: [(&str, ArchivedStyle); 3] = [
    ("Chicago", ArchivedStyle::ChicagoNotes),
    ("APA", ArchivedStyle::AmericanPsychologicalAssociation),
    ("MLA", ArchivedStyle::ModernLanguageAssociation),
];

/// How headlines begin, go on and end.
const BEGINS: [&str; 12] = [
    "Talks",
    "“No talks”:",
    "The UN",
    "2025",
    "'Terms'",
    "…and then",
    "€5 bn",
    "eU-led",
    "(Again)",
    "Переговоры",
    "محادثات",
    "«Non»,",
];
const MIDDLES: [&str; 8] = [
    "end in the village of",
    "are – for now –",
    "with “two” sides &",
    "of 2025:",
    "don’t begin with",
    "<b>",
    "vs. the",
    "о прекращении огня и",
];
const ENDS: [&str; 14] = [
    "Bayville",
    "of",
    "2025",
    "now?",
    "now!",
    "“terms”",
    "etc.",
    "'terms'",
    "(again)",
    "…",
    "№5",
    "Кремль",
    "الكرملين",
    "it,",
];

struct Case {
    language: &'static str,
    /// The locale that the styles follow.
    locale: &'static str,
    events: usize,
    editor: Option<&'static str>,
    publisher: Option<&'static str>,
}

/// A site of so many events with all kinds of headlines, published on all kinds of days and on none.
fn site(case: &Case) -> Renderer {
    let mut settings = format!(
        "title: Talks & <terms>\nbase_url: https://talks.example/a%20b/\nlanguage: {}\n",
        case.language
    );
    for (key, name) in [("editor", case.editor), ("publisher", case.publisher)] {
        name.iter().for_each(|name| writeln!(settings, "{key}: {{name: {name}}}").expect("text"));
    }
    settings.push_str("options: {social_cards: off, duplicate_hints: false}\n");
    let mut article = String::from("---\ntitle: A report\n---\n\n");
    for at in 0..case.events {
        let headline =
            [BEGINS[at % BEGINS.len()], MIDDLES[at / 5 % MIDDLES.len()], ENDS[at / 11 % ENDS.len()]]
                .join(" ");
        let headline = headline.replace('<', "\\<");
        writeln!(article, "## 2025-09-03: {headline} {{#event-{at}}}\n\nText.\n").expect("text");
    }
    let bench = Site::empty().file("site.yaml", settings).article("report.md", article).build();
    let mut timeline = timeline(bench.root());
    let first = NaiveDate::from_ymd_opt(2023, 1, 1).expect("a day");
    for (at, event) in (0u64..).zip(&mut timeline.events) {
        event.published = first.checked_add_days(chrono::Days::new(at * 7)).filter(|_| at % 17 != 0);
    }
    renderer(timeline)
}

/// What hayagriva is told of an event's page.
fn entry(case: &Case, event: &Event) -> Entry {
    let mut site = Entry::new("site", EntryType::Web);
    site.set_title(FormatString::with_value("Talks & <terms>"));
    let mut entry = Entry::new("page", EntryType::Web);
    entry.set_parents(vec![site]);
    entry.set_title(FormatString::with_value(&event.headline));
    let url = format!("https://talks.example/a%20b/events/{}/", event.id);
    entry.set_url(QualifiedUrl::new(url.parse().expect("an address"), None));
    entry.set_language(case.language.parse().expect("a language"));
    if let Some(name) = case.editor {
        let (name, given_name, prefix) = (name.to_owned(), None, None);
        let author = Person { name, given_name, prefix, suffix: None, alias: None, comma_suffix: false };
        entry.set_authors(vec![author]);
    }
    if let Some(name) = case.publisher {
        entry.set_publisher(Publisher::new(Some(FormatString::with_value(name)), None));
    }
    if let Some(day) = event.published {
        let part = |number: u32| u8::try_from(number).ok();
        let (month, day_of) = (part(day.month0()), part(day.day0()));
        entry.set_date(Date { year: day.year(), month, day: day_of, approximate: false, season: None });
    }
    entry
}

/// An entry of a list of references.
fn cited(style: &IndependentStyle, locale: &LocaleCode, locales: &[Locale], entry: &Entry) -> String {
    let mut driver = BibliographyDriver::new();
    let item = CitationItem::with_entry(entry);
    driver.citation(CitationRequest::new(vec![item], style, Some(locale.clone()), locales, None));
    let made = driver.finish(BibliographyRequest::new(style, Some(locale.clone()), locales));
    let list = made.bibliography.expect("the style has a list");
    let mut html = String::new();
    write_html(&list.items[0].content, &mut html);
    html
}

fn write_html(children: &ElemChildren, out: &mut String) {
    let escaped = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    for child in &children.0 {
        match child {
            ElemChild::Text(text) | ElemChild::Link { text, .. } => {
                let words = escaped(&text.text);
                match text.formatting.font_style {
                    FontStyle::Italic => out.extend(["<i>", &words, "</i>"]),
                    FontStyle::Normal => out.push_str(&words),
                }
            }
            ElemChild::Elem(elem) => write_html(&elem.children, out),
            other => panic!("{other:?} in a citation"),
        }
    }
}

fn check(case: &Case) {
    let renderer = site(case);
    let events = &renderer.timeline().events;
    assert_eq!(events.len(), case.events);
    let code = LocaleCode(case.locale.into());
    let wanted = [case.locale, "en-US"];
    let mut locales = locales();
    locales.retain(|one| one.lang.as_ref().is_some_and(|lang| wanted.contains(&lang.0.as_str())));
    let styles = STYLES.map(|(name, style)| match style.get() {
        Style::Independent(style) => (name, style),
        Style::Dependent(_) => panic!("{name} is another style's name"),
    });
    events.par_iter().for_each(|event| {
        let html = page(&renderer, &format!("events/{}/", event.id));
        let entry = entry(case, event);
        for (name, style) in &styles {
            let start = format!("<dt>{name}</dt><dd><p dir=\"auto\" data-text>");
            let shown =
                between(&html, &start, "</p></dd>").unwrap_or_else(|| panic!("{}: no {name}", event.id));
            let expected = cited(style, &code, &locales, &entry);
            assert_eq!(
                shown, expected,
                "{name}, {}, {:?}: {}",
                case.language, event.published, event.headline
            );
        }
    });
}

#[test]
fn every_page_of_a_large_site_is_cited_as_hayagriva_cites_it() {
    let (editor, publisher) = (Some("The Talks desk"), Some("Example Institute"));
    check(&Case { language: "en", locale: "en-US", events: 2000, editor, publisher });
}

#[test]
fn in_other_languages_and_without_editor_or_publisher() {
    let (editor, publisher) = (Some("Ann Example"), Some("Example Institute"));
    for (language, locale, editor, publisher) in [
        ("en-GB", "en-GB", None, publisher),
        ("fr", "fr-FR", editor, None),
        ("uk", "uk-UA", editor, publisher),
        ("ar", "ar", None, None),
        ("de", "de-DE", editor, publisher),
    ] {
        check(&Case { language, locale, events: 200, editor, publisher });
    }
}
