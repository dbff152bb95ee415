//! Slugs, and the path of every kind of page. Decided here once; `route` says
//! which of them a site has.

use chrono::{Datelike, NaiveDate};
use percent_encoding::{AsciiSet, CONTROLS, NON_ALPHANUMERIC, utf8_percent_encode};
use url::Url;

use super::attestation::Attested;
use super::entry::EntryKind;
use super::event_type::EventType;

/// The longest id: a folder's name may have 255 bytes, and links stay readable.
pub const LONGEST_ID: usize = 120;

/// Whether the text can be an id: `a-z`, `0-9` and single hyphens between them.
pub fn is_slug(text: &str) -> bool {
    let part_is_good =
        |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
    text.len() <= LONGEST_ID && text.split('-').all(part_is_good)
}

/// A slug of any text: transliterated, at most [`LONGEST_ID`] bytes, cut between words. May be empty.
///
/// ```
/// assert_eq!(dateline::model::url::slug("Erdoğan: no talks yet"), "erdogan-no-talks-yet");
/// ```
pub fn slug(text: &str) -> String {
    let mut slug = slug::slugify(text);
    if slug.len() > LONGEST_ID {
        let cut = slug[..=LONGEST_ID].rfind('-').filter(|at| *at > 0).unwrap_or(LONGEST_ID);
        slug.truncate(cut);
    }
    slug
}

/// What a page is about, where linked data names it: the same wherever it is named.
pub fn thing(page: &str) -> String {
    [page, "#it"].concat()
}

/// All corrections. A page of the editor's of that name stands above them.
pub const CORRECTIONS: &str = "corrections/";

/// By which rules the timeline is made. A page of the editor's of that name stands above them.
pub const METHODOLOGY: &str = "methodology/";

/// On what sources differ.
pub const DIFFERENCES: &str = "differences/";

/// `attestation/CLASS/`
pub fn attestation(class: Attested) -> String {
    ["attestation/", class.id(), "/"].concat()
}

/// `positions/`, the latest, and `positions/2025/`, those at the end of a year.
pub fn positions(year: Option<i32>) -> String {
    year.map_or_else(|| "positions/".to_owned(), |year| format!("positions/{year:04}/"))
}

/// `contacts/`, who met whom, and `contacts/2025/`, all contacts of a year.
pub fn contacts(year: Option<i32>) -> String {
    year.map_or_else(|| "contacts/".to_owned(), |year| format!("contacts/{year:04}/"))
}

/// Where a contact stands on the page of its year.
pub fn contact(year: i32, id: &str) -> String {
    [&contacts(Some(year)), "#contact-", id].concat()
}

/// `agreements/`, and, where they are too many for a page, `agreements/2024/`.
pub fn agreements(year: Option<i32>) -> String {
    year.map_or_else(|| "agreements/".to_owned(), |year| format!("agreements/{year:04}/"))
}

/// Where an agreement stands on its page.
pub fn agreement(year: Option<i32>, id: &str) -> String {
    [&agreements(year), "#agreement-", id].concat()
}

/// `events/ID/`
pub fn event(id: &str) -> String {
    ["events/", id, "/"].concat()
}

/// `events/ID/card.png`
pub fn social_card(id: &str) -> String {
    ["events/", id, "/card.png"].concat()
}

/// `actors/ID/`, `topics/ID/`, `places/ID/`
pub fn entry(kind: EntryKind, id: &str) -> String {
    [kind.folder(), "/", id, "/"].concat()
}

/// `types/TYPE/`
pub fn event_type(kind: EventType) -> String {
    ["types/", kind.id(), "/"].concat()
}

/// `publishers/ID/`
pub fn publisher(id: &str) -> String {
    ["publishers/", id, "/"].concat()
}

/// `articles/ID/`
pub fn article(id: &str) -> String {
    ["articles/", id, "/"].concat()
}

/// `embed/`, `actors/ID/embed/`, `events/ID/embed/`: below the page that it is of.
pub fn embed(page: &str) -> String {
    [page, "embed/"].concat()
}

/// `2025/`
pub fn year(year: i32) -> String {
    format!("{year:04}/")
}

/// `2025/09/`
pub fn month(year: i32, month: u32) -> String {
    format!("{year:04}/{month:02}/")
}

/// `2025/09/03/`
pub fn day(day: NaiveDate) -> String {
    format!("{:04}/{:02}/{:02}/", day.year(), day.month(), day.day())
}

/// The file of a page below the output folder: folders end in `index.html`.
pub fn file(path: &str) -> String {
    if path.is_empty() || path.ends_with('/') { [path, "index.html"].concat() } else { path.to_owned() }
}

/// What would end a path, or is no part of an address.
const NO_PATH: &AsciiSet =
    &CONTROLS.add(b' ').add(b'"').add(b'#').add(b'%').add(b'<').add(b'>').add(b'?').add(b'`');

/// The path of a file of any name, as an address has it.
pub fn encoded(path: &str) -> String {
    utf8_percent_encode(path, NO_PATH).to_string()
}

