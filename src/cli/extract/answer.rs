//! A line that `extract` writes, and its JSON Schema. Offsets are Unicode code points.
//!
//! The fields are a promise: they are listed in `docs/extract.schema.json`, which a test holds against this
//! file. Nothing is found here.

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

use super::points::Points;
use super::record::Record;
use crate::model::candidate::{Candidate, Named};
use crate::model::date::EventDate;
use crate::model::source::Span;
use crate::model::timex::{Anchor, Timex};

/// What one line is answered with.
#[derive(Serialize, JsonSchema)]
#[serde(untagged)]
#[schemars(title = "A line that `dateline extract` writes")]
pub enum Line {
    Answer(Answer),
    Tagged(Tagged),
    Failure(Failure),
}

/// What a text holds.
#[derive(Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    /// The record's `id`.
    id: Value,
    /// BCP 47 tag of the text's language, if it is not English: then only dates that say all themselves are found.
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<String>,
    /// What was taken out of the record's `html`.
    #[serde(skip_serializing_if = "Option::is_none")]
    page: Option<Page>,
    /// Its temporal expressions, in order, none overlapping another.
    dates: Vec<Date>,
    /// The events that it may tell of, in the order of the text. None with `--dates-only`, or in another language.
    candidates: Vec<Event>,
}

/// The article in a page.
#[derive(Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Page {
    /// Its text: offsets point into it.
    text: String,
    /// The headline.
    title: Option<String>,
    /// Who published it.
    publisher: Option<String>,
    /// Who wrote it.
    author: Option<String>,
    /// Where it is.
    url: Option<String>,
    /// EDTF.
    published: Option<String>,
}

/// A temporal expression.
#[derive(Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Date {
    /// First code point.
    begin: usize,
    /// After the last code point.
    end: usize,
    /// The words.
    text: String,
    /// DATE, TIME, DURATION or SET (TIMEX3's `type`).
    r#type: &'static str,
    /// TIMEX3's `value`: `2013-03-22`, `2013-W11`, `1989-Q3`, `P2Y`, `PAST_REF`.
    value: String,
    /// The same as EDTF, if it has a first and a last day.
    edtf: Option<String>,
    /// The rule that found it, by its name in the grammar.
    rule: String,
    /// What it was resolved from: itself, published, story, heading, or missing.
    anchor: &'static str,
    /// Of an anchor in the story: its value.
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<String>,
    /// TIMEX3's `mod`: START, MID, END, APPROX, LESS_THAN, MORE_THAN, EQUAL_OR_LESS, EQUAL_OR_MORE.
    #[serde(rename = "mod", skip_serializing_if = "Option::is_none")]
    modifier: Option<&'static str>,
}

/// A place in the text.
#[derive(Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Passage {
    /// First code point.
    begin: usize,
    /// After the last code point.
    end: usize,
    /// The words.
    text: String,
}

/// A candidate event: a proposal, to be judged by an editor.
#[derive(Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Event {
    /// EDTF; null where nothing says when.
    date: Option<String>,
    /// Why this date, or why none.
    date_reason: String,
    /// Who did what.
    headline: String,
    /// A passage on it.
    text: String,
    /// A quotation, word for word, of at most 40 words.
    evidence: Passage,
    /// An event type's id, PLOVER's or one of ours.
    r#type: &'static str,
    /// Who acted.
    actors: Vec<Who>,
    /// To whom it was done.
    recipients: Vec<Who>,
    /// What it was about: entries of the site.
    topics: Vec<Who>,
    /// Where.
    place: Option<Who>,
    /// How sure the rules are that an editor keeps it, 0 to 100.
    #[schemars(range(max = 100))]
    confidence: u8,
    /// What speaks for it and against it, the weightiest first.
    reasons: Vec<String>,
    /// The event of the site that it seems to be.
    #[serde(skip_serializing_if = "Option::is_none")]
    event: Option<Known>,
}

/// An actor, a topic or a place.
#[derive(Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Who {
    /// The id of the site's entry, if it has one.
    id: Option<String>,
    /// The name.
    name: String,
    /// Where the text names it; null if it was inferred.
    mention: Option<Passage>,
    /// Why.
    reason: String,
}

/// An event that the site has.
#[derive(Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Known {
    /// Its id.
    id: String,
    /// Why it seems to be the same.
    reason: String,
}

/// A text with TIMEX3 tags, by `--format timex3`.
#[derive(Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Tagged {
    /// The record's `id`.
    pub id: Value,
    /// The text, with `&`, `<` and `>` escaped.
    pub timex3: String,
}

