//! Typed reading of YAML mappings: every key is asked for by name and type,
//! every mistake is noted with its place, and what nobody asked for is unknown.
//!
//! The YAML library gives values without places, so places are found again in
//! the text: a key at the head of a line (or inside `{…}`), its value after it.

use std::cell::RefCell;
use std::ops::Range;

use serde_yaml::{Mapping, Value};

use super::front_matter::Parts;
use super::places::{find_key, item_regions, line_end};
use super::{slug_help, unknown_key_help, written_date, wrong_date};
use crate::diagnostics::{Code, Diagnostic};
use crate::model::article::Given;
use crate::model::date::{ClockTime, EventDate};
use crate::model::source::{SourceFile, Span};
use crate::model::text::is_printable;
use crate::model::url::{has_password, is_slug, is_web_address, scheme};

/// The keys of one mapping that have not been asked for yet.
pub struct Fields<'a> {
    file: &'a SourceFile,
    region: Range<usize>,
    map: Mapping,
    known: Vec<&'static str>,
    out: &'a RefCell<Vec<Diagnostic>>,
}

impl<'a> Fields<'a> {
    /// The mapping in a part of a file. What is no mapping is noted, and read as an empty one.
    pub fn read(file: &'a SourceFile, region: Range<usize>, out: &'a RefCell<Vec<Diagnostic>>) -> Self {
        let yaml = &file.text[region.clone()];
        let map = match serde_yaml::from_str::<Value>(yaml) {
            Ok(Value::Mapping(map)) => map,
            Ok(Value::Null) => Mapping::new(),
            Ok(other) => {
                let message = format!("expected keys with values, found {}", kind_of(&other));
                let at = region.start + (yaml.len() - yaml.trim_start().len());
                let diagnostic = Diagnostic::new(Code::FrontMatterNotMapping, message)
                    .at(file, at..line_end(&file.text, at))
                    .help("write each key on a line of its own: `title: …`");
                out.borrow_mut().push(diagnostic);
                Mapping::new()
            }
            Err(error) => {
                out.borrow_mut().push(yaml_error(file, &region, &error));
                Mapping::new()
            }
        };
        Self { file, region, map, known: Vec::new(), out }
    }

    /// The front matter of a file with a body.
    pub fn of_front_matter(file: &'a SourceFile, parts: &Parts, out: &'a RefCell<Vec<Diagnostic>>) -> Self {
        Self::read(file, parts.yaml.clone(), out)
    }

    /// Whether the key is there with a value. An empty text is none.
    pub fn has(&self, key: &str) -> bool {
        self.map.get(key).is_some_and(|value| {
            !value.is_null() && value.as_str().is_none_or(|text| !text.trim().is_empty())
        })
    }

    /// Whether anything was read at all.
    pub fn is_empty(&self) -> bool {
        self.map.is_empty()
    }

    fn take(&mut self, key: &'static str) -> Option<(Value, Span)> {
        self.known.push(key);
        let value = self.map.shift_remove(key).filter(|value| !value.is_null())?;
        Some((value, self.value_span(key)))
    }

    fn note(&self, diagnostic: Diagnostic) {
        self.out.borrow_mut().push(diagnostic);
    }

    fn wrong_type(&self, key: &str, wanted: &str, found: &Value, span: Span) {
        let help = match found {
            Value::Bool(_) | Value::Number(_) if wanted == "text" => {
                format!("put it into quotation marks: `{key}: \"{}\"`", span.of(&self.file.text).trim())
            }
            _ => format!("write {wanted} there"),
        };
        let message = format!("`{key}` wants {wanted}, found {}", kind_of(found));
        self.note(Diagnostic::new(Code::WrongType, message).at(self.file, span).help(help));
    }

