//! The header and the footer of pages. They differ only by the section of the
//! site that a page belongs to, so each is rendered once for a section.
//!
//! What they may not do: show anything of the page itself.

use std::sync::OnceLock;

use tera::{Context, Tera, Value};

use super::templates;
use crate::diagnostics::Diagnostic;
use crate::model::source::SourceFile;

/// Folders that the site's menu leads to.
const SECTIONS: [&str; 6] = ["actors", "topics", "places", "types", "publishers", "search"];

/// The header and the footer of the pages of one section.
#[derive(Clone)]
pub struct Frame {
    /// Safe HTML.
    pub header: Value,
    /// Safe HTML.
    pub footer: Value,
}

/// All frames of a site, each made when it is first needed.
#[derive(Default)]
pub struct Frames {
    home: Made,
    elsewhere: Made,
    /// Of each section: its first page, and those within.
    sections: [[Made; 2]; SECTIONS.len()],
}

type Made = OnceLock<Result<Frame, Box<Diagnostic>>>;

impl Frames {
    /// The frame of the page at a path.
    ///
    /// # Errors
    /// The template that failed.
    pub fn of(&self, path: &str, tera: &Tera, files: &[SourceFile]) -> Result<Frame, Box<Diagnostic>> {
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
            Ok(Frame { header: render("header.html")?, footer: render("footer.html")? })
        };
        made.get_or_init(make).clone()
    }
}