/// A line that could not be read.
#[derive(Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Failure {
    /// The record's `id`, as far as it could be read.
    pub id: Value,
    /// The number of the line, from 1.
    pub line: u64,
    /// What is wrong.
    pub error: String,
}

/// The JSON Schema of a [`Line`].
pub fn schema() -> schemars::Schema {
    schemars::schema_for!(Line)
}

impl Answer {
    /// What stands in the answer.
    pub fn new(record: &Record, dates: &[Timex], candidates: &[Candidate]) -> Self {
        let text = record.text();
        let points = Points::new(text);
        Self {
            id: record.id.clone(),
            language: record.foreign().map(str::to_owned),
            page: record.page().map(Page::new),
            dates: dates.iter().map(|date| Date::new(date, dates, text, &points)).collect(),
            candidates: candidates.iter().map(|candidate| Event::new(candidate, text, &points)).collect(),
        }
    }
}

impl Page {
    fn new(article: &crate::import::RawArticle) -> Self {
        let known = &article.metadata;
        let value =
            |value: &Option<crate::import::Value<String>>| value.as_ref().map(|found| found.value.clone());
        Self {
            text: article.text.clone(),
            title: value(&known.title),
            publisher: value(&known.publisher),
            author: value(&known.author),
            url: value(&known.url),
            published: known.published.as_ref().map(|published| published.value.to_string()),
        }
    }
}

impl Passage {
    fn new(span: Span, text: &str, points: &Points<'_>) -> Self {
        let range = span.range();
        Self { begin: points.at(range.start), end: points.at(range.end), text: span.of(text).to_owned() }
    }
}

impl Date {
    fn new(timex: &Timex, all: &[Timex], text: &str, points: &Points<'_>) -> Self {
        let from = match timex.anchor {
            Anchor::Story { start, .. } => {
                let at = all.binary_search_by_key(&start, |other| other.span.start);
                at.ok().and_then(|at| all.get(at)).map(|other| other.value.clone())
            }
            _ => None,
        };
        Self {
            begin: points.at(timex.span.start),
            end: points.at(timex.span.end),
            text: text.get(timex.span.clone()).unwrap_or_default().to_owned(),
            r#type: timex.kind.as_str(),
            value: timex.value.clone(),
            edtf: timex.edtf.as_ref().map(|edtf| EventDate::as_str(edtf).to_owned()),
            rule: timex.rule.to_string(),
            anchor: timex.anchor.as_str(),
            from,
            modifier: timex.modifier.map(|modifier| modifier.as_str()),
        }
    }
}

impl Event {
    fn new(candidate: &Candidate, text: &str, points: &Points<'_>) -> Self {
        let who = |named: &Named| Who {
            id: named.entry.clone(),
            name: named.name.clone(),
            mention: named.span.map(|span| Passage::new(span, text, points)),
            reason: named.reason.clone(),
        };
        let all = |list: &[Named]| list.iter().map(who).collect();
        Self {
            date: candidate.date.as_ref().map(ToString::to_string),
            date_reason: candidate.date_reason.clone(),
            headline: candidate.headline.clone(),
            text: candidate.text.clone(),
            evidence: Passage::new(candidate.evidence, text, points),
            r#type: candidate.event_type.id(),
            actors: all(&candidate.actors),
            recipients: all(&candidate.recipients),
            topics: all(&candidate.topics),
            place: candidate.place.as_ref().map(who),
            confidence: candidate.confidence,
            reasons: candidate.reasons.clone(),
            event: candidate
                .existing_event
                .as_ref()
                .map(|known| Known { id: known.id.clone(), reason: known.reason.clone() }),
        }
    }
}

/// The text as TimeML marks it.
pub fn tagged(text: &str, found: &[Timex]) -> String {
    let escape = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    let mut tagged = String::with_capacity(text.len() + found.len() * 60);
    let mut at = 0;
    for (number, timex) in found.iter().enumerate() {
        tagged += &escape(text.get(at..timex.span.start).unwrap_or_default());
        let modifier = timex.modifier.map(|modifier| format!(" mod=\"{}\"", modifier.as_str()));
        tagged += &format!(
            "<TIMEX3 tid=\"t{}\" type=\"{}\" value=\"{}\"{}>{}</TIMEX3>",
            number + 1,
            timex.kind.as_str(),
            timex.value,
            modifier.unwrap_or_default(),
            escape(text.get(timex.span.clone()).unwrap_or_default()),
        );
        at = timex.span.end;
    }
    tagged + &escape(text.get(at..).unwrap_or_default())
}
