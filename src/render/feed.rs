//! An event as feeds show it: a component, rendered by itself, on no page.
//!
//! No head, no frame, no class: what is printed here stands in other programs.

use tera::Context;

use super::{Renderer, templates, views};
use crate::diagnostics::Diagnostic;
use crate::model::url;

impl Renderer {
    /// An event as HTML that can stand on any page, its links whole: for feeds.
    ///
    /// # Errors
    /// The template that failed.
    pub fn feed_entry(&self, at: u32) -> Result<String, Box<Diagnostic>> {
        let mut context = Context::new();
        context.insert("event", &views::feed::view(self, at));
        self.theme.tera.render_component("feed_entry", &context, None, true).map_err(|error| {
            let (path, files) = (url::event(&self.timeline.event(at).id), &self.theme.templates);
            Box::new(templates::render_error(&error, "components/feed-entry.html", &path, files))
        })
    }
}
