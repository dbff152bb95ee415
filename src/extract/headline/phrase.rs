//! The words behind a verb as a headline takes them: without dates, quotation marks and brackets,
//! up to where the clause ends, and cut where a phrase ends.

use std::ops::Range;

use super::super::clause::{Sentence, begins_clause, in_list, noun_phrase, quoted};
use super::super::grammar::Class;
use super::super::mentions::How;
use super::super::words::Kind;
use super::fit::trim;
use crate::model::happening_words::{Form, Part};

/// Quotations of more words are left out.
const LONGEST_QUOTE: usize = 6;
/// Of what is reported, quotations of more words.
const LONGEST_SAID: usize = 24;

/// A word of a headline, and where it stands in the text.
#[derive(Debug, Clone)]
pub struct Token {
    pub at: usize,
    pub text: String,
}

/// The words of a range up to the end of the clause; `said` if they are what somebody said: longer
/// quotations may stand there without their marks.
pub fn tokens(sentence: &Sentence<'_>, range: Range<usize>, said: bool) -> Vec<Token> {
    let quotations = quoted(sentence);
    let mut tokens: Vec<Token> = Vec::new();
    let mut at = range.start;
    let inside = |quotation: &&Range<usize>| quotation.start < at && quotation.contains(&at);
    if let Some(open) = quotations.iter().find(inside) {
        let clause = at..open.end.min(range.end);
        if is_personal(sentence, &clause) || clause.len() > LONGEST_SAID {
            return tokens;
        }
    }
    while at < range.end.min(sentence.range.1) {
        if let Some(date) = sentence.date_at(at) {
            at = without_date(sentence, at, date, &mut tokens);
            continue;
        }
        let word = sentence.words.written(at);
        let joined = is_joined(sentence, at);
        if sentence.is(at, Kind::Quote) {
            let inside = quotations.iter().find(|quotation| quotation.start == at);
            if inside.is_some_and(|quotation| !is_fit_to_report(sentence, quotation, said)) {
                break;
            }
        } else if sentence.is(at, Kind::Possessive) {
            tokens.last_mut().into_iter().for_each(|last| last.text.push_str(word));
        } else if matches!(word, "(" | "[") {
            let close = (at..range.end).find(|at| matches!(sentence.words.written(*at), ")" | "]"));
            at = close.unwrap_or(range.end);
        } else if word == "," {
            if in_list(sentence, at) {
                tokens.last_mut().into_iter().for_each(|last| last.text.push(','));
            } else if let Some(end) = insertion(sentence, at, range.end).filter(|_| !tokens.is_empty()) {
                at = end;
            } else if at > range.start {
                break;
            }
        } else if sentence.is_break(at) && !(joined && word == "–") {
            if !tokens.is_empty() || word != ":" {
                break;
            }
        } else if sentence.is(at, Kind::Mark) && !matches!(word, "$" | "£" | "€" | "%" | "–" | "/" | "&")
        {
            // Other marks say nothing in a headline.
        } else if !tokens.is_empty() && ends_clause(sentence, at, &tokens, range.end) {
            break;
        } else {
            match tokens.last_mut().filter(|_| joined) {
                Some(last) => last.text.push_str(word),
                None => tokens.push(Token { at, text: inner(sentence, at) }),
            }
        }
        at += 1;
    }
    tokens
}

/// A word as it is written within a sentence: without the capital of its first word.
fn inner(sentence: &Sentence<'_>, at: usize) -> String {
    let word = sentence.words.written(at);
    let opens =
        at == sentence.range.0 || sentence.before(at).is_some_and(|before| sentence.is(before, Kind::Quote));
    let common = sentence.mention_at(at).is_none() && sentence.words.class(at) != Class::default();
    if opens && common && sentence.words.capital(at) && word != "I" {
        word.to_lowercase()
    } else {
        word.to_owned()
    }
}

/// Passes over a date, and what hung on it: "over Friday's test" becomes "over the test".
fn without_date(sentence: &Sentence<'_>, at: usize, date: &Range<usize>, tokens: &mut Vec<Token>) -> usize {
    let next = date.end.max(at + 1);
    if sentence.is(next, Kind::Possessive) {
        if !tokens.is_empty() {
            tokens.push(Token { at: next, text: "the".to_owned() });
        }
        return next + 1;
    }
    let attributes = tokens.last().is_some_and(|last| sentence.has(last.at, Class::DETERMINER));
    if !attributes {
        drop_hanging(sentence, tokens);
    }
    next
}

