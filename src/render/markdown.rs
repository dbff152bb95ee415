//! Markdown -> safe HTML.
//!
//! What pulldown-cmark makes of Markdown without raw HTML is safe once links
//! are; only text with raw HTML in it goes through the sanitiser, which is many
//! times slower than all the rest.

use std::ops::Range;

use pulldown_cmark::{BrokenLink, CowStr, Event, HeadingLevel, LinkType, Parser, Tag, TagEnd, html};

use super::images;
use crate::model::article::Reference;
use crate::model::image::Images;
use crate::model::markdown::OPTIONS;
use crate::model::source::Span;
use crate::model::url::{is_absolute, is_safe_link};

/// A piece of Markdown and how to show it.
#[derive(Default, Clone)]
pub struct Piece<'a> {
    /// The file's text.
    pub text: &'a str,
    /// The part of it that is meant.
    pub span: Span,
    /// Parts that are left out.
    pub cuts: &'a [Span],
    /// Words to be linked: where they stand, and the address, from the site's root (`/actors/x/`). In order.
    pub links: Vec<(Span, String)>,
    /// Reference definitions of the whole file.
    pub references: &'a [Reference],
    /// Path of the site, for links that begin with `/`.
    pub base: &'a str,
    /// The site's images, for their sizes.
    pub images: Option<&'a Images>,
    /// The level that its highest headings get on the page; the others follow. 0 is taken as 2.
    pub top: u8,
}

impl Piece<'_> {
    /// As blocks.
    pub fn to_html(&self) -> String {
        let (events, raw) = self.events();
        self.finish(events, raw)
    }

    /// A block quote's content, without the quote itself.
    pub fn quote_to_html(&self) -> String {
        let (mut events, raw) = self.events();
        let is_outer = |event: Option<&Event<'_>>| matches!(event, Some(Event::Start(Tag::BlockQuote(_))));
        if is_outer(events.first()) && events.last() == Some(&Event::End(TagEnd::BlockQuote(None))) {
            events.pop();
            events.remove(0);
        }
        self.finish(events, raw)
    }

    fn finish(&self, events: Vec<Event<'_>>, raw: bool) -> String {
        let mut out = String::new();
        html::push_html(&mut out, events.into_iter());
        if raw {
            out = sanitiser(self.base).clean(&out).to_string();
        }
        images::sized(out, self.base, self.images)
    }

    /// The events to be written, and whether raw HTML is among them.
    fn events(&self) -> (Vec<Event<'_>>, bool) {
        let source = self.span.of(self.text);
        let base = self.span.start as usize;
        let mut lookup = |link: BrokenLink<'_>| {
            let found = self
                .references
                .iter()
                .find(|known| known.label.to_lowercase() == link.reference.to_lowercase())?;
            Some((CowStr::from(found.destination.clone()), CowStr::from(found.title.clone())))
        };
        let parser = Parser::new_with_broken_link_callback(source, OPTIONS, Some(&mut lookup));
        let mut out = Writer {
            piece: self,
            events: Vec::new(),
            raw: false,
            next_link: 0,
            open: None,
            foreign: 0,
            links: 0,
            highest: HeadingLevel::H6,
        };
        let mut skip_to = 0;
        let mut cuts = self.cuts;
        for (event, range) in parser.into_offset_iter() {
            let range = base + range.start..base + range.end;
            while let [cut, rest @ ..] = cuts
                && cut.end as usize <= range.start
            {
                cuts = rest;
            }
            if let Some(cut) = cuts.first().filter(|cut| cut.start as usize <= range.start) {
                skip_to = cut.end as usize;
            }
            if range.start >= skip_to || skip_to == 0 {
                out.event(event, range);
            }
        }
        if out.raw && nesting(&out.events) > DEEPEST_HTML {
            out.escape_html();
        }
        if !out.raw {
            out.root_links();
        }
        out.shift_headings();
        (out.events, out.raw)
    }
}

struct Writer<'a, 'e> {
    piece: &'a Piece<'a>,
    events: Vec<Event<'e>>,
    raw: bool,
    next_link: usize,
    /// Where the link that is open ends.
    open: Option<usize>,
    /// How many links were left out and still have an end to come.
    foreign: usize,
    /// How many links of the author's are open.
    links: usize,
    highest: HeadingLevel,
}

