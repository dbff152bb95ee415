//! `site.yaml` -> settings.

use std::cell::RefCell;

use super::fields::Fields;
use crate::diagnostics::Diagnostic;
use crate::model::config::{Config, Editor, Licence, Options, Organisation};
use crate::model::source::{SourceFile, Span};

/// Reads the settings; what is missing or wrong is noted and has its default.
pub fn config(file: &SourceFile) -> (Config, Vec<Diagnostic>) {
    let out = RefCell::new(Vec::new());
    let mut fields = Fields::read(file, 0..file.text.len(), &out);
    let default = Config::default();
    let config = Config {
        title: Some(fields.required_text("title")).filter(|title| !title.is_empty()).unwrap_or(default.title),
        description: fields.text("description").unwrap_or_default(),
        base_url: base_url(&mut fields).unwrap_or(default.base_url),
        language: language(&mut fields).unwrap_or(default.language),
        timezone: timezone(&mut fields).unwrap_or(default.timezone),
        mark: fields.text_at("mark"),
        editor: editor(&mut fields),
        publisher: publisher(&mut fields),
        licence: licence(&mut fields),
        options: fields.mapping("options").map(options).unwrap_or_default(),
    };
    fields.finish();
    (config, out.into_inner())
}

/// Checks an address under which a site can be published, and ends it with a slash.
///
/// # Errors
/// What is wrong with it, in a few words.
pub fn check_base_url(address: &str) -> Result<String, String> {
    let host_and_path = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"));
    let Some(rest) = host_and_path else { return Err(format!("`{address}` does not begin with https://")) };
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    let allowed = |c: char| c.is_ascii_alphanumeric() || "-._~/%:[]".contains(c);
    if host.is_empty() || !rest.chars().all(allowed) {
        return Err(format!("`{address}` is no address of a site"));
    }
    if path.split('/').any(|part| part == "..") || path.contains("//") {
        return Err(format!("the path of `{address}` is not plain"));
    }
    Ok(if address.ends_with('/') { address.to_owned() } else { format!("{address}/") })
}

fn base_url(fields: &mut Fields<'_>) -> Option<String> {
    if !fields.has("base_url") {
        fields.required_text("base_url");
        return None;
    }
    let (text, span) = fields.text_at("base_url")?;
    check_base_url(&text)
        .map_err(|message| {
            fields.invalid(message, span, "write where the site is published: `https://host/path/`")
        })
        .ok()
}

fn language(fields: &mut Fields<'_>) -> Option<String> {
    let (text, span) = fields.text_at("language")?;
    if is_language_tag(&text) {
        return Some(text);
    }
    fields.invalid(
        format!("`{text}` is no language tag"),
        span,
        "write a BCP 47 tag such as `en` or `en-GB`",
    );
    None
}

/// Whether the text has the form of a BCP 47 language tag.
pub fn is_language_tag(text: &str) -> bool {
    let mut parts = text.split('-');
    let first = parts.next().unwrap_or("");
    (2..=3).contains(&first.len())
        && first.bytes().all(|b| b.is_ascii_alphabetic())
        && parts.all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric()))
}

fn timezone(fields: &mut Fields<'_>) -> Option<chrono_tz::Tz> {
    let (text, span): (String, Span) = fields.text_at("timezone")?;
    let zone = text.parse().ok();
    if zone.is_none() {
        let names: Vec<&str> = chrono_tz::TZ_VARIANTS.iter().map(|zone| zone.name()).collect();
        let near = crate::diagnostics::nearest(&text, names.iter().copied());
        let help = near.map_or("write an IANA name such as `Europe/Kyiv`".into(), |near| {
            format!("did you mean `{near}`?")
        });
        fields.invalid(format!("`{text}` is no time zone"), span, help);
    }
    zone
}

fn editor(fields: &mut Fields<'_>) -> Option<Editor> {
    let mut fields = fields.mapping("editor")?;
    let editor = Editor {
        name: fields.required_text("name"),
        email: fields.text("email"),
        url: fields.web_address("url"),
    };
    fields.finish();
    Some(editor)
}

fn publisher(fields: &mut Fields<'_>) -> Option<Organisation> {
    let mut fields = fields.mapping("publisher")?;
    let publisher = Organisation { name: fields.required_text("name"), url: fields.web_address("url") };
    fields.finish();
    Some(publisher)
}

fn licence(fields: &mut Fields<'_>) -> Option<Licence> {
    let mut fields = fields.mapping("licence")?;
    let licence = Licence { name: fields.required_text("name"), url: fields.web_address("url") };
    fields.finish();
    Some(licence)
}

fn options(mut fields: Fields<'_>) -> Options {
    let default = Options::default();
    let count = |number: i64| usize::try_from(number).unwrap_or(1);
    let options = Options {
        latest: fields.integer("latest", 1..1001).map_or(default.latest, count),
        duplicate_hints: fields.boolean("duplicate_hints").unwrap_or(default.duplicate_hints),
        embeds: fields.boolean("embeds").unwrap_or(default.embeds),
        longest_list: fields.integer("longest_list", 10..10_001).map_or(default.longest_list, count),
        search: fields.boolean("search").unwrap_or(default.search),
        social_cards: fields.boolean("social_cards").unwrap_or(default.social_cards),
    };
    fields.finish();
    options
}
