//! One page -> HTML, on demand.
//!
//! A page is rendered from the timeline alone, so pages can be made in any
//! order, in parallel, and forgotten at once. Templates see views (`views/`)
//! and nothing else; they escape what they print. No IO, no clock.

mod cite;
mod feed;
mod frame;
mod images;
mod inline;
mod listings;
mod markdown;
mod social_card;
mod templates;
mod texts;
mod views;

pub use social_card::END as PICTURE_END;

use std::cell::RefCell;
use std::ops::Deref;
use std::sync::{Arc, OnceLock};

use chrono::NaiveDate;
use listings::{Form, Listing, no_listings};
use markdown::Piece;
use serde::Serialize;
use tera::{Context, Tera, Value};

use crate::diagnostics::Diagnostic;
use crate::model::asset::Addresses;
use crate::model::date::{ClockTime, EventDate};
use crate::model::edit_links::EditLinks;
use crate::model::entry::{EntryKind, EntryRef};
use crate::model::event_type::EventType;
use crate::model::image::Images;
use crate::model::language::Language;
use crate::model::language::texts::Arg;
use crate::model::sitemap::{Page, PageKind, SiteMap};
use crate::model::source::{SourceFile, Span};
use crate::model::timeline::Timeline;
use crate::model::url;

/// The templates of a site, ready to be used.
pub struct Theme {
    tera: Tera,
    language: Arc<Language>,
    templates: Vec<templates::Template>,
    frames: frame::Frames,
}

impl Theme {
    /// Prepares the templates; `addresses` is what they find by `asset`, `images` has the size of the site's mark. Those that
    /// cannot be read are noted, and the built-in theme's are used in their stead.
    pub fn new(
        templates: &[SourceFile],
        fallback: &[SourceFile],
        timeline: &Timeline,
        language: &Arc<Language>,
        addresses: Addresses,
        images: &Images,
    ) -> (Self, Vec<Diagnostic>) {
        let base = timeline.config.base_path();
        let site = views::site::view(timeline, base, language, &addresses, images);
        let site = Value::from_serializable(&site);
        let asset = templates::asset(addresses, base);
        let (mut tera, templates, diagnostics) = templates::load(templates, fallback, language, asset);
        tera.global_context().insert_value("site", site);
        (Self { tera, language: language.clone(), templates, frames: frame::Frames::default() }, diagnostics)
    }
}

/// Renders the pages of one site.
pub struct Renderer {
    timeline: Timeline,
    sitemap: SiteMap,
    theme: Theme,
    images: Images,
    edit_links: Option<EditLinks>,
    styles: cite::Styles,
    base: String,
    /// How each event stands in lists, made when it is first needed and shared by all of them.
    listings: [Vec<Listing>; 3],
    /// Name and address of every entry, by kind.
    entries: [Vec<Value>; 3],
    /// Every type of event, in the order of the table.
    types: Vec<Value>,
}

impl Renderer {
    /// For a timeline, its addresses, a theme and the images of the site. With `edit_links`, pages say where their accounts stand.
    pub fn new(
        timeline: Timeline,
        sitemap: SiteMap,
        theme: Theme,
        images: Images,
        edit_links: Option<EditLinks>,
    ) -> Self {
        let base = timeline.config.base_path().to_owned();
        let styles = cite::Styles::new(&views::cite::website(&timeline.config));
        let listings = no_listings(timeline.events.len());
        let entries = EntryKind::ALL.map(|kind| {
            let values = timeline.entries(kind).iter();
            let link = |entry| views::LinkView::entry(kind, entry, &base, &theme.language);
            values.map(|entry| Value::from_serializable(&link(entry))).collect()
        });
        let types = EventType::ALL.iter().map(|kind| views::TypeView::new(*kind, &base, &theme.language));
        let types = types.map(|view| Value::from_serializable(&view)).collect();
        Self { timeline, sitemap, theme, images, edit_links, styles, base, listings, entries, types }
    }

    /// The language of the pages.
    pub fn language(&self) -> &Arc<Language> {
        &self.theme.language
    }

    /// The model that pages are made of.
    pub fn timeline(&self) -> &Timeline {
        &self.timeline
    }

    /// Every address.
    pub fn sitemap(&self) -> &SiteMap {
        &self.sitemap
    }

    /// The images that content may show.
    pub fn images(&self) -> &Images {
        &self.images
    }