    /// Text with its place. An empty text counts as none.
    pub fn text_at(&mut self, key: &'static str) -> Given<String> {
        match self.take(key)? {
            (Value::String(text), span) => {
                Some((self.printable(&text, span), span)).filter(|(text, _)| !text.is_empty())
            }
            (other, span) => {
                self.wrong_type(key, "text", &other, span);
                None
            }
        }
    }

    /// The text without white space around it; signs that no page can show are noted and taken out.
    fn printable(&self, text: &str, span: Span) -> String {
        let text = text.trim();
        if text.chars().all(is_printable) {
            return text.to_owned();
        }
        let diagnostic =
            Diagnostic::new(Code::InvalidValue, "the text holds a character that no page can show");
        self.note(
            diagnostic.at(self.file, span).help("take it out: it is a control character, or none of Unicode"),
        );
        text.chars().filter(|c| is_printable(*c)).collect()
    }

    /// Text.
    pub fn text(&mut self, key: &'static str) -> Option<String> {
        self.text_at(key).map(|(text, _)| text)
    }

    /// Text that has to be there; noted and empty if it is not.
    pub fn required_text(&mut self, key: &'static str) -> String {
        let was_there = self.has(key);
        if let Some(text) = self.text(key) {
            return text;
        }
        if !was_there {
            let start = self.region.start;
            let diagnostic = Diagnostic::new(Code::MissingKey, format!("`{key}` is missing"))
                .at(self.file, start.min(self.file.text.len())..line_end(&self.file.text, start))
                .help(format!("add a line `{key}: …`"));
            self.note(diagnostic);
        }
        String::new()
    }

    /// A date: EDTF or written. A bare year may stand without quotation marks.
    pub fn date(&mut self, key: &'static str) -> Given<EventDate> {
        let (value, span) = self.take(key)?;
        let text = match value {
            Value::String(text) => text,
            Value::Number(number) => number.to_string(),
            other => {
                self.wrong_type(key, "a date", &other, span);
                return None;
            }
        };
        match written_date::parse(&text) {
            Ok(date) => Some((date, span)),
            Err(error) => {
                self.note(wrong_date(&text, error, self.file, span));
                None
            }
        }
    }

    /// A clock time, `14:30` or `14:30+08:00`.
    pub fn time(&mut self, key: &'static str) -> Option<ClockTime> {
        let (text, span) = self.text_at(key)?;
        let time = ClockTime::parse(&text);
        if time.is_none() {
            self.invalid(format!("`{text}` is no clock time"), span, "write it as `14:30` or `14:30+08:00`");
        }
        time
    }

    /// One of a few words.
    pub fn choice<T>(
        &mut self,
        key: &'static str,
        of: impl Fn(&str) -> Option<T>,
        all: &[&str],
    ) -> Option<T> {
        let (text, span) = self.text_at(key)?;
        let value = of(&text);
        if value.is_none() {
            self.invalid(format!("`{key}` cannot be `{text}`"), span, format!("one of: {}", all.join(", ")));
        }
        value
    }

    /// An `http` or `https` address.
    pub fn web_address(&mut self, key: &'static str) -> Option<String> {
        let (text, span) = self.text_at(key)?;
        let (code, message) = match scheme(&text).as_deref() {
            Some("http" | "https") if has_password(&text) => {
                self.note(super::password(self.file, span));
                return None;
            }
            Some("http" | "https") if is_web_address(&text) => return Some(text),
            Some("http" | "https") | None => (Code::InvalidValue, format!("`{text}` is no web address")),
            Some(scheme) => (Code::UnsafeLink, format!("an address may not begin with `{scheme}:`")),
        };
        let diagnostic = Diagnostic::new(code, message).at(self.file, span);
        self.note(diagnostic.help("write an address that begins with `https://`"));
        None
    }

