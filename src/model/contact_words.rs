//! Words that tell how people were in contact, and at what level an office stands: one table,
//! `contact_words.tsv`. Longest phrases first; no grammar.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::contact::{Channel, Level};
use super::fold::fold;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Office(Level),
    Deputy,
    Call,
    HeadlineCall,
    InPerson,
    Other,
}

/// A word of a phrase, folded; `open` if it may have any ending.
struct Word {
    text: String,
    open: bool,
}

impl Word {
    fn matches(&self, word: &str) -> bool {
        if self.open { word.starts_with(&self.text) } else { word == self.text }
    }
}

struct Phrase {
    kind: Kind,
    words: Vec<Word>,
}

/// By the first letter of the first word, the longest first.
static PHRASES: LazyLock<HashMap<char, Vec<Phrase>>> = LazyLock::new(|| {
    let mut phrases: HashMap<char, Vec<Phrase>> = HashMap::new();
    for line in include_str!("contact_words.tsv").lines().filter(|line| !line.starts_with('#')) {
        let mut columns = line.split('\t').skip(1);
        let Some((kind, list)) = columns.next().and_then(kind).zip(columns.next()) else { continue };
        for text in list.split('|') {
            let words: Vec<Word> = text.split_whitespace().flat_map(words_of).collect();
            let first = words.first().and_then(|word| word.text.chars().next());
            phrases.entry(first.unwrap_or_default()).or_default().push(Phrase { kind, words });
        }
    }
    for list in phrases.values_mut() {
        list.sort_by_key(|phrase| std::cmp::Reverse(phrase.words.len()));
    }
    phrases
});

fn kind(name: &str) -> Option<Kind> {
    Some(match name {
        "deputy" => Kind::Deputy,
        "call" => Kind::Call,
        "headline-call" => Kind::HeadlineCall,
        "in-person" => Kind::InPerson,
        "other" => Kind::Other,
        _ => Kind::Office(Level::ALL.into_iter().find(|level| level.id() == name)?),
    })
}

/// One word of the table: several, if a hyphen or an apostrophe is in it.
fn words_of(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> =
        tokens(&fold(text)).map(|word| Word { text: word.to_owned(), open: false }).collect();
    if let Some(last) = words.last_mut() {
        last.open = text.ends_with('*');
    }
    words
}

