//! HTML read once, tag by tag: what a page says of itself, and a slim copy of it.
//!
//! No tree, so no depth and no size is too much. Which part of the page is the article is decided in `html`.

use html5gum::{DefaultEmitter, EndTag, StartTag, Token, Tokenizer};

/// What a page says of itself, and a copy without what is no text.
#[derive(Debug, Default)]
pub struct Page {
    /// `meta`: name or property, small letters, and content.
    pub metas: Vec<(String, String)>,
    /// JSON-LD, as it stands.
    pub json_ld: Vec<String>,
    /// The title in the head.
    pub title: String,
    /// The first `h1`.
    pub heading: String,
    /// The `lang` of the page.
    pub language: Option<String>,
    /// The canonical link, and the address that a browser noted when it saved the page.
    pub canonical: Vec<String>,
    /// `datetime` of each `time`, or its words, and whether it calls itself the date of publication.
    pub times: Vec<(String, bool)>,
    /// What elements say that call themselves the author or the byline.
    pub bylines: Vec<String>,
    /// The page without scripts, styles and the like.
    pub slim: String,
    /// How deep its elements are nested.
    pub depth: usize,
}

/// Elements whose content is no text.
pub const SKIPPED: [&str; 14] = [
    "script", "style", "svg", "iframe", "object", "embed", "canvas", "template", "noscript", "select",
    "video", "audio", "map", "math",
];
/// Elements without content.
const VOID: [&str; 14] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
    "wbr",
];
/// Elements that end by themselves where another begins.
const CLOSED_BY_OTHERS: [&str; 10] = ["p", "li", "td", "th", "tr", "dd", "dt", "option", "tbody", "thead"];
/// Attributes that tell an article from its page.
const TELLING: [&str; 10] =
    ["id", "class", "role", "itemprop", "itemtype", "rel", "href", "hidden", "aria-hidden", "lang"];
/// Classes of elements that say when an article was published.
const DATES: [&str; 9] = [
    "date",
    "published",
    "publish-date",
    "pub-date",
    "pubdate",
    "post-date",
    "entry-date",
    "article-date",
    "timestamp",
];
/// The longest attribute that is kept.
const LONGEST_ATTRIBUTE: usize = 300;
/// The most that is kept of what an element says of itself.
const LONGEST_WORDS: usize = 400;

/// The tags and texts of HTML.
pub fn tokens(html: &str) -> impl Iterator<Item = Token> + '_ {
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    Tokenizer::new_with_emitter(html, emitter).filter_map(Result::ok)
}

/// A name or a value as text.
pub fn name(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn attribute(tag: &StartTag<()>, key: &str) -> Option<String> {
    tag.attributes
        .get(key.as_bytes())
        .map(|value| name(value).trim().to_owned())
        .filter(|value| !value.is_empty())
}

/// Where words are collected that an element says of itself.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Collecting {
    Title,
    Heading,
    Time(bool),
    Byline,
}

#[derive(Default)]
struct Reader {
    page: Page,
    depth: usize,
    /// The element that is skipped, and how often it has been opened within itself.
    skipping: Option<(String, usize)>,
    is_json_ld: bool,
    collecting: Option<(Collecting, String, usize)>,
    words: String,
}

/// Reads a page.
pub fn read(html: &str) -> Page {
    let mut reader = Reader::default();
    for token in tokens(html) {
        match token {
            Token::StartTag(tag) => reader.start(&tag),
            Token::EndTag(tag) => reader.end(&tag),
            Token::String(text) => reader.text(&String::from_utf8_lossy(&text)),
            Token::Comment(text) => reader.comment(&String::from_utf8_lossy(&text)),
            Token::Doctype(_) | Token::Error(_) => {}
        }
    }
    reader.collected();
    reader.page
}

