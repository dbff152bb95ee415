//! The formats in which the events are published as data.
//!
//! Ids, file names and media types stand here; what a format holds is in `export`, and the words for
//! it are in the texts of the pages and in the command line's help.

/// The version of what the data files hold and of their schemas: the first number changes when a
/// reader of the files may break, the second when something is added.
pub const SCHEMA_VERSION: &str = "1.1";

/// A format of the events.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DataFormat {
    /// JSON (RFC 8259): all that there is.
    Json,
    /// JSON Lines: the same, an event a line.
    JsonLines,
    /// CSV (RFC 4180): an event a row.
    Csv,
    /// GeoJSON (RFC 7946): events whose place has coordinates.
    GeoJson,
    /// JSON-LD 1.1 in the terms of schema.org.
    JsonLd,
    /// What the TimelineJS viewer takes.
    TimelineJs,
}

/// What is known of the timeline beside its events, as a JSON file of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Dataset {
    /// Who demands, offers or refuses what, in order of time.
    Positions,
    /// Who met whom, in order of time.
    Contacts,
    /// What was agreed between whom, and what is due.
    Agreements,
    /// On what accounts differ, in order of time.
    Differences,
}

impl Dataset {
    /// All of them.
    pub const ALL: [Dataset; 4] = [Self::Positions, Self::Contacts, Self::Agreements, Self::Differences];

    /// As templates name it, and its file without the ending.
    pub fn id(self) -> &'static str {
        match self {
            Self::Positions => "positions",
            Self::Contacts => "contacts",
            Self::Agreements => "agreements",
            Self::Differences => "differences",
        }
    }
}

impl DataFormat {
    /// All formats.
    pub const ALL: [DataFormat; 6] =
        [Self::Json, Self::JsonLines, Self::Csv, Self::GeoJson, Self::JsonLd, Self::TimelineJs];

    /// As it is named on the command line and to templates.
    pub fn id(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::JsonLines => "jsonl",
            Self::Csv => "csv",
            Self::GeoJson => "geojson",
            Self::JsonLd => "jsonld",
            Self::TimelineJs => "timelinejs",
        }
    }

    /// The file's name: below `data/` for the whole timeline, beside an actor's page for the actor's events.
    pub fn file(self) -> &'static str {
        match self {
            Self::Json => "events.json",
            Self::JsonLines => "events.jsonl",
            Self::Csv => "events.csv",
            Self::GeoJson => "events.geojson",
            Self::JsonLd => "events.jsonld",
            Self::TimelineJs => "timeline.json",
        }
    }

    /// What people call it, with the standard that it keeps to.
    pub fn name(self) -> &'static str {
        match self {
            Self::Json => "JSON (RFC 8259)",
            Self::JsonLines => "JSON Lines",
            Self::Csv => "CSV (RFC 4180), UTF-8",
            Self::GeoJson => "GeoJSON (RFC 7946)",
            Self::JsonLd => "JSON-LD 1.1, schema.org",
            Self::TimelineJs => "TimelineJS 3",
        }
    }

    /// The media type that IANA lists, or that the format's users send.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Json | Self::TimelineJs => "application/json",
            Self::JsonLines => "application/jsonl",
            Self::Csv => "text/csv",
            Self::GeoJson => "application/geo+json",
            Self::JsonLd => "application/ld+json",
        }
    }
}