fn tokens(folded: &str) -> impl Iterator<Item = &str> {
    folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// What phrases of the table stand in a text, in order; they don't overlap.
fn kinds_in(text: &str) -> Vec<Kind> {
    let folded = fold(text);
    let words: Vec<&str> = tokens(&folded).collect();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(first) = words.get(at) {
        let stands_here = |phrase: &&Phrase| {
            let rest = &words[at..];
            phrase.words.len() <= rest.len()
                && phrase.words.iter().zip(rest).all(|(word, text)| word.matches(text))
        };
        let of_letter = first.chars().next().and_then(|letter| PHRASES.get(&letter));
        let phrase = of_letter.and_then(|phrases| phrases.iter().find(stands_here));
        found.extend(phrase.map(|phrase| phrase.kind));
        at += phrase.map_or(1, |phrase| phrase.words.len());
    }
    found
}

/// How people were in contact, by the words of a text. People meet by video too, so that words of a call come first.
pub fn channel(text: &str, is_headline: bool) -> Option<Channel> {
    let kinds = kinds_in(text);
    let is_call = |kind: &Kind| *kind == Kind::Call || is_headline && *kind == Kind::HeadlineCall;
    if kinds.iter().any(is_call) {
        return Some(Channel::Call);
    }
    kinds.contains(&Kind::InPerson).then_some(Channel::InPerson)
}

/// The level of an office by its title: the lowest that is named, for an adviser to a president is no president.
pub fn level(title: &str) -> Option<Level> {
    let kinds = kinds_in(title);
    let office = |kind: &Kind| if let Kind::Office(level) = kind { Some(*level) } else { None };
    let level = kinds.iter().filter_map(office).max()?;
    Some(if kinds.contains(&Kind::Deputy) { level.lowered() } else { level })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offices_have_levels_in_all_languages() {
        for (title, expected) in [
            ("President of the United States", Some(Level::Leaders)),
            ("General Secretary of the Chinese Communist Party", Some(Level::Leaders)),
            ("Prime Minister of Turkey", Some(Level::Leaders)),
            ("Vice-President", Some(Level::Ministers)),
            ("Deputy Prime Minister", Some(Level::Ministers)),
            ("Secretary of State for Defence", Some(Level::Ministers)),
            ("High Representative for Foreign Affairs", Some(Level::Ministers)),
            ("First Deputy Foreign Minister", Some(Level::Experts)),
            ("Assistant to the President", Some(Level::Experts)),
            ("President's adviser", Some(Level::Experts)),
            ("Chief of the General Staff", Some(Level::Experts)),
            ("Poet", None),
            ("Leader of the opposition", None),
            ("Президент України", Some(Level::Leaders)),
            ("Прем’єр-міністр", Some(Level::Leaders)),
            ("Міністерка закордонних справ", Some(Level::Ministers)),
            ("Заступник міністра", Some(Level::Experts)),
            ("Радниця президента", Some(Level::Experts)),
            ("Председатель правительства", Some(Level::Leaders)),
            ("Министр иностранных дел", Some(Level::Ministers)),
            ("Помощник президента", Some(Level::Experts)),
            ("Première ministre", Some(Level::Leaders)),
            ("Vice-présidente", Some(Level::Ministers)),
            ("Chef d’état-major", Some(Level::Experts)),
            ("Chef d’État", Some(Level::Leaders)),
            ("رئيس الوزراء", Some(Level::Leaders)),
            ("وزير الخارجية", Some(Level::Ministers)),
            ("نائب وزير الخارجية", Some(Level::Experts)),
            ("رئيس الأركان", Some(Level::Experts)),
        ] {
            assert_eq!(level(title), expected, "{title}");
        }
    }

    #[test]
    fn words_tell_of_calls_and_meetings_in_all_languages() {
        for (text, is_headline, expected) in [
            ("Putin and Trump meet in Alaska", true, Some(Channel::InPerson)),
            ("Leaders meet by video link", true, Some(Channel::Call)),
            ("Trump calls Putin", true, Some(Channel::Call)),
            ("Trump calls Putin", false, None),
            ("Kyiv calls for talks", true, None),
            ("He spoke with him by telephone.", false, Some(Channel::Call)),
            ("They held talks.", false, None),
            ("Президенти зустрілися у Стамбулі", true, Some(Channel::InPerson)),
            ("Вони поговорили телефоном", false, Some(Channel::Call)),
            ("Лидеры встретились в Пекине", true, Some(Channel::InPerson)),
            ("Переговоры по видеосвязи", true, Some(Channel::Call)),
            ("Les présidents se rencontrent", true, Some(Channel::InPerson)),
            ("Entretien téléphonique entre les ministres", true, Some(Channel::Call)),
            ("La France reçoit le ministre", true, Some(Channel::InPerson)),
            ("الرئيسان يلتقيان في جنيف", true, Some(Channel::InPerson)),
            ("اتصال هاتفي بين الوزيرين", true, Some(Channel::Call)),
        ] {
            assert_eq!(channel(text, is_headline), expected, "{text}");
        }
    }

    #[test]
    fn every_line_of_the_table_is_read() {
        let lines = include_str!("contact_words.tsv").lines().filter(|line| !line.starts_with('#'));
        for line in lines {
            let columns: Vec<&str> = line.split('\t').collect();
            assert_eq!(columns.len(), 3, "{line}");
            assert!(kind(columns[1]).is_some(), "{line}");
        }
        assert!(!PHRASES.contains_key(&'\0'), "an empty phrase");
    }
}