/// ", worth 80 million euros, were": where what is put between two commas ends, if the verb follows.
fn insertion(sentence: &Sentence<'_>, comma: usize, end: usize) -> Option<usize> {
    let close = (comma + 2..end.min(comma + 14)).find(|at| sentence.lower(*at) == ",")?;
    let inside = comma + 1..close;
    let plain =
        inside.clone().all(|at| !sentence.is(at, Kind::Quote) && !sentence.has(at, Class::COORDINATOR));
    (plain && sentence.is_finite(close + 1)).then_some(close)
}

/// Whether a word stands close to the one before: "£1bn", "Norway–Oman".
fn is_joined(sentence: &Sentence<'_>, at: usize) -> bool {
    let list = &sentence.words.list;
    sentence.before(at).is_some_and(|before| {
        list[before].end == list[at].start
            && matches!(list[before].kind, Kind::Mark | Kind::Letters | Kind::Number)
            && !matches!(sentence.words.written(before), "(" | "[" | ")" | "]" | "," | "—" | ":")
    })
}

/// Takes away the small words on which a date hung.
fn drop_hanging(sentence: &Sentence<'_>, tokens: &mut Vec<Token>) {
    let hangs = |token: &Token| {
        matches!(
            sentence.lower(token.at),
            "on" | "in"
                | "of"
                | "during"
                | "at"
                | "from"
                | "since"
                | "late"
                | "early"
                | "by"
                | "until"
                | "for"
                | "over"
        )
    };
    while tokens.last().is_some_and(hangs) {
        tokens.pop();
    }
}

/// Whether the words of a quotation can stand without its marks: short, and not of "I" and "you".
fn is_fit_to_report(sentence: &Sentence<'_>, quotation: &Range<usize>, said: bool) -> bool {
    let longest = if said { LONGEST_SAID } else { LONGEST_QUOTE };
    let opens_condition = said && sentence.has(quotation.start + 1, Class::CONDITION);
    !is_personal(sentence, quotation) && !opens_condition && quotation.len() <= longest + 1
}

/// Whether words are of "I" and "you", as only a quotation can have them.
pub fn is_personal(sentence: &Sentence<'_>, words: &Range<usize>) -> bool {
    words.clone().any(|at| sentence.has(at, Class::FIRST_PERSON | Class::SECOND_PERSON))
}

/// Whether something new is told from a word on.
fn ends_clause(sentence: &Sentence<'_>, at: usize, tokens: &[Token], end: usize) -> bool {
    let word = sentence.lower(at);
    if word == "as" {
        return !(labels(sentence, tokens) && tokens.len() < 8);
    }
    if sentence.has(at, Class::COORDINATOR) {
        // What is reported has to have its verb first: "that A and B agreed".
        let opens = tokens.iter().any(|token| sentence.lower(token.at) == "that");
        let told = !opens || tokens.iter().any(|token| sentence.is_finite(token.at));
        return told && begins_clause(sentence, at + 1, end);
    }
    let new = matches!(
        word,
        "which"
            | "who"
            | "whom"
            | "whose"
            | "while"
            | "although"
            | "though"
            | "because"
            | "whereas"
            | "amid"
            | "unless"
            | "despite"
            | "including"
            | "noting"
            | "adding"
            | "saying"
            | "so"
            | "when"
            | "where"
    );
    new || counts_on(sentence, at)
}

/// Whether the words stand behind a verb that says what something is: "labels the offer as".
fn labels(sentence: &Sentence<'_>, tokens: &[Token]) -> bool {
    let verb = tokens.first().and_then(|first| sentence.before(first.at));
    let bases = [
        "describe",
        "label",
        "brand",
        "dismiss",
        "reject",
        "hail",
        "condemn",
        "denounce",
        "recognise",
        "recognize",
        "appoint",
        "reappoint",
        "elect",
        "inaugurate",
        "nominate",
        "name",
    ];
    let tells = |at: usize| sentence.senses(at).iter().any(|sense| bases.contains(&sense.base));
    verb.is_some_and(|at| tells(at) || sentence.before(at).is_some_and(tells))
}

