//! The words by which furniture is known: data, read once from `furniture.txt`.

use std::sync::LazyLock;

static TABLE: LazyLock<Vec<(&'static str, Vec<&'static str>)>> = LazyLock::new(|| {
    let mut parts: Vec<(&str, Vec<&str>)> = Vec::new();
    for line in include_str!("furniture.txt").lines().map(str::trim) {
        if let Some(name) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            parts.push((name, Vec::new()));
        } else if !line.is_empty() && !line.starts_with('#') {
            parts.last_mut().iter_mut().for_each(|(_, phrases)| phrases.push(line));
        }
    }
    parts
});

/// The phrases of a part.
pub fn part(name: &str) -> &'static [&'static str] {
    TABLE.iter().find(|(known, _)| *known == name).map_or(&[], |(_, phrases)| phrases)
}

/// Small letters, straight apostrophes, single spaces: what phrases are compared with.
pub fn folded(text: &str) -> String {
    let plain = text.to_lowercase().replace(['’', '‘', 'ʼ'], "'").replace('\u{a0}', " ");
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether the whole text is one of the phrases, but for signs around it.
pub fn is(name: &str, folded: &str) -> bool {
    let bare = folded.trim_matches(|c: char| !c.is_alphanumeric());
    part(name).contains(&bare)
}

/// The longest phrase that the text begins with, as whole words.
pub fn beginning(name: &str, folded: &str) -> Option<&'static str> {
    let begins = |phrase: &&&str| {
        folded.strip_prefix(**phrase).is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric()))
    };
    part(name).iter().filter(begins).max_by_key(|phrase| phrase.len()).copied()
}

/// How many of the phrases the text holds, as whole words.
pub fn count(name: &str, folded: &str) -> usize {
    part(name).iter().filter(|phrase| holds(folded, phrase)).count()
}

fn holds(text: &str, phrase: &str) -> bool {
    let is_word = |c: char| c.is_alphanumeric();
    let starts_as_word = phrase.starts_with(is_word);
    text.match_indices(phrase).any(|(at, _)| {
        let before = text[..at].chars().next_back().is_some_and(is_word);
        let after = text[at + phrase.len()..].chars().next().is_some_and(is_word);
        !(starts_as_word && before || phrase.ends_with(is_word) && after)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_that_a_rule_asks_for_has_phrases() {
        let parts = [
            "byline",
            "imperative",
            "reader",
            "network",
            "related",
            "sources",
            "alone",
            "credit",
            "tags",
            "publisher",
            "no place",
        ];
        for name in parts {
            assert!(!part(name).is_empty(), "{name}");
        }
        for (name, phrases) in TABLE.iter() {
            assert!(parts.contains(name), "nobody asks for {name}");
            for phrase in phrases {
                assert_eq!(folded(phrase), **phrase, "phrases are compared with folded text");
            }
        }
    }

    #[test]
    fn phrases_are_whole_words() {
        assert_eq!(count("network", "the exit was blocked"), 0);
        assert_eq!(count("network", "share on x or facebook"), 2);
        assert!(is("related", "also read:") && !is("related", "also read this"));
        assert_eq!(beginning("byline", "by the desk"), Some("by"));
        assert_eq!(beginning("byline", "bystanders saw it"), None);
    }
}
