//! What an import says: of each article what was found, what was not, and where it was written.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::library::Outcome;
use super::{Imported, Reading};
use crate::import::{RawArticle, Value};
use crate::model::date_words;

/// What became of all.
#[derive(Default)]
pub struct Summary {
    written: usize,
    same: usize,
    updated: usize,
    differing: usize,
    events: usize,
    refused: Vec<(String, String)>,
}

impl Summary {
    /// Counts one.
    pub fn count(&mut self, name: &str, imported: &Imported) {
        match imported {
            Imported::Refused(why) => self.refused.push((name.to_owned(), why.clone())),
            Imported::Read(reading) => match &reading.outcome {
                Outcome::Written(_) => {
                    self.written += 1;
                    self.events += reading.candidates;
                }
                Outcome::Printed(_) => {}
                Outcome::Same(_) => self.same += 1,
                Outcome::Differs { updated: true, .. } => self.updated += 1,
                Outcome::Differs { .. } => self.differing += 1,
            },
        }
    }

    /// Whether anything was not imported.
    pub fn has_refused(&self) -> bool {
        !self.refused.is_empty()
    }

    /// In a few lines; the files that were not imported come last, with the reason of each.
    pub fn to_text(&self, inputs: usize) -> String {
        let mut text = String::new();
        if inputs > 1 {
            let mut parts = vec![format!(
                "Imported {} with {}",
                counted(self.written, "article"),
                counted(self.events, "draft event")
            )];
            for (number, what) in [
                (self.updated, "updated"),
                (self.same, "unchanged"),
                (self.differing, "different, left as they are"),
                (self.refused.len(), "not imported"),
            ] {
                if number > 0 {
                    parts.push(format!("{number} {what}"));
                }
            }
            let _ = writeln!(text, "{}.", parts.join("; "));
        }
        for (name, why) in &self.refused {
            let _ = writeln!(text, "not imported: {name}: {why}");
        }
        text
    }
}

fn counted(number: usize, what: &str) -> String {
    format!("{number} {what}{}", if number == 1 { "" } else { "s" })
}

/// What is said of one article: in full, or in a line where there are many.
pub fn one(name: &str, imported: &Imported, short: bool, left_out: bool) -> String {
    let Imported::Read(reading) = imported else { return String::new() };
    if let Outcome::Printed(markdown) = &reading.outcome {
        return markdown.clone();
    }
    let mut text = String::new();
    if short {
        let _ = writeln!(text, "{name}: {}", in_short(reading));
    } else {
        let _ = writeln!(text, "{name}");
        found(&reading.article, &mut text);
        let _ = writeln!(text, "  {:<10} {}", "text", measured(&reading.article));
        let _ = writeln!(text, "  {:<10} {}", "events", drafted(reading));
        for note in &reading.article.notes {
            let _ = writeln!(text, "  {:<10} {note}", "note");
        }
        outcome(reading, &mut text);
    }
    if left_out {
        for left in &reading.article.left_out {
            let _ = writeln!(text, "  left out   {}: {}", left.why, left.text);
        }
    }
    text
}

fn in_short(reading: &Reading) -> String {
    match &reading.outcome {
        Outcome::Written(path) => format!("{path}, {}", drafted(reading)),
        Outcome::Printed(_) => String::new(),
        Outcome::Same(path) => format!("{path} has it, unchanged"),
        Outcome::Differs { path, updated: true, .. } => format!("{path} is updated"),
        Outcome::Differs { path, .. } => format!("{path} has it, and it differs; `--update` changes it"),
    }
}

fn found(article: &RawArticle, text: &mut String) {
    let known = &article.metadata;
    let mut line = |key: &str, value: &Option<Value<String>>| {
        if let Some(Value { value, whence }) = value {
            let _ = writeln!(text, "  {key:<10} {value} ({whence})");
        }
    };
    let dated = |date: &Option<Value<crate::model::date::EventDate>>| {
        date.as_ref().map(|date| Value { value: date_words::words(&date.value), whence: date.whence })
    };
    line("title", &known.title);
    line("publisher", &known.publisher);
    line("author", &known.author);
    line("origin", &known.origin);
    line("url", &known.url);
    line("published", &dated(&known.published));
    line("modified", &dated(&known.modified));
    line("dateline", &known.dateline);
    line("language", &known.language);
    let missing = article.missing();
    if !missing.is_empty() {
        let _ = writeln!(text, "  {:<10} {}: the draft asks for it", "not found", missing.join(", "));
    }
    if !article.sources.is_empty() {
        let _ = writeln!(text, "  {:<10} {}", "sources", article.sources.join(", "));
    }
}

/// `412 words in 9 paragraphs; left out: 2 links for sharing, 1 breadcrumb`
fn measured(article: &RawArticle) -> String {
    let words = article.text.split_whitespace().count();
    let mut text = format!("{} in {}", counted(words, "word"), counted(article.blocks.len(), "paragraph"));
    let mut rules: BTreeMap<&str, usize> = BTreeMap::new();
    for left in &article.left_out {
        *rules.entry(left.why).or_default() += 1;
    }
    let rules: Vec<String> = rules
        .into_iter()
        .map(|(why, number)| if number == 1 { why.to_owned() } else { format!("{why} ({number})") })
        .collect();
    if !rules.is_empty() {
        let _ = write!(text, "; left out: {}", rules.join(", "));
    }
    text
}

fn drafted(reading: &Reading) -> String {
    match (reading.candidates, reading.undated) {
        (0, _) => "none found".to_owned(),
        (number, 0) => counted(number, "draft event"),
        (number, undated) => format!("{}, {undated} of them without a date", counted(number, "draft event")),
    }
}

fn outcome(reading: &Reading, text: &mut String) {
    match &reading.outcome {
        Outcome::Written(path) => {
            let _ = writeln!(text, "Wrote {path}");
        }
        Outcome::Printed(_) => {}
        Outcome::Same(path) => {
            let _ = writeln!(text, "{path} has this article already; nothing has changed");
        }
        Outcome::Differs { path, changes, updated } => {
            let _ = writeln!(
                text,
                "{path} has this article already; {}",
                if *updated { "updated:" } else { "with `--update`:" }
            );
            for change in changes {
                let _ = writeln!(text, "  {change}");
            }
        }
    }
}
