//! What a page's JSON-LD says of its article (schema.org).

use serde_json::Value;

/// What is used of it; as it stands there.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Said {
    pub title: Option<String>,
    pub publisher: Option<String>,
    pub author: Option<String>,
    pub origin: Option<String>,
    pub url: Option<String>,
    pub published: Option<String>,
    pub modified: Option<String>,
    pub dateline: Option<String>,
    pub language: Option<String>,
}

/// How deep objects within objects are looked through.
const DEEPEST: usize = 8;

/// Reads all of a page's JSON-LD. The first article in it speaks.
pub fn read(scripts: &[String]) -> Said {
    let roots: Vec<Value> = scripts.iter().filter_map(|script| parse(script)).collect();
    let mut objects = Vec::new();
    for root in &roots {
        collect(root, 0, &mut objects);
    }
    let best = objects.iter().enumerate().filter_map(|(at, object)| Some((rank(object)?, at))).min();
    best.map(|(_, at)| said(objects[at], &objects)).unwrap_or_default()
}

/// JSON, also where a page has wrapped it into a comment or left line breaks in its texts.
fn parse(script: &str) -> Option<Value> {
    let bare = script
        .trim()
        .trim_start_matches("<!--")
        .trim_start_matches("//<![CDATA[")
        .trim_start_matches("<![CDATA[");
    let bare = bare
        .trim_end_matches("-->")
        .trim_end_matches("//]]>")
        .trim_end_matches("]]>")
        .trim()
        .trim_end_matches(';');
    serde_json::from_str(bare).ok().or_else(|| {
        let one_line: String = bare.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        serde_json::from_str(&one_line).ok()
    })
}

fn collect<'a>(value: &'a Value, depth: usize, into: &mut Vec<&'a Value>) {
    if depth > DEEPEST {
        return;
    }
    match value {
        Value::Array(list) => list.iter().for_each(|value| collect(value, depth + 1, into)),
        Value::Object(map) => {
            into.push(value);
            map.values()
                .filter(|value| value.is_object() || value.is_array())
                .for_each(|value| collect(value, depth + 1, into));
        }
        _ => {}
    }
}

/// How likely the object is the article: less is likelier.
fn rank(object: &Value) -> Option<usize> {
    let kinds: Vec<&str> = match object.get("@type")? {
        Value::String(kind) => vec![kind.as_str()],
        Value::Array(kinds) => kinds.iter().filter_map(Value::as_str).collect(),
        _ => return None,
    };
    let rank = |kind: &str| match kind.rsplit('/').next().unwrap_or(kind) {
        "NewsArticle"
        | "ReportageNewsArticle"
        | "AnalysisNewsArticle"
        | "BackgroundNewsArticle"
        | "OpinionNewsArticle" => Some(0),
        "Article" | "LiveBlogPosting" | "BlogPosting" | "Report" | "SocialMediaPosting" => Some(1),
        "WebPage" => Some(2),
        _ => None,
    };
    kinds.into_iter().filter_map(rank).min()
}

fn said(object: &Value, objects: &[&Value]) -> Said {
    let name = |key: &str| object.get(key).and_then(|value| names(value, objects, 0));
    let text =
        |key: &str| object.get(key).and_then(Value::as_str).map(decoded).filter(|text| !text.is_empty());
    let page = object.get("mainEntityOfPage");
    let page = page.and_then(|page| {
        page.as_str().or_else(|| page.get("@id").or_else(|| page.get("url")).and_then(Value::as_str))
    });
    let language = object
        .get("inLanguage")
        .and_then(|value| value.as_str().or_else(|| value.get("alternateName").and_then(Value::as_str)));
    Said {
        title: text("headline").or_else(|| text("name")),
        publisher: name("publisher"),
        author: name("author").or_else(|| name("creator")),
        origin: name("sourceOrganization").or_else(|| name("provider")),
        url: text("url").or_else(|| page.map(decoded)),
        published: text("datePublished").or_else(|| text("dateCreated")),
        modified: text("dateModified"),
        dateline: text("dateline"),
        language: language.map(str::to_owned),
    }
}

/// The names of people or organisations: a text, an object with a name, a reference to one, or a list of these.
fn names(value: &Value, objects: &[&Value], depth: usize) -> Option<String> {
    match value {
        _ if depth > 3 => None,
        Value::String(name) => Some(decoded(name)).filter(|name| !name.is_empty() && !name.contains("://")),
        Value::Array(list) => {
            let mut all: Vec<String> = list.iter().filter_map(|one| names(one, objects, depth + 1)).collect();
            all.dedup();
            (!all.is_empty()).then(|| all.join(", "))
        }
        Value::Object(map) => match map.get("name") {
            Some(name) => names(name, objects, depth + 1),
            None => {
                let id = map.get("@id")?.as_str()?;
                let named = objects.iter().find(|object| {
                    object.get("@id").and_then(Value::as_str) == Some(id) && object.get("name").is_some()
                })?;
                names(named.get("name")?, objects, depth + 1)
            }
        },
        _ => None,
    }
}

/// Text of which the writer thought that it would stand in HTML.
fn decoded(text: &str) -> String {
    let mut text = text.trim().to_owned();
    if text.contains('&') {
        let entities = [
            ("&quot;", "\""),
            ("&#39;", "'"),
            ("&#039;", "'"),
            ("&#8217;", "’"),
            ("&rsquo;", "’"),
            ("&lt;", "<"),
            ("&gt;", ">"),
            ("&nbsp;", " "),
            ("&amp;", "&"),
        ];
        for (entity, sign) in entities {
            text = text.replace(entity, sign);
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_article_speaks_wherever_it_stands() {
        let graph = r##"{"@graph": [{"@type": "Organization", "@id": "#us", "name": "Example Gazette"},
            {"@type": ["NewsArticle"], "headline": "Talks &amp; terms", "publisher": {"@id": "#us"}, "dateline": "GENEVA",
             "author": [{"name": "The desk"}, {"name": "The correspondent"}], "datePublished": "2025-09-03T18:20:00Z",
             "mainEntityOfPage": {"@id": "https://gazette.example/a"}}]}"##;
        let found = read(&[r#"{"@type": "WebPage", "name": "Page"}"#.to_owned(), graph.to_owned()]);
        assert_eq!(found.title.as_deref(), Some("Talks & terms"));
        assert_eq!(found.publisher.as_deref(), Some("Example Gazette"));
        assert_eq!(found.author.as_deref(), Some("The desk, The correspondent"));
        assert_eq!(found.url.as_deref(), Some("https://gazette.example/a"));
        assert_eq!(found.dateline.as_deref(), Some("GENEVA"));
    }

    #[test]
    fn what_is_broken_is_silent() {
        assert_eq!(
            read(&["{\"@type\": \"NewsArticle\", ".to_owned(), String::new(), "[".repeat(100_000)]),
            Said::default()
        );
        let broken_lines = "{\"@type\": \"NewsArticle\", \"headline\": \"Talks\ngo on\"}".to_owned();
        assert_eq!(read(&[broken_lines]).title.as_deref(), Some("Talks go on"));
    }
}