impl<'e> Writer<'_, 'e> {
    fn event(&mut self, event: Event<'e>, range: Range<usize>) {
        match event {
            Event::Text(text) => self.text(text, &range),
            Event::SoftBreak | Event::HardBreak => self.events.push(event),
            Event::Html(_) | Event::InlineHtml(_) => {
                self.raw = true;
                self.events.push(event);
            }
            Event::Start(Tag::Heading { level, .. }) => {
                self.highest = self.highest.min(level);
                let tag = Tag::Heading { level, id: None, classes: Vec::new(), attrs: Vec::new() };
                self.events.push(Event::Start(tag));
            }
            Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
                if is_safe_link(&dest_url) {
                    self.links += 1;
                    self.events.push(Event::Start(Tag::Link { link_type, dest_url, title, id }));
                } else {
                    self.foreign += 1;
                }
            }
            Event::End(TagEnd::Link) if self.foreign > 0 => self.foreign -= 1,
            Event::End(TagEnd::Link) => {
                self.links = self.links.saturating_sub(1);
                self.events.push(event);
            }
            Event::Start(Tag::Image { link_type, dest_url, title, id }) => {
                self.image(link_type, dest_url, title, id)
            }
            Event::End(TagEnd::Image) => {
                let end = self.open_tag().unwrap_or(TagEnd::Image);
                self.events.push(Event::End(end));
            }
            event => self.events.push(event),
        }
    }

    /// An image of the site; one on another host becomes a link to it, or nothing if the address is unsafe.
    fn image(&mut self, link_type: LinkType, address: CowStr<'e>, title: CowStr<'e>, id: CowStr<'e>) {
        let dest_url = address;
        if is_absolute(&dest_url) && self.in_link() {
            // A link cannot hold another: the words that describe the image are left.
            self.events.push(Event::Start(Tag::Strong));
        } else if is_absolute(&dest_url) {
            let dest_url = if is_safe_link(&dest_url) { dest_url } else { CowStr::Borrowed("") };
            self.events.push(Event::Start(Tag::Link { link_type, dest_url, title, id }));
        } else {
            self.events.push(Event::Start(Tag::Image { link_type, dest_url, title, id }));
        }
    }

    /// The end of what is open innermost of links, images and what stands for them.
    fn open_tag(&self) -> Option<TagEnd> {
        let mut ends = 0;
        for event in self.events.iter().rev() {
            match event {
                Event::End(TagEnd::Link | TagEnd::Image | TagEnd::Strong) => ends += 1,
                Event::Start(Tag::Link { .. } | Tag::Image { .. } | Tag::Strong) if ends > 0 => ends -= 1,
                Event::Start(Tag::Link { .. }) => return Some(TagEnd::Link),
                Event::Start(Tag::Image { .. }) => return Some(TagEnd::Image),
                Event::Start(Tag::Strong) => return Some(TagEnd::Strong),
                _ => {}
            }
        }
        None
    }

    /// Whether a link is open.
    fn in_link(&self) -> bool {
        self.links > 0
    }

    /// Raw HTML that is nested absurdly deep is shown as text: to sanitise it would take for ever.
    fn escape_html(&mut self) {
        self.raw = false;
        for event in &mut self.events {
            if let Event::Html(html) | Event::InlineHtml(html) = event {
                *event = Event::Text(std::mem::replace(html, CowStr::Borrowed("")));
            }
        }
    }

    /// Text, with the links that begin and end in it.
    fn text(&mut self, text: CowStr<'e>, range: &Range<usize>) {
        let verbatim = range.len() == text.len();
        if !verbatim
            || (self.open.is_none() && self.next().is_none_or(|(span, _)| span.start as usize >= range.end))
        {
            self.events.push(Event::Text(text));
            return;
        }
        let mut at = range.start;
        while self.open.is_none() && self.next().is_some_and(|(span, _)| (span.start as usize) < at) {
            self.next_link += 1;
        }
        while at < range.end {
            let (stop, change) = match (self.open, self.next()) {
                (Some(end), _) => (end.min(range.end), end <= range.end),
                (None, Some((span, _))) if (span.start as usize) < range.end => {
                    ((span.start as usize).max(at), true)
                }
                _ => (range.end, false),
            };
            if stop > at {
                let piece = &text[at - range.start..stop - range.start];
                self.events.push(Event::Text(CowStr::from(piece.to_owned())));
                at = stop;
            }
            if change && self.open.take().is_some() {
                self.events.push(Event::End(TagEnd::Link));
            } else if change && let Some((span, address)) = self.piece.links.get(self.next_link) {
                self.open = Some(span.end as usize);
                self.next_link += 1;
                self.events.push(Event::Start(Tag::Link {
                    link_type: LinkType::Inline,
                    dest_url: CowStr::from(address.clone()),
                    title: CowStr::Borrowed(""),
                    id: CowStr::Borrowed(""),
                }));
            }
        }
    }

    fn next(&self) -> Option<&(Span, String)> {
        self.piece.links.get(self.next_link)
    }

    /// Links to pages of the site get its path. The sanitiser does the same for raw HTML, and so for all
    /// links of a text that holds some.
    fn root_links(&mut self) {
        let base = self.piece.base;
        for event in &mut self.events {
            if let Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) = event
                && let Some(rooted) = rooted(dest_url, base)
            {
                *dest_url = CowStr::from(rooted);
            }
        }
    }

    /// Puts the headings where they belong on the page.
    fn shift_headings(&mut self) {
        let top = usize::from(if self.piece.top == 0 { 2 } else { self.piece.top });
        let highest = self.highest as usize;
        let shifted = |level: HeadingLevel| {
            HeadingLevel::try_from((level as usize - highest + top).min(6)).unwrap_or(HeadingLevel::H6)
        };
        for event in &mut self.events {
            match event {
                Event::Start(Tag::Heading { level, .. }) | Event::End(TagEnd::Heading(level)) => {
                    *level = shifted(*level)
                }
                _ => {}
            }
        }
    }
}

