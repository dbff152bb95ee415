//! `site.yaml`, as values.

use chrono_tz::Tz;

use super::article::Given;

/// The site's settings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Config {
    /// Name of the site.
    pub title: String,
    /// One or two sentences on what it is, plain text.
    pub description: String,
    /// Where it is published: `https://host/` or `https://host/path/`; ends in `/`.
    pub base_url: String,
    /// BCP 47 tag of the content's language.
    pub language: String,
    /// The zone in which clock times without an offset are meant.
    pub timezone: Tz,
    /// Address of the image beside the site's title: `/images/mark.svg`, with its place in the file.
    pub mark: Given<String>,
    /// Who answers for it.
    pub editor: Option<Editor>,
    /// The organisation that publishes it, where that is another than who answers for it.
    pub publisher: Option<Organisation>,
    /// Under what terms the content may be reused.
    pub licence: Option<Licence>,
    /// Further options.
    pub options: Options,
}

/// Who answers for the site.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Editor {
    /// A person's or a newsroom's name.
    pub name: String,
    /// Where to write.
    pub email: Option<String>,
    /// A page about them.
    pub url: Option<String>,
}

/// Who publishes the site.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Organisation {
    /// Its name.
    pub name: String,
    /// Its own site.
    pub url: Option<String>,
}

/// A licence by name and address.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Licence {
    /// As people call it: `CC BY 4.0`.
    pub name: String,
    /// Its text.
    pub url: Option<String>,
}

/// `options:` in `site.yaml`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// How many of the latest events the home page shows.
    pub latest: usize,
    /// Whether likely duplicates are reported.
    pub duplicate_hints: bool,
    /// Whether events and timelines can be shown in frames of other sites' pages.
    pub embeds: bool,
    /// The longest list of events on one page; longer ones are split by time.
    pub longest_list: usize,
    /// Whether the site has a full-text search.
    pub search: bool,
    /// Whether every event gets a picture for those who share its link.
    pub social_cards: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            latest: 100,
            duplicate_hints: true,
            longest_list: 250,
            search: true,
            embeds: true,
            social_cards: true,
        }
    }
}

impl Default for Config {
    fn default() -> Self {
        Self {
            title: "Untitled timeline".into(),
            description: String::new(),
            base_url: "http://localhost/".into(),
            language: "en".into(),
            timezone: Tz::UTC,
            mark: None,
            editor: None,
            publisher: None,
            licence: None,
            options: Options::default(),
        }
    }
}

impl Config {
    /// The path part of `base_url`, with a slash at both ends: `/` or `/talks/`.
    pub fn base_path(&self) -> &str {
        let after_scheme = self.base_url.find("://").map_or(0, |at| at + 3);
        self.base_url[after_scheme..].find('/').map_or("/", |at| &self.base_url[after_scheme + at..])
    }
}
