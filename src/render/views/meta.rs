//! What the tags in the head of a page say to programs that show links or file pages.

use serde::Serialize;

use super::json_ld::event_of;
use crate::model::sitemap::PageKind;
use crate::render::PageMaker;

#[derive(Serialize)]
pub struct MetaView {
    /// The full address of the picture to be shown beside a link.
    image: Option<String>,
    /// The day on which the page was first published, ISO 8601.
    published: Option<String>,
    /// The day of its last change; that of publication, if it has not changed.
    modified: Option<String>,
}

pub fn view(r: &PageMaker<'_>, kind: &PageKind) -> MetaView {
    let event = event_of(r, kind);
    let image = match kind {
        PageKind::Event(at) => r.social_card_path(*at),
        _ => None,
    };
    let day = |day: chrono::NaiveDate| day.to_string();
    MetaView {
        image: image.map(|path| [&*r.timeline.config.base_url, &path].concat()),
        published: event.and_then(|event| event.published).map(day),
        modified: event.and_then(|event| event.changed.or(event.published)).map(day),
    }
}
