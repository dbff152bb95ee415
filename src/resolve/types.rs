//! Which words of a headline point to which event type.
//!
//! A small lexicon of verbs and nouns: the first word that is in it decides.
//! The full one, with negation, plans and reported speech, belongs to `extract`.

use crate::model::event_type::EventType;

/// Stems and the type to which a word that begins so points. A stem that ends
/// in `$` is a whole word.
const STEMS: [(EventType, &[&str]); 20] = {
    use EventType as T;
    [
        (T::Agree, &["agree", "sign", "ratif", "deal$", "treaty", "accord", "pact$", "pledge"]),
        (
            T::Consult,
            &[
                "meet", "met$", "talks$", "summit", "visit", "call$", "calls$", "called$", "phone",
                "negotiat", "host", "confer$",
            ],
        ),
        (T::Support, &["back$", "backs$", "backed$", "support", "endors", "prais", "welcom", "congratulat"]),
        (T::Concede, &["conced", "eas$", "eases$", "eased$", "releas", "pardon", "relent"]),
        (T::Cooperate, &["cooperat", "trade$", "trades$", "exchang", "exercis"]),
        (T::Aid, &["aid$", "aids$", "deliver", "donat", "fund", "grant"]),
        (T::Retreat, &["withdraw", "withdrew$", "retreat", "ceasefire", "truce", "surrender"]),
        (T::Request, &["demand", "request", "urg", "appeal", "insist", "call on$"]),
        (T::Accuse, &["accus", "blam", "condemn", "denounc", "critic", "alleg"]),
        (T::Reject, &["reject", "refus", "dismiss", "deny$", "denies$", "denied$", "rebuff", "declin"]),
        (T::Threaten, &["threat", "warn", "vow"]),
        (T::Protest, &["protest", "demonstrat", "rall"]),
        (T::Sanction, &["sanction", "tariff", "embargo", "freez", "froze"]),
        (T::Mobilize, &["mobilis", "mobiliz", "parade", "deploy", "dock", "troops$", "docks$"]),
        (T::Coerce, &["annex", "seiz", "arrest", "detain", "ban$", "bans$", "banned$", "occup", "expel"]),
        (
            T::Assault,
            &[
                "attack", "strike", "struck$", "invad", "invasion", "bomb", "shell$", "shells$", "shelled$",
                "drone", "missile",
            ],
        ),
        (
            T::Statement,
            &[
                "say",
                "said$",
                "state$",
                "states$",
                "stated$",
                "tell",
                "told$",
                "announc",
                "declar",
                "comment",
                "remark",
                "statement",
            ],
        ),
        (T::Propose, &["propos", "offer", "suggest", "invit", "float"]),
        (T::Mediate, &["mediat", "broker"]),
        (T::Vote, &["vote", "voting", "elect", "referendum", "ballot"]),
    ]
};

/// The first word of the text that points to a type, with its range of bytes.
pub fn find(text: &str) -> Option<(EventType, std::ops::Range<usize>)> {
    let mut start = None;
    for (at, c) in text.char_indices().chain(std::iter::once((text.len(), ' '))) {
        match (start, c.is_alphabetic()) {
            (None, true) => start = Some(at),
            (Some(from), false) => {
                start = None;
                if let Some(kind) = type_of(&text[from..at]) {
                    return Some((kind, from..at));
                }
            }
            _ => {}
        }
    }
    None
}

fn type_of(word: &str) -> Option<EventType> {
    let word = word.to_lowercase();
    let fits = |stem: &str| match stem.strip_suffix('$') {
        Some(whole) => word == whole,
        None => word.strip_prefix(stem).is_some_and(|ending| ENDINGS.contains(&ending)),
    };
    STEMS.iter().find(|(_, stems)| stems.iter().any(|stem| fits(stem))).map(|(kind, _)| *kind)
}

/// What may follow a stem.
const ENDINGS: [&str; 24] = [
    "", "s", "es", "e", "ed", "d", "ing", "ies", "ied", "y", "er", "ers", "ion", "ions", "ation", "ations",
    "ment", "ments", "ize", "ise", "izes", "ises", "al", "ens",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_pointing_word_decides() {
        for (headline, expected) in [
            ("Putin says he has not ruled out meeting Zelenskyy", Some(EventType::Statement)),
            ("Russia and North Korea sign a defence treaty", Some(EventType::Agree)),
            ("Trump and Putin meet in Alaska", Some(EventType::Consult)),
            ("Kyiv rejects talks in Moscow", Some(EventType::Reject)),
            ("Ukraine refuses to meet", Some(EventType::Reject)),
            ("Lawmakers vote on the budget", Some(EventType::Vote)),
            ("Russia ratifies the treaty", Some(EventType::Agree)),
            ("Denmark's prime minister", None),
            ("A quiet day", None),
        ] {
            assert_eq!(find(headline).map(|found| found.0), expected, "{headline}");
        }
    }
}