    /// A piece of Markdown of this site.
    fn piece<'a>(&'a self, text: &'a str, span: Span) -> Piece<'a> {
        Piece { text, span, base: &self.base, images: Some(&self.images), ..Piece::default() }
    }

    /// Uses other templates in the same language from now on; returns those before.
    pub fn set_theme(&mut self, theme: Theme) -> Theme {
        self.listings = no_listings(self.timeline.events.len());
        std::mem::replace(&mut self.theme, theme)
    }

    /// The timeline, to be changed in place: in these events, and so that no address and no entry changes.
    pub fn timeline_mut(&mut self, events: &[u32]) -> &mut Timeline {
        for form in &mut self.listings {
            for at in events {
                form[*at as usize] = OnceLock::new();
            }
        }
        &mut self.timeline
    }

    /// Appends the HTML of one page.
    ///
    /// # Errors
    /// The template that failed, with its line and the page.
    ///
    /// # Panics
    /// Never on a page of this site's own map; exports and static files are not made by templates.
    pub fn page(&self, page: &Page, html: &mut Vec<u8>) -> Result<(), Box<Diagnostic>> {
        let maker = PageMaker { renderer: self, failure: RefCell::new(None) };
        let (template, context) = maker.context(page);
        if let Some(failure) = maker.failure.into_inner() {
            return Err(failure);
        }
        self.theme.tera.render_to(template, &context, html).map_err(|error| {
            Box::new(templates::render_error(&error, template, &page.path, &self.theme.templates))
        })
    }

    /// The address of a page within the site, from the host's root.
    fn link(&self, path: &str) -> String {
        [&self.base, path].concat()
    }
}

/// The renderer while it makes one page: what views ask for, and what failed meanwhile.
struct PageMaker<'a> {
    renderer: &'a Renderer,
    failure: RefCell<Option<Box<Diagnostic>>>,
}

impl Deref for PageMaker<'_> {
    type Target = Renderer;

    fn deref(&self) -> &Renderer {
        self.renderer
    }
}

