//! Small words of English by what they do in a clause: closed classes, from `grammar.tsv`.
//!
//! Looked up once a word; what a word does in its sentence is decided in `clause`.

use std::collections::HashMap;
use std::ops::BitOr;
use std::sync::LazyLock;

/// What a word can do: a set of classes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Class(u64);

macro_rules! classes {
    ($($(#[$doc:meta])* $name:ident $id:literal)*) => {
        #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
        #[repr(u8)]
        enum Number { $($name,)* }

        impl Class {
            $($(#[$doc])* pub const $name: Self = Self(1 << (Number::$name as u64));)*
        }

        const NAMES: &[(&str, Class)] = &[$(($id, Class::$name),)*];
    };
}

classes! {
    /// "of", "in".
    PREPOSITION "preposition"
    /// Articles and the like.
    DETERMINER "determiner"
    /// "the", "a", "an".
    ARTICLE "article"
    /// "two", "dozens".
    NUMBER "number"
    /// "his", "their".
    POSSESSOR "possessor"
    /// Joins clauses of one rank: "and".
    COORDINATOR "coordinator"
    /// Opens a clause in which nothing has to have happened: "if".
    CONDITION "condition"
    /// Opens a clause that depends on another.
    SUBORDINATOR "subordinator"
    /// Stands for a noun before it: "who".
    RELATIVE "relative"
    /// Says when, before a noun or a clause: "after".
    TEMPORAL "temporal"
    /// Leaves open whether a thing happens: "would".
    HYPOTHETICAL "hypothetical"
    /// Puts a thing in the future: "will".
    FUTURE "future"
    /// "… to do" says that a thing is planned: "set to".
    PLAN "plan"
    /// Denies.
    NEGATION "negation"
    /// Says that a thing was done often or long ago, which makes it background.
    HABIT "habit"
    /// May stand within a verb group.
    ADVERB "adverb"
    /// "has".
    HAVE "have"
    /// "having".
    HAVING "having"
    /// "is".
    BE_NOW "be-now"
    /// "was", "been".
    BE_THEN "be-then"
    /// "be", "being".
    BE "be"
    /// "did".
    DO "do"
    /// "he", "she".
    PRONOUN "pronoun"
    /// "it", "they".
    THING_PRONOUN "thing-pronoun"
    /// "I", "our".
    FIRST_PERSON "first-person"
    /// "you".
    SECOND_PERSON "second-person"
    /// Says that a thing is new, so that it belongs to the time of the report.
    RECENT "recent"
    /// Before a noun: the thing is only thought of.
    IMAGINED "imagined"
    /// Before a noun: one of many, or of long ago.
    INDEFINITE "indefinite"
    /// As a subject it makes the clause an opinion or an analysis.
    OBSERVER "observer"
    /// The past of a verb that has no ending for it.
    PAST "past"
    /// People, or a body or a thing of theirs, that act without being named.
    PERSON "person"
    /// "two", "both".
    PAIR "pair"
    /// Days of the week and months.
    CALENDAR "calendar"
    /// A plural without an s.
    PLURAL "plural"
    /// Ends in -ly, and is no adverb.
    NO_ADVERB "no-adverb"
}

impl BitOr for Class {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl Class {
    /// "has", "was", "did" and the like.
    pub const AUXILIARY: Self =
        Self(Self::HAVE.0 | Self::HAVING.0 | Self::BE_NOW.0 | Self::BE_THEN.0 | Self::BE.0 | Self::DO.0);

    /// Whether the word is in one of these classes.
    pub fn is(self, others: Self) -> bool {
        self.0 & others.0 != 0
    }

    /// The classes of a word in small letters.
    pub fn of(word: &str) -> Self {
        let listed = TABLE.get(word).copied().unwrap_or_default();
        let is_adverb = word.len() > 4 && word.ends_with("ly") && !listed.is(Self::NO_ADVERB);
        let denies = word.ends_with("n't") || word.ends_with("n’t");
        let add = |condition: bool, class: Self| if condition { class } else { Self::default() };
        listed | add(is_adverb || listed.is(Self::HABIT), Self::ADVERB) | add(denies, Self::NEGATION)
    }
}

static TABLE: LazyLock<HashMap<&'static str, Class>> = LazyLock::new(|| {
    let mut table: HashMap<&str, Class> = HashMap::new();
    for line in include_str!("grammar.tsv").lines().filter(|line| !line.starts_with('#')) {
        let Some((name, words)) = line.split_once('\t') else { continue };
        let Some((_, class)) = NAMES.iter().find(|(known, _)| *known == name) else { continue };
        for word in words.split('|') {
            let classes = table.entry(word).or_default();
            *classes = *classes | *class;
        }
    }
    table
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_have_classes() {
        assert!(Class::of("the").is(Class::ARTICLE) && Class::of("the").is(Class::DETERMINER));
        assert!(Class::of("quickly").is(Class::ADVERB) && !Class::of("ally").is(Class::ADVERB));
        assert!(Class::of("didn’t").is(Class::NEGATION) && Class::of("didn’t").is(Class::AUXILIARY));
        assert_eq!(Class::of("treaty"), Class::default());
    }

    #[test]
    fn every_class_is_in_the_table() {
        let table = include_str!("grammar.tsv");
        let known = |name: &str| NAMES.iter().any(|(known, _)| *known == name);
        for line in table.lines().filter(|line| !line.starts_with('#')) {
            assert!(line.split_once('\t').is_some_and(|(name, _)| known(name)), "{line}");
        }
        for (name, _) in NAMES {
            assert!(table.lines().any(|line| line.starts_with(&format!("{name}\t"))), "{name}");
        }
    }
}