impl Reader {
    fn start(&mut self, tag: &StartTag<()>) {
        let element = name(&tag.name);
        if let Some((skipped, deep)) = &mut self.skipping {
            *deep += usize::from(*skipped == element && !tag.self_closing);
            return;
        }
        if let Some((_, open, deep)) = &mut self.collecting {
            *deep += usize::from(*open == element);
        }
        self.of_itself(&element, tag);
        if SKIPPED.contains(&element.as_str()) {
            self.is_json_ld = element == "script"
                && attribute(tag, "type").is_some_and(|kind| kind.to_ascii_lowercase().contains("ld+json"));
            if self.is_json_ld && !tag.self_closing {
                self.page.json_ld.push(String::new());
            }
            self.skipping = (!tag.self_closing && !VOID.contains(&element.as_str())).then_some((element, 1));
            return;
        }
        let is_void = VOID.contains(&element.as_str());
        if !is_void && !CLOSED_BY_OTHERS.contains(&element.as_str()) {
            self.depth += 1;
            self.page.depth = self.page.depth.max(self.depth);
        }
        self.copy(&element, tag);
    }

    /// What the tag says of the page.
    fn of_itself(&mut self, element: &str, tag: &StartTag<()>) {
        let get = |key: &str| attribute(tag, key);
        let mut collects = None;
        match element {
            "html" => {
                self.page.language =
                    self.page.language.take().or_else(|| get("lang").or_else(|| get("xml:lang")))
            }
            "meta" => {
                let key = get("property")
                    .or_else(|| get("name"))
                    .or_else(|| get("itemprop"))
                    .or_else(|| get("http-equiv"));
                if let (Some(key), Some(content)) = (key, get("content")) {
                    self.page.metas.push((key.to_ascii_lowercase(), content));
                }
            }
            "link" if get("rel").is_some_and(|rel| rel.eq_ignore_ascii_case("canonical")) => {
                self.page.canonical.extend(get("href"))
            }
            "title" if self.page.title.is_empty() => collects = Some(Collecting::Title),
            "h1" if self.page.heading.is_empty() => collects = Some(Collecting::Heading),
            "time" => {
                let kind =
                    format!("{} {}", get("itemprop").unwrap_or_default(), get("class").unwrap_or_default());
                let publishes = kind.to_ascii_lowercase().contains("publish") || get("pubdate").is_some();
                match get("datetime") {
                    Some(datetime) => self.page.times.push((datetime, publishes)),
                    None => collects = Some(Collecting::Time(publishes)),
                }
            }
            _ => {
                let class = get("class").unwrap_or_default().to_ascii_lowercase();
                let is_author = get("rel").as_deref() == Some("author")
                    || get("itemprop").as_deref() == Some("author")
                    || class.split_whitespace().any(|class| {
                        [
                            "byline",
                            "author",
                            "article-author",
                            "author-name",
                            "article__author",
                            "byline__name",
                            "post-author",
                            "entry-author",
                        ]
                        .contains(&class)
                    });
                let is_date = class.split_whitespace().any(|class| DATES.contains(&class));
                collects = match (is_author, is_date) {
                    (true, _) => Some(Collecting::Byline),
                    (_, true) => Some(Collecting::Time(class.contains("publi"))),
                    _ => None,
                };
            }
        }
        if let (Some(what), None) = (collects, &self.collecting) {
            self.collecting = Some((what, element.to_owned(), 0));
        }
    }

    fn copy(&mut self, element: &str, tag: &StartTag<()>) {
        let slim = &mut self.page.slim;
        slim.push('<');
        slim.push_str(element);
        for (key, value) in &tag.attributes {
            if value.len() <= LONGEST_ATTRIBUTE
                && TELLING.iter().any(|telling| telling.as_bytes() == key.as_slice())
            {
                slim.push(' ');
                slim.push_str(&String::from_utf8_lossy(key));
                slim.push_str("=\"");
                escape(&String::from_utf8_lossy(value), slim);
                slim.push('"');
            }
        }
        slim.push('>');
    }

