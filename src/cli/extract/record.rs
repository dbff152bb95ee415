//! A line that `extract` reads: a text or a page, and what is known of it.
//!
//! Keys that are not known are passed over: pipes carry more than we need.

use serde_json::Value;

use crate::import::{self, Known, Metadata, RawArticle, Whence};
use crate::model::candidate::RawText;
use crate::model::date::EventDate;
use crate::parse::written_date;

/// A line that cannot be answered: its id, as far as it has one, and why.
pub struct Wrong {
    pub id: Value,
    pub error: String,
}

impl Wrong {
    pub fn new(error: impl Into<String>) -> Self {
        Self { id: Value::Null, error: error.into() }
    }
}

/// A line that was read.
pub struct Record {
    /// The record's `id`, whatever it is; it stands in the answer.
    pub id: Value,
    given: Metadata,
    body: Body,
}

enum Body {
    /// A text as it is: offsets point into it.
    Text(String),
    /// The article in a page.
    Page(Box<RawArticle>),
}

impl Record {
    /// Reads a line.
    pub fn parse(line: &[u8]) -> Result<Self, Wrong> {
        if line.iter().all(u8::is_ascii_whitespace) {
            return Err(Wrong::new("the line is empty"));
        }
        let value: Value = serde_json::from_slice(line).map_err(|error| {
            let words = error.to_string();
            let what = words.split(" at line ").next().unwrap_or(&words);
            Wrong::new(format!("this is not JSON: {what} at column {}", error.column()))
        })?;
        let Value::Object(mut fields) = value else {
            return Err(Wrong::new("this is not a JSON object: write {\"id\": …, \"text\": …}"));
        };
        let id = fields.remove("id").unwrap_or(Value::Null);
        Self::read(fields, id.clone()).map_err(|error| Wrong { id, error })
    }

    fn read(mut fields: serde_json::Map<String, Value>, id: Value) -> Result<Self, String> {
        let mut words = |key: &str| match fields.remove(key) {
            None | Some(Value::Null) => Ok(None),
            Some(Value::String(words)) => Ok(Some(words)),
            Some(_) => Err(format!("`{key}` is not a string")),
        };
        let (text, html) = (words("text")?, words("html")?);
        let given = Metadata {
            title: words("title")?.and_then(given),
            dateline: words("dateline")?.and_then(given),
            published: words("published")?.map(|date| published(&date)).transpose()?.and_then(given),
            ..Metadata::default()
        };
        let body = match (text, html) {
            (Some(text), None) => Body::Text(text),
            (None, Some(html)) => Body::Page(Box::new(page(&html, &given)?)),
            (None, None) => return Err("there is neither `text` nor `html`".to_owned()),
            (Some(_), Some(_)) => return Err("there are `text` and `html`: give one of them".to_owned()),
        };
        Ok(Self { id, given, body })
    }

    /// What dates and events are looked for in.
    pub fn text(&self) -> &str {
        match &self.body {
            Body::Text(text) => text,
            Body::Page(article) => &article.text,
        }
    }

    /// What was read off the page, if it is one.
    pub fn page(&self) -> Option<&RawArticle> {
        match &self.body {
            Body::Text(_) => None,
            Body::Page(article) => Some(article),
        }
    }

    /// The date from which "yesterday" is understood.
    pub fn published(&self) -> Option<&EventDate> {
        let known = self.page().map_or(&self.given, |article| &article.metadata);
        known.published.as_ref().map(|published| &published.value)
    }

    /// The text's language, if it is another than English.
    pub fn foreign(&self) -> Option<&str> {
        match &self.body {
            Body::Text(text) => import::language(text).filter(|tag| !tag.starts_with("en")),
            Body::Page(article) => article
                .metadata
                .language
                .as_ref()
                .filter(|_| article.is_foreign())
                .map(|tag| tag.value.as_str()),
        }
    }

    /// What events are made of.
    pub fn raw(&self) -> RawText<'_> {
        match &self.body {
            Body::Page(article) => article.for_extraction(),
            Body::Text(text) => RawText {
                text,
                title: self.given.title.as_ref().map(|title| title.value.as_str()),
                published: self.published(),
                dateline: self.given.dateline.as_ref().map(|dateline| dateline.value.as_str()),
            },
        }
    }
}

fn given<T>(value: T) -> Option<import::Value<T>> {
    Some(import::Value { value, whence: Whence::Given })
}

/// A date as EDTF or in words. A time after the day says nothing more about dates.
fn published(date: &str) -> Result<EventDate, String> {
    let day = date.split_once(['T', ' ']).map_or(date, |(day, _)| day);
    let read = EventDate::parse(day).ok().or_else(|| written_date::parse(date).ok());
    read.ok_or_else(|| format!("`published`: `{date}` is no date; write it as 2025-09-03"))
}

fn page(html: &str, given: &Metadata) -> Result<RawArticle, String> {
    let known = Known { given: given.clone(), name: Some("page.html".to_owned()) };
    import::article(html.as_bytes(), &known, &|text| written_date::parse(text).ok())
        .map_err(|error| format!("`html`: {error}"))
}
