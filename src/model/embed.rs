//! Frames in which other sites show an event or a timeline: their size, and the HTML that makes one.
//!
//! Here because the event's page offers the same frame that `oembed.json` does.

use super::sitemap::Scope;
use super::url;

/// The size of a frame in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Frame {
    /// As wide as this where the page gives it the room.
    pub width: u32,
    /// As high as this.
    pub height: u32,
}

impl Frame {
    /// The frame that suits an event, or a list of events.
    pub fn of(scope: Scope) -> Self {
        match scope {
            Scope::Event(_) => Self { width: 600, height: 280 },
            Scope::Site | Scope::Entry(_) => Self { width: 600, height: 480 },
        }
    }
}

/// The HTML that shows the page at this address in a frame.
pub fn snippet(page_url: &str, title: &str, frame: Frame) -> String {
    let Frame { width, height } = frame;
    // Addresses are made of slugs, and need no escaping.
    let (src, title) = (url::embed(page_url), quick_xml::escape::escape(title));
    format!(
        "<iframe src=\"{src}\" width=\"{width}\" height=\"{height}\" title=\"{title}\" \
         loading=\"lazy\" style=\"border:0;max-width:100%\"></iframe>"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_cannot_leave_their_attribute() {
        let html = snippet("https://h.example/events/a/", "\"><script>&", Frame { width: 1, height: 2 });
        assert_eq!(
            html,
            "<iframe src=\"https://h.example/events/a/embed/\" width=\"1\" height=\"2\" \
             title=\"&quot;&gt;&lt;script&gt;&amp;\" loading=\"lazy\" style=\"border:0;max-width:100%\"></iframe>"
        );
    }
}