    fn end(&mut self, tag: &EndTag<()>) {
        let element = name(&tag.name);
        if let Some((skipped, deep)) = &mut self.skipping {
            *deep -= usize::from(*skipped == element);
            if *deep == 0 {
                self.skipping = None;
                self.is_json_ld = false;
            }
            return;
        }
        if !CLOSED_BY_OTHERS.contains(&element.as_str()) && !VOID.contains(&element.as_str()) {
            self.depth = self.depth.saturating_sub(1);
        }
        match &mut self.collecting {
            Some((_, open, 0)) if *open == element => self.collected(),
            Some((_, open, deep)) if *open == element => *deep -= 1,
            _ => {}
        }
        if element.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-') {
            self.page.slim.push_str("</");
            self.page.slim.push_str(&element);
            self.page.slim.push('>');
        }
    }

    fn collected(&mut self) {
        let words = std::mem::take(&mut self.words);
        let Some((what, ..)) = self.collecting.take() else { return };
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        if words.is_empty() {
            return;
        }
        match what {
            Collecting::Title => self.page.title = words,
            Collecting::Heading => self.page.heading = words,
            Collecting::Time(publishes) => self.page.times.push((words, publishes)),
            Collecting::Byline => self.page.bylines.push(words),
        }
    }

    fn text(&mut self, text: &str) {
        if self.skipping.is_some() {
            if let (true, Some(script)) = (self.is_json_ld, self.page.json_ld.last_mut()) {
                script.push_str(text);
            }
            return;
        }
        if self.collecting.is_some() && self.words.len() < LONGEST_WORDS {
            self.words.push(' ');
            self.words.push_str(text);
        }
        escape(text, &mut self.page.slim);
    }

    /// `<!-- saved from url=(0042)https://… -->`
    fn comment(&mut self, text: &str) {
        if let Some((_, rest)) = text.trim().split_once("saved from url=(") {
            let url = rest.split_once(')').map(|(_, url)| url.trim().to_owned());
            self.page.canonical.extend(url);
        }
    }
}

fn escape(text: &str, into: &mut String) {
    for c in text.chars() {
        match c {
            '&' => into.push_str("&amp;"),
            '<' => into.push_str("&lt;"),
            '>' => into.push_str("&gt;"),
            '"' => into.push_str("&quot;"),
            c => into.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_says_what_it_is() {
        let page = read(
            "<!-- saved from url=(0030)https://gazette.example/talks --><html lang=en><head><title>Talks &amp; terms</title>\
             <meta property='OG:Title' content='Talks'><link rel=canonical href='https://gazette.example/a'>\
             <script type='application/ld+json'>{\"a\": \"</p>\"}</script><script>var x = '<p>no</p>';</script></head>\
             <body><h1>Talks</h1><span class='byline'>By <b>the desk</b></span><time datetime='2025-09-03'>Wed</time>\
             <p onclick='x()' class=lead>Text &lt;b&gt;</p></body></html>",
        );
        assert_eq!(page.title, "Talks & terms");
        assert_eq!(page.metas, [("og:title".to_owned(), "Talks".to_owned())]);
        assert_eq!(page.json_ld, ["{\"a\": \"</p>\"}"]);
        assert_eq!(page.canonical, ["https://gazette.example/talks", "https://gazette.example/a"]);
        assert_eq!(page.times, [("2025-09-03".to_owned(), false)]);
        assert_eq!(page.bylines, ["By the desk"]);
        assert_eq!(page.language.as_deref(), Some("en"));
        assert!(
            page.slim.contains("<p class=\"lead\">Text &lt;b&gt;</p>") && !page.slim.contains("var x"),
            "{}",
            page.slim
        );
    }

    #[test]
    fn depth_is_counted_and_paragraphs_left_open_are_not() {
        assert_eq!(read(&"<div>".repeat(10_000)).depth, 10_000);
        assert!(read(&"<p>a<br>".repeat(10_000)).depth < 2);
    }
}
