//! What stands around an article's text and is none of it, piece by piece: by shape, with the words of
//! `furniture.txt`. What a piece stands among is looked at in `sift`.

use super::blocks::{Piece, ends_sentence, is_prose, words};
use super::{byline, phrases};

/// Where a piece stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Zone {
    /// Above the first or below the last paragraph.
    Edge,
    /// Between paragraphs.
    Middle,
}

/// The most words of a short sentence.
const SHORT: usize = 25;
/// The rule for words that speak to the reader.
pub const TO_READER: &str = "words to the reader";
/// The furthest that a piece may be from sure to be taken for furniture at an edge, and amid the text.
const ENOUGH_AT_EDGE: usize = 3;
const ENOUGH_AMID: usize = 5;
/// Longer paragraphs are text, but at an edge.
const LONGEST_AMID: usize = 40;

/// Which rule a piece falls under, by itself.
pub fn verdict(piece: &Piece, zone: Zone) -> Option<&'static str> {
    let text = piece.text.trim();
    let (folded, length) = (phrases::folded(text), words(text));
    if !text.chars().any(char::is_alphanumeric) {
        return Some("a line of signs");
    }
    if is_address(text) {
        return Some("an address that stands alone");
    }
    if phrases::is("alone", &folded) {
        return Some("a button or a label");
    }
    let credit = phrases::count("credit", &folded) > 0;
    if credit && length <= 40 && (!is_prose(text) || length <= 30 && ends_in_credit(&folded)) {
        return Some("a caption or a picture's credit");
    }
    if folded.contains(':')
        && length <= 30
        && phrases::beginning("tags", &folded)
            .is_some_and(|word| folded[word.len()..].trim_start().starts_with(':'))
    {
        return Some("a list of tags");
    }
    if length <= 14 && shares(&folded) {
        return Some("links for sharing");
    }
    if byline::breadcrumb(text).is_some() && !ends_sentence(text) {
        return Some("a breadcrumb");
    }
    let copyright = folded.starts_with('©') || folded.starts_with("copyright ") || folded.starts_with("(c) ");
    if copyright && length <= 40 {
        return Some("a copyright line");
    }
    let related = phrases::beginning("related", &folded)
        .filter(|word| folded[word.len()..].trim_start().starts_with([':', '|', '>', '»']));
    if related.is_some() && length <= 30 {
        return Some("a related link");
    }
    if is_counter(&folded) {
        return Some("a counter or a reading time");
    }
    let enough = if zone == Zone::Edge { ENOUGH_AT_EDGE } else { ENOUGH_AMID };
    let fits = zone == Zone::Edge || length <= LONGEST_AMID;
    (fits && addresses_reader(&folded) >= enough).then_some(TO_READER)
}

fn is_address(text: &str) -> bool {
    let bare = text.trim_matches(['<', '>', '(', ')', ' ']);
    !bare.contains(' ') && (bare.contains("://") || bare.starts_with("www.") || bare.starts_with("t.me/"))
}

/// Whether the text ends in a picture's credit: `… Photo: Example Pictures`, `… /Reuters`.
fn ends_in_credit(folded: &str) -> bool {
    let from = folded.char_indices().rev().nth(60).map_or(0, |(at, _)| at);
    let bracketed = folded.trim_end_matches('.').ends_with([')', ']']);
    phrases::count("credit", &folded[from..]) > 0 && (bracketed || !folded.ends_with('.'))
}

/// Whether it is made of the names of networks and little else.
fn shares(folded: &str) -> bool {
    let bare: Vec<&str> =
        folded.split(|c: char| !c.is_alphanumeric() && c != '-').filter(|word| !word.is_empty()).collect();
    let is_network = |word: &&&str| phrases::part("network").contains(*word);
    let networks = bare.iter().filter(is_network).count();
    let verbs = bare
        .iter()
        .filter(|word| {
            [
                "share", "tweet", "on", "via", "print", "save", "copy", "link", "post", "follow", "us",
                "this", "article",
            ]
            .contains(*word)
        })
        .count();
    networks > 0 && networks + verbs >= bare.len() && (networks > 1 || verbs > 0)
}

/// `5 min read`, `12 comments`, `1,204 views`
fn is_counter(folded: &str) -> bool {
    let words: Vec<&str> = folded.split_whitespace().collect();
    let number = words.first().is_some_and(|word| word.starts_with(|c: char| c.is_ascii_digit()));
    let unit = [
        "min", "mins", "minute", "minutes", "comments", "comment", "views", "view", "shares", "share",
        "read", "хв", "мин",
    ];
    number
        && (2..=4).contains(&words.len())
        && words[1..].iter().all(|word| unit.contains(word) || *word == "ago")
        || folded.starts_with("reading time")
        || folded.starts_with("estimated reading time")
}

/// How much speaks for words to the reader. Without a phrase, a network's name or an address nothing does.
fn addresses_reader(folded: &str) -> usize {
    let text = without_quotations(folded);
    let strong = phrases::count("reader", &text).min(2);
    let anchors = [
        phrases::count("network", &text) > 0,
        text.contains("http") || text.contains("www.") || text.contains('@'),
    ];
    let weak = anchors.into_iter().filter(|anchor| *anchor).count();
    if strong + weak == 0 {
        return 0;
    }
    let imperative = phrases::beginning("imperative", &text).is_some();
    let (you, we) = persons(&text);
    let signs = [you, we, words(&text) <= SHORT, text.ends_with(':'), imperative, imperative];
    let count = 2 * strong + weak + signs.into_iter().filter(|sign| *sign).count();
    // What somebody is reported to have said is the report's.
    if reports(&text) { count.saturating_sub(3) } else { count }
}

/// Whether somebody addresses a "you", and speaks of a "we".
fn persons(text: &str) -> (bool, bool) {
    let has = |words: &[&str]| {
        text.split(|c: char| !c.is_alphanumeric() && c != '\'').any(|word| words.contains(&word))
    };
    (
        has(&["you", "your", "yours", "you're", "you'd", "ваш", "ваші", "вы", "ви", "вас"]),
        has(&["we", "our", "us", "ours", "we're", "наш", "нас", "нам", "мы", "ми"]),
    )
}

fn reports(text: &str) -> bool {
    let verbs = [
        "said",
        "told",
        "wrote",
        "added",
        "announced",
        "according",
        "says",
        "заявил",
        "заявив",
        "сказал",
        "сказав",
    ];
    text.split(|c: char| !c.is_alphanumeric()).any(|word| verbs.contains(&word))
}

/// Whether a short sentence goes on with words to the reader: "We will look into it."
pub fn goes_on(text: &str) -> bool {
    let outside = without_quotations(&phrases::folded(text));
    let (you, we) = persons(&outside);
    words(text) <= SHORT && (you || we) && !reports(&outside)
}

/// The text without what stands in quotation marks: who is quoted does not speak to the reader.
fn without_quotations(text: &str) -> String {
    let mut outside = String::with_capacity(text.len());
    let mut closing = None;
    for c in text.chars() {
        match (closing, c) {
            (None, '"' | '“' | '”' | '«' | '„') => closing = Some(c),
            (None, c) => outside.push(c),
            (Some('"'), '"') | (Some('“' | '”'), '”' | '"') | (Some('«'), '»') | (Some('„'), '“' | '”') => {
                closing = None
            }
            _ => {}
        }
    }
    outside
}
