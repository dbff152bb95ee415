//! Bytes -> text, whatever encoding they are in and whatever they say it is.
//!
//! In this order: a byte order mark; UTF-8 where the bytes are UTF-8; the label that a page bears, unless
//! it makes nonsense and the detector's guess does not; the detector's guess.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use crate::model::text::is_printable;

/// Text, and how it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    /// The text, without a byte order mark, line ends as `\n`, no control characters.
    pub text: String,
    /// The encoding's name.
    pub encoding: &'static str,
    /// What an editor should know of it.
    pub note: Option<String>,
}

/// How far a label is looked for. Browsers look at 1,024 bytes; saved pages have long heads.
const HEAD: usize = 8 * 1024;
/// How much the detector and the check for nonsense look at.
const SAMPLE: usize = 256 * 1024;

/// Decodes bytes.
pub fn decode(bytes: &[u8]) -> Decoded {
    let (encoding, said) = encoding_of(bytes);
    let (text, _, had_errors) = encoding.decode(bytes);
    let note = match said {
        Some(label) if label != encoding => Some(format!(
            "the file says that it is in {}, but it is in {}: it was read as {}",
            label.name(),
            encoding.name(),
            encoding.name()
        )),
        _ if had_errors => {
            Some(format!("some bytes belong to no character of {}, and were replaced", encoding.name()))
        }
        _ => None,
    };
    Decoded { text: tidied(&text), encoding: encoding.name(), note }
}

/// The encoding, and what a label says it is.
fn encoding_of(bytes: &[u8]) -> (&'static Encoding, Option<&'static Encoding>) {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return (encoding, None);
    }
    if is_utf16(bytes) {
        let big = bytes.iter().step_by(2).take(HEAD).filter(|byte| **byte == 0).count();
        let little = bytes.iter().skip(1).step_by(2).take(HEAD).filter(|byte| **byte == 0).count();
        return (if big > little { UTF_16BE } else { UTF_16LE }, None);
    }
    let said = label(&bytes[..bytes.len().min(HEAD)]);
    if std::str::from_utf8(bytes).is_ok() {
        return (UTF_8, if bytes.is_ascii() { None } else { said });
    }
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    // A cut or a slip in a page of UTF-8 does not make it something else.
    if is_nearly_utf8(sample) {
        return (UTF_8, said);
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(sample, true);
    let guess = detector.guess(None, Utf8Detection::Allow);
    let sound = |encoding: &'static Encoding| nonsense(&encoding.decode_without_bom_handling(sample).0);
    let chosen = match said {
        Some(said) if sound(said) <= sound(guess) => said,
        _ if sound(UTF_8) < sound(guess) => UTF_8,
        _ => guess,
    };
    (chosen, said)
}

/// Whether the bytes beyond ASCII are UTF-8 but for a few.
fn is_nearly_utf8(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    let (mut good, mut bad) = (0_usize, 0_usize);
    for c in text.chars().filter(|c| !c.is_ascii()) {
        if c == char::REPLACEMENT_CHARACTER { bad += 1 } else { good += 1 }
    }
    good > 4 && bad * 10 <= good
}

/// The encoding that a `charset=` names, in a `meta` or an XML head.
fn label(head: &[u8]) -> Option<&'static Encoding> {
    let text = String::from_utf8_lossy(head).to_ascii_lowercase();
    let is_markup = text.trim_start().starts_with('<');
    let after = |word: &str| text.split(word).nth(1).map(str::to_owned);
    let value = after("charset=").or_else(|| after("encoding=")).filter(|_| is_markup)?;
    let value = value.trim_start_matches(['"', '\'', ' ']);
    let end = value
        .find(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '-' | '_' | ':'))
        .unwrap_or(value.len());
    // A page that could be searched for its label as ASCII is not in UTF-16.
    Encoding::for_label(&value.as_bytes()[..end])
        .map(|said| if said == UTF_16LE || said == UTF_16BE { UTF_8 } else { said })
}

/// Whether every second byte is zero, nearly: Latin text in UTF-16.
pub fn is_utf16(bytes: &[u8]) -> bool {
    if Encoding::for_bom(bytes).is_some_and(|(encoding, _)| encoding != UTF_8) {
        return true;
    }
    let head = &bytes[..bytes.len().min(HEAD) & !1];
    let zeros = |odd: usize| head.iter().skip(odd).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let half = head.len() / 2;
    half > 1 && even.min(odd) * 50 <= half && even.max(odd) * 3 > half * 2
}

/// The share of words, of those with letters beyond ASCII, that no language would have; in thousandths.
///
/// A wrong encoding mixes alphabets within a word, or makes words of accented letters alone.
fn nonsense(text: &str) -> usize {
    let (mut foreign, mut wrong) = (0, 0);
    for word in text.split(|c: char| c.is_whitespace() || c.is_ascii_punctuation() || c.is_ascii_digit()) {
        if word.is_ascii() {
            continue;
        }
        foreign += 1;
        wrong += usize::from(is_nonsense(word));
    }
    wrong * 1000 / foreign.max(1)
}

