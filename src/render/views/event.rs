//! The page of an event.

use serde::Serialize;
use tera::Value;

use super::agreements::{self, DueView};
use super::attestation::{self, AttestationView};
use super::contacts;
use super::difference::{self, DifferenceView};
use super::entry::{PortraitView, portrait};
use super::extent::{self, ExtentView};
use super::lifetime::{self, HistoryView};
use super::nearby::{self, AroundView};
use super::period::Period;
use super::thread;
use super::versions;
use super::{DateView, Head, LinkView, shorten};
use crate::model::article::{Account, Article, Evidence, Position};
use crate::model::date::Precision;
use crate::model::entry::{Details, EntryRef};
use crate::model::event::{AccountRef, Event, Participant, Status};
use crate::model::markdown::first_paragraph;
use crate::model::publisher::publisher_slug;
use crate::model::url;
use crate::render::markdown::Piece;
use crate::render::{PageMaker, Renderer};

#[derive(Serialize)]
pub struct EventView {
    id: String,
    title: String,
    title_html: Value,
    date: DateView,
    /// What the date covers; none for a day without doubt.
    extent: Option<ExtentView>,
    #[serde(rename = "type")]
    kind: Value,
    place: Option<Value>,
    country: Option<String>,
    status: &'static str,
    draft: bool,
    /// The year, month and day that it stands under, as far as they are known.
    up: Vec<LinkView>,
    /// The editor's own words, HTML.
    summary: Option<String>,
    actors: Vec<ParticipantView>,
    topics: Vec<Value>,
    accounts: Vec<AccountView>,
    positions: Vec<PositionView>,
    /// Who met whom, if it is a contact.
    contact: Option<contacts::ContactItem>,
    /// The step that it is in the life of an agreement, if it is one.
    agreement: Option<agreements::StepOf>,
    /// What it sets a date for, and what it reports as done.
    due: Vec<DueView>,
    met: Vec<DueView>,
    /// The events that are linked with it by answers, itself among them, in order of time.
    thread: Vec<thread::ThreadItem>,
    /// Whether the thread has more than these.
    thread_is_cut: bool,
    /// Whether it proposes something and nobody has answered.
    unanswered: bool,
    differences: Vec<DifferenceView>,
    /// The fields on which somebody differs.
    disputed: Vec<&'static str>,
    /// Who differs from whom: `accounts` among themselves, only the `editors` from them, or `nobody`.
    between: &'static str,
    /// Whether the accounts differ among themselves, and not only the editors from all of them.
    sources_differ: bool,
    /// How well it is attested.
    attestation: Option<AttestationView>,
    /// The events before and after: in the timeline, then for each main actor for whom they are others.
    around: Vec<AroundView>,
    /// What else happened on that day; empty where the day is not known.
    same_day: Vec<Value>,
    /// How many more events there are on that day.
    more_that_day: usize,
    permalink: String,
    /// How the page is cited.
    cite: super::cite::CiteView,
    /// How many different articles tell of it.
    articles: usize,
    history: HistoryView,
    /// How it stood on earlier days, newest first; empty where nothing has been corrected.
    versions: Vec<versions::VersionView>,
}

#[derive(Serialize)]
struct ParticipantView {
    entry: Value,
    /// Office held on that day.
    office: Option<Value>,
    recipient: bool,
    portrait: Option<PortraitView>,
}

#[derive(Serialize)]
struct AccountView {
    /// Anchor on the page.
    anchor: String,
    headline: String,
    headline_html: Value,
    date: DateView,
    article: SourceView,
    html: String,
    evidence: Vec<EvidenceView>,
    draft: bool,
    /// Only in the preview.
    edit: Option<EditView>,
}

/// Where an account stands, for who edits it.
#[derive(Serialize)]
struct EditView {
    /// `content/articles/ID.md:12`
    place: String,
    /// Opens an editor there.
    url: Option<String>,
}

/// A quotation.
#[derive(Serialize)]
struct EvidenceView {
    html: String,
    /// The passage in the report itself.
    link: Option<String>,
}

/// An article as a source.
#[derive(Serialize)]
pub struct SourceView {
    /// The article's own page on this site.
    pub url: String,
    pub title: String,
    pub title_html: Value,
    pub publisher: Option<LinkView>,
    pub author: Option<Value>,
    pub origin: Option<Value>,
    pub published: Option<DateView>,
    /// The report itself.
    pub link: Option<String>,
    pub archive: Option<String>,
}

