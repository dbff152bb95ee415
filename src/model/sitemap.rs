//! Every address of the site, once, and what stands there.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::attestation::Attested;
use super::data_format::{DataFormat, Dataset};
use super::entry::{EntryKind, EntryRef};
use super::event_type::EventType;

/// What stands at an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PageKind {
    /// The home page.
    Home,
    /// All events of a year, or its months if there are too many.
    Year(i32),
    /// All events of a month, or its days if there are too many.
    Month(i32, u32),
    /// All events of a day.
    Day(NaiveDate),
    /// An event; an index into `Timeline::events`.
    Event(u32),
    /// A withdrawn event; an index into `Timeline::withdrawn`.
    Withdrawn(u32),
    /// All entries of a kind.
    Entries(EntryKind),
    /// An entry with its events, or a part of a long list of them.
    Entry(EntryRef, Slice),
    /// All types.
    Types,
    /// The events of a type, or a part of them.
    Type(EventType, Slice),
    /// All publishers.
    Publishers,
    /// A publisher with its articles; an index into `Timeline::publishers`.
    Publisher(u32),
    /// An article; an index into `Timeline::articles`.
    Article(u32),
    /// A page of the editor's; an index into `Timeline::pages`.
    Plain(u32),
    /// Positions of actors on topics: the latest, or those at the end of a year.
    Positions(Option<i32>),
    /// Who met whom, or all contacts of a year.
    Contacts(Option<i32>),
    /// All agreements, or those that began in a year.
    Agreements(Option<i32>),
    /// On what sources differ, or a part of a long list of it.
    Differences(Slice),
    /// The events in a class of attestation, or a part of them.
    Attestation(Attested, Slice),
    /// By which rules the timeline is made, under the editor's page of that name if there is one.
    Methodology,
    /// How to find things.
    Search,
    /// What data there is.
    Data,
    /// An event in a frame of another site's page; an index into `Timeline::events`.
    EmbeddedEvent(u32),
    /// A list of events in a frame of another site's page.
    EmbeddedTimeline(Scope),
    /// The page that a server shows for an unknown address.
    NotFound,
    /// A page that leads from an old address to the new one.
    Redirect {
        /// Path of the page that is meant.
        to: String,
    },
    /// A page that leads from an old address to several new ones, for the reader to choose.
    Choice {
        /// Paths of the pages that may be meant; two or more.
        to: Vec<String>,
    },
    /// All corrections, under the editor's page of that name if there is one.
    Corrections,
    /// A file made by an exporter.
    Export(Export, Scope),
    /// The picture for those who share an event's link; an index into `Timeline::events`.
    SocialCard(u32),
    /// A static file; an index into `Sources::statics`.
    Static(u32),
    /// A static file under a name that tells its content; an index into `Assets`.
    Asset(u32),
}

impl PageKind {
    /// Whether search engines should list the page.
    pub fn is_indexable(&self) -> bool {
        !matches!(
            self,
            Self::NotFound
                | Self::Redirect { .. }
                | Self::Choice { .. }
                | Self::Export(..)
                | Self::SocialCard(_)
                | Self::Static(_)
                | Self::Asset(_)
                | Self::Withdrawn(_)
                | Self::EmbeddedEvent(_)
                | Self::EmbeddedTimeline(_)
        )
    }

    /// Whether it is rendered by a template.
    pub fn is_html(&self) -> bool {
        !matches!(self, Self::Export(..) | Self::SocialCard(_) | Self::Static(_) | Self::Asset(_))
    }
}

/// A part of a list of events that is too long for one page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Slice {
    /// The whole list, or the list of its years if it is too long.
    Whole,
    /// One year of it, or that year's months.
    Year(i32),
    /// One month of it.
    Month(i32, u32),
}

impl Slice {
    /// What it adds to the path of the whole list.
    pub fn path(self) -> String {
        match self {
            Self::Whole => String::new(),
            Self::Year(year) => super::url::year(year),
            Self::Month(year, month) => super::url::month(year, month),
        }
    }
}

/// Files made of the model, without templates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Export {
    /// `feed.xml`, RFC 4287.
    Atom,
    /// `feed.json`, JSON Feed 1.1.
    JsonFeed,
    /// `calendar.ics`, RFC 5545.
    Calendar,
    /// `sitemap.xml`, sitemaps.org 0.9; one file of at most 50,000 addresses, or an index of such.
    Sitemap,
    /// One of the files that a sitemap index names, from 1.
    SitemapPart(u32),
    /// `robots.txt`, RFC 9309.
    Robots,
    /// `_redirects`, as Netlify, Cloudflare Pages and others read it.
    Redirects,
    /// `_headers`, as the same hosts read it: how long files may be kept.
    Headers,
    /// `corrections/feed.xml`, RFC 4287.
    Corrections,
    /// `corrections/feed.json`, JSON Feed 1.1.
    CorrectionsJson,
    /// `opensearch.xml`, OpenSearch 1.1.
    OpenSearch,
    /// `oembed.json`, oEmbed 1.0.
    OEmbed,
    /// The events as data: `data/events.json` and its like.
    Data(DataFormat),
    /// JSON Schema of a data file.
    Schema(DataFormat),
    /// What is known beside the events: `data/positions.json` and its like.
    Dataset(Dataset),
    /// JSON Schema of such a file.
    DatasetSchema(Dataset),
}

