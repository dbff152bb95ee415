//! An article imported again: what would change, and the article with these changes.
//!
//! What an editor has touched stays as it is, byte for byte. Nothing is written here.

use std::fmt;

use super::draft::Draft;
use super::record::{Record, Section, hash, sections};

/// One thing that is different.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// The article's text.
    Text,
    /// The front matter or the introduction, which nobody has touched.
    Head,
    /// The front matter or the introduction differ, but an editor has touched them.
    HeadKept,
    /// A new account.
    Added(String),
    /// An account that nobody has touched reads otherwise.
    Changed(String),
    /// An account that nobody has touched is proposed no more.
    Removed(String),
    /// An account differs, but an editor has touched it.
    Kept(String),
    /// An account was drafted before, and an editor has taken it out or renamed it.
    LeftOut(String),
}

impl Change {
    /// Whether an update would change a file for it.
    pub fn is_made(&self) -> bool {
        !matches!(self, Self::HeadKept | Self::Kept(_) | Self::LeftOut(_))
    }
}

impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text => f.write_str("the report's text has changed"),
            Self::Head => f.write_str("the front matter or the introduction is replaced"),
            Self::HeadKept => {
                f.write_str("the front matter and the introduction stay: an editor has touched them")
            }
            Self::Added(id) => write!(f, "`{id}` is added"),
            Self::Changed(id) => write!(f, "`{id}` is replaced"),
            Self::Removed(id) => write!(f, "`{id}` is taken out: it is found no more"),
            Self::Kept(id) => write!(f, "`{id}` stays: an editor has touched it"),
            Self::LeftOut(id) => write!(f, "`{id}` is not added: an editor has taken it out or renamed it"),
        }
    }
}

/// What importing again would make of an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison {
    /// What is different; empty if nothing is.
    pub changes: Vec<Change>,
    /// The article with the changes that may be made.
    pub updated: Draft,
}

/// Compares an article, and what its last import noted, with a new draft.
pub fn compare(markdown: &str, record: Option<&Record>, new: &Draft) -> Comparison {
    let record = record.cloned().unwrap_or_default();
    let (old, drafted) = (sections(markdown), sections(&new.markdown));
    let mut changes = Vec::new();
    if record.snapshot != new.record.snapshot {
        changes.push(Change::Text);
    }
    let matched = record.matched.iter().chain(&new.record.matched).map(|(id, to)| (id.clone(), to.clone()));
    let matched = matched.collect();
    let mut noted = Record { snapshot: new.record.snapshot.clone(), matched, ..record.clone() };
    let mut updated = String::with_capacity(markdown.len());
    let (old_head, new_head) =
        (old.first().map_or("", |head| head.text), drafted.first().map_or("", |head| head.text));
    if hash(old_head) == record.head {
        changes.extend((hash(new_head) != record.head).then_some(Change::Head));
        updated.push_str(new_head);
        noted.head = hash(new_head);
    } else {
        changes.extend((new.record.head != record.head).then_some(Change::HeadKept));
        updated.push_str(old_head);
    }
    let rest = old.get(1..).unwrap_or_default();
    let proposed = drafted.get(1..).unwrap_or_default();
    for section in rest {
        let kept = standing(section, proposed, &record, &mut changes);
        if let (Some(text), Some(id)) = (kept, section.id)
            && text != section.text
        {
            noted.accounts.insert(id.to_owned(), hash(text));
        }
        updated.push_str(kept.unwrap_or(""));
    }
    for section in proposed {
        let Some(id) = section.id.filter(|id| !rest.iter().any(|old| old.id == Some(id))) else { continue };
        if record.accounts.contains_key(id) {
            changes.push(Change::LeftOut(id.to_owned()));
            continue;
        }
        changes.push(Change::Added(id.to_owned()));
        noted.accounts.insert(id.to_owned(), hash(section.text));
        if !updated.ends_with("\n\n") {
            updated.push_str(if updated.ends_with('\n') { "\n" } else { "\n\n" });
        }
        updated.push_str(section.text);
    }
    let updated = Draft { markdown: updated, snapshot: new.snapshot.clone(), record: noted };
    Comparison { changes, updated }
}