/// What an actor wants on a topic.
#[derive(Serialize, Clone)]
pub struct PositionView {
    pub actor: Value,
    pub topic: Value,
    pub html: String,
    /// What it depends on, HTML.
    pub conditions: Vec<String>,
    pub article: LinkView,
}

pub fn view(r: &PageMaker<'_>, at: u32) -> (Head, EventView) {
    let event = r.timeline.event(at);
    let lone = event.accounts.len() == 1;
    let accounts: Vec<AccountView> =
        event.accounts.iter().enumerate().map(|(nth, at)| account(r, event, (nth, *at), lone)).collect();
    let mut articles: Vec<u32> = event.accounts.iter().map(|at| at.article).collect();
    articles.dedup();
    let (same_day, more_that_day) = nearby::same_day(r, at);
    let (due, met) = agreements::due_of(r, at);
    let (thread, thread_is_cut) = thread::view(r, at);
    let view = EventView {
        id: event.id.clone(),
        title: event.headline.clone(),
        title_html: r.isolated(&event.headline),
        date: r.date(&event.date, event.time),
        extent: extent::view(&event.date),
        kind: r.event_type(event.event_type),
        place: event.place.map(|place| r.place(place)),
        country: event.place.and_then(|place| country(r, place)),
        status: event.status.id(),
        draft: event.status == Status::Draft,
        up: periods(r, event),
        summary: summary(r, event),
        actors: event
            .participants
            .iter()
            .map(|participant| participant_view(r, event, *participant))
            .collect(),
        topics: event.topics.iter().map(|topic| r.topic(*topic)).collect(),
        accounts,
        contact: contacts::item(r, at),
        agreement: agreements::step_of(r, at),
        due,
        met,
        thread,
        thread_is_cut,
        unanswered: thread::is_unanswered(r, at),
        positions: event.accounts.iter().flat_map(|at| positions(r, *at)).collect(),
        differences: event
            .differences
            .iter()
            .map(|difference| difference::view(r, event, difference))
            .collect(),
        disputed: difference::disputed(event),
        between: difference::between(event),
        sources_differ: event.sources_differ(),
        attestation: attestation::view(r, &event.attestation),
        around: nearby::around(r, at),
        same_day,
        more_that_day,
        permalink: [&*r.timeline.config.base_url, &url::event(&event.id)].concat(),
        cite: super::cite::event(r, event),
        articles: articles.len(),
        history: lifetime::view(r, event),
        versions: versions::view(r, event),
    };
    (Head { title: event.headline.clone(), description: description(r, event), feeds: None }, view)
}

/// The pages of the year, month and day that an event stands under.
fn periods(r: &PageMaker<'_>, event: &Event) -> Vec<LinkView> {
    let (day, precision) = (event.date.first(), event.date.precision());
    let mut periods = vec![r.period(Period::Year, day)];
    if precision <= Precision::Month {
        periods.push(r.period(Period::Month, day));
    }
    if precision == Precision::Day {
        periods.push(r.period(Period::Day, day));
    }
    periods
}

/// The editor's own words on an event, HTML.
pub fn summary(r: &PageMaker<'_>, event: &Event) -> Option<String> {
    let overlay = &r.timeline.overlays[event.overlay? as usize];
    let piece = Piece { top: 3, ..r.piece(&overlay.source.text, overlay.body) };
    Some(piece.to_html()).filter(|html| !html.trim().is_empty())
}

/// The first words of the first account's text.
fn description(r: &PageMaker<'_>, event: &Event) -> String {
    let date = r.language().date(&event.date);
    let text = event.accounts.first().map(|at| {
        let account = r.timeline.account(*at);
        let body = account.body.of(&r.timeline.article(at.article).meta.source.text).trim_start();
        // Only the first paragraph is shown, so only that is read.
        first_paragraph(body.split_once("\n\n").map_or(body, |(first, _)| first))
    });
    shorten(
        &[
            &date,
            r.language().text("colon"),
            text.as_deref().filter(|text| !text.is_empty()).unwrap_or(&event.headline),
        ]
        .concat(),
        200,
    )
}

