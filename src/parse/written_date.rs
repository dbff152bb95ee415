//! Dates as an editor writes them in a heading or in front matter: EDTF, or
//! words. The grammar is that of English; `date_tokens` has the
//! words of other languages for it.
//!
//! Not here: dates in running prose (weekdays, "last month"); they need a date
//! to count from, and belong to `extract`.

use super::date_tokens::{Token, is_nearly_month, tokenize};
use crate::model::date::{DateError, EventDate};
use crate::model::date_words::{MONTH_PARTS, MONTHS, YEAR_PARTS, YEAR_THIRDS, last_day};

/// Words that mark a date as approximate.
const APPROXIMATE: [&str; 7] = ["about", "around", "circa", "ca", "c", "approximately", "roughly"];
/// Words that mark a date as uncertain.
const UNCERTAIN: [&str; 4] = ["possibly", "probably", "perhaps", "maybe"];
/// Reads a whole text as one date, EDTF first.
///
/// ```
/// use dateline::parse::written_date::parse;
///
/// let date = parse("about 15 August 2025").map(|date| date.to_string());
/// assert_eq!(date.as_deref(), Ok("2025-08-15~"));
/// ```
///
/// # Errors
/// [`DateError::Unreadable`] where it is neither; else what is wrong with it.
pub fn parse(text: &str) -> Result<EventDate, DateError> {
    let text = text.trim();
    match EventDate::parse(text) {
        Err(DateError::Unreadable) => written(text),
        result => result,
    }
}

/// Whether a text that is no date was probably meant as one, so that it is an
/// error rather than an ordinary heading.
pub fn looks_like_date(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    if words.len() > 8 || !text.bytes().any(|b| b.is_ascii_digit()) {
        return false;
    }
    let is_numeric = |word: &str| {
        let parts: Vec<&str> = word.trim_end_matches(['?', '~', '%', ',']).split(['-', '.', '/']).collect();
        parts.len() >= 2
            && parts
                .iter()
                .all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit() || b == b'X'))
            && parts.iter().any(|part| part.len() == 4)
    };
    let begins_with_day = |word: &str| {
        word.get(..10).is_some_and(|day| {
            let shape: String = day.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
            shape == "0000-00-00"
        })
    };
    let nearly_month = |word: &str| {
        let word = word.trim_matches(|c: char| !c.is_alphabetic()).to_lowercase();
        word.len() >= 3
            && (MONTHS.iter().any(|month| strsim::damerau_levenshtein(&month.to_lowercase(), &word) <= 2)
                || is_nearly_month(&word))
    };
    let is_dateish = |word: &&str| {
        is_numeric(word) || begins_with_day(word) || month(word).is_some() || nearly_month(word)
    };
    is_numeric(text) || words.iter().any(is_dateish)
}

#[derive(Debug, Clone, Copy, Default)]
struct Partial {
    year: Option<u32>,
    month: Option<u32>,
    day: Option<u32>,
}

fn written(text: &str) -> Result<EventDate, DateError> {
    let mut tokens = tokenize(text).ok_or(DateError::Unreadable)?;
    let (mut approximate, mut uncertain) = (false, false);
    while let Some(Token::Word(word)) = tokens.first() {
        let (is_about, is_maybe) = (APPROXIMATE.contains(&word.as_str()), UNCERTAIN.contains(&word.as_str()));
        if !is_about && !is_maybe {
            break;
        }
        approximate |= is_about;
        uncertain |= is_maybe;
        tokens.remove(0);
    }
    // `printemps 2022 environ`
    if matches!(tokens.last(), Some(Token::Word(word)) if APPROXIMATE.contains(&word.as_str())) {
        approximate = true;
        tokens.pop();
    }
    let qualifier = match (uncertain, approximate) {
        (false, false) => "",
        (true, false) => "?",
        (false, true) => "~",
        (true, true) => "%",
    };
    if tokens.first() == Some(&Token::Word("from".into())) {
        tokens.remove(0);
    }
    if let Some(date) = named_part(&tokens) {
        return EventDate::parse(&date?);
    }
    let edtf = match tokens.iter().position(|token| *token == Token::Dash) {
        None => single(&tokens, qualifier)?,
        Some(at) => range(&tokens[..at], &tokens[at + 1..], qualifier)?,
    };
    EventDate::parse(&edtf)
}

