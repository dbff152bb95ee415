//! What an import leaves beside a snapshot, `sources/ID.yaml`: hashes, so that a later import can tell what an
//! editor has touched.
//!
//! A draft is its head (front matter and introduction) and one section an account. A section whose hash
//! stands in the record is as the import wrote it; any other is the editor's.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::model::candidate::{Candidate, ExistingEvent};

/// Hashes of a snapshot and of what was drafted from it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Record {
    /// Of the snapshot, `sources/ID.txt`.
    pub snapshot: String,
    /// Of the draft's head.
    pub head: String,
    /// Of each account, by its id.
    #[serde(default)]
    pub accounts: BTreeMap<String, String>,
    /// The accounts that were drafted as events that the site had already, by the ids that they would bear else.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub matched: BTreeMap<String, Match>,
}

/// An event that the site had when an account of it was drafted.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Match {
    /// Its id.
    pub event: String,
    /// Why it seemed to be the same.
    pub why: String,
}

/// What stands above the keys.
const HEAD: &str =
    "# Written by `dateline import`, to tell its drafts from what an editor has written. Commit it.\n";

impl Record {
    /// The record of a draft.
    pub fn of(markdown: &str, snapshot: &str) -> Self {
        let sections = sections(markdown);
        let hashed = |section: &Section<'_>| section.id.map(|id| (id.to_owned(), hash(section.text)));
        Self {
            snapshot: hash(snapshot),
            head: sections.first().map_or_else(String::new, |head| hash(head.text)),
            accounts: sections.iter().skip(1).filter_map(hashed).collect(),
            matched: BTreeMap::new(),
        }
    }

    /// A candidate of an article that was imported before, with the event of the site that it was found to be
    /// then: the drafts of the first import must not be taken for events that others have told of.
    pub fn settle(&self, candidate: &mut Candidate) {
        let id = super::draft::plain_id(candidate);
        if let Some(Match { event, why }) = self.matched.get(&id) {
            candidate.existing_event = Some(ExistingEvent { id: event.clone(), reason: why.clone() });
        } else if self.accounts.contains_key(&id) {
            candidate.existing_event = None;
        }
    }

    /// Its file.
    pub fn to_yaml(&self) -> String {
        format!("{HEAD}{}", serde_yaml::to_string(self).unwrap_or_default())
    }

    /// Reads its file; nothing if it is no record.
    pub fn parse(yaml: &str) -> Option<Self> {
        serde_yaml::from_str(yaml).ok()
    }
}

/// The hash of a text, whatever its line ends and the empty lines around it.
pub fn hash(text: &str) -> String {
    crate::model::snapshot::hash(text)
}

/// A part of a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Section<'a> {
    /// The account's id; the head has none.
    pub id: Option<&'a str>,
    /// Its text, up to the next section.
    pub text: &'a str,
}

/// The first words of an account whose date is open: it is commented out, as a heading needs a date.
pub const UNDATED: &str = "<!-- When was this?";

/// The head, and each account: from a heading of the second level, or a comment that asks for a date, to the next.
pub fn sections(markdown: &str) -> Vec<Section<'_>> {
    let mut starts = vec![0];
    let (mut at, mut in_comment, mut in_front) = (0, false, false);
    for line in markdown.split_inclusive('\n') {
        let is_fence = line.trim_end() == "---";
        let begins = !in_comment && !in_front && (line.starts_with("## ") || line.starts_with(UNDATED));
        if begins && at > 0 {
            starts.push(at);
        }
        in_front = if at == 0 { is_fence } else { in_front && !is_fence };
        if !in_front {
            let opens = line.rfind("<!--");
            let closes = line.rfind("-->");
            in_comment = match (opens, closes) {
                (Some(open), Some(close)) => open > close,
                (Some(_), None) => true,
                (None, Some(_)) => false,
                (None, None) => in_comment,
            };
        }
        at += line.len();
    }
    starts.push(markdown.len());
    let texts = starts.windows(2).map(|ends| &markdown[ends[0]..ends[1]]);
    texts.enumerate().map(|(at, text)| Section { id: if at == 0 { None } else { id(text) }, text }).collect()
}

/// `{#id …}` of the section's heading.
fn id(section: &str) -> Option<&str> {
    let heading = section.lines().find(|line| line.starts_with("## "))?;
    let (_, rest) = heading.rsplit_once("{#")?;
    let end = rest.find([' ', '}'])?;
    Some(&rest[..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    const DRAFT: &str = "---\ntitle: T\n---\n\nWords.\n\n## 2025-09-03: One {#one .agree}\n\nText.\n\n<!-- When was this? Write it.\n\n## DATE: Two {#two .agree}\n\nText.\n-->\n\n## 2025-09-04: Three {#three}\n\n<!-- a comment -->\nText.\n";

    #[test]
    fn a_draft_is_its_head_and_its_accounts() {
        let found = sections(DRAFT);
        let ids: Vec<Option<&str>> = found.iter().map(|section| section.id).collect();
        assert_eq!(ids, [None, Some("one"), Some("two"), Some("three")]);
        assert_eq!(found.iter().map(|section| section.text).collect::<String>(), DRAFT);
    }

    #[test]
    fn a_record_reads_back_and_knows_its_sections() {
        let record = Record::of(DRAFT, "Snapshot.\n");
        assert_eq!(Record::parse(&record.to_yaml()), Some(record.clone()));
        assert_eq!(
            record.accounts.get("one"),
            Some(&hash("\r\n## 2025-09-03: One {#one .agree}\r\n\r\nText.\r\n\r\n\r\n"))
        );
        assert_eq!(Record::parse("a: b"), None);
    }
}
