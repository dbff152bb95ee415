//! The language of a text. What follows from it is decided elsewhere.

/// Words that no English text does without, and that other languages don't share.
const ENGLISH: [&str; 14] =
    ["the", "of", "and", "to", "that", "with", "for", "was", "by", "have", "had", "said", "from", "which"];

/// At least so many of a hundred words are these in an English text, with its tables and lists; in others, hardly one.
const LEAST: usize = 8;

/// The language of a text, as a BCP 47 tag, where it is long enough to tell.
pub fn language(text: &str) -> Option<&'static str> {
    let sample: String = text.chars().take(4000).collect();
    if super::blocks::words(&sample) < 20 {
        return None;
    }
    if is_english(&sample) {
        return Some("en");
    }
    let found = whatlang::detect(&sample).filter(whatlang::Info::is_reliable)?;
    use whatlang::Lang;
    Some(match found.lang() {
        Lang::Eng => "en",
        Lang::Ukr => "uk",
        Lang::Rus => "ru",
        Lang::Bel => "be",
        Lang::Deu => "de",
        Lang::Fra => "fr",
        Lang::Spa => "es",
        Lang::Ita => "it",
        Lang::Por => "pt",
        Lang::Nld => "nl",
        Lang::Pol => "pl",
        Lang::Ces => "cs",
        Lang::Slk => "sk",
        Lang::Hun => "hu",
        Lang::Ron => "ro",
        Lang::Bul => "bg",
        Lang::Srp => "sr",
        Lang::Hrv => "hr",
        Lang::Tur => "tr",
        Lang::Ara => "ar",
        Lang::Heb => "he",
        Lang::Pes => "fa",
        Lang::Cmn => "zh",
        Lang::Jpn => "ja",
        Lang::Kor => "ko",
        Lang::Swe => "sv",
        Lang::Fin => "fi",
        Lang::Est => "et",
        Lang::Lav => "lv",
        Lang::Lit => "lt",
        Lang::Ell => "el",
        Lang::Kat => "ka",
        Lang::Hye => "hy",
        other => other.code(),
    })
}

/// Whether the text is English without a doubt. Most are, and need no closer look.
fn is_english(text: &str) -> bool {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).take(300);
    let (mut all, mut english) = (0, 0);
    for word in words {
        all += 1;
        english += usize::from(ENGLISH.iter().any(|known| known.eq_ignore_ascii_case(word)));
    }
    english * 100 >= all * LEAST
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_are_told() {
        let english = "The foreign minister told reporters in Geneva that a delegation would come without terms, and with a full mandate, before the month was over.";
        let ukrainian = "Міністр закордонних справ заявив журналістам у Женеві, що делегація приїде без жодних умов, але з повними повноваженнями, і що переговори почнуться вже наступного місяця.";
        assert_eq!(language(english), Some("en"));
        assert_eq!(language(ukrainian), Some("uk"));
        assert_eq!(language("Too short."), None);
    }
}
