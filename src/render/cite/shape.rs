//! What a style makes of a page, with gaps for headline, address and year.
//!
//! Read from the citation of an invented page: where its headline, address and
//! year stand in it, those of others go. No rule of a style is written here. A
//! headline that a style might join with what stands around it is no business
//! of this module: [`is_plain`] tells.

use chrono::{Datelike, NaiveDate};
use hayagriva::citationberg::{FontStyle, FontWeight, VerticalAlign};
use hayagriva::lang::{Case, TitleCase};
use hayagriva::{ElemChild, ElemChildren, Formatted};

/// The invented page.
pub struct Probe {
    /// Two words in small letters, so that a change of case shows.
    pub title: &'static str,
    /// An address that no other text holds.
    pub url: &'static str,
    /// The day asked for, in a year that no other text holds.
    pub day: Option<NaiveDate>,
}

/// Leap years, for every day of the year has to be in them.
const YEARS: [i32; 4] = [7392, 6784, 8596, 9472];

impl Probe {
    /// A page of that day of the year. `others` are the texts that stand around it.
    pub fn new<'a>(others: impl Iterator<Item = &'a str> + Clone, day: Option<NaiveDate>) -> Self {
        let is_free = |year: &&i32| !others.clone().any(|text| text.contains(&year.to_string()));
        let year = YEARS.iter().find(is_free).unwrap_or(&YEARS[0]);
        let day = day.and_then(|day| day.with_year(*year));
        Self { title: "zqxheadline xqzheadline", url: "https://zqxaddress.invalid/", day }
    }
}

/// Whether a headline goes into a gap as it is. What a style puts before and after it is joined by the signs on
/// both sides alone: a full stop is not doubled, and moves into quotation marks. So a letter or digit has to stand at
/// both ends, and a letter somewhere, for what has none is taken for such a sign.
pub fn is_plain(title: &str) -> bool {
    title.starts_with(char::is_alphanumeric)
        && title.ends_with(char::is_alphanumeric)
        && title.contains(char::is_alphabetic)
}

/// A citation with gaps.
pub struct Shape {
    parts: Vec<Part>,
    /// How the style writes headlines.
    case: Case,
}

enum Part {
    /// Safe HTML.
    Fixed(String),
    Title,
    Url,
    Year,
}

impl Shape {
    /// Finds the gaps. `None` if the style shows no headline or no address, or shows one twice.
    pub fn read(citation: &ElemChildren, probe: &Probe) -> Option<Self> {
        let text = html(citation);
        let cases = [Case::NoTransform, Case::Title(TitleCase::new()), Case::FirstUpper, Case::Uppercase];
        let mut cases = cases.into_iter().map(|case| (case, case.transform(probe.title)));
        let (case, title) = cases.find(|(_, title)| text.contains(title))?;
        let (before, after) = text.split_once(&title)?;
        let year = probe.day.map(|day| day.year().to_string());
        let mut shape = Self { parts: Vec::new(), case };
        shape.read_rest(before, probe.url, year.as_deref());
        shape.parts.push(Part::Title);
        shape.read_rest(after, probe.url, year.as_deref());
        let urls = shape.parts.iter().filter(|part| matches!(part, Part::Url)).count();
        (urls == 1 && !after.contains(&title)).then_some(shape)
    }

    fn read_rest(&mut self, text: &str, url: &str, year: Option<&str>) {
        let found = |gap: &str| text.find(gap).map(|at| (at, gap.len()));
        let (url_at, year_at) = (found(url), year.and_then(found));
        let (part, (at, length)) = match (url_at, year_at) {
            (Some(url), year) if year.is_none_or(|year| url.0 < year.0) => (Part::Url, url),
            (_, Some(year)) => (Part::Year, year),
            _ => return self.fixed(text),
        };
        self.fixed(&text[..at]);
        self.parts.push(part);
        self.read_rest(&text[at + length..], url, year);
    }

    fn fixed(&mut self, text: &str) {
        if !text.is_empty() {
            self.parts.push(Part::Fixed(text.to_owned()));
        }
    }

    /// A headline as the style writes it. `None` if its last word may be written otherwise within a citation: hayagriva
    /// looks at a word when the next begins, and there the style's own signs follow.
    pub fn title(&self, title: &str) -> Option<String> {
        let written = self.case.transform(title);
        let last = |title: &str| title.rfind(' ').map_or(0, |at| at + 1);
        let (given, last) = (&title[last(title)..], &written[last(&written)..]);
        let is_settled = match given.chars().skip(1).any(char::is_uppercase) {
            true => given == last,
            false => !last.starts_with(char::is_lowercase),
        };
        let is_settled = is_settled || !matches!(self.case, Case::Title(_));
        is_settled.then_some(written)
    }

    /// The citation of a page, as safe HTML; the headline as the style writes it.
    pub fn fill(&self, title: &str, url: &str, day: Option<NaiveDate>) -> String {
        let mut out = String::with_capacity(256);
        for part in &self.parts {
            match part {
                Part::Fixed(text) => out.push_str(text),
                Part::Title => escape(title, &mut out),
                Part::Url => escape(url, &mut out),
                Part::Year => out.push_str(&day.map(|day| day.year().to_string()).unwrap_or_default()),
            }
        }
        out
    }
}

/// A citation as safe HTML.
pub fn html(citation: &ElemChildren) -> String {
    let mut out = String::with_capacity(256);
    write_all(citation, &mut out);
    out
}

fn write_all(children: &ElemChildren, out: &mut String) {
    for child in &children.0 {
        match child {
            ElemChild::Text(text) | ElemChild::Link { text, .. } => write_formatted(text, out),
            ElemChild::Elem(elem) => write_all(&elem.children, out),
            ElemChild::Markup(text) => escape(text, out),
            ElemChild::Transparent { .. } => {}
        }
    }
}

fn write_formatted(text: &Formatted, out: &mut String) {
    let how = &text.formatting;
    let tags = [
        (how.font_style == FontStyle::Italic, "i"),
        (how.font_weight == FontWeight::Bold, "b"),
        (how.vertical_align == VerticalAlign::Sup, "sup"),
        (how.vertical_align == VerticalAlign::Sub, "sub"),
    ];
    let tags = tags.iter().filter(|(is_set, _)| *is_set).map(|(_, tag)| *tag);
    tags.clone().for_each(|tag| out.extend(["<", tag, ">"]));
    escape(&text.text, out);
    tags.rev().for_each(|tag| out.extend(["</", tag, ">"]));
}

/// Text as HTML.
fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            c => out.push(c),
        }
    }
}
