//! How a page is cited: sentences in the common styles, and entries for
//! reference managers and for Wikipedia.
//!
//! One small file a format; each works on a [`Work`] and knows nothing of
//! events. No rules of citation styles are written here: `styles` asks
//! hayagriva for them. Dates are those of the page, never those of an event.

mod bibtex;
mod csl_json;
mod ris;
mod shape;
mod styles;
mod wikipedia;

use chrono::NaiveDate;

pub use bibtex::bibtex;
pub use csl_json::csl_json;
pub use ris::ris;
pub use styles::Styles;
pub use wikipedia::{Report, of_page as wikipedia, of_report as wikipedia_report};

/// A page of the site as something to be cited.
#[derive(Debug, Clone, Copy)]
pub struct Work<'a> {
    /// A slug that tells it from all others of its kind.
    pub id: &'a str,
    /// Its headline.
    pub title: &'a str,
    /// Its full address.
    pub url: &'a str,
    /// The day on which it was first published.
    pub published: Option<NaiveDate>,
    /// What is said of a later change: most formats have no field for its day.
    pub note: Option<&'a str>,
    /// What it is a part of.
    pub of: Website<'a>,
}

/// What all pages of a site have in common.
#[derive(Debug, Clone, Copy)]
pub struct Website<'a> {
    /// The site's name.
    pub title: &'a str,
    /// Who answers for it: a person or a newsroom. The name is never taken apart.
    pub author: Option<&'a str>,
    /// The organisation that publishes it.
    pub publisher: Option<&'a str>,
    /// BCP 47 tag of its language.
    pub language: &'a str,
}

/// A work for tests: a headline with a sign that each format has to take care of.
#[cfg(test)]
fn example(title: &'static str) -> Work<'static> {
    Work {
        id: "geneva-talks",
        title,
        url: "https://talks.example/100%25/events/geneva-talks/",
        published: NaiveDate::from_ymd_opt(2025, 9, 3),
        note: Some("Last changed 2025-10-04"),
        of: Website {
            title: "Talks & terms",
            author: Some("The {diplomatic} desk"),
            publisher: Some("Example Institute"),
            language: "en-GB",
        },
    }
}