fn single(tokens: &[Token], qualifier: &str) -> Result<String, DateError> {
    if let Some(season) = season(tokens) {
        return Ok(season + qualifier);
    }
    Ok(partial(tokens)?.edtf()? + qualifier)
}

/// `2–4 June 2025`, `June 2–4, 2025`, `30 May – 2 June 2025`, `June–July 2025`, `2022–2025`; a side with doubts
/// of its own (`2 June 2025 – possibly 4 June 2025`) keeps them.
fn range(left: &[Token], right: &[Token], qualifier: &str) -> Result<String, DateError> {
    let own_doubt = matches!(right.first(), Some(Token::Word(word))
        if APPROXIMATE.contains(&word.as_str()) || UNCERTAIN.contains(&word.as_str()));
    if own_doubt || season(left).is_some() {
        let (left, right) = (single(left, qualifier)?, written_side(right)?);
        return Ok(format!("{left}/{right}"));
    }
    let (mut first, mut last) = (partial(left)?, partial(right)?);
    first.year = first.year.or(last.year);
    last.month = last.month.or(if last.day.is_some() { first.month } else { None });
    first.month = first.month.or(if first.day.is_some() { last.month } else { None });
    Ok(format!("{}{qualifier}/{}{qualifier}", first.edtf()?, last.edtf()?))
}

fn written_side(tokens: &[Token]) -> Result<String, DateError> {
    let doubt = tokens.iter().take_while(
        |token| matches!(token, Token::Word(word) if APPROXIMATE.contains(&word.as_str()) || UNCERTAIN.contains(&word.as_str())),
    );
    let doubt: Vec<&Token> = doubt.collect();
    let about = |words: &[&str]| {
        doubt.iter().any(|token| matches!(token, Token::Word(word) if words.contains(&word.as_str())))
    };
    let qualifier = match (about(&UNCERTAIN), about(&APPROXIMATE)) {
        (true, true) => "%",
        (true, false) => "?",
        _ => "~",
    };
    single(&tokens[doubt.len()..], qualifier)
}

/// `early June 2025`, `late 2025`: approximate intervals.
fn named_part(tokens: &[Token]) -> Option<Result<String, DateError>> {
    let (Token::Word(part), rest) = tokens.split_first()? else { return None };
    let rest = rest.strip_prefix(&[Token::Dash]).unwrap_or(rest);
    match rest {
        [Token::Word(name), Token::Number { value: year, digits: 4 }] => {
            let (_, first, last) = MONTH_PARTS.iter().find(|known| known.0 == part)?;
            let month = month(name)?;
            let last = if *last == 0 { last_day(i32::try_from(*year).ok()?, month) } else { *last };
            Some(Ok(format!("{year:04}-{month:02}-{first:02}~/{year:04}-{month:02}-{last:02}~")))
        }
        [Token::Number { value: year, digits: 4 }] => {
            let (_, first, last) = YEAR_THIRDS.iter().find(|known| known.0 == part)?;
            Some(Ok(format!("{year:04}-{first:02}~/{year:04}-{last:02}~")))
        }
        _ => None,
    }
}

/// `spring 2022`, `first half of 2025`.
fn season(tokens: &[Token]) -> Option<String> {
    let (Token::Number { value: year, digits: 4 }, words) = tokens.split_last()? else { return None };
    let words: Option<Vec<&str>> = words
        .iter()
        .map(|token| if let Token::Word(word) = token { Some(word.as_str()) } else { None })
        .map(|word| if word == Some("fall") { Some("autumn") } else { word })
        .collect();
    // Languages differ in the order of the words.
    let sorted = |words: &mut dyn Iterator<Item = &str>| {
        let mut words: Vec<String> = words.filter(|word| *word != "of").map(str::to_owned).collect();
        words.sort();
        words
    };
    let words = words?;
    let name = sorted(&mut words.strip_prefix(&["the"]).unwrap_or(&words).iter().copied());
    let code = YEAR_PARTS.iter().find(|part| sorted(&mut part.0.split(' ')) == name)?.1;
    Some(format!("{year:04}-{code}"))
}

