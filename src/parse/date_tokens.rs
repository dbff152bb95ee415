//! A text -> the tokens of a date: numbers, words and dashes.
//!
//! The grammar of `written_date` knows English words. Those of Ukrainian,
//! Russian, French and Arabic stand here, each with the English one; a heading
//! may use any of them on any site, for none means two things.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

/// A part of a written date.
#[derive(Debug, Clone, PartialEq)]
pub enum Token {
    Number { value: u32, digits: usize },
    Word(String),
    Dash,
}

/// Words that stand for the dash of a range.
pub const UNTIL: [&str; 3] = ["to", "until", "till"];

/// English words, and those of other languages that stand for them; for the empty word, those that say
/// nothing of the date. Months come first.
const WORDS: [(&str, &str); 33] = [
    ("january", "січень січня січні январь января январе janvier يناير جانفي"),
    ("february", "лютий лютого лютому февраль февраля феврале février fevrier فبراير فيفري"),
    ("march", "березень березня березні март марта марте mars مارس"),
    ("april", "квітень квітня квітні апрель апреля апреле avril أبريل ابريل إبريل أفريل"),
    ("may", "травень травня травні май мая мае mai مايو ماي"),
    ("june", "червень червня червні июнь июня июне juin يونيو جوان يونيه"),
    ("july", "липень липня липні июль июля июле juillet يوليو جويلية يوليوز يوليه"),
    ("august", "серпень серпня серпні август августа августе août aout أغسطس اغسطس أوت غشت"),
    ("september", "вересень вересня вересні сентябрь сентября сентябре septembre سبتمبر شتنبر"),
    ("october", "жовтень жовтня жовтні октябрь октября октябре octobre أكتوبر اكتوبر"),
    ("november", "листопад листопада листопаді ноябрь ноября ноябре novembre نوفمبر نونبر"),
    ("december", "грудень грудня грудні декабрь декабря декабре décembre decembre ديسمبر دجنبر"),
    ("about", "приблизно близько орієнтовно примерно около ориентировочно vers environ حوالي نحو"),
    ("possibly", "можливо ймовірно імовірно возможно вероятно probablement ربما"),
    ("early", "початок початку начало начале début أوائل مطلع"),
    ("mid", "середина середині середине mi milieu منتصف"),
    ("late", "кінець кінці наприкінці конец конце fin أواخر"),
    ("spring", "весна весни навесні весны весной printemps ربيع"),
    ("summer", "літо літа влітку лето лета летом été صيف"),
    ("autumn", "осінь осені восени осень осени осенью automne خريف"),
    ("winter", "зима зими взимку зимы зимой hiver شتاء"),
    ("first", "перший перша перше первый первая первое premier première الأول"),
    ("second", "другий друга друге второй вторая второе deuxième seconde الثاني"),
    ("third", "третій третя третє третий третья третье troisième الثالث"),
    ("fourth", "четвертий четверта четвертый четвёртый quatrième الرابع"),
    ("last", "остання последняя dernier الأخير"),
    ("quarter", "квартал кварталу квартала trimestre الربع"),
    ("third", "третина третини треть трети tiers الثلث"),
    ("half", "половина половини півріччя половины полугодие semestre النصف"),
    ("to", "до по au jusqu إلى حتى"),
    ("", "р рік року році роки г год года году годы عام سنة"),
    ("", "у в во від от на з із с со في من"),
    ("", "le la les l de d en du"),
];

static ENGLISH: LazyLock<HashMap<&'static str, &'static str>> = LazyLock::new(|| {
    let words = WORDS.iter().flat_map(|(english, words)| words.split(' ').map(move |word| (word, *english)));
    words.collect()
});

/// Whether a word in small letters is another language's month but for a slip of the finger.
pub fn is_nearly_month(word: &str) -> bool {
    let is_near = |month: &str| strsim::damerau_levenshtein(month, word) <= 1;
    word.chars().count() >= 4 && WORDS[..12].iter().any(|(_, months)| months.split(' ').any(is_near))
}

/// Takes a text apart; `None` where it holds what no date does.
pub fn tokenize(text: &str) -> Option<Vec<Token>> {
    let mut tokens = Vec::new();
    let text = latin_digits(text);
    let mut rest = text.trim();
    while let Some(first) = rest.chars().next() {
        let end_of = |is_in: fn(char) -> bool| rest.find(|c| !is_in(c)).unwrap_or(rest.len());
        if first.is_ascii_digit() {
            let end = end_of(|c| c.is_ascii_digit());
            let value = rest[..end].parse().ok().filter(|_| end <= 4)?;
            tokens.push(Token::Number { value, digits: end });
            rest = &rest[end..];
            let ordinal = ["st", "nd", "rd", "th", "er"].into_iter().find(|suffix| rest.starts_with(suffix));
            rest = &rest[ordinal.map_or(0, str::len)..];
        } else if first.is_alphabetic() {
            let end = end_of(char::is_alphabetic);
            let word = rest[..end].to_lowercase();
            rest = &rest[end..];
            if let Some(after) = rest.strip_prefix("-être").filter(|_| word == "peut") {
                tokens.push(Token::Word("possibly".into()));
                rest = after;
                continue;
            }
            match ENGLISH.get(word.as_str()).copied().unwrap_or(&word) {
                "" => {}
                word if UNTIL.contains(&word) => tokens.push(Token::Dash),
                word => tokens.push(Token::Word(word.to_owned())),
            }
        } else {
            match first {
                '-' | '–' | '—' | '‒' => tokens.push(Token::Dash),
                ',' | '.' | '،' | '’' | '\'' => {}
                c if c.is_whitespace() => {}
                _ => return None,
            }
            rest = &rest[first.len_utf8()..];
        }
        if tokens.len() > 16 {
            return None;
        }
    }
    Some(tokens)
}

/// The text with Arabic-Indic and Persian digits as `0` to `9`.
fn latin_digits(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let digit = |c: char| match u32::from(c) {
        code @ 0x0660..=0x0669 => char::from_digit(code - 0x0660, 10),
        code @ 0x06F0..=0x06F9 => char::from_digit(code - 0x06F0, 10),
        _ => None,
    };
    Cow::Owned(text.chars().map(|c| digit(c).unwrap_or(c)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_stands_for_two() {
        let words: Vec<&str> = WORDS.iter().flat_map(|(_, words)| words.split(' ')).collect();
        assert_eq!(words.len(), ENGLISH.len());
        for word in words {
            assert!(!word.is_empty() && word.to_lowercase() == word, "{word}");
        }
    }
}
