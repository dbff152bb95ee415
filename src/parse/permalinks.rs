//! `permalinks.lock` -> ids, and what is kept of events.
//!
//! A line is `kind/id`, and for an event pairs `key=value` after it. Locks of
//! older versions have ids alone, which is no mistake.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::diagnostics::{Code, Diagnostic, suggest};
use crate::model::date::EventDate;
use crate::model::event_type::EventType;
use crate::model::permalinks::{Facts, LockKind, Permalinks, Record};
use crate::model::source::SourceFile;
use crate::model::url::is_slug;

/// How lines begin that a merge without an end leaves.
const MARKS: [&str; 4] = ["<<<<<<<", "|||||||", "=======", ">>>>>>>"];
const KEYS: [&str; 8] = ["published", "changed", "date", "type", "place", "actors", "recipients", "said"];
/// How to mend a line.
const RESTORE: &str = "restore `permalinks.lock` from version control, or mend the line";

/// What is wrong with a line: the part of it, what, and what to do.
type Wrong<'a> = (&'a str, String, String);

/// Reads the lock file.
pub fn permalinks(file: &SourceFile) -> (Permalinks, Vec<Diagnostic>) {
    let mut permalinks = Permalinks::default();
    let mut diagnostics: Vec<Diagnostic> = unfinished_merge(file).into_iter().collect();
    // Its lines stand twice, with different things to say; that is one mistake.
    let is_merging = !diagnostics.is_empty();
    let mut start = 0;
    for line in file.text.split_inclusive('\n') {
        let text = line.trim();
        let is_empty = text.is_empty() || text.starts_with('#');
        if !is_empty
            && let Err((part, message, help)) = read_line(text, &mut permalinks)
            && !is_merging
        {
            let at = start + line.find(part).unwrap_or_default();
            let diagnostic = Diagnostic::new(Code::InvalidLock, message);
            diagnostics.push(diagnostic.at(file, at..at + part.len()).help(help));
        }
        start += line.len();
    }
    (permalinks, diagnostics)
}

/// The first mark of a merge that nobody has finished.
fn unfinished_merge(file: &SourceFile) -> Option<Diagnostic> {
    let mut start = 0;
    for line in file.text.split_inclusive('\n') {
        if MARKS.iter().any(|mark| line.starts_with(mark)) {
            let help = "keep the lines of both sides, one for each id, and delete the lines `<<<<<<<`, `=======` and \
                        `>>>>>>>`; then build again";
            let message = "version control has merged two versions here, and not to the end";
            let at = start..start + line.trim_end().len();
            return Some(Diagnostic::new(Code::InvalidLock, message).at(file, at).help(help));
        }
        start += line.len();
    }
    None
}

fn read_line<'a>(line: &'a str, permalinks: &mut Permalinks) -> Result<(), Wrong<'a>> {
    let (name, rest) = line.split_once(' ').unwrap_or((line, ""));
    let id = name.split_once('/').and_then(|(folder, id)| {
        let kind = LockKind::ALL.into_iter().find(|kind| kind.folder() == folder)?;
        is_slug(id).then(|| (kind, id.to_owned()))
    });
    let Some((kind, id)) = id else {
        let folders = LockKind::ALL.map(LockKind::folder);
        return Err(match name.split_once('/') {
            Some((folder, id)) if !folders.contains(&folder) && is_slug(id) => {
                let help = suggest(folder, folders).unwrap_or_else(|| RESTORE.to_owned());
                (folder, format!("`{folder}` is nothing that has ids"), help)
            }
            _ => (line, "this line is not `kind/id`".into(), RESTORE.into()),
        });
    };
    let record = record(rest)?;
    if record.is_some() && kind != LockKind::Event {
        return Err((rest.trim(), "only events have more than an id".into(), RESTORE.into()));
    }
    let is_known = !permalinks.ids.insert((kind, id.clone()));
    if is_known && permalinks.records.get(&id) != record.as_ref() {
        let help = "keep the line that was published last, and build again".to_owned();
        return Err((name, format!("`{name}` stands here twice, with different things to say"), help));
    }
    permalinks.records.extend(record.map(|record| (id, record)));
    Ok(())
}

/// What stands after the id; `None` if nothing does.
fn record(rest: &str) -> Result<Option<Record>, Wrong<'_>> {
    let pairs = Pairs::split(rest)?;
    if pairs.0.is_empty() {
        return Ok(None);
    }
    let day = |text: &str| text.parse::<NaiveDate>().ok();
    let (published, changed) =
        (pairs.value("published", "no day", day)?, pairs.value("changed", "no day", day)?);
    let date = pairs.value("date", "no date", |text| EventDate::parse(text).ok())?;
    let event_type = pairs.value("type", "no event type", EventType::from_id)?;
    let place = pairs.value("place", "no id", |text| is_slug(text).then(|| text.to_owned()))?;
    let (actors, recipients) = (pairs.ids("actors")?, pairs.ids("recipients")?);
    // The facts are kept whole or not at all.
    let facts =
        date.zip(event_type).map(|(date, event_type)| Facts { date, event_type, place, actors, recipients });
    let is_hash = |text: &str| text.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
    let said = pairs.value("said", "no hash", |text| is_hash(text).then(|| text.to_owned()))?;
    if let (Some(before), Some(after), Some((pair, _))) = (published, changed, pairs.0.get("changed"))
        && after < before
    {
        let message = format!("an event cannot have changed on {after}: it was first published on {before}");
        return Err((*pair, message, "mend one of the two days".to_owned()));
    }
    Ok(Some(Record { published, changed, facts, said }))
}

/// Pairs `key=value`: by their keys the whole pairs and the values.
struct Pairs<'a>(BTreeMap<&'a str, (&'a str, &'a str)>);

impl<'a> Pairs<'a> {
    fn split(text: &'a str) -> Result<Self, Wrong<'a>> {
        let mut pairs = BTreeMap::new();
        for pair in text.split_whitespace() {
            let known = pair.split_once('=').filter(|(key, value)| KEYS.contains(key) && !value.is_empty());
            let Some((key, value)) = known else {
                let key = pair.split('=').next().unwrap_or(pair);
                let help = suggest(key, KEYS).unwrap_or_else(|| RESTORE.to_owned());
                return Err((pair, format!("`{pair}` is not known here"), help));
            };
            if pairs.insert(key, (pair, value)).is_some() {
                return Err((pair, format!("`{key}` stands here twice"), RESTORE.to_owned()));
            }
        }
        Ok(Self(pairs))
    }

    /// The value of a key, if it is there; `fault` says what a wrong one is.
    fn value<T>(
        &self,
        key: &str,
        fault: &str,
        read: impl Fn(&str) -> Option<T>,
    ) -> Result<Option<T>, Wrong<'a>> {
        let Some((pair, text)) = self.0.get(key) else { return Ok(None) };
        let wrong = || (*pair, format!("`{text}` is {fault}"), RESTORE.to_owned());
        read(text).map(Some).ok_or_else(wrong)
    }

    fn ids(&self, key: &str) -> Result<Vec<String>, Wrong<'a>> {
        let read = |text: &str| {
            let ids = text.split(',');
            ids.map(|id| is_slug(id).then(|| id.to_owned())).collect::<Option<Vec<String>>>()
        };
        Ok(self.value(key, "no list of ids", read)?.unwrap_or_default())
    }
}
