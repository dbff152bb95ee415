//! Offices and words for those who act for a state: "foreign minister", "officials", "troops".

use std::collections::HashMap;
use std::sync::LazyLock;

/// How a title points to somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TitleUse {
    /// Whoever leads the state: "president".
    Top,
    /// Another office: "envoy".
    Office,
    /// People of a state: "officials".
    Plural,
    /// What acts for it: "parliament".
    Body,
}

/// A title in a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Title {
    /// How it points.
    pub used: TitleUse,
    /// How many words it has.
    pub words: usize,
}

/// The words of a title, and how it points.
type Words = (Vec<&'static str>, TitleUse);

/// All titles by their first word.
static TITLES: LazyLock<HashMap<&'static str, Vec<Words>>> = LazyLock::new(|| {
    let mut titles: HashMap<&str, Vec<(Vec<&str>, TitleUse)>> = HashMap::new();
    for line in include_str!("titles.tsv").lines().filter(|line| !line.starts_with('#')) {
        let Some((used, words)) = line.split_once('\t') else { continue };
        let used = match used {
            "top" => TitleUse::Top,
            "office" => TitleUse::Office,
            "plural" => TitleUse::Plural,
            _ => TitleUse::Body,
        };
        for title in words.split('|') {
            let words: Vec<&str> = title.split(' ').collect();
            let Some(first) = words.first() else { continue };
            titles.entry(first).or_default().push((words, used));
        }
    }
    for list in titles.values_mut() {
        list.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
    }
    titles
});

/// The longest title with which the words, in small letters, begin.
pub fn title_at<'a>(first: &str, word: impl Fn(usize) -> Option<&'a str>) -> Option<Title> {
    let list = TITLES.get(first)?;
    let fits = |words: &[&str]| words.iter().enumerate().skip(1).all(|(n, part)| word(n) == Some(*part));
    list.iter().find(|(words, _)| fits(words)).map(|(words, used)| Title { used: *used, words: words.len() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_title_wins() {
        let words = ["foreign", "minister", "of"];
        let title = title_at(words[0], |n| words.get(n).copied()).expect("is a title");
        assert_eq!(title, Title { used: TitleUse::Office, words: 2 });
        assert_eq!(title_at("quiet", |_| None), None);
    }
}
