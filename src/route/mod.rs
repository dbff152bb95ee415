//! The timeline -> every address, once.
//!
//! Decides which pages there are, refuses collisions, follows renamed ids and
//! holds the content against `permalinks.lock`. Renders nothing; no IO.

mod across;
mod assets;
mod lists;
mod permalinks;
mod redirects;
mod showing;

use std::collections::{BTreeMap, HashSet};

use chrono::Datelike;

use crate::diagnostics::{Code, Diagnostic};
use crate::model::asset::{Asset, AssetSource};
use crate::model::data_format::DataFormat;
use crate::model::date::Precision;
use crate::model::entry::{EntryKind, EntryRef};
use crate::model::event_type::EventType;
use crate::model::permalinks::{Permalinks, Record};
use crate::model::search;
use crate::model::sitemap::{Export, PageKind, Scope, SiteMap};
use crate::model::source::{SourceFile, StaticFile};
use crate::model::timeline::Timeline;
use crate::model::url::{self, is_slug};

pub use showing::{COUNTING, showing};

/// How many addresses one sitemap file may have (sitemaps.org).
pub const SITEMAP_LIMIT: usize = 50_000;

/// First parts of addresses that no plain page may take.
const RESERVED: [&str; 16] = [
    "events",
    "actors",
    "topics",
    "places",
    "types",
    "publishers",
    "articles",
    "search",
    "data",
    "embed",
    "pagefind",
    "positions",
    "contacts",
    "agreements",
    "differences",
    "attestation",
];

/// What `route` decides.
#[derive(Debug, Default)]
pub struct Routes {
    /// All addresses.
    pub sitemap: SiteMap,
    /// The ids that are published now, and those that ever were, with what is kept of events.
    pub permalinks: Permalinks,
    /// The static files that have a second name.
    pub assets: Vec<Asset>,
}

/// Decides all addresses.
///
/// `lock` is `permalinks.lock` as it was read, with its file; `records` is what
/// it is to keep of the events that are published now. With `locked`, whatever
/// would change the lock is an error. Each of `assets` gets a second address.
pub fn route(
    timeline: &Timeline,
    statics: &[StaticFile],
    assets: &[AssetSource],
    lock: Option<(&Permalinks, &SourceFile)>,
    records: &BTreeMap<String, Record>,
    locked: bool,
) -> (Routes, Vec<Diagnostic>) {
    let mut router = Router { timeline, sitemap: SiteMap::default(), diagnostics: Vec::new() };
    router.archive();
    router.events();
    router.lists();
    router.articles();
    router.fixed_pages();
    router.positions();
    router.contacts();
    router.agreements();
    router.differences();
    router.attestation();
    router.plain_pages();
    router.feeds();
    router.data();
    router.embeds();
    router.statics(statics);
    let assets = router.assets(assets);
    let old_ids = redirects::add(&mut router);
    router.site_files();
    let permalinks = permalinks::check(&mut router, old_ids, lock, records, locked);
    (Routes { sitemap: router.sitemap, permalinks, assets }, router.diagnostics)
}

struct Router<'a> {
    timeline: &'a Timeline,
    sitemap: SiteMap,
    diagnostics: Vec<Diagnostic>,
}

