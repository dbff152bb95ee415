//! How an event stands in lists: rendered once, when a page first needs it, and
//! shared by all lists.

use std::sync::OnceLock;

use tera::{Context, Value};

use super::{PageMaker, Renderer, templates, views};
use crate::diagnostics::Diagnostic;
use crate::model::url;

/// None rendered yet.
pub(super) fn no_listings(events: usize) -> [Vec<Listing>; 3] {
    Form::ALL.map(|_| (0..events).map(|_| OnceLock::new()).collect())
}

/// An event as it stands in lists, once it has been rendered: safe HTML.
pub(super) type Listing = OnceLock<Result<Value, Box<Diagnostic>>>;

/// How an event stands in lists.
#[derive(Clone, Copy)]
pub(super) enum Form {
    /// A list item with all that a list shows.
    Card,
    /// The same under a heading that is its day.
    CardUnderDay,
    /// Its date and its headline.
    Line,
}

impl Form {
    const ALL: [Form; 3] = [Self::Card, Self::CardUnderDay, Self::Line];
}

/// A list item without its date, the paragraph of class `on`; as it is if it has none.
fn without_date(card: &Value) -> Value {
    let html = card.as_str().unwrap_or_default();
    let date = html.find("<p class=\"on\">").and_then(|start| {
        let end = start + html[start..].find("</p>\n")? + "</p>\n".len();
        Some(start..end)
    });
    date.map_or_else(
        || card.clone(),
        |date| Value::safe_string(&[&html[..date.start], &html[date.end..]].concat()),
    )
}

impl Renderer {
    /// How an event stands in lists: a component, rendered.
    fn listing(&self, at: u32, form: Form, event: Value) -> Result<Value, Box<Diagnostic>> {
        let mut context = Context::new();
        context.insert_value("event", event);
        let component = match form {
            Form::Card | Form::CardUnderDay => "event_card",
            Form::Line => "event_line",
        };
        let html = self.theme.tera.render_component(component, &context, None, true);
        html.map(|html| Value::safe_string(&html)).map_err(|error| {
            let path = url::event(&self.timeline.event(at).id);
            Box::new(templates::render_error(
                &error,
                "components/event-card.html",
                &path,
                &self.theme.templates,
            ))
        })
    }
}

impl PageMaker<'_> {
    /// An event in a list, as safe HTML.
    pub(super) fn listed(&self, at: u32, form: Form) -> Value {
        let make = || match form {
            Form::Card => {
                let event = Value::from_serializable(&views::card::view(self, at));
                self.renderer.listing(at, form, event)
            }
            Form::CardUnderDay => Ok(without_date(&self.listed(at, Form::Card))),
            Form::Line => {
                let event = Value::from_serializable(&views::card::line(self, at));
                self.renderer.listing(at, form, event)
            }
        };
        match self.listings[form as usize][at as usize].get_or_init(make) {
            Ok(html) => html.clone(),
            Err(failure) => {
                self.failed(failure);
                Value::none()
            }
        }
    }
}
