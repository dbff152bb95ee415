//! CSL-JSON, the format of citation processors: a list of one item.

use chrono::{Datelike, NaiveDate};
use serde::Serialize;

use super::Work;

#[derive(Serialize)]
struct Item<'a> {
    id: &'a str,
    #[serde(rename = "type")]
    kind: &'static str,
    title: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    author: Option<[Name<'a>; 1]>,
    #[serde(rename = "container-title")]
    container: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    publisher: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    issued: Option<Date>,
    #[serde(rename = "URL")]
    url: &'a str,
    language: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'a str>,
}

#[derive(Serialize)]
struct Name<'a> {
    literal: &'a str,
}

#[derive(Serialize)]
struct Date {
    #[serde(rename = "date-parts")]
    parts: [[u32; 3]; 1],
}

impl Date {
    fn new(day: NaiveDate) -> Self {
        Self { parts: [[u32::try_from(day.year()).unwrap_or_default(), day.month(), day.day()]] }
    }
}

/// One item in a list, as such files have it.
pub fn csl_json(work: &Work<'_>) -> String {
    let item = Item {
        id: work.id,
        kind: "webpage",
        title: work.title,
        author: work.of.author.map(|literal| [Name { literal }]),
        container: work.of.title,
        publisher: work.of.publisher,
        issued: work.published.map(Date::new),
        url: work.url,
        language: work.of.language,
        note: work.note,
    };
    // Texts and numbers can always be written.
    serde_json::to_string(&[item]).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::super::example;
    use super::*;

    #[test]
    fn an_item_has_every_field() {
        let item: serde_json::Value = serde_json::from_str(&csl_json(&example("\"Terms\""))).expect("JSON");
        insta::assert_snapshot!(serde_json::to_string_pretty(&item).expect("JSON"), @r#"
        [
          {
            "URL": "https://talks.example/100%25/events/geneva-talks/",
            "author": [
              {
                "literal": "The {diplomatic} desk"
              }
            ],
            "container-title": "Talks & terms",
            "id": "geneva-talks",
            "issued": {
              "date-parts": [
                [
                  2025,
                  9,
                  3
                ]
              ]
            },
            "language": "en-GB",
            "note": "Last changed 2025-10-04",
            "publisher": "Example Institute",
            "title": "\"Terms\"",
            "type": "webpage"
          }
        ]
        "#);
    }
}
