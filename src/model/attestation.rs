//! How well an event is attested: how many reports tell of it, how many independent origins they have, and whose they are.
//!
//! The classes stand here, with the texts that name and define them; the methodology page shows this table. Which reports
//! have one origin is decided in `merge/attestation.rs`.

/// How well an event is attested.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Attestation {
    /// How many articles tell of it.
    pub articles: usize,
    /// How many independent origins they have that are known by name.
    pub origins: usize,
    /// How many more there may be: articles that name neither publisher nor origin, copies of each other counted once.
    pub unnamed: usize,
    /// Countries of the origins, as far as they are known: ISO 3166-1 alpha-2, in order.
    pub countries: Vec<&'static str>,
    /// Whether these are the countries of all origins.
    pub all_countries: bool,
    /// Whether all origins are of one country, and that country takes part in the event.
    pub one_side: bool,
}

impl Attestation {
    /// How many independent origins there are at least; none where that is not known.
    pub fn at_least(&self) -> Option<usize> {
        match self.number()? {
            Attested::NotKnown => None,
            Attested::OneOrigin => Some(1),
            _ => Some(self.origins),
        }
    }

    /// The class by the number of origins; none where no article tells of it.
    fn number(&self) -> Option<Attested> {
        match (self.origins, self.unnamed) {
            (0, 0) => None,
            (0, 1) | (1, 0) => Some(Attested::OneOrigin),
            (0 | 1, _) => Some(Attested::NotKnown),
            _ => Some(Attested::SeveralOrigins),
        }
    }

    /// The classes that it is in: one by the number of origins, and perhaps that of one side.
    pub fn classes(&self) -> impl Iterator<Item = Attested> {
        self.number().into_iter().chain(self.one_side.then_some(Attested::OneSide))
    }
}

/// A class of events by how they are attested.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Attested {
    /// Two or more independent origins.
    SeveralOrigins,
    /// One origin only.
    OneOrigin,
    /// Only the press of one side of the event.
    OneSide,
    /// How many origins there are cannot be told.
    NotKnown,
}

impl Attested {
    /// All of them, in the order in which they are shown; each at its own index.
    pub const ALL: [Attested; 4] = [Self::SeveralOrigins, Self::OneOrigin, Self::OneSide, Self::NotKnown];

    /// As addresses, templates and data name it.
    pub fn id(self) -> &'static str {
        match self {
            Self::SeveralOrigins => "several-origins",
            Self::OneOrigin => "one-origin",
            Self::OneSide => "one-side",
            Self::NotKnown => "not-known",
        }
    }

    /// The texts that name and define it.
    pub fn texts(self) -> (&'static str, &'static str) {
        match self {
            Self::SeveralOrigins => ("attested_several", "means_attested_several"),
            Self::OneOrigin => ("attested_one_origin", "means_attested_one_origin"),
            Self::OneSide => ("attested_one_side", "means_attested_one_side"),
            Self::NotKnown => ("attested_not_known", "means_attested_not_known"),
        }
    }

    /// Whether readers are told of it wherever the event stands.
    pub fn is_warning(self) -> bool {
        matches!(self, Self::OneOrigin | Self::OneSide)
    }
}

/// What makes articles have one origin: the texts that say it, in the order in which they apply.
pub const SAME_ORIGIN: [&str; 4] =
    ["origin_named", "origin_publisher", "origin_quotations", "origin_unnamed"];

/// Who had each article first, as far as it is known.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Origins {
    /// By article: an index into `countries`.
    pub of_article: Vec<Option<u32>>,
    /// By origin: its country.
    pub countries: Vec<Option<&'static str>>,
}