fn is_nonsense(word: &str) -> bool {
    let (mut latin, mut accented, mut cyrillic, mut odd) = (0, 0, 0, 0);
    for c in word.chars() {
        match c {
            'a'..='z' | 'A'..='Z' => latin += 1,
            '\u{c0}'..='\u{24f}' => accented += 1,
            '\u{400}'..='\u{4ff}' => cyrillic += 1,
            '\u{fffd}' | '\u{80}'..='\u{9f}' | '¤' | '¦' | '¬' | '¨' | '¸' | '¶' | '€' => odd += 1,
            _ => {}
        }
    }
    // In the wrong place of a word capitals follow small letters.
    let mut pairs = word.chars().zip(word.chars().skip(1));
    let jumps = pairs.any(|(a, b)| a.is_lowercase() && b.is_uppercase() && !a.is_ascii() && !b.is_ascii());
    odd > 0 || (cyrillic > 0 && latin + accented > 0) || (accented > 2 && accented > latin) || jumps
}

/// Line ends as `\n`, and no characters that a page cannot show.
fn tidied(text: &str) -> String {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut tidy = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\r' if chars.peek() == Some(&'\n') => {}
            '\r' | '\u{2028}' | '\u{2029}' | '\u{c}' | '\u{b}' => tidy.push('\n'),
            '\n' | '\t' => tidy.push(c),
            '\u{ad}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2060}' | '\u{feff}' => {}
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {}
            c if !is_printable(c) => tidy.push(' '),
            c => tidy.push(c),
        }
    }
    tidy
}

#[cfg(test)]
mod tests {
    use super::*;

    const RUSSIAN: &str = "Министр иностранных дел заявил в среду, что переговоры начнутся в сентябре.";

    fn page(label: &str, text: &str, encoding: &'static Encoding) -> Vec<u8> {
        encoding
            .encode(&format!("<html><head><meta charset=\"{label}\"></head><body><p>{text}</p></body>"))
            .0
            .into_owned()
    }

    #[test]
    fn reads_what_the_bytes_are_not_what_the_label_says() {
        use encoding_rs::{WINDOWS_1251, WINDOWS_1252};
        let french =
            "Le ministre des Affaires étrangères a déclaré à Genève que « la paix » était très proche.";
        for (label, text, encoding, name, is_noted) in [
            ("windows-1251", RUSSIAN, WINDOWS_1251, "windows-1251", false),
            ("utf-8", RUSSIAN, WINDOWS_1251, "windows-1251", true),
            ("iso-8859-1", RUSSIAN, WINDOWS_1251, "windows-1251", true),
            ("windows-1251", RUSSIAN, UTF_8, "UTF-8", true),
            ("utf-8", RUSSIAN, UTF_8, "UTF-8", false),
            ("nonsense", RUSSIAN, WINDOWS_1251, "windows-1251", false),
            ("windows-1252", french, WINDOWS_1252, "windows-1252", false),
            ("windows-1251", french, WINDOWS_1252, "windows-1252", true),
            ("utf-16", french, UTF_8, "UTF-8", false),
        ] {
            let decoded = decode(&page(label, text, encoding));
            assert_eq!(decoded.encoding, name, "{label}");
            assert!(decoded.text.contains(text), "{label}: {}", decoded.text);
            assert_eq!(decoded.note.is_some(), is_noted, "{label}: {:?}", decoded.note);
        }
    }

    #[test]
    fn reads_texts_without_a_label() {
        let utf16: Vec<u8> = "Talks in Geneva".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(decode(&utf16).text, "Talks in Geneva");
        let marked = [b"\xff\xfe".as_slice(), &utf16].concat();
        assert_eq!(decode(&marked).text, "Talks in Geneva");
        assert_eq!(decode(b"\xef\xbb\xbfTalks\r\nin\rGeneva").text, "Talks\nin\nGeneva");
        let cyrillic = encoding_rs::WINDOWS_1251.encode(RUSSIAN).0.into_owned();
        assert_eq!(decode(&cyrillic).text, RUSSIAN);
        let koi8 = encoding_rs::KOI8_R.encode(RUSSIAN).0.into_owned();
        assert_eq!(decode(&koi8).text, RUSSIAN);
    }

    #[test]
    fn one_wrong_byte_leaves_the_rest_as_it_is() {
        let mut bytes = RUSSIAN.repeat(3).into_bytes();
        bytes.insert(40, 0xff);
        let decoded = decode(&bytes);
        assert_eq!(decoded.encoding, "UTF-8");
        assert!(decoded.note.is_some() && decoded.text.contains("переговоры"), "{decoded:?}");
    }
}