impl Router<'_> {
    /// Adds an address that only a mistake of the program could give twice.
    fn add(&mut self, path: String, kind: PageKind) {
        if let Err(taken) = self.sitemap.add(path.clone(), kind) {
            let message = format!("two pages have the address `/{}`", taken.path);
            self.diagnostics.push(Diagnostic::new(Code::UrlCollision, message).help("rename one of the two"));
        }
    }

    /// Adds an address that a file of the editor's asks for.
    fn add_file(&mut self, path: String, kind: PageKind, file: &str) {
        if let Err(taken) = self.sitemap.add(path, kind) {
            let owner = match &taken.kind {
                PageKind::Plain(page) => format!("`{}`", self.timeline.pages[*page as usize].source.path),
                PageKind::Redirect { to } => format!("the redirect to `/{to}`"),
                PageKind::Choice { .. } => "the redirect from an old id".to_owned(),
                _ => "a page that Dateline makes".to_owned(),
            };
            let message = format!("the address `/{}` is taken by {owner}", taken.path);
            let help = "rename the file, so that it gets another address";
            self.diagnostics.push(Diagnostic::new(Code::UrlCollision, message).in_file(file).help(help));
        }
    }

    /// Home, years, months and days.
    fn archive(&mut self) {
        self.add(String::new(), PageKind::Home);
        let (mut year, mut month, mut day) = (None, None, None);
        for event in &self.timeline.events {
            let first = event.date.first();
            let precision = event.date.precision();
            if year.replace(first.year()) != Some(first.year()) {
                self.add(url::year(first.year()), PageKind::Year(first.year()));
            }
            let this_month = (first.year(), first.month());
            if precision <= Precision::Month && month != Some(this_month) {
                month = Some(this_month);
                self.add(url::month(this_month.0, this_month.1), PageKind::Month(this_month.0, this_month.1));
            }
            if precision <= Precision::Days && day != Some(first) {
                day = Some(first);
                self.add(url::day(first), PageKind::Day(first));
            }
        }
    }

    fn events(&mut self) {
        for (at, event) in (0u32..).zip(&self.timeline.events) {
            self.add(url::event(&event.id), PageKind::Event(at));
            if self.timeline.config.options.embeds {
                // Beside the event, so that its folder is there when they are written.
                self.embed(&url::event(&event.id), PageKind::EmbeddedEvent(at), Scope::Event(at));
            }
            if self.timeline.config.options.social_cards {
                self.add(url::social_card(&event.id), PageKind::SocialCard(at));
            }
        }
        for (at, event) in (0u32..).zip(&self.timeline.withdrawn) {
            self.add(url::event(&event.id), PageKind::Withdrawn(at));
        }
    }

    /// Entries, types and publishers; long lists of events are split by time.
    fn lists(&mut self) {
        let timeline = self.timeline;
        for kind in EntryKind::ALL {
            self.add(format!("{}/", kind.folder()), PageKind::Entries(kind));
            for (index, entry) in (0u32..).zip(timeline.entries(kind)) {
                let at = EntryRef { kind, index };
                for slice in lists::slices(timeline, timeline.events_of(at)) {
                    self.add(url::entry(kind, &entry.id) + &slice.path(), PageKind::Entry(at, slice));
                }
            }
        }
        self.add("types/".into(), PageKind::Types);
        for kind in EventType::ALL.iter().copied().filter(|kind| !timeline.events_of_type(*kind).is_empty()) {
            for slice in lists::slices(timeline, timeline.events_of_type(kind)) {
                self.add(url::event_type(kind) + &slice.path(), PageKind::Type(kind, slice));
            }
        }
        self.add("publishers/".into(), PageKind::Publishers);
        for (at, publisher) in (0u32..).zip(&timeline.publishers) {
            self.add(url::publisher(&publisher.id), PageKind::Publisher(at));
        }
        // The address that a name had before the publisher got an entry leads on.
        let has_page = |slug: &str| timeline.publishers.binary_search_by(|known| known.id.as_str().cmp(slug));
        for (slug, at) in &timeline.index.publishers {
            let publisher = &timeline.publishers[*at as usize];
            // Two that claim one name are told of elsewhere.
            if has_page(slug).is_err() && is_slug(slug) {
                let to = url::publisher(&publisher.id);
                self.add(url::publisher(slug), PageKind::Redirect { to });
            }
        }
    }

    fn articles(&mut self) {
        for (at, article) in (0u32..).zip(&self.timeline.articles) {
            self.add(url::article(&article.meta.id), PageKind::Article(at));
        }
    }

    fn fixed_pages(&mut self) {
        self.add("search/".into(), PageKind::Search);
        self.add("data/".into(), PageKind::Data);
        self.add(url::CORRECTIONS.into(), PageKind::Corrections);
        self.add(url::METHODOLOGY.into(), PageKind::Methodology);
        self.add("404.html".into(), PageKind::NotFound);
    }

    fn plain_pages(&mut self) {
        for (at, page) in (0u32..).zip(&self.timeline.pages) {
            let is_year = page.id.len() == 4 && page.id.bytes().all(|b| b.is_ascii_digit());
            if RESERVED.contains(&page.id.as_str()) || is_year {
                let message = format!("the address `/{}/` belongs to Dateline", page.id);
                let diagnostic = Diagnostic::new(Code::UrlCollision, message).in_file(&page.source.path);
                self.diagnostics.push(diagnostic.help("rename the file"));
                continue;
            }
            let path = format!("{}/", page.id);
            if ![url::CORRECTIONS, url::METHODOLOGY].contains(&path.as_str()) {
                self.add_file(path, PageKind::Plain(at), &page.source.path);
            }
        }
    }

    fn feeds(&mut self) {
        let timeline = self.timeline;
        for feed in Export::FEEDS {
            self.add(feed.file(), PageKind::Export(feed, Scope::Site));
            for kind in [EntryKind::Actor, EntryKind::Topic] {
                for (index, entry) in (0u32..).zip(timeline.entries(kind)) {
                    let scope = Scope::Entry(EntryRef { kind, index });
                    self.add(url::entry(kind, &entry.id) + &feed.file(), PageKind::Export(feed, scope));
                }
            }
        }
        for corrections in [Export::Corrections, Export::CorrectionsJson] {
            self.add(corrections.file(), PageKind::Export(corrections, Scope::Site));
        }
    }

    /// The events as data: all of them with the schemas, and those of each actor.
    fn data(&mut self) {
        let timeline = self.timeline;
        for format in DataFormat::ALL {
            for file in [Export::Data(format), Export::Schema(format)] {
                self.add(file.file(), PageKind::Export(file, Scope::Site));
            }
            for (index, actor) in (0u32..).zip(&timeline.actors) {
                let scope = Scope::Entry(EntryRef { kind: EntryKind::Actor, index });
                let path = url::entry(EntryKind::Actor, &actor.id) + format.file();
                self.add(path, PageKind::Export(Export::Data(format), scope));
            }
        }
    }

    /// What other sites can show in a frame beside events: each actor's timeline, the whole one.
    fn embeds(&mut self) {
        let timeline = self.timeline;
        if !timeline.config.options.embeds {
            return;
        }
        for (index, actor) in (0u32..).zip(&timeline.actors) {
            let scope = Scope::Entry(EntryRef { kind: EntryKind::Actor, index });
            self.embed(&url::entry(EntryKind::Actor, &actor.id), PageKind::EmbeddedTimeline(scope), scope);
        }
        self.embed("", PageKind::EmbeddedTimeline(Scope::Site), Scope::Site);
    }

    fn embed(&mut self, page: &str, kind: PageKind, scope: Scope) {
        self.add(page.to_owned() + &Export::OEmbed.file(), PageKind::Export(Export::OEmbed, scope));
        self.add(url::embed(page), kind);
    }

    fn statics(&mut self, statics: &[StaticFile]) {
        let files: HashSet<&str> = statics.iter().map(|file| file.path.as_str()).collect();
        let folders = self.folders_among(&files);
        for (at, file) in (0u32..).zip(statics) {
            let shown = format!("static/{}", file.path);
            let below_a_file =
                file.path.match_indices('/').any(|(end, _)| self.sitemap.has_file(&file.path[..end]));
            if below_a_file || folders.contains(file.path.as_str()) {
                let message = format!("`/{}` would be a file and a folder at once", file.path);
                let diagnostic = Diagnostic::new(Code::UrlCollision, message).in_file(&shown);
                self.diagnostics.push(diagnostic.help("rename the file"));
                continue;
            }
            if RESERVED.contains(&file.path.as_str()) || file.path.starts_with(search::FOLDER) {
                let message = format!("the address `/{}` belongs to Dateline", file.path);
                let diagnostic = Diagnostic::new(Code::UrlCollision, message).in_file(&shown);
                self.diagnostics.push(diagnostic.help("rename the file"));
                continue;
            }
            self.add_file(file.path.clone(), PageKind::Static(at), &shown);
        }
    }

    /// The static files under their second names.
    fn assets(&mut self, sources: &[AssetSource]) -> Vec<Asset> {
        let mut assets = assets::name(sources);
        // What has no address under its plain name has no other either.
        assets.retain(|asset| self.sitemap.has_file(&asset.plain));
        for (at, asset) in (0u32..).zip(&assets) {
            self.add_file(asset.named.clone(), PageKind::Asset(at), &format!("static/{}", asset.plain));
        }
        assets
    }

    /// Those of the files that are folders of pages at the same time.
    fn folders_among<'f>(&self, files: &HashSet<&'f str>) -> HashSet<&'f str> {
        let pages = self.sitemap.pages().iter();
        let folders = pages.flat_map(|page| page.path.match_indices('/').map(|(end, _)| &page.path[..end]));
        folders.filter_map(|folder| files.get(folder).copied()).collect()
    }

    /// Files about all the others; a static file of the same name comes before them.
    fn site_files(&mut self) {
        let pages = self.sitemap.indexable().count();
        let parts = if pages > SITEMAP_LIMIT { pages.div_ceil(SITEMAP_LIMIT) } else { 0 };
        let parts = (1..=parts).map(|part| Export::SitemapPart(u32::try_from(part).unwrap_or(u32::MAX)));
        let search = self.timeline.config.options.search.then_some(Export::OpenSearch);
        let fixed = [Export::Robots, Export::Redirects, Export::Headers, Export::Sitemap];
        for file in fixed.into_iter().chain(search).chain(parts) {
            if self.sitemap.find(&file.file()).is_none() {
                self.add(file.file(), PageKind::Export(file, Scope::Site));
            }
        }
    }
}
