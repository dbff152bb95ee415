//! How well events are attested: in words on the page and the list item of an event, and the events of a class.

use serde::Serialize;

use super::Head;
use super::list::{ListView, sliced};
use crate::model::attestation::{Attestation, Attested};
use crate::model::language::capitalised;
use crate::model::language::texts::Arg;
use crate::model::sitemap::Slice;
use crate::model::url;
use crate::render::PageMaker;

#[derive(Serialize)]
pub struct AttestationView {
    /// How many articles tell of the event.
    articles: usize,
    /// In which classes it is: one by the number of origins, and perhaps that of one side.
    classes: Vec<ClassView>,
    /// Names of the origins' countries, as far as they are known.
    countries: Vec<String>,
    /// Whether these are the countries of all of them.
    all_countries: bool,
}

/// A class of attestation.
#[derive(Serialize)]
pub struct ClassView {
    pub id: &'static str,
    /// In words: `one origin only`; for several origins, how many.
    pub label: String,
    pub definition: String,
    /// Its page, if some event is in it.
    pub url: Option<String>,
    /// How many events are in it.
    pub count: usize,
}

/// How well an event is attested; none where no article tells of it.
pub fn view(r: &PageMaker<'_>, attestation: &Attestation) -> Option<AttestationView> {
    let countries = attestation.countries.iter().filter_map(|code| r.language().country(code));
    let classes: Vec<ClassView> = attestation.classes().map(|one| of_event(r, attestation, one)).collect();
    (!classes.is_empty()).then(|| AttestationView {
        articles: attestation.articles,
        classes,
        countries: countries.map(str::to_owned).collect(),
        all_countries: attestation.all_countries,
    })
}

fn of_event(r: &PageMaker<'_>, attestation: &Attestation, one: Attested) -> ClassView {
    let known = class(r, one);
    if one != Attested::SeveralOrigins {
        return known;
    }
    let id = if attestation.unnamed > 0 { "origins_at_least" } else { "origins" };
    let count = u64::try_from(attestation.origins).unwrap_or(u64::MAX);
    ClassView { label: r.language().say(id, &[("count", Arg::Count(count))]), ..known }
}

/// A class in words.
pub fn class(r: &PageMaker<'_>, class: Attested) -> ClassView {
    let (label, definition) = class.texts();
    let (language, count) = (r.language(), r.timeline.events_attested(class).len());
    ClassView {
        id: class.id(),
        label: language.text(label).to_owned(),
        definition: language.text(definition).to_owned(),
        url: (count > 0).then(|| r.link(&url::attestation(class))),
        count,
    }
}

/// The class as it stands at the head of something.
pub fn capital(class: ClassView) -> ClassView {
    ClassView { label: capitalised(&class.label), ..class }
}

#[derive(Serialize)]
pub struct AttestedView {
    class: ClassView,
    list: ListView,
}

/// The events of a class.
pub fn page(r: &PageMaker<'_>, one: Attested, slice: Slice) -> (Head, AttestedView) {
    let list = sliced(r, r.timeline.events_attested(one), &url::attestation(one), slice);
    let language = r.language();
    let class = capital(class(r, one));
    let title = match &list.slice {
        Some(slice) => {
            language.say("part_of_list", &[("list", Arg::Text(&class.label)), ("part", Arg::Text(slice))])
        }
        None => class.label.clone(),
    };
    let head = Head { title, description: class.definition.clone(), feeds: None };
    (head, AttestedView { class, list })
}
