//! What a page says of its article, by the order of trust: JSON-LD, meta tags, the head, `time`, the address, bylines.

use super::article::{Metadata, Value, Whence};
use super::tags::Page;
use super::{ReadDate, byline, dates, json_ld};
use crate::model::date::EventDate;
use crate::model::url::scheme;

/// Names of `meta` tags for one thing, the most trusted first.
const TITLE: [&str; 6] =
    ["og:title", "twitter:title", "dc.title", "dcterms.title", "parsely-title", "sailthru.title"];
const PUBLISHER: [&str; 6] =
    ["og:site_name", "article:publisher", "publisher", "dc.publisher", "application-name", "twitter:site"];
const AUTHOR: [&str; 8] = [
    "author",
    "article:author",
    "byl",
    "dc.creator",
    "dcterms.creator",
    "parsely-author",
    "sailthru.author",
    "og:article:author",
];
const URL: [&str; 3] = ["og:url", "twitter:url", "parsely-link"];
const PUBLISHED: [&str; 15] = [
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publication_date",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "dcterms.date",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
];
const MODIFIED: [&str; 6] = [
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "last-modified",
    "dcterms.modified",
    "lastmod",
];
const LANGUAGE: [&str; 4] = ["og:locale", "language", "content-language", "dc.language"];

/// Gathers what the page says.
pub fn of_page(page: &Page, read_date: ReadDate<'_>) -> Metadata {
    let meta = |names: &[&str]| {
        let mut found = names.iter().filter_map(|name| page.metas.iter().find(|(key, _)| key == name));
        found
            .find(|(_, content)| !content.trim().is_empty())
            .map(|(_, content)| content.split_whitespace().collect::<Vec<_>>().join(" "))
    };
    let text = |value: Option<String>, whence| {
        value.filter(|text| !text.trim().is_empty()).map(|value| Value { value, whence })
    };
    let date = |value: Option<String>, whence| {
        value.and_then(|text| dates::written(&text, read_date)).map(|value| Value { value, whence })
    };
    let said = json_ld::read(&page.json_ld);
    let name = |value: Option<String>| value.filter(|name| !name.contains("://") && !name.starts_with('@'));
    let url = said.url.filter(|url| is_web(url)).map(|value| Value { value, whence: Whence::JsonLd });
    let url = url.or_else(|| text(meta(&URL).filter(|url| is_web(url)), Whence::Meta));
    let url = text(page.canonical.iter().find(|url| is_web(url)).cloned(), Whence::Head).or(url);
    let mut known = Metadata {
        title: text(said.title, Whence::JsonLd).or_else(|| text(meta(&TITLE), Whence::Meta)),
        publisher: text(said.publisher, Whence::JsonLd)
            .or_else(|| text(name(meta(&PUBLISHER)), Whence::Meta)),
        author: text(said.author, Whence::JsonLd).or_else(|| text(name(meta(&AUTHOR)), Whence::Meta)),
        origin: text(said.origin, Whence::JsonLd),
        published: date(said.published, Whence::JsonLd)
            .or_else(|| date(meta(&PUBLISHED), Whence::Meta))
            .or_else(|| published_by_time(page, read_date))
            .or_else(|| {
                let day = url.as_ref().and_then(|url| dates::in_url(&url.value));
                day.map(|value| Value { value, whence: Whence::Url })
            }),
        modified: date(said.modified, Whence::JsonLd).or_else(|| date(meta(&MODIFIED), Whence::Meta)),
        dateline: text(said.dateline, Whence::JsonLd),
        language: text(said.language, Whence::JsonLd)
            .or_else(|| text(page.language.clone(), Whence::Head))
            .or_else(|| text(meta(&LANGUAGE), Whence::Meta)),
        url,
    };
    if let Some(author) = &known.author
        && known.publisher.as_ref().is_some_and(|publisher| byline::same(&publisher.value, &author.value))
    {
        known.author = None;
    }
    of_head(page, &mut known);
    by_line(page, &mut known);
    tidied(known)
}

/// The first `time` that calls itself the date of publication, or the first of all.
fn published_by_time(page: &Page, read_date: ReadDate<'_>) -> Option<Value<EventDate>> {
    let named = page.times.iter().filter(|(_, publishes)| *publishes).chain(&page.times);
    let mut dates = named.filter_map(|(text, _)| dates::written(text, read_date));
    dates.next().map(|value| Value { value, whence: Whence::Time })
}

/// The title without the publisher's name, and that name: `Talks in Geneva | Example Gazette`.
fn of_head(page: &Page, known: &mut Metadata) {
    let title = page.title.trim();
    let parts = [" | ", " - ", " — ", " – ", " :: ", " » ", " • ", " · "]
        .iter()
        .filter_map(|mark| title.rsplit_once(mark));
    let (headline, site) = parts.min_by_key(|(_, site)| site.len()).unwrap_or((title, ""));
    let is_headline = |text: &str| {
        let found = known.title.as_ref().is_some_and(|known| byline::same(&known.value, text));
        found || byline::same(&page.heading, text)
    };
    let knows_site = known.publisher.as_ref().is_some_and(|known| byline::same(&known.value, site));
    let splits = !site.is_empty() && super::blocks::words(site) <= 5 && (is_headline(headline) || knows_site);
    if splits && known.publisher.is_none() {
        known.publisher = Some(Value { value: site.to_owned(), whence: Whence::Head });
    }
    let from_head = if splits { headline } else { title };
    let heading = page.heading.trim();
    // A heading that is a part of the page's title is the headline; else it may be the site's name.
    let best = if !heading.is_empty() && (title.contains(heading) || title.is_empty()) {
        heading
    } else {
        from_head
    };
    if known.title.is_none() && !best.is_empty() {
        known.title = Some(Value { value: best.to_owned(), whence: Whence::Head });
    }
    // Open Graph titles often carry the publisher's name too.
    if let (Some(title), Some(publisher)) = (&mut known.title, &known.publisher) {
        for mark in [" | ", " - ", " — ", " – "] {
            if let Some(bare) = title.value.strip_suffix(&format!("{mark}{}", publisher.value)) {
                title.value = bare.to_owned();
                break;
            }
        }
    }
}

/// The author that the page's byline names.
fn by_line(page: &Page, known: &mut Metadata) {
    for line in &page.bylines {
        let named = byline::byline(line).or_else(|| {
            let is_name = super::blocks::words(line) <= 5 && line.starts_with(char::is_uppercase);
            is_name.then(|| (Some(line.clone()), None))
        });
        if let Some((author, origin)) = named {
            let value = |value: String| Value { value, whence: Whence::Line };
            known.author = known.author.take().or(author.map(value));
            known.origin = known.origin.take().or(origin.map(value));
        }
    }
}

fn is_web(url: &str) -> bool {
    matches!(scheme(url).as_deref(), Some("http" | "https")) && url.contains("://") && url.len() > 10
}

/// The values in the form of the front matter.
fn tidied(mut known: Metadata) -> Metadata {
    if let Some(language) = &mut known.language {
        language.value = language.value.split(',').next().unwrap_or("").trim().replace('_', "-");
    }
    let is_tag = |language: &Value<String>| {
        let mut parts = language.value.split('-');
        let first = parts.next().is_some_and(|part| {
            (2..=3).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphabetic())
        });
        first
            && parts
                .all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric()))
    };
    known.language = known.language.filter(is_tag);
    // A change before or on the day of publication says nothing.
    if let (Some(published), Some(modified)) = (&known.published, &known.modified)
        && modified.value.as_str() <= published.value.as_str()
    {
        known.modified = None;
    }
    known
}
