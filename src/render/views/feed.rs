//! An event as feeds show it: all that is said of it, as HTML whose links are whole.

use serde::Serialize;

use super::event::links;
use crate::model::event::AccountRef;
use crate::model::url;
use crate::render::Renderer;
use crate::render::markdown::Piece;

#[derive(Serialize)]
pub struct FeedEntry<'a> {
    /// With the host.
    url: String,
    /// Whether the site's language runs from right to left: where this is shown it may not.
    rtl: bool,
    /// The date in words, with the clock time.
    when: String,
    /// Label of the type.
    label: &'a str,
    place: Option<&'a str>,
    actors: Vec<&'a str>,
    topics: Vec<&'a str>,
    /// The editor's own words, HTML.
    note: Option<String>,
    accounts: Vec<FeedAccount<'a>>,
    sources_differ: bool,
}

#[derive(Serialize)]
struct FeedAccount<'a> {
    title: &'a str,
    publisher: Option<&'a str>,
    /// The date in words.
    published: Option<String>,
    /// The report itself.
    link: Option<&'a str>,
    html: String,
    /// HTML.
    evidence: Vec<String>,
}

pub fn view(r: &Renderer, at: u32) -> FeedEntry<'_> {
    let t = &r.timeline;
    let event = t.event(at);
    let base = &t.config.base_url;
    let note = event.overlay.map(|at| &t.overlays[at as usize]).map(|overlay| {
        let (text, span) = (&*overlay.source.text, overlay.body);
        Piece { text, span, base, top: 3, ..Piece::default() }.to_html()
    });
    let language = r.language();
    let date = language.date(&event.date);
    FeedEntry {
        url: [base, &*url::event(&event.id)].concat(),
        rtl: language.direction() == "rtl",
        when: language.moment(&date, event.time).unwrap_or(date),
        label: language.event_type(event.event_type),
        place: event.place.map(|place| t.places[place as usize].name.as_str()),
        actors: event.participants.iter().map(|one| t.actors[one.actor as usize].name.as_str()).collect(),
        topics: event.topics.iter().map(|topic| t.topics[*topic as usize].name.as_str()).collect(),
        note: note.filter(|html| !html.trim().is_empty()),
        accounts: event.accounts.iter().map(|at| account(r, *at)).collect(),
        sources_differ: event.sources_differ(),
    }
}

fn account(r: &Renderer, at: AccountRef) -> FeedAccount<'_> {
    let (article, account) = (r.timeline.article(at.article), r.timeline.account(at));
    let meta = &article.meta;
    let piece = Piece {
        text: &meta.source.text,
        cuts: &account.cuts,
        references: &meta.references,
        base: &r.timeline.config.base_url,
        top: 4,
        ..Piece::default()
    };
    let evidence =
        account.evidence.iter().map(|quote| Piece { span: quote.span, cuts: &[], ..piece.clone() });
    FeedAccount {
        title: &meta.title,
        publisher: meta.publisher.as_deref(),
        published: meta.published.as_ref().map(|date| r.language().date(date)),
        link: meta.url.as_deref(),
        evidence: evidence.map(|quote| quote.quote_to_html()).collect(),
        html: Piece { span: account.body, links: links(r, account), ..piece.clone() }.to_html(),
    }
}