    /// A whole number within bounds.
    pub fn integer(&mut self, key: &'static str, bounds: Range<i64>) -> Option<i64> {
        let (value, span) = self.take(key)?;
        let number = match &value {
            Value::Number(number) => number.as_i64(),
            _ => None,
        };
        match number {
            Some(number) if bounds.contains(&number) => Some(number),
            Some(number) => {
                let help = format!("a number from {} to {}", bounds.start, bounds.end - 1);
                self.invalid(format!("`{key}` cannot be {number}"), span, help);
                None
            }
            None => {
                self.wrong_type(key, "a whole number", &value, span);
                None
            }
        }
    }

    /// A decimal number within bounds, as it was written.
    pub fn degrees(&mut self, key: &'static str, most: f64) -> Option<String> {
        let (value, span) = self.take(key)?;
        let Value::Number(number) = &value else {
            self.wrong_type(key, "a number of degrees", &value, span);
            return None;
        };
        if number.as_f64().is_none_or(|degrees| degrees.abs() > most) {
            self.invalid(
                format!("`{key}` cannot be {number}"),
                span,
                format!("degrees from -{most} to {most}"),
            );
            return None;
        }
        Some(number.to_string())
    }

    /// `true` or `false`, which may be written `on` or `off`.
    pub fn boolean(&mut self, key: &'static str) -> Option<bool> {
        match self.take(key)? {
            (Value::Bool(value), _) => Some(value),
            (Value::String(word), _) if word == "on" || word == "off" => Some(word == "on"),
            (other, span) => {
                self.wrong_type(key, "`true` or `false`", &other, span);
                None
            }
        }
    }

    /// A list of texts with their places; a single text is a list of one.
    pub fn list(&mut self, key: &'static str) -> Option<Vec<(String, Span)>> {
        let (value, span) = self.take(key)?;
        let items = match value {
            Value::Sequence(items) => items,
            text @ Value::String(_) => vec![text],
            other => {
                self.wrong_type(key, "a list", &other, span);
                return None;
            }
        };
        let mut cursor = span.start as usize;
        let region_end = self.value_region(key).map_or(span.end as usize, |region| region.end);
        let mut texts = Vec::new();
        for item in items {
            let found = match &item {
                Value::String(text) => self.file.text[cursor..region_end].find(text.as_str()).map(|at| {
                    let start = cursor + at;
                    cursor = start + text.len();
                    Span::from(start..cursor)
                }),
                _ => None,
            };
            match item {
                Value::String(text) => {
                    let span = found.unwrap_or(span);
                    texts.push((self.printable(&text, span), span));
                }
                other => self.wrong_type(key, "a list of texts", &other, span),
            }
        }
        Some(texts)
    }

    /// A list of ids, each checked to be a slug.
    pub fn ids(&mut self, key: &'static str) -> Option<Vec<(String, Span)>> {
        let mut ids = self.list(key)?;
        ids.retain(|(id, span)| {
            let good = is_slug(id);
            if !good {
                let diagnostic = Diagnostic::new(Code::InvalidId, format!("`{id}` is no id"));
                self.note(diagnostic.at(self.file, *span).help(slug_help(id, "")));
            }
            good
        });
        Some(ids)
    }

