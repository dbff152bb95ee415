//! Words that tell of a happening and point to an event type: one table.
//!
//! The types are those of PLOVER (Political Language Ontology for Verifiable Event Records) and
//! the four beside them. Verbs are inflected here. What the words mean in a sentence (negation,
//! plans, who did it) is not decided here.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::event_type::EventType;

/// How a word of the table tells of a happening.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// What somebody does: "signed".
    Verb,
    /// A verb of speech: what follows is told, not done.
    Say,
    /// A verb whose type is that of its object: "held talks".
    Light,
    /// Something begins, ends or takes place.
    Change,
    /// A happening by its name: "summit".
    Noun,
    /// Tells of a happening only as the object of a light verb: "launched drones".
    Object,
}

/// Which form of a verb a word is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Form {
    /// "sign"; also the form of nouns.
    Base,
    /// "signs".
    Present,
    /// "signed", where past and participle are one.
    PastOrParticiple,
    /// "withdrew".
    Past,
    /// "withdrawn".
    Participle,
    /// "signing".
    Ing,
}

/// One meaning of a word form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sense {
    /// The type; none for a light verb.
    pub event_type: Option<EventType>,
    /// How it tells of a happening.
    pub part: Part,
    /// Which form it is.
    pub form: Form,
    /// The base form, without the particle.
    pub base: &'static str,
    /// Words of which one has to follow soon: "on" in "call on"; separated by `/`.
    pub particle: Option<&'static str>,
}

impl Sense {
    /// Whether this is one of the words that has to follow.
    pub fn takes(&self, word: &str) -> bool {
        self.particle.is_some_and(|particles| particles.split('/').any(|particle| particle == word))
    }
}

static TABLE: LazyLock<HashMap<String, Vec<Sense>>> = LazyLock::new(|| {
    let mut table: HashMap<String, Vec<Sense>> = HashMap::new();
    for (kind, part, words) in rows() {
        let Some(part) = part_of(part) else { continue };
        for word in words.split('|') {
            add(&mut table, EventType::from_id(kind), part, word);
        }
    }
    table
});

/// Nouns with the verb that tells the same: "annexation", "annex".
static ACTS: LazyLock<HashMap<&'static str, &'static str>> = LazyLock::new(|| {
    let acts = rows().filter(|(_, part, _)| *part == "act").flat_map(|(.., words)| words.split('|'));
    acts.filter_map(|pair| pair.split_once('=')).collect()
});

fn rows() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    let lines = include_str!("happening_words.tsv").lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| {
        let mut columns = line.split('\t');
        Some((columns.next()?, columns.next()?, columns.next()?))
    })
}

fn part_of(name: &str) -> Option<Part> {
    Some(match name {
        "verb" => Part::Verb,
        "say" => Part::Say,
        "light" => Part::Light,
        "change" => Part::Change,
        "noun" => Part::Noun,
        "object" => Part::Object,
        _ => return None,
    })
}

fn add(
    table: &mut HashMap<String, Vec<Sense>>,
    event_type: Option<EventType>,
    part: Part,
    word: &'static str,
) {
    let mut forms = word.split(':');
    let head = forms.next().unwrap_or_default();
    let (base, particle) =
        head.split_once('~').map_or((head, None), |(base, particle)| (base, Some(particle)));
    let mut put = |form, text: String| {
        table.entry(text).or_default().push(Sense { event_type, part, form, base, particle });
    };
    put(Form::Base, base.to_owned());
    if matches!(part, Part::Noun | Part::Object) {
        if let Some(plural) = plural(base) {
            put(Form::Base, plural);
        }
        return;
    }
    put(Form::Present, third_person(base));
    match (forms.next(), forms.next()) {
        (Some(past), Some(participle)) => {
            put(Form::Past, past.to_owned());
            put(Form::Participle, participle.to_owned());
            put(Form::Ing, ing(base, past));
        }
        (past, _) => {
            let past = past.map_or_else(|| regular_past(base), str::to_owned);
            put(Form::Ing, ing(base, &past));
            put(Form::PastOrParticiple, past);
            if doubles_l(base) {
                put(Form::Ing, format!("{base}ling"));
                put(Form::PastOrParticiple, format!("{base}led"));
            }
        }
    }
}