fn country(r: &PageMaker<'_>, place: u32) -> Option<String> {
    match &r.timeline.places[place as usize].details {
        Details::Place { country: Some(code), .. } => r.language().country(code).map(str::to_owned),
        _ => None,
    }
}

fn participant_view(r: &PageMaker<'_>, event: &Event, participant: Participant) -> ParticipantView {
    let actor = &r.timeline.actors[participant.actor as usize];
    let office = actor.roles_held(&event.date).first().map(|role| r.isolated(&role.title));
    ParticipantView {
        entry: r.actor(participant.actor),
        office,
        recipient: participant.recipient,
        portrait: portrait(r, actor),
    }
}

fn account(r: &PageMaker<'_>, event: &Event, (nth, at): (usize, AccountRef), lone: bool) -> AccountView {
    let (article, account) = (r.timeline.article(at.article), r.timeline.account(at));
    let file = &article.meta.source;
    let piece = Piece {
        cuts: &account.cuts,
        links: links(r, account),
        references: &article.meta.references,
        top: if lone { 3 } else { 4 },
        ..r.piece(&file.text, account.body)
    };
    let quote = |evidence: &Evidence| {
        let references = &article.meta.references;
        let piece = Piece { references, top: 5, ..r.piece(&file.text, evidence.span) };
        let link = article.meta.url.as_ref().map(|report| url::passage(report, &evidence.words));
        EvidenceView { html: piece.quote_to_html(), link }
    };
    AccountView {
        anchor: r.timeline.anchor(event, nth),
        headline: account.headline.clone(),
        headline_html: r.isolated(&account.headline),
        date: r.date(&account.date, account.time),
        article: source(r, article),
        html: piece.to_html(),
        evidence: account.evidence.iter().map(quote).collect(),
        draft: account.draft,
        edit: r.edit_links.as_ref().map(|links| {
            let line = file.line(account.heading.start as usize);
            EditView { place: format!("{}:{line}", file.path), url: links.link(&file.path, line) }
        }),
    }
}

/// Where the names in an account lead, from the site's root.
pub fn links(r: &Renderer, account: &Account) -> Vec<(crate::model::source::Span, String)> {
    let address = |entry: &EntryRef| format!("/{}", url::entry(entry.kind, &r.timeline.entry(*entry).id));
    account.links.iter().map(|(span, entry)| (*span, address(entry))).collect()
}

/// An article as a source.
pub fn source(r: &PageMaker<'_>, article: &Article) -> SourceView {
    let meta = &article.meta;
    SourceView {
        url: r.link(&url::article(&meta.id)),
        title: meta.title.clone(),
        title_html: r.isolated(&meta.title),
        publisher: meta.publisher.as_ref().map(|name| {
            let id =
                r.timeline.publisher(name).map_or_else(|| publisher_slug(name), |known| known.id.clone());
            r.named(&id, name.clone(), &url::publisher(&id))
        }),
        author: meta.author.as_deref().map(|author| r.isolated(author)),
        origin: meta.origin.as_deref().map(|origin| r.isolated(origin)),
        published: meta.published.as_ref().map(|date| r.date(date, None)),
        link: meta.url.clone(),
        archive: meta.archive_url.clone(),
    }
}

/// An article under the name of its publisher.
pub fn article_link(r: &PageMaker<'_>, at: u32) -> LinkView {
    let meta = &r.timeline.article(at).meta;
    let name = meta.publisher.clone().unwrap_or_else(|| meta.title.clone());
    r.named(&meta.id, name, &url::article(&meta.id))
}

/// The positions that an account states.
pub fn positions(r: &PageMaker<'_>, at: AccountRef) -> Vec<PositionView> {
    r.timeline.account(at).positions.iter().map(|position| position_view(r, at, position)).collect()
}

/// One position.
pub fn position_view(r: &PageMaker<'_>, at: AccountRef, position: &Position) -> PositionView {
    let article = r.timeline.article(at.article);
    let references = &article.meta.references;
    let html = |part| Piece { references, top: 5, ..r.piece(&article.meta.source.text, part) }.to_html();
    PositionView {
        actor: r.actor(position.actor),
        topic: r.topic(position.topic),
        html: html(position.text),
        conditions: position.conditions.iter().map(|part| html(*part)).collect(),
        article: article_link(r, at.article),
    }
}
