//! Contacts: meetings, calls and visits between actors, as they follow from an event.
//!
//! Plain data. What follows from what is decided in `merge/contacts.rs`, by one table of rules.

use super::source::Span;

/// How those in contact were in contact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Channel {
    /// Face to face.
    InPerson,
    /// By telephone or video.
    Call,
    /// Somebody goes between them.
    ThirdParty,
    /// Three sides or more, in whatever way.
    Multilateral,
}

impl Channel {
    /// All of them.
    pub const ALL: [Channel; 4] = [Self::InPerson, Self::Call, Self::ThirdParty, Self::Multilateral];

    /// As attributes, keys and data name it.
    pub fn id(self) -> &'static str {
        match self {
            Self::InPerson => "in-person",
            Self::Call => "call",
            Self::ThirdParty => "third-party",
            Self::Multilateral => "multilateral",
        }
    }
}

/// The value of `channel` that says that there was no contact: it was only planned, for one.
pub const NO_CONTACT: &str = "none";

/// At what level those in contact stand, the highest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Heads of states, governments and organisations.
    Leaders,
    /// Members of governments.
    Ministers,
    /// Envoys, advisers, officials.
    Experts,
}

impl Level {
    /// All of them.
    pub const ALL: [Level; 3] = [Self::Leaders, Self::Ministers, Self::Experts];

    /// As attributes, keys and data name it.
    pub fn id(self) -> &'static str {
        match self {
            Self::Leaders => "leaders",
            Self::Ministers => "ministers",
            Self::Experts => "experts",
        }
    }

    /// That of a deputy.
    #[must_use]
    pub fn lowered(self) -> Self {
        match self {
            Self::Leaders => Self::Ministers,
            Self::Ministers | Self::Experts => Self::Experts,
        }
    }
}

/// The rules by which a contact is known: what is found, and each rule with the text that says it, in the order in which
/// they are tried. `merge/contacts.rs` applies them, and a test holds the two together.
pub const RULES: [(&str, &[(&str, &str)]); 4] = [
    (
        "contact_channel",
        &[
            ("given", "contact_rule_given"),
            ("mediated", "contact_rule_mediated"),
            ("many-sides", "contact_rule_many_sides"),
            ("headline", "contact_rule_headline"),
            ("text", "contact_rule_text"),
        ],
    ),
    ("contact_level", &[("given", "contact_rule_given"), ("offices", "contact_rule_offices")]),
    ("contact_host", &[("given", "contact_rule_given"), ("country", "contact_rule_country")]),
    ("contact_mediator", &[("given", "contact_rule_given"), ("recipients", "contact_rule_recipients")]),
];

/// What the editor says of a contact, in a heading, in the front matter or in an overlay.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct GivenContact {
    /// `channel=none`: there was none.
    pub is_none: bool,
    /// `channel=`
    pub channel: Option<Channel>,
    /// `level=`
    pub level: Option<Level>,
    /// `host=`: an actor's id.
    pub host: Option<(String, Span)>,
    /// `mediator=`: actors' ids.
    pub mediators: Option<Vec<(String, Span)>>,
}

/// What an account says of a contact, in words that point to a channel, and by attributes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SaidOfContact {
    /// What is given.
    pub given: GivenContact,
    /// Words of the headline.
    pub headline: Option<Channel>,
    /// Words of the first paragraph.
    pub text: Option<Channel>,
}

/// A value, and the rule that gave it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ByRule<T> {
    /// The value.
    pub value: T,
    /// The rule's id.
    pub rule: &'static str,
}

/// One of those in contact: a state, an organisation, or a person who acts for none that is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Side {
    /// Index into the actors.
    pub actor: u32,
    /// Who acted for it on that day, or the person itself; indices into the actors.
    pub persons: Vec<u32>,
}

/// A meeting, a call or a visit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    /// Those in contact, in the order in which the event names them.
    pub sides: Vec<Side>,
    /// How, if it is known.
    pub channel: Option<ByRule<Channel>>,
    /// At what level, if it is known.
    pub level: Option<ByRule<Level>>,
    /// Who received the others; an index into the actors.
    pub host: Option<ByRule<u32>>,
    /// Who went between the sides; indices into the actors.
    pub mediators: Vec<u32>,
    /// Id of the rule that gave the mediators.
    pub mediator_rule: Option<&'static str>,
}

impl Contact {
    /// The pairs that were in contact, the lower index first: all sides with each other, and each mediator with each side.
    pub fn pairs(&self) -> Vec<(u32, u32)> {
        let sides: Vec<u32> = self.sides.iter().map(|side| side.actor).collect();
        let mut pairs = Vec::new();
        for (at, one) in sides.iter().enumerate() {
            let others = sides[at + 1..].iter().chain(&self.mediators).filter(|other| *other != one);
            pairs.extend(others.map(|other| (*one.min(other), *one.max(other))));
        }
        pairs
    }

    /// With whom an actor was in contact: a side, a mediator, or a person who acted for a side.
    pub fn with(&self, actor: u32) -> Vec<u32> {
        let acts_for = |side: &&Side| side.actor == actor || side.persons.contains(&actor);
        let own = self.sides.iter().find(acts_for).map_or(actor, |side| side.actor);
        let other = |(a, b): (u32, u32)| if a == own { Some(b) } else { (b == own).then_some(a) };
        self.pairs().into_iter().filter_map(other).collect()
    }

    /// All whom it concerns: sides, those who acted for them, and mediators; each once, in order.
    pub fn actors(&self) -> Vec<u32> {
        let sides = self.sides.iter().flat_map(|side| side.persons.iter().chain([&side.actor]));
        let mut all: Vec<u32> = sides.chain(&self.mediators).copied().collect();
        all.sort_unstable();
        all.dedup();
        all
    }
}