/// "hours after", "a day later": a length of time before something else.
fn counts_on(sentence: &Sentence<'_>, at: usize) -> bool {
    let unit = |at: usize| {
        matches!(
            sentence.lower(at),
            "minutes"
                | "hours"
                | "days"
                | "weeks"
                | "months"
                | "years"
                | "hour"
                | "day"
                | "week"
                | "month"
                | "year"
        )
    };
    let order = |at: usize| matches!(sentence.lower(at), "after" | "before" | "later" | "earlier");
    let counts = |at: usize| unit(at) || unit(at + 1) || unit(at + 2);
    (sentence.lower(at) == "within" && counts(at + 1))
        || (unit(at) && order(at + 1))
        || ((sentence.has(at, Class::DETERMINER) || sentence.is(at, Kind::Number))
            && unit(at + 1)
            && order(at + 2))
}

/// What was spoken of: the first noun of a happening (with its word), or name, in a range.
pub fn matter(
    sentence: &Sentence<'_>,
    range: Range<usize>,
    skip: &[usize],
) -> Option<(String, Option<usize>)> {
    let noun = range.clone().find(|at| {
        sentence.senses(*at).iter().any(|sense| sense.part == Part::Noun && sense.form == Form::Base)
            && sentence.mention_at(*at).is_none()
            && !sentence.has(noun_phrase(sentence, *at), Class::FIRST_PERSON | Class::SECOND_PERSON)
            && !sentence.follows(noun_phrase(sentence, *at), Class::FIRST_PERSON)
            && sentence.lower(at.saturating_sub(1)) != "to"
    });
    let name = sentence
        .mentions()
        .find(|(index, mention)| range.contains(&mention.words.start) && !skip.contains(index));
    let words = match (noun, name) {
        (Some(noun), _) => {
            let start = noun_phrase(sentence, noun).max(range.start);
            let tokens = tokens(sentence, start..range.end, false);
            let mut tokens = tokens;
            tokens.retain(|token| {
                token.at > noun || !sentence.has(token.at, Class::IMAGINED | Class::POSSESSOR)
            });
            let end =
                tokens.iter().position(|token| token.at > noun && is_after_noun(sentence, token.at, noun));
            tokens.into_iter().take(end.unwrap_or(9).min(9)).collect::<Vec<_>>()
        }
        (None, Some((_, mention))) if mention.how != How::Adjective => {
            tokens(sentence, mention.words.clone(), false)
        }
        _ => return None,
    };
    let mut words = words;
    trim(sentence, &mut words);
    let words: Vec<String> = words.into_iter().map(|token| token.text).collect();
    (!words.is_empty()).then(|| (glue(&words), noun))
}

/// Behind a noun only "of", "on" and the like with a name go on with it.
fn is_after_noun(sentence: &Sentence<'_>, at: usize, noun: usize) -> bool {
    let links =
        matches!(sentence.lower(at), "of" | "on" | "with" | "between" | "against" | "and" | "in" | "the");
    !(links || sentence.mention_at(at).is_some()) || at > noun + 9
}

/// "in Geneva", where a place stands behind a verb.
pub fn place_behind(sentence: &Sentence<'_>, from: usize, to: usize) -> String {
    let place = sentence.mentions().find(|(_, mention)| {
        mention.how == How::Place && mention.words.start > from && mention.words.end <= to
    });
    let Some((_, mention)) = place else { return String::new() };
    let preposition = sentence.before(mention.words.start).filter(|at| sentence.has(*at, Class::PREPOSITION));
    let name = sentence.words.text[sentence.words.bytes(&mention.words)].replace('\n', " ");
    preposition.map_or_else(String::new, |at| format!("{} {name}", sentence.lower(at)))
}

/// Words with single spaces between them; "a" and "an" as the next word asks for.
pub fn glue(words: &[String]) -> String {
    let mut text = String::new();
    for (at, word) in words.iter().enumerate() {
        if at > 0 {
            text.push(' ');
        }
        let vowel = words.get(at + 1).is_some_and(|next| next.starts_with(['a', 'e', 'i', 'o']));
        match word.as_str() {
            "a" if vowel => text.push_str("an"),
            word => text.push_str(word),
        }
    }
    text
}