/// "travelled": as British English has it, beside "traveled".
fn doubles_l(base: &str) -> bool {
    let stem = base.strip_suffix('l').unwrap_or_default();
    let vowels = stem.chars().filter(|c| is_vowel(*c)).count();
    let single = stem.ends_with(['a', 'e', 'i', 'o'])
        && !stem.get(..stem.len() - 1).unwrap_or_default().ends_with(is_vowel);
    let two_syllables = stem.ends_with("ia") || stem.ends_with("ue");
    vowels > 1 && (single || two_syllables)
}

fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u')
}

/// "treaties"; nothing for a plural.
fn plural(noun: &str) -> Option<String> {
    let is_plural = noun.ends_with('s') && !noun.ends_with("ss");
    (!is_plural).then(|| third_person(noun))
}

/// "signs", "ratifies", "reaches".
pub fn third_person(base: &str) -> String {
    match base {
        "have" => return "has".to_owned(),
        "be" => return "is".to_owned(),
        _ => {}
    }
    if let Some(stem) = consonant_y(base) {
        return format!("{stem}ies");
    }
    let hisses = ["s", "x", "z", "ch", "sh", "do", "go", "to"].iter().any(|end| base.ends_with(end));
    format!("{base}{}", if hisses { "es" } else { "s" })
}

fn regular_past(base: &str) -> String {
    match consonant_y(base) {
        Some(stem) => format!("{stem}ied"),
        None if base.ends_with('e') => format!("{base}d"),
        None => format!("{base}ed"),
    }
}

/// "signing"; a consonant that is doubled in the past is doubled here.
fn ing(base: &str, past: &str) -> String {
    let doubled =
        past.strip_suffix("ed").filter(|stem| stem.len() == base.len() + 1 && stem.starts_with(base));
    if let Some(stem) = doubled {
        return format!("{stem}ing");
    }
    match base {
        "hit" | "quit" | "set" | "swap" | "get" => format!("{base}{}ing", &base[base.len() - 1..]),
        "die" | "lie" | "tie" => format!("{}ying", &base[..1]),
        _ if base.ends_with("ee") => format!("{base}ing"),
        _ => format!("{}ing", base.strip_suffix('e').unwrap_or(base)),
    }
}

fn consonant_y(base: &str) -> Option<&str> {
    let stem = base.strip_suffix('y')?;
    (!stem.ends_with(['a', 'e', 'i', 'o', 'u'])).then_some(stem)
}

/// All meanings of a word in small letters, in the order of the table.
pub fn senses(word: &str) -> &'static [Sense] {
    TABLE.get(word).map_or(&[], Vec::as_slice)
}

/// The verb that tells of the same as a noun in small letters: "annex" for "annexation".
pub fn verb_of_noun(noun: &str) -> Option<&'static str> {
    ACTS.get(noun).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbs_are_inflected() {
        for (word, base, form) in [
            ("ratified", "ratify", Form::PastOrParticiple),
            ("ratifies", "ratify", Form::Present),
            ("committing", "commit", Form::Ing),
            ("met", "meet", Form::PastOrParticiple),
            ("withdrew", "withdraw", Form::Past),
            ("withdrawn", "withdraw", Form::Participle),
            ("seizing", "seize", Form::Ing),
            ("agreeing", "agree", Form::Ing),
            ("hitting", "hit", Form::Ing),
            ("reaches", "reach", Form::Present),
            ("annexed", "annex", Form::PastOrParticiple),
            ("travelled", "travel", Form::PastOrParticiple),
            ("labeling", "label", Form::Ing),
        ] {
            let found = senses(word).iter().find(|sense| sense.form == form);
            assert_eq!(found.map(|sense| sense.base), Some(base), "{word}");
        }
    }

    #[test]
    fn every_type_has_words() {
        for kind in EventType::ALL {
            assert!(TABLE.values().flatten().any(|sense| sense.event_type == Some(*kind)), "{}", kind.id());
        }
        // An empty word in the table would make words of bare endings.
        assert!(["", "s", "ed", "ing"].iter().all(|word| senses(word).is_empty()));
        assert!(senses("treaties").iter().any(|sense| sense.part == Part::Noun));
        assert!(senses("negotiations").iter().all(|sense| sense.event_type == Some(EventType::Consult)));
    }

    #[test]
    fn particles_are_kept() {
        let called = senses("called");
        assert!(called.iter().any(|sense| sense.particle == Some("on/for/upon")));
        assert_eq!(verb_of_noun("annexation"), Some("annex"));
        assert!(called.iter().all(|sense| sense.part == Part::Noun || sense.particle.is_some()));
    }
}
