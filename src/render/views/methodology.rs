//! The rules by which the timeline is made, out of the tables that the program goes by, below the editor's own words.

use serde::Serialize;
use tera::Value;

use super::Head;
use super::attestation::{ClassView, capital, class};
use crate::model::attestation::{Attested, SAME_ORIGIN};
use crate::model::contact::RULES;
use crate::model::data_format::Dataset;
use crate::model::difference::{Field, Rule};
use crate::model::language::capitalised;
use crate::model::language::texts::Arg;
use crate::model::url;
use crate::render::PageMaker;

#[derive(Serialize)]
pub struct MethodologyView {
    title: String,
    title_html: Value,
    /// The editor's own words, HTML.
    html: Option<String>,
    /// Which of several values is shown, in the order in which rules are tried.
    choice: Vec<RuleView>,
    /// When accounts differ, by field.
    differing: Vec<RuleView>,
    /// What makes reports have one origin.
    origins: Vec<String>,
    /// How well events are attested.
    classes: Vec<ClassView>,
    /// How many events there are on which sources differ, and their page.
    differences: usize,
    differences_url: Option<String>,
    /// How contacts are known: what is found, each by rules in the order in which they are tried; none without contacts.
    contacts: Vec<RulesView>,
}

#[derive(Serialize)]
struct RuleView {
    id: &'static str,
    /// What it is of, if it has a name.
    label: Option<String>,
    text: String,
}

#[derive(Serialize)]
struct RulesView {
    label: String,
    rules: Vec<String>,
}

pub fn view(r: &PageMaker<'_>) -> (Head, MethodologyView) {
    let (t, language) = (&r.timeline, r.language());
    let own = t.pages.iter().find(|page| [&page.id, "/"].concat() == url::METHODOLOGY);
    let html = own.map(|page| r.piece(&page.source.text, page.body).to_html());
    let title = own.map_or_else(|| language.text("methodology").to_owned(), |page| page.title.clone());
    let say = |id: &'static str| language.text(id).to_owned();
    let contacts = RULES.map(|(label, rules)| RulesView {
        label: capitalised(language.text(label)),
        rules: rules.iter().map(|(_, text)| say(text)).collect(),
    });
    let has = |set: Dataset| t.has(set);
    let view = MethodologyView {
        title: title.clone(),
        title_html: r.isolated(&title),
        html,
        choice: Rule::ALL.map(|rule| RuleView { id: rule.id(), label: None, text: say(rule.text()) }).into(),
        differing: Field::ALL.map(|field| of_field(r, field)).into(),
        origins: SAME_ORIGIN.map(say).into(),
        classes: Attested::ALL.map(|one| capital(class(r, one))).into(),
        differences: t.index.differing.len(),
        differences_url: has(Dataset::Differences).then(|| r.link(url::DIFFERENCES)),
        contacts: if has(Dataset::Contacts) { contacts.into() } else { Vec::new() },
    };
    let site = [("site", Arg::Text(&t.config.title))];
    let description = language.say("description_methodology", &site);
    (Head { title, description, feeds: None }, view)
}

fn of_field(r: &PageMaker<'_>, field: Field) -> RuleView {
    let (label, text) = field.texts();
    let say = |id: &'static str| r.language().text(id).to_owned();
    RuleView { id: field.id(), label: Some(say(label)), text: say(text) }
}