impl Export {
    /// The feeds that the site, every actor and every topic have.
    pub const FEEDS: [Export; 3] = [Self::Atom, Self::JsonFeed, Self::Calendar];

    /// The export whose form of an event it uses.
    pub fn shares_with(self) -> Self {
        match self {
            Self::Data(DataFormat::JsonLines) => Self::Data(DataFormat::Json),
            other => other,
        }
    }

    /// The file, below the page of its scope.
    pub fn file(self) -> String {
        match self {
            Self::Atom => "feed.xml".into(),
            Self::JsonFeed => "feed.json".into(),
            Self::Calendar => "calendar.ics".into(),
            Self::Sitemap => "sitemap.xml".into(),
            Self::SitemapPart(part) => format!("sitemap-{part}.xml"),
            Self::Robots => "robots.txt".into(),
            Self::Redirects => "_redirects".into(),
            Self::Headers => "_headers".into(),
            Self::Corrections => "corrections/feed.xml".into(),
            Self::CorrectionsJson => "corrections/feed.json".into(),
            Self::OpenSearch => "opensearch.xml".into(),
            Self::OEmbed => "oembed.json".into(),
            Self::Data(format) => format!("data/{}", format.file()),
            Self::Schema(format) => format!("data/{}.schema.json", format.id()),
            Self::Dataset(set) => format!("data/{}.json", set.id()),
            Self::DatasetSchema(set) => format!("data/{}.schema.json", set.id()),
        }
    }
}

/// What an export or an embedded list is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    /// All events.
    Site,
    /// The events of an entry.
    Entry(EntryRef),
    /// One event; an index into `Timeline::events`.
    Event(u32),
}

/// One address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// Below the site's base path, without a slash at its head: `events/ID/`, `feed.xml`, empty for the home page.
    pub path: String,
    /// What stands there.
    pub kind: PageKind,
}

/// All addresses, in an order that depends on the content alone.
#[derive(Debug, Clone, Default)]
pub struct SiteMap {
    pages: Vec<Page>,
    by_path: HashMap<Box<str>, u32>,
}

/// A folder and the `index.html` in it are one address.
fn key(path: &str) -> &str {
    match path.strip_suffix("index.html") {
        Some(folder) if folder.is_empty() || folder.ends_with('/') => folder,
        _ => path,
    }
}

impl SiteMap {
    /// Adds an address.
    ///
    /// # Errors
    /// The page that stands there already, if one does.
    pub fn add(&mut self, path: String, kind: PageKind) -> Result<(), &Page> {
        if let Some(taken) = self.by_path.get(key(&path)) {
            return Err(&self.pages[*taken as usize]);
        }
        self.by_path.insert(key(&path).into(), u32::try_from(self.pages.len()).unwrap_or(u32::MAX));
        self.pages.push(Page { path, kind });
        Ok(())
    }

    /// Makes an old address lead to a page, or to one more page.
    ///
    /// # Errors
    /// What stands there already, if it is no redirect, or one to the same page.
    pub fn lead(&mut self, from: String, to: &str) -> Result<(), &PageKind> {
        let Some(taken) = self.by_path.get(key(&from)).map(|at| *at as usize) else {
            // The address is free, so this adds it.
            let _ = self.add(from, PageKind::Redirect { to: to.to_owned() });
            return Ok(());
        };
        let known = match &self.pages[taken].kind {
            PageKind::Redirect { to } => vec![to.clone()],
            PageKind::Choice { to } => to.clone(),
            _ => Vec::new(),
        };
        if known.is_empty() || known.iter().any(|known| known == to) {
            return Err(&self.pages[taken].kind);
        }
        let to = known.into_iter().chain([to.to_owned()]).collect();
        self.pages[taken].kind = PageKind::Choice { to };
        Ok(())
    }

    /// The pages that search engines should list, in order.
    pub fn indexable(&self) -> impl Iterator<Item = &Page> {
        self.pages.iter().filter(|page| page.kind.is_indexable())
    }

    /// Old addresses and where they lead.
    pub fn redirects(&self) -> impl Iterator<Item = (&str, &str)> {
        self.pages.iter().filter_map(|page| match &page.kind {
            PageKind::Redirect { to } => Some((page.path.as_str(), to.as_str())),
            _ => None,
        })
    }

    /// All pages.
    pub fn pages(&self) -> &[Page] {
        &self.pages
    }

    /// Whether there is a file of exactly this path.
    pub fn has_file(&self, file: &str) -> bool {
        self.by_path.contains_key(key(file))
    }

    /// The page at a path (or at the file `index.html` below it).
    pub fn find(&self, path: &str) -> Option<&Page> {
        self.by_path.get(key(path)).map(|at| &self.pages[*at as usize])
    }
}