/// The scheme of an address as a browser would see it (control characters and
/// white space do not hide it), in small letters; `None` for a relative one.
pub fn scheme(address: &str) -> Option<String> {
    let bare: String = address.chars().filter(|c| !c.is_control() && !c.is_whitespace()).collect();
    let colon = bare.find(':')?;
    let is_path = bare.find(['/', '?', '#']).is_some_and(|slash| slash < colon);
    (!is_path).then(|| bare[..colon].to_ascii_lowercase())
}

/// Whether it is a whole address of the web.
pub fn is_web_address(address: &str) -> bool {
    let is_plain = !address.contains(|c: char| c.is_whitespace() || c.is_control());
    is_plain
        && Url::parse(address).is_ok_and(|url| matches!(url.scheme(), "http" | "https") && url.has_host())
}

/// Whether an address has the name of a user or a password before its host.
pub fn has_password(address: &str) -> bool {
    Url::parse(address).is_ok_and(|url| !url.username().is_empty() || url.password().is_some())
}

/// Whether a link may lead there: `http`, `https`, `mailto`, or within the site.
pub fn is_safe_link(address: &str) -> bool {
    scheme(address).is_none_or(|scheme| matches!(scheme.as_str(), "http" | "https" | "mailto"))
}

/// Whether the address is on some host, its own or another, rather than within the site.
pub fn is_absolute(address: &str) -> bool {
    let bare: String = address.chars().filter(|c| !c.is_control() && !c.is_whitespace()).collect();
    scheme(&bare).is_some() || bare.replace('\\', "/").starts_with("//")
}

/// How many words of a longer quotation its two ends have in an address.
const WORDS_OF_END: usize = 6;
/// Quotations of up to so many words stand in an address whole.
const SHORT_QUOTATION: usize = 12;

/// The address of a passage: a text fragment, which browsers scroll to and mark.
///
/// ```
/// use dateline::model::url::passage;
///
/// assert_eq!(passage("https://a.example/b", "no talks, yet"), "https://a.example/b#:~:text=no%20talks%2C%20yet");
/// ```
pub fn passage(url: &str, words: &str) -> String {
    let words: Vec<&str> = words.split_whitespace().collect();
    let encoded = |words: &[&str]| utf8_percent_encode(&words.join(" "), IN_TEXT_FRAGMENT).to_string();
    if words.is_empty() {
        return url.to_owned();
    }
    let text = if words.len() <= SHORT_QUOTATION {
        encoded(&words)
    } else {
        [encoded(&words[..WORDS_OF_END]), encoded(&words[words.len() - WORDS_OF_END..])].join(",")
    };
    let hash = if url.contains('#') { "" } else { "#" };
    [url, hash, ":~:text=", &text].concat()
}

/// What stands for itself in a text fragment: letters, digits and a few signs. `-`, `,` and `&` have a meaning there.
const IN_TEXT_FRAGMENT: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'.').remove(b'_').remove(b'~').remove(b'!').remove(b'*');

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_slugs_from_paths() {
        for good in ["a", "2025-09-03-talks", "a1-b2"] {
            assert!(is_slug(good), "{good}");
        }
        for bad in
            ["", "A", "a--b", "-a", "a-", "a/b", "..", "a.b", "é", "a b", "a\0", "a\\b", &"x".repeat(121)]
        {
            assert!(!is_slug(bad), "{bad}");
        }
    }

    #[test]
    fn passages_are_text_fragments() {
        let long = "one, two-three four five six seven eight nine ten eleven twelve thirteen fourteen";
        for (url, words, address) in [
            (
                "https://a.example/",
                "“No talks” & terms",
                "https://a.example/#:~:text=%E2%80%9CNo%20talks%E2%80%9D%20%26%20terms",
            ),
            ("https://a.example/#top", "a  b", "https://a.example/#top:~:text=a%20b"),
            (
                "https://a.example/",
                long,
                "https://a.example/#:~:text=one%2C%20two%2Dthree%20four%20five%20six%20seven,nine%20ten%20eleven%20twelve%20thirteen%20fourteen",
            ),
            ("https://a.example/", " ", "https://a.example/"),
        ] {
            assert_eq!(passage(url, words), address);
        }
    }

    #[test]
    fn sees_schemes_as_browsers_do() {
        for bad in
            ["javascript:alert(1)", " JaVa\tscript:x", "data:text/html,x", "vbscript:x", "\u{1}javascript:x"]
        {
            assert!(!is_safe_link(bad), "{bad:?}");
        }
        for good in ["https://a/b:c", "/events/x/", "#a:b", "mailto:a@b", "../a?b=c:d", "", "a/b:c"] {
            assert!(is_safe_link(good), "{good:?}");
        }
        assert!(is_absolute("//host/x") && is_absolute("http://host") && !is_absolute("/x"));
    }

    #[test]
    fn slugs_are_slugs_and_cut_between_words() {
        assert_eq!(slug("Erdoğan: “No talks” — yet"), "erdogan-no-talks-yet");
        assert_eq!(slug("Переговори в Києві"), "peregovori-v-kiievi");
        let long = slug(&"word ".repeat(60));
        assert!(long.len() <= LONGEST_ID && long.ends_with("word") && is_slug(&long));
        assert_eq!(slug(&"x".repeat(300)).len(), LONGEST_ID);
        assert_eq!(slug("…"), "");
    }
}