    /// A nested mapping.
    pub fn mapping(&mut self, key: &'static str) -> Option<Fields<'a>> {
        let region = self.value_region(key);
        match self.take(key)? {
            (Value::Mapping(map), span) => Some(self.nested(map, region.unwrap_or(span.range()))),
            (other, span) => {
                self.wrong_type(key, "keys with values", &other, span);
                None
            }
        }
    }

    /// A list of nested mappings.
    pub fn mappings(&mut self, key: &'static str) -> Vec<Fields<'a>> {
        let region = self.value_region(key);
        let items = match self.take(key) {
            None => return Vec::new(),
            Some((Value::Sequence(items), _)) => items,
            Some((other, span)) => {
                self.wrong_type(key, "a list", &other, span);
                return Vec::new();
            }
        };
        let region = region.unwrap_or(self.region.clone());
        let regions = item_regions(&self.file.text, region.clone());
        let mut nested = Vec::new();
        for (at, item) in items.into_iter().enumerate() {
            let region = regions.get(at).cloned().unwrap_or(region.clone());
            match item {
                Value::Mapping(map) => nested.push(self.nested(map, region)),
                other => self.wrong_type(key, "a list of keys with values", &other, Span::from(region)),
            }
        }
        nested
    }

    fn nested(&self, map: Mapping, region: Range<usize>) -> Fields<'a> {
        Fields { file: self.file, region, map, known: Vec::new(), out: self.out }
    }

    /// Notes that a value is not one that the key takes.
    pub fn invalid(&self, message: String, span: Span, help: impl Into<String>) {
        self.note(Diagnostic::new(Code::InvalidValue, message).at(self.file, span).help(help));
    }

    /// Where a key stands.
    pub fn key_span(&self, key: &str) -> Span {
        let fallback = self.region.start..line_end(&self.file.text, self.region.start);
        Span::from(find_key(&self.file.text, self.region.clone(), key).map_or(fallback, |found| found.key))
    }

    fn value_region(&self, key: &str) -> Option<Range<usize>> {
        find_key(&self.file.text, self.region.clone(), key).map(|found| found.value)
    }

    /// Where a key's value stands; the key itself where it has none.
    pub fn value_span(&self, key: &str) -> Span {
        let Some(region) = self.value_region(key) else { return self.key_span(key) };
        let value = &self.file.text[region.clone()];
        let start = region.start + (value.len() - value.trim_start().len());
        let end = line_end(&self.file.text, start).min(region.end);
        if start >= end { self.key_span(key) } else { Span::from(start..end) }
    }

    /// Notes a key that does not belong here, and forgets it.
    pub fn misplaced(&mut self, key: &'static str, message: String, help: &str) {
        self.known.push(key);
        if self.map.shift_remove(key).is_some_and(|value| !value.is_null()) {
            let span = self.key_span(key);
            self.note(Diagnostic::new(Code::MisplacedKey, message).at(self.file, span).help(help));
        }
    }

    /// Notes every key that nobody asked for.
    pub fn finish(self) {
        for key in self.map.keys() {
            let Value::String(key) = key else {
                let message = format!("a key has to be text, found {}", kind_of(key));
                self.note(
                    Diagnostic::new(Code::WrongType, message)
                        .at(self.file, self.region.start..self.region.end),
                );
                continue;
            };
            let help = unknown_key_help(key, &self.known, &self.file.text[self.region.clone()]);
            let diagnostic = Diagnostic::new(Code::UnknownKey, format!("the key `{key}` is not known here"))
                .at(self.file, self.key_span(key))
                .help(help);
            self.note(diagnostic);
        }
    }
}

fn kind_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "nothing",
        Value::Bool(_) => "a truth value",
        Value::Number(_) => "a number",
        Value::String(_) => "text",
        Value::Sequence(_) => "a list",
        Value::Mapping(_) => "keys with values",
        Value::Tagged(_) => "a tagged value",
    }
}

fn yaml_error(file: &SourceFile, region: &Range<usize>, error: &serde_yaml::Error) -> Diagnostic {
    let text = error.to_string();
    let message = text.split(" at line ").next().unwrap_or(&text);
    let diagnostic = Diagnostic::new(Code::InvalidYaml, format!("the YAML cannot be read: {message}")).help(
        "put values that contain `: ` or begin with a special sign into quotation marks; indent with spaces",
    );
    let Some(location) = error.location() else {
        return diagnostic.at(file, region.start..line_end(&file.text, region.start));
    };
    let yaml = &file.text[region.clone()];
    let line_start: usize =
        yaml.split_inclusive('\n').take(location.line().saturating_sub(1)).map(str::len).sum();
    let line = yaml[line_start..].lines().next().unwrap_or("");
    let within: usize = line.chars().take(location.column().saturating_sub(1)).map(char::len_utf8).sum();
    let at = region.start + line_start + within;
    diagnostic.at(file, at..at + 1)
}