/// How deep raw HTML may be nested; browsers stop near 500, and sanitising is quadratic in it.
const DEEPEST_HTML: usize = 200;

/// Elements that hold nothing, or that the next of their kind ends (HTML, 13.1.2).
const CLOSES_ITSELF: [&str; 19] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
    "p", "li", "dt", "dd", "tr", "td",
];

/// How deep the tags of raw HTML may be nested, at most.
fn nesting(events: &[Event<'_>]) -> usize {
    let (mut depth, mut deepest) = (0usize, 0);
    for event in events {
        let (Event::Html(html) | Event::InlineHtml(html)) = event else { continue };
        for (at, _) in html.match_indices('<') {
            match html.as_bytes().get(at + 1) {
                Some(b'/') => depth = depth.saturating_sub(1),
                Some(b) if b.is_ascii_alphabetic() => {
                    let name =
                        html[at + 1..].split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or("");
                    depth += usize::from(!CLOSES_ITSELF.contains(&name.to_ascii_lowercase().as_str()));
                }
                _ => {}
            }
            deepest = deepest.max(depth);
        }
    }
    deepest
}

/// The address of a page of this site, under the site's path.
fn rooted(address: &str, base: &str) -> Option<String> {
    let path = address.strip_prefix('/').filter(|path| !path.starts_with(['/', '\\']))?;
    Some(format!("{base}{path}"))
}

fn sanitiser(base: &str) -> ammonia::Builder<'static> {
    let base = base.to_owned();
    let mut builder = ammonia::Builder::default();
    builder.url_schemes(["http", "https", "mailto"].into()).rm_tags(["h1"]).link_rel(None).attribute_filter(
        move |element, attribute, value| match (element, attribute) {
            ("img", "src") if is_absolute(value) => None,
            (_, "src" | "href") => Some(rooted(value, &base).unwrap_or_else(|| value.to_owned()).into()),
            _ => Some(value.into()),
        },
    );
    builder
}

#[cfg(test)]
mod tests {
    use super::*;

    fn html(text: &str) -> String {
        let span = Span::from(0..text.len());
        Piece { text, span, base: "/talks/", top: 3, ..Piece::default() }.to_html()
    }

    #[test]
    fn links_are_checked_and_rooted() {
        assert_eq!(html("[a](/events/x/)"), "<p><a href=\"/talks/events/x/\">a</a></p>\n");
        assert_eq!(html("[a](javascript:x) b"), "<p>a b</p>\n");
        assert_eq!(html("<javascript:x>"), "<p>javascript:x</p>\n");
        assert_eq!(
            html("![alt](https://h/x.jpg) [b](c)"),
            "<p><a href=\"https://h/x.jpg\">alt</a> <a href=\"c\">b</a></p>\n"
        );
        assert_eq!(
            html("![alt](/x.jpg)"),
            "<p><img loading=\"lazy\" src=\"/talks/x.jpg\" alt=\"alt\" /></p>\n"
        );
    }

    #[test]
    fn raw_html_is_sanitised() {
        let dirty = "a <script>alert(1)</script><b onclick=x>b</b> <a href=\"jav&#x61;script:x\">c</a> <img src=//h/x>";
        let clean = html(dirty);
        for bad in ["script>", "onclick", "href=\"jav", "//h"] {
            assert!(!clean.contains(bad), "{clean}");
        }
        assert!(clean.contains("<b>b</b>"));
    }

    #[test]
    fn headings_are_put_where_they_belong() {
        assert_eq!(html("## A {#x .y}\n\n### B"), "<h3>A</h3>\n<h4>B</h4>\n");
        assert_eq!(html("# A\n\n###### B"), "<h3>A</h3>\n<h6>B</h6>\n");
    }

    #[test]
    fn words_are_linked_where_they_stand() {
        let text = "one *two* three\nfour";
        let span = Span::from(0..text.len());
        let links = vec![(Span::from(5..8), "/t".to_owned()), (Span::from(10..20), "/f".to_owned())];
        let html = Piece { text, span, links, base: "/", ..Piece::default() }.to_html();
        assert_eq!(html, "<p>one <em><a href=\"/t\">two</a></em> <a href=\"/f\">three\nfour</a></p>\n");
    }
}