impl PageMaker<'_> {
    fn context(&self, page: &Page) -> (&'static str, Context) {
        let t = &self.timeline;
        match &page.kind {
            PageKind::Home => ("home.html", self.with(page, views::home::view(self))),
            PageKind::Year(year) => ("period.html", self.with(page, views::period::year(self, *year))),
            PageKind::Month(year, month) => {
                ("period.html", self.with(page, views::period::month(self, *year, *month)))
            }
            PageKind::Day(day) => ("period.html", self.with(page, views::period::day(self, *day))),
            PageKind::Event(at) => ("event.html", self.with(page, views::event::view(self, *at))),
            PageKind::Withdrawn(at) => {
                ("withdrawn.html", self.with(page, views::withdrawn::view(self, &t.withdrawn[*at as usize])))
            }
            PageKind::Entries(kind) => ("entries.html", self.with(page, views::entry::index(self, *kind))),
            PageKind::Entry(at, slice) => {
                let template = match at.kind {
                    EntryKind::Actor => "actor.html",
                    EntryKind::Topic => "topic.html",
                    EntryKind::Place => "place.html",
                };
                (template, self.with(page, views::entry::view(self, *at, *slice)))
            }
            PageKind::Types => ("types.html", self.with(page, views::kinds::types(self))),
            PageKind::Type(kind, slice) => {
                ("type.html", self.with(page, views::kinds::event_type(self, *kind, *slice)))
            }
            PageKind::Publishers => ("publishers.html", self.with(page, views::kinds::publishers(self))),
            PageKind::Publisher(at) => (
                "publisher.html",
                self.with(page, views::kinds::publisher(self, &t.publishers[*at as usize])),
            ),
            PageKind::Article(at) => ("article.html", self.with(page, views::article::view(self, *at))),
            PageKind::Plain(at) => {
                ("page.html", self.with(page, views::plain::page(self, &t.pages[*at as usize])))
            }
            PageKind::Positions(year) => {
                ("positions.html", self.with(page, views::positions::view(self, *year)))
            }
            PageKind::Contacts(year) => {
                ("contacts.html", self.with(page, views::contacts::view(self, *year)))
            }
            PageKind::Agreements(year) => {
                ("agreements.html", self.with(page, views::agreements::view(self, *year)))
            }
            PageKind::Differences(slice) => {
                ("differences.html", self.with(page, views::difference::page(self, *slice)))
            }
            PageKind::Attestation(class, slice) => {
                ("attestation.html", self.with(page, views::attestation::page(self, *class, *slice)))
            }
            PageKind::Methodology => ("methodology.html", self.with(page, views::methodology::view(self))),
            PageKind::Search => ("search.html", self.with(page, views::plain::search(self))),
            PageKind::Data => ("data.html", self.with(page, views::data::view(self))),
            PageKind::EmbeddedEvent(at) => {
                ("embed-event.html", self.with(page, views::embed::event(self, *at)))
            }
            PageKind::EmbeddedTimeline(scope) => {
                ("embed-timeline.html", self.with(page, views::embed::timeline(self, *scope)))
            }
            PageKind::NotFound => ("404.html", self.with(page, views::plain::not_found(self))),
            PageKind::Redirect { to } => ("redirect.html", self.with(page, views::plain::redirect(self, to))),
            PageKind::Choice { to } => ("choice.html", self.with(page, views::lifetime::choice(self, to))),
            PageKind::Corrections => {
                ("corrections.html", self.with(page, views::lifetime::corrections(self)))
            }
            PageKind::Export(..) | PageKind::SocialCard(_) | PageKind::Static(_) | PageKind::Asset(_) => {
                unreachable!("exports, pictures and static files are not rendered by templates")
            }
        }
    }

    /// The context of a page: its head, and its body's view under `page`.
    fn with<V: Serialize>(&self, page: &Page, (head, view): (views::Head, V)) -> Context {
        let mut context = Context::new();
        let robots = page.kind.is_indexable();
        context.insert("head", &head);
        context.insert("meta", &views::meta::view(self, &page.kind));
        context.insert_value("json_ld", views::json_ld::view(self, page, &head).unwrap_or_else(Value::none));
        let theme = &self.theme;
        match theme.frames.of(&page.path, &theme.tera, &theme.templates) {
            Ok(frame) => context.insert_value("frame", frame),
            Err(failure) => self.failed(&failure),
        }
        context.insert_value("path", page.path.as_str().into());
        context.insert_value("canonical", [&*self.timeline.config.base_url, &page.path].concat().into());
        context.insert_value("indexable", robots.into());
        context.insert("embed", &views::embed::offered(self, page));
        context.insert("page", &view);
        context
    }

    /// A date as pages show it.
    fn date(&self, date: &EventDate, time: Option<ClockTime>) -> views::DateView {
        views::DateView::new(self.language(), date, time)
    }

    /// A name as HTML, set apart where it is written in the other direction than the page.
    fn isolated(&self, text: &str) -> Value {
        texts::name(self.language(), text)
    }

    /// A name that leads to the page at a path.
    fn named(&self, id: &str, name: String, path: &str) -> views::LinkView {
        views::LinkView::new(self.language(), id.to_owned(), name, self.link(path))
    }

    /// The page of the year, month or day that a day is in.
    fn period(&self, period: views::period::Period, day: NaiveDate) -> views::LinkView {
        let path = period.path(day);
        self.named(path.trim_end_matches('/'), period.title(self.language(), day), &path)
    }

    /// What search engines are told of a page with events.
    fn described(&self, page: &str, events: usize) -> String {
        let events = self.language().events(events);
        self.language()
            .say("description_events", &[("page", Arg::Text(page)), ("events", Arg::Text(&events))])
    }

    /// Notes that the page cannot be made; the first failure stands.
    fn failed(&self, failure: &Diagnostic) {
        self.failure.borrow_mut().get_or_insert_with(|| Box::new(failure.clone()));
    }

    /// The event with this id, if it is shown.
    fn event_by_id(&self, id: &str) -> Option<u32> {
        match self.sitemap.find(&url::event(id))?.kind {
            PageKind::Event(at) => Some(at),
            _ => None,
        }
    }

    /// A type of event.
    fn event_type(&self, kind: EventType) -> Value {
        self.types[kind as usize].clone()
    }

    /// Name and address of an entry.
    fn entry(&self, at: EntryRef) -> Value {
        self.entries[at.kind as usize][at.index as usize].clone()
    }

    /// Name and address of an actor.
    fn actor(&self, index: u32) -> Value {
        self.entry(EntryRef { kind: EntryKind::Actor, index })
    }

    /// Name and address of a topic.
    fn topic(&self, index: u32) -> Value {
        self.entry(EntryRef { kind: EntryKind::Topic, index })
    }

    /// Name and address of a place.
    fn place(&self, index: u32) -> Value {
        self.entry(EntryRef { kind: EntryKind::Place, index })
    }
}
