//! Fields on which the accounts of an event differ: on its page, and for all events on one page.

use serde::Serialize;
use tera::Value;

use super::event::article_link;
use super::list::{PartView, cut};
use super::{DateView, Head, LinkView};
use crate::model::difference::{Between, Difference, DifferingValues, Field, Rule};
use crate::model::event::{AccountRef, Event, Participant};
use crate::model::language::texts::Arg;
use crate::model::sitemap::Slice;
use crate::model::url;
use crate::render::PageMaker;

#[derive(Serialize)]
pub struct DifferenceView {
    /// `date`, `place`, `type` or `participants`.
    field: &'static str,
    /// The field in words.
    label: String,
    values: Vec<DifferingView>,
    /// Why the shown value is the one that is shown: a sentence, for the event's own page.
    rule: String,
    /// The same for any other page.
    rule_elsewhere: String,
    /// The editors' reasons.
    why: Vec<Value>,
    /// Whether the editors chose.
    by_editor: bool,
}

#[derive(Serialize)]
struct DifferingView {
    text: Value,
    shown: bool,
    /// Whether the editors believe another.
    set_aside: bool,
    /// Who says so: `articles`, only the `editors`, or all articles `together`.
    by: &'static str,
    articles: Vec<LinkView>,
}

/// All values of the field, and why one of them is shown.
pub fn view(r: &PageMaker<'_>, event: &Event, difference: &Difference) -> DifferenceView {
    let (t, language, field) = (&r.timeline, r.language(), difference.field());
    let rows = Rows { r, by_editor: difference.rule == Rule::Overlay };
    let place = |place: u32| t.places[place as usize].name.clone();
    let values = match &difference.values {
        DifferingValues::Date(values) => rows.of(values, Some(&event.date), |date| language.date(date)),
        DifferingValues::Place(values) => rows.of(values, event.place.as_ref(), |at| place(*at)),
        DifferingValues::Type(values) => {
            rows.of(values, Some(&event.event_type), |kind| language.event_type(*kind).to_owned())
        }
        DifferingValues::Participants { shown, given } => rows.of(given, Some(shown), |who| names(r, who)),
    };
    let overlay = event.overlay.map(|at| &t.overlays[at as usize]);
    let why = overlay.into_iter().flat_map(|overlay| overlay.reasons.of(field));
    let rule = match difference.rule {
        Rule::Overlay => "chosen_by_editors",
        Rule::MostFrequent => "chosen_most_frequent",
        Rule::MostPrecise => "chosen_most_precise",
        Rule::EarliestArticle => "chosen_earliest",
        Rule::Together => "chosen_together",
    };
    DifferenceView {
        field: field.id(),
        label: language.text(field.texts().0).to_owned(),
        values,
        rule: language.say(rule, &[("field", Arg::Choice(field.id()))]),
        rule_elsewhere: language.text(difference.rule.text()).to_owned(),
        why: why.map(|why| r.isolated(why)).collect(),
        by_editor: rows.by_editor,
    }
}

/// The fields on which somebody differs, by their ids.
pub fn disputed(event: &Event) -> Vec<&'static str> {
    event.disputed().map(|difference| difference.field().id()).collect()
}

/// Who differs from whom, in all fields together: `accounts`, `editors` or `nobody`.
pub fn between(event: &Event) -> &'static str {
    let has = |between| event.differences.iter().any(|difference| difference.between == between);
    match (has(Between::Accounts), has(Between::Editors)) {
        (true, _) => "accounts",
        (false, true) => "editors",
        (false, false) => "nobody",
    }
}

/// Makes the rows of a table.
struct Rows<'r, 'a> {
    r: &'r PageMaker<'a>,
    by_editor: bool,
}

impl Rows<'_, '_> {
    /// The values that accounts give, after the shown one if none gives it.
    fn of<T: PartialEq>(
        &self,
        values: &[(T, Vec<AccountRef>)],
        shown: Option<&T>,
        words: impl Fn(&T) -> String,
    ) -> Vec<DifferingView> {
        let own = shown.filter(|shown| values.iter().all(|(value, _)| value != *shown));
        let own = own.map(|value| DifferingView {
            text: self.r.isolated(&words(value)),
            shown: true,
            set_aside: false,
            by: if self.by_editor { "editors" } else { "together" },
            articles: Vec::new(),
        });
        let given = values.iter().map(|(value, accounts)| {
            let mut articles: Vec<u32> = accounts.iter().map(|at| at.article).collect();
            articles.dedup();
            let is_shown = shown == Some(value);
            DifferingView {
                text: self.r.isolated(&words(value)),
                shown: is_shown,
                set_aside: self.by_editor && !is_shown,
                by: "articles",
                articles: articles.into_iter().map(|at| article_link(self.r, at)).collect(),
            }
        });
        own.into_iter().chain(given).collect()
    }
}

/// Those who took part, in words.
fn names(r: &PageMaker<'_>, who: &[Participant]) -> String {
    let language = r.language();
    let name = |one: &Participant| {
        let name = &r.timeline.actors[one.actor as usize].name;
        if one.recipient { format!("{name} ({})", language.text("recipient")) } else { name.clone() }
    };
    let names: Vec<String> = who.iter().map(name).collect();
    language.list(&names.iter().map(String::as_str).collect::<Vec<_>>())
}

#[derive(Serialize)]
pub struct DifferencesView {
    /// How many events there are, on all pages of the list or on this part of it.
    total: usize,
    /// The page of the whole list.
    url: String,
    /// What this page shows of the list, if not all.
    slice: Option<String>,
    /// The pages of a long list.
    parts: Vec<PartView>,
    /// The fields on which events of this page differ.
    fields: Vec<FieldView>,
}

#[derive(Serialize)]
struct FieldView {
    id: &'static str,
    label: String,
    /// When accounts differ on it.
    definition: String,
    /// In order of time.
    events: Vec<DifferingEvent>,
}

#[derive(Serialize)]
struct DifferingEvent {
    event: LinkView,
    date: DateView,
    difference: DifferenceView,
}

/// All events on which somebody differs, field by field.
pub fn page(r: &PageMaker<'_>, slice: Slice) -> (Head, DifferencesView) {
    let language = r.language();
    let list = cut(r, &r.timeline.index.differing, url::DIFFERENCES, slice);
    let of_field = |field: Field| {
        let of_event = |at: &u32| {
            let event = r.timeline.event(*at);
            let difference = event.disputed().find(|difference| difference.field() == field)?;
            Some(DifferingEvent {
                event: r.named(&event.id, event.headline.clone(), &url::event(&event.id)),
                date: r.date(&event.date, None),
                difference: view(r, event, difference),
            })
        };
        let (label, definition) = field.texts();
        FieldView {
            id: field.id(),
            label: language.text(label).to_owned(),
            definition: language.text(definition).to_owned(),
            events: list.events.iter().filter_map(of_event).collect(),
        }
    };
    let fields = Field::ALL.map(of_field).into_iter().filter(|field| !field.events.is_empty()).collect();
    let title = list.title(r, language.text("where_sources_differ"));
    let site = [("site", Arg::Text(&r.timeline.config.title))];
    let description = language.say("description_differences", &site);
    let view = DifferencesView {
        total: list.total,
        url: r.link(url::DIFFERENCES),
        slice: list.slice,
        parts: list.parts,
        fields,
    };
    (Head { title, description, feeds: None }, view)
}
