//! Publishers: who published articles, or had them first.
//!
//! An article names its publisher in words; an entry in `content/publishers/` says more of it. Names are the same if
//! they make the same slug.

use super::source::{SourceFile, Span};
use super::url::slug;

/// What makes publishers of the same name the same.
pub fn publisher_slug(name: &str) -> String {
    match slug(name) {
        id if id.is_empty() => "unnamed".to_owned(),
        id => id,
    }
}

/// What is known of a publisher: `content/publishers/ID.md`.
#[derive(Debug, Clone)]
pub struct PublisherEntry {
    /// The file's stem: a slug.
    pub id: String,
    /// The name that pages show.
    pub name: String,
    /// Where `name:` stands in the file.
    pub name_span: Span,
    /// Other names by which articles may call it, with where they stand in the file.
    pub aliases: Vec<(String, Span)>,
    /// ISO 3166-1 alpha-2 code.
    pub country: Option<String>,
    /// What it is.
    pub kind: Option<PublisherKind>,
    /// Its own address.
    pub url: Option<String>,
    /// The file.
    pub source: SourceFile,
    /// The description: a part of the file, Markdown.
    pub body: Span,
}

impl PublisherEntry {
    /// Name and aliases, with where they stand; the id counts as a name too.
    pub fn names(&self) -> impl Iterator<Item = (&str, Span)> {
        let own = [(self.name.as_str(), self.name_span), (self.id.as_str(), self.name_span)];
        own.into_iter().chain(self.aliases.iter().map(|(alias, span)| (alias.as_str(), *span)))
    }
}

/// What a publisher is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PublisherKind {
    /// A news agency, whose reports others publish.
    Wire,
    /// A newspaper.
    Newspaper,
    /// A magazine.
    Magazine,
    /// Radio or television.
    Broadcaster,
    /// A site on the web and no more.
    Website,
    /// A government, or a body of one.
    Government,
    /// An international organisation.
    Organisation,
    /// A think tank or a university.
    Institute,
}

impl PublisherKind {
    /// All of them.
    pub const ALL: [PublisherKind; 8] = [
        Self::Wire,
        Self::Newspaper,
        Self::Magazine,
        Self::Broadcaster,
        Self::Website,
        Self::Government,
        Self::Organisation,
        Self::Institute,
    ];

    /// The value in the front matter.
    pub fn id(self) -> &'static str {
        match self {
            Self::Wire => "wire",
            Self::Newspaper => "newspaper",
            Self::Magazine => "magazine",
            Self::Broadcaster => "broadcaster",
            Self::Website => "website",
            Self::Government => "government",
            Self::Organisation => "organisation",
            Self::Institute => "institute",
        }
    }

    /// The text that names it.
    pub fn text(self) -> &'static str {
        match self {
            Self::Wire => "publisher_wire",
            Self::Newspaper => "publisher_newspaper",
            Self::Magazine => "publisher_magazine",
            Self::Broadcaster => "publisher_broadcaster",
            Self::Website => "publisher_website",
            Self::Government => "publisher_government",
            Self::Organisation => "publisher_organisation",
            Self::Institute => "publisher_institute",
        }
    }
}

/// A publisher of articles, or one who had them first and has an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Publisher {
    /// The entry's id, else the slug of the name.
    pub id: String,
    /// The name: the entry's, else as the first of its articles by id writes it.
    pub name: String,
    /// Index into the entries of publishers.
    pub entry: Option<u32>,
    /// The articles that it published, by date of publication, those without a date last.
    pub articles: Vec<u32>,
    /// The articles of others that it had first, likewise; only with an entry.
    pub originated: Vec<u32>,
}
