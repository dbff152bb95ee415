//! The types of events: one table of id, label, definition and class.
//!
//! Sixteen are PLOVER's (Political Language Ontology for Verifiable Event
//! Records); four more are what diplomacy needs beside them. The class gives
//! the colour and the word that a page shows. No lexicon here: which words
//! point to a type is in `resolve`.

/// Verbal or material, cooperation or conflict: PLOVER's four quads, and neutral talk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// Words that bring sides nearer.
    VerbalCooperation,
    /// Deeds that bring sides nearer.
    MaterialCooperation,
    /// Words against each other.
    VerbalConflict,
    /// Deeds against each other.
    MaterialConflict,
    /// Neither: something was said.
    Neutral,
}

impl Class {
    /// All classes.
    pub const ALL: [Class; 5] = [
        Self::VerbalCooperation,
        Self::MaterialCooperation,
        Self::VerbalConflict,
        Self::MaterialConflict,
        Self::Neutral,
    ];

    /// As an id in data and CSS classes.
    pub fn id(self) -> &'static str {
        match self {
            Self::VerbalCooperation => "verbal-cooperation",
            Self::MaterialCooperation => "material-cooperation",
            Self::VerbalConflict => "verbal-conflict",
            Self::MaterialConflict => "material-conflict",
            Self::Neutral => "neutral",
        }
    }

    /// In words.
    pub fn label(self) -> &'static str {
        match self {
            Self::VerbalCooperation => "verbal cooperation",
            Self::MaterialCooperation => "material cooperation",
            Self::VerbalConflict => "verbal conflict",
            Self::MaterialConflict => "material conflict",
            Self::Neutral => "statement",
        }
    }
}

macro_rules! event_types {
    ($($variant:ident $id:literal $label:literal $class:ident $definition:literal)*) => {
        /// What kind of thing happened.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum EventType { $(#[doc = $definition] $variant,)* }

        impl EventType {
            /// All types, in the order of the table.
            pub const ALL: &'static [EventType] = &[$(EventType::$variant,)*];

            /// The id that headings, front matter, URLs and data use.
            pub fn id(self) -> &'static str { match self { $(Self::$variant => $id,)* } }

            /// The label that pages show.
            pub fn label(self) -> &'static str { match self { $(Self::$variant => $label,)* } }

            /// What counts as this type, in one sentence.
            pub fn definition(self) -> &'static str { match self { $(Self::$variant => $definition,)* } }

            /// Its class.
            pub fn class(self) -> Class { match self { $(Self::$variant => Class::$class,)* } }
        }
    };
}

event_types! {
    Agree "agree" "Agreement" VerbalCooperation "Sides agree, sign or ratify something."
    Consult "consult" "Meeting" VerbalCooperation "Sides meet, call, visit or negotiate."
    Support "support" "Support" VerbalCooperation "A side backs, praises or stands by another in words."
    Concede "concede" "Concession" VerbalCooperation "A side gives way, eases a demand or releases someone."
    Cooperate "cooperate" "Cooperation" MaterialCooperation "Sides work together in deeds: trade, exercises, exchange."
    Aid "aid" "Aid" MaterialCooperation "A side gives material help: money, arms, relief."
    Retreat "retreat" "Withdrawal" MaterialCooperation "A side withdraws forces, ceases fire or ends a measure."
    Request "request" "Demand" VerbalConflict "A side asks for, appeals for or demands something."
    Accuse "accuse" "Accusation" VerbalConflict "A side accuses, blames or condemns another."
    Reject "reject" "Rejection" VerbalConflict "A side rejects, dismisses or refuses something."
    Threaten "threaten" "Threat" VerbalConflict "A side warns of or threatens an act against another."
    Protest "protest" "Protest" MaterialConflict "People or institutions protest, rally or strike."
    Sanction "sanction" "Sanction" MaterialConflict "A side imposes, extends or tightens restrictions."
    Mobilize "mobilize" "Mobilisation" MaterialConflict "A side moves, shows or raises forces without using them."
    Coerce "coerce" "Coercion" MaterialConflict "A side seizes, annexes, arrests, bans or otherwise compels."
    Assault "assault" "Attack" MaterialConflict "A side uses force."
    Statement "statement" "Statement" Neutral "A side says where it stands, without turning to or against another."
    Propose "propose" "Proposal" VerbalCooperation "A side offers or suggests a step, a meeting or terms."
    Mediate "mediate" "Mediation" VerbalCooperation "A third party brings sides together or offers to."
    Vote "vote" "Vote" Neutral "A body votes, elects or decides by ballot."
}

impl EventType {
    /// The type with this id.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.id() == id)
    }
}
