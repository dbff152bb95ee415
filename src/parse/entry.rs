//! `content/actors/`, `content/topics/`, `content/places/` -> entries.

use super::fields::Fields;
use super::keyed;
use crate::diagnostics::Diagnostic;
use crate::model::country;
use crate::model::entry::{ActorKind, Details, Entry, EntryKind, Portrait, Role};
use crate::model::source::SourceFile;

/// Reads one entry; `None` where the file has no front matter at all.
pub fn entry(kind: EntryKind, file: &SourceFile) -> (Option<Entry>, Vec<Diagnostic>) {
    keyed::read(file, |fields, keyed| {
        let name_span = fields.key_span("name");
        Entry {
            id: keyed.id,
            name: fields.required_text("name"),
            aliases: fields.list("aliases").unwrap_or_default(),
            name_span,
            wikidata: wikidata(fields),
            redirect_from: fields.ids("redirect_from").unwrap_or_default(),
            source: file.clone(),
            body: keyed.body,
            details: details(kind, fields),
        }
    })
}

fn details(kind: EntryKind, fields: &mut Fields<'_>) -> Details {
    match kind {
        EntryKind::Actor => {
            let kinds = ActorKind::ALL.map(ActorKind::id);
            let of = |text: &str| ActorKind::ALL.into_iter().find(|kind| kind.id() == text);
            if !fields.has("kind") {
                fields.required_text("kind");
            }
            let kind = fields.choice("kind", of, &kinds).unwrap_or(ActorKind::Group);
            let roles = fields.mappings("roles").into_iter().map(role).collect();
            Details::Actor { kind, country: country_code(fields), roles, portrait: portrait(fields) }
        }
        EntryKind::Topic => Details::Topic,
        EntryKind::Place => {
            let country = country_code(fields);
            let one_missing = fields.has("latitude") != fields.has("longitude");
            let span = fields.key_span(if fields.has("latitude") { "latitude" } else { "longitude" });
            let (latitude, longitude) =
                (fields.degrees("latitude", 90.0), fields.degrees("longitude", 180.0));
            if one_missing {
                let help = "give both `latitude` and `longitude`, or neither";
                fields.invalid("one coordinate without the other is no point".into(), span, help);
            }
            Details::Place { country, coordinates: latitude.zip(longitude) }
        }
    }
}

fn role(mut fields: Fields<'_>) -> Role {
    let to_span = fields.value_span("to");
    let role = Role {
        title: fields.required_text("title"),
        on_behalf_of: fields.text_at("for"),
        from: fields.date("from").map(|(date, _)| date),
        to: fields.date("to").map(|(date, _)| date),
    };
    if let (Some(from), Some(to)) = (&role.from, &role.to)
        && from.first() > to.last()
    {
        fields.invalid("the role ends before it begins".into(), to_span, "put the earlier date into `from`");
    }
    fields.finish();
    role
}

fn portrait(fields: &mut Fields<'_>) -> Option<Portrait> {
    let mut fields = fields.mapping("portrait")?;
    if !fields.has("file") {
        fields.required_text("file");
    }
    let file = fields.text_at("file");
    // Whether there are words is looked at together with the image.
    let (alt, credit) = (fields.text("alt").unwrap_or_default(), fields.text("credit"));
    fields.finish();
    Some(Portrait { file: file?, alt, credit })
}

fn wikidata(fields: &mut Fields<'_>) -> Option<String> {
    let (text, span) = fields.text_at("wikidata")?;
    let is_item = text.strip_prefix('Q').is_some_and(|digits| {
        !digits.is_empty() && !digits.starts_with('0') && digits.bytes().all(|b| b.is_ascii_digit())
    });
    if !is_item {
        fields.invalid(format!("`{text}` is no Wikidata item"), span, "write `Q` and digits, as in `Q7747`");
    }
    is_item.then_some(text)
}

/// A country by its code; what is none is noted.
pub fn country_code(fields: &mut Fields<'_>) -> Option<String> {
    let (text, span) = fields.text_at("country")?;
    let known = country::name(&text, "en").is_some();
    if !known {
        let by_name = country::codes()
            .find(|code| country::name(code, "en").is_some_and(|name| name.eq_ignore_ascii_case(&text)));
        let help = by_name
            .or_else(|| country::codes().find(|code| code.eq_ignore_ascii_case(&text)))
            .map_or("write an ISO 3166-1 code of two capital letters, as in `UA`".to_owned(), |code| {
                format!("did you mean `{code}`?")
            });
        fields.invalid(format!("`{text}` is no country code"), span, help);
    }
    known.then_some(text)
}
