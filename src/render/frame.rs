//! What stands around pages: the head's common part, the header and the footer.
//! They differ only by the section of the site that a page belongs to, so each
//! is rendered once for a section.
//!
//! What they may not do: show anything of the page itself.

use std::sync::OnceLock;

use serde::Serialize;
use tera::{Context, Tera, Value};

use super::templates::{self, Template};
use crate::diagnostics::Diagnostic;

/// Folders that the site's menu leads to.
const SECTIONS: [&str; 10] = [
    "actors",
    "topics",
    "positions",
    "contacts",
    "differences",
    "agreements",
    "places",
    "types",
    "publishers",
    "search",
];

/// What stands around the pages of a section, each as safe HTML.
#[derive(Serialize)]
struct Frame {
    head: Value,
    header: Value,
    footer: Value,
}

/// All frames of a site, each made when it is first needed.
#[derive(Default)]
pub struct Frames {
    home: Made,
    elsewhere: Made,
    /// Of each section: its first page, and those within.
    sections: [[Made; 2]; SECTIONS.len()],
}

/// A frame as templates see it.
type Made = OnceLock<Result<Value, Box<Diagnostic>>>;

impl Frames {
    /// The frame of the page at a path.
    ///
    /// # Errors
    /// The template that failed.
    pub fn of(&self, path: &str, tera: &Tera, files: &[Template]) -> Result<Value, Box<Diagnostic>> {
        let (folder, rest) = path.split_once('/').unwrap_or((path, ""));
        let section = SECTIONS.iter().position(|section| *section == folder);
        let made = match section {
            _ if path.is_empty() => &self.home,
            None => &self.elsewhere,
            Some(at) => &self.sections[at][usize::from(!rest.is_empty())],
        };
        let make = || {
            let mut context = Context::new();
            context.insert_value("is_home", path.is_empty().into());
            context.insert_value("section", section.map_or_else(Value::none, |at| SECTIONS[at].into()));
            context.insert_value("is_within", (!rest.is_empty()).into());
            let render = |template| {
                tera.render(template, &context)
                    .map(|html| Value::safe_string(&html))
                    .map_err(|error| Box::new(templates::render_error(&error, template, path, files)))
            };
            let frame = Frame {
                head: render("head.html")?,
                header: render("header.html")?,
                footer: render("footer.html")?,
            };
            Ok(Value::from_serializable(&frame))
        };
        made.get_or_init(make).clone()
    }
}
