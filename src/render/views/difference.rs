//! A field on which the accounts of an event differ.

use serde::Serialize;
use tera::Value;

use super::LinkView;
use super::event::article_link;
use crate::model::event::{AccountRef, Difference, DifferingValues, Event, Rule};
use crate::model::language::texts::Arg;
use crate::render::PageMaker;

#[derive(Serialize)]
pub struct DifferenceView {
    /// `date`, `place` or `type`.
    field: &'static str,
    values: Vec<DifferingView>,
    /// Why the shown value is the one that is shown: a sentence.
    rule: String,
    /// Whether the shown value is among those of the accounts.
    by_editor: bool,
}

#[derive(Serialize)]
struct DifferingView {
    text: Value,
    shown: bool,
    articles: Vec<LinkView>,
}

/// All values of the field, and why one of them is shown.
pub fn view(r: &PageMaker<'_>, event: &Event, difference: &Difference) -> DifferenceView {
    let by_editor = difference.rule == Rule::Overlay;
    let language = r.language();
    let row = |text: &str, shown: bool, accounts: &[AccountRef]| {
        let mut articles: Vec<u32> = accounts.iter().map(|at| at.article).collect();
        articles.dedup();
        let articles = articles.into_iter().map(|at| article_link(r, at)).collect();
        DifferingView { text: r.isolated(text), shown, articles }
    };
    let (field, values) = match &difference.values {
        DifferingValues::Date(values) => {
            let date = |(date, by): &(_, Vec<_>)| row(&language.date(date), *date == event.date, by);
            ("date", values.iter().map(date).collect())
        }
        DifferingValues::Place(values) => {
            let name = |place: u32| &r.timeline.places[place as usize].name;
            let place = |(place, by): &(_, Vec<_>)| row(name(*place), Some(*place) == event.place, by);
            ("place", values.iter().map(place).collect())
        }
        DifferingValues::Type(values) => {
            let kind =
                |(kind, by): &(_, Vec<_>)| row(language.event_type(*kind), *kind == event.event_type, by);
            ("type", values.iter().map(kind).collect())
        }
    };
    let rule = match difference.rule {
        Rule::Overlay => "chosen_by_editors",
        Rule::MostFrequent => "chosen_most_frequent",
        Rule::MostPrecise => "chosen_most_precise",
        Rule::EarliestArticle => "chosen_earliest",
    };
    let rule = language.say(rule, &[("field", Arg::Choice(field))]);
    DifferenceView { field, values, rule, by_editor }
}