fn partial(tokens: &[Token]) -> Result<Partial, DateError> {
    let mut found = Partial::default();
    for (at, token) in tokens.iter().enumerate() {
        let slot = match token {
            Token::Number { value, digits: 4 } if at + 1 == tokens.len() => (&mut found.year, *value),
            Token::Number { value, digits: 1 | 2 } => (&mut found.day, *value),
            Token::Word(word) => (&mut found.month, month(word).ok_or(DateError::Unreadable)?),
            _ => return Err(DateError::Unreadable),
        };
        if slot.0.replace(slot.1).is_some() {
            return Err(DateError::Unreadable);
        }
    }
    Ok(found)
}

impl Partial {
    fn edtf(self) -> Result<String, DateError> {
        let year = self.year.ok_or(DateError::Unreadable)?;
        match (self.month, self.day) {
            (None, None) => Ok(format!("{year:04}")),
            (Some(month), None) => Ok(format!("{year:04}-{month:02}")),
            (Some(month), Some(day)) => Ok(format!("{year:04}-{month:02}-{day:02}")),
            (None, Some(_)) => Err(DateError::Unreadable),
        }
    }
}

/// The number of a month by its name or an abbreviation of three or four letters.
fn month(word: &str) -> Option<u32> {
    let word = word.to_lowercase();
    let word = word.trim_end_matches(['.', ',']);
    let matches = |name: &str| {
        let name = name.to_lowercase();
        name == word || (word.len() == 3 && name.starts_with(word)) || (word == "sept" && name == "september")
    };
    MONTHS.iter().position(|name| matches(name)).and_then(|at| u32::try_from(at + 1).ok())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::date_words::words;
    use crate::model::language::Language;
    use crate::model::language::texts::BUILT_IN;
    use proptest::prelude::*;

    #[test]
    fn reads_what_editors_write() {
        for (text, edtf) in [
            ("2025-09-03", "2025-09-03"),
            ("3 September 2025", "2025-09-03"),
            ("3rd Sept. 2025", "2025-09-03"),
            ("September 3, 2025", "2025-09-03"),
            ("Sep 3 2025", "2025-09-03"),
            ("June 2024", "2024-06"),
            ("June, 2024", "2024-06"),
            ("2022", "2022"),
            ("early June 2025", "2025-06-01~/2025-06-10~"),
            ("mid-June 2025", "2025-06-11~/2025-06-20~"),
            ("late February 2024", "2024-02-21~/2024-02-29~"),
            ("late 2025", "2025-09~/2025-12~"),
            ("2–4 June 2025", "2025-06-02/2025-06-04"),
            ("2-4 June 2025", "2025-06-02/2025-06-04"),
            ("June 2–4, 2025", "2025-06-02/2025-06-04"),
            ("from 2 to 4 June 2025", "2025-06-02/2025-06-04"),
            ("30 May – 2 June 2025", "2025-05-30/2025-06-02"),
            ("28 December 2024 – 3 January 2025", "2024-12-28/2025-01-03"),
            ("June–July 2025", "2025-06/2025-07"),
            ("2022–2025", "2022/2025"),
            ("about 15 August 2025", "2025-08-15~"),
            ("circa 2022", "2022~"),
            ("possibly about 2022", "2022%"),
            ("spring 2022", "2022-21"),
            ("fall 2022", "2022-23"),
            ("the first half of 2025", "2025-40"),
            ("2025-08?", "2025-08?"),
            ("3 вересня 2025 року", "2025-09-03"),
            ("На початку червня 2025", "2025-06-01~/2025-06-10~"),
            ("близько 15 серпня 2025", "2025-08-15~"),
            ("у вересні 2024 р.", "2024-09"),
            ("с 2 по 4 июня 2025 г.", "2025-06-02/2025-06-04"),
            ("1er mai 2025", "2025-05-01"),
            ("du 2 au 4 juin 2025", "2025-06-02/2025-06-04"),
            ("mi-juin 2025", "2025-06-11~/2025-06-20~"),
            ("peut-être en août 2025", "2025-08?"),
            ("٣ سبتمبر ٢٠٢٥", "2025-09-03"),
            ("الربع الأول من عام 2025", "2025-33"),
        ] {
            assert_eq!(parse(text).map(|date| date.to_string()), Ok(edtf.to_owned()), "{text}");
        }
    }

    #[test]
    fn says_why_not() {
        for (text, error) in [
            ("30 February 2025", DateError::Impossible),
            ("4–2 June 2025", DateError::Reversed),
            ("31 June 2025", DateError::Impossible),
            ("3 Septembr 2025", DateError::Unreadable),
            ("June", DateError::Unreadable),
            ("3 2025", DateError::Unreadable),
            ("12345", DateError::Unreadable),
            ("yesterday", DateError::Unreadable),
            ("03.09.2025", DateError::Unreadable),
        ] {
            assert_eq!(parse(text), Err(error), "{text}");
        }
    }

    #[test]
    fn tells_a_failed_date_from_a_heading() {
        for text in [
            "3 Septembr 2025",
            "3 вересеня 2025",
            "2025-13",
            "2025-9-3",
            "03.09.2025",
            "32 June 2025",
            "June 31st, 2025",
        ] {
            assert!(looks_like_date(text), "{text}");
        }
        for text in
            ["Background", "Three reasons", "3 reasons", "The budget of 2025", "What may happen", "Part 2"]
        {
            assert!(!looks_like_date(text), "{text}");
        }
    }

    fn any_date() -> impl Strategy<Value = EventDate> {
        let day = (1800i32..2100, 1u32..=12, 1u32..=31)
            .prop_map(|(y, m, d)| format!("{y:04}-{m:02}-{:02}", d.min(last_day(y, m))));
        let month = (1800i32..2100, 1u32..=12).prop_map(|(y, m)| format!("{y:04}-{m:02}"));
        let year = (1800i32..2100).prop_map(|y| format!("{y:04}"));
        let season = (1800i32..2100, prop::sample::select(vec![21u32, 22, 23, 24, 33, 36, 37, 39, 40, 41]))
            .prop_map(|(y, s)| format!("{y:04}-{s}"));
        let same_kind = prop_oneof![
            (day.clone(), day.clone()),
            (month.clone(), month.clone()),
            (year.clone(), year.clone()),
        ];
        let doubt = prop::sample::select(vec!["", "?", "~", "%"]);
        let single = (prop_oneof![day, month, year, season], doubt.clone()).prop_map(|(date, q)| date + q);
        let two = same_kind.prop_filter("two dates", |(a, b)| a != b);
        let range = (two, doubt).prop_map(|((a, b), q)| {
            let (a, b) = if a <= b { (a, b) } else { (b, a) };
            format!("{a}{q}/{b}{q}")
        });
        prop_oneof![single, range].prop_filter_map("a date", |text| EventDate::parse(&text).ok())
    }

    proptest! {
        #[test]
        fn reading_the_words_of_a_date_gives_the_date(date in any_date()) {
            prop_assert_eq!(parse(&words(&date)), Ok(date.clone()), "{}", words(&date));
            prop_assert_eq!(EventDate::parse(&date.to_string()), Ok(date));
        }

        #[test]
        fn so_it_does_in_every_language(date in any_date(), tag in prop::sample::select(BUILT_IN.to_vec())) {
            let words = Language::new(tag, &[]).date(&date);
            prop_assert_eq!(parse(&words), Ok(date), "{}", words);
        }

        #[test]
        fn no_text_makes_it_panic(text in "\\PC{0,60}") {
            let _ = parse(&text);
            let _ = looks_like_date(&text);
        }
    }
}