/// What becomes of an account that stands in the article; nothing if it goes.
fn standing<'a>(
    old: &Section<'a>,
    proposed: &[Section<'a>],
    record: &Record,
    changes: &mut Vec<Change>,
) -> Option<&'a str> {
    let Some(id) = old.id else { return Some(old.text) };
    let new = proposed.iter().find(|new| new.id == Some(id));
    let Some(drafted) = record.accounts.get(id) else { return Some(old.text) };
    let is_untouched = hash(old.text) == *drafted;
    match new {
        Some(new) if hash(new.text) == *drafted => Some(old.text),
        Some(new) if is_untouched => {
            changes.push(Change::Changed(id.to_owned()));
            Some(new.text)
        }
        Some(_) => {
            changes.push(Change::Kept(id.to_owned()));
            Some(old.text)
        }
        None if is_untouched => {
            changes.push(Change::Removed(id.to_owned()));
            None
        }
        None => Some(old.text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft(head: &str, accounts: &[(&str, &str)], snapshot: &str) -> Draft {
        let mut markdown = format!("---\ntitle: {head}\n---\n\nWords.\n\n");
        for (id, text) in accounts {
            markdown.push_str(&format!("## 2025-09-03: {text} {{#{id} .agree status=draft}}\n\n{text}\n\n"));
        }
        let record = Record::of(&markdown, snapshot);
        Draft { markdown, snapshot: snapshot.to_owned(), record }
    }

    fn said(comparison: &Comparison) -> Vec<String> {
        comparison.changes.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn the_same_again_changes_nothing() {
        let draft = draft("T", &[("one", "One"), ("two", "Two")], "S");
        let again = compare(&draft.markdown, Some(&draft.record), &draft);
        assert_eq!(again, Comparison { changes: Vec::new(), updated: draft });
    }

    #[test]
    fn what_nobody_has_touched_is_replaced_and_the_rest_stays() {
        let old = draft("T", &[("one", "One"), ("two", "Two"), ("three", "Three"), ("four", "Four")], "S");
        let new = draft("U", &[("one", "Uno"), ("two", "Due"), ("four", "Quattro"), ("five", "Five")], "R");
        let edited = old
            .markdown
            .replace("Two\n", "In my own words\n")
            .replace("## 2025-09-03: Four {#four .agree status=draft}\n\nFour\n\n", "");
        let again = compare(&edited, Some(&old.record), &new);
        assert_eq!(
            said(&again),
            [
                "the report's text has changed",
                "the front matter or the introduction is replaced",
                "`one` is replaced",
                "`two` stays: an editor has touched it",
                "`three` is taken out: it is found no more",
                "`four` is not added: an editor has taken it out or renamed it",
                "`five` is added",
            ]
        );
        let text = &again.updated.markdown;
        assert!(
            text.contains("title: U")
                && text.contains("Uno")
                && text.contains("In my own words")
                && text.contains("#five"),
            "{text}"
        );
        assert!(!text.contains("Three") && !text.contains("Quattro") && !text.contains("Due"), "{text}");
        let twice = compare(text, Some(&again.updated.record), &new);
        assert!(twice.changes.iter().all(|change| !change.is_made()), "{:?}", twice.changes);
        assert_eq!(twice.updated.markdown, *text);
    }

    #[test]
    fn without_a_record_everything_is_the_editors() {
        let old = draft("T", &[("one", "One")], "S");
        let new = draft("U", &[("one", "Uno"), ("two", "Two")], "R");
        let again = compare(&old.markdown, None, &new);
        assert!(again.updated.markdown.starts_with(&old.markdown), "{}", again.updated.markdown);
        assert!(again.changes.contains(&Change::Added("two".to_owned())));
    }
}
