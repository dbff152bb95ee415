//! What is wrong with images: those that are not there, lie on another host, or
//! have no words for readers who do not see them. Images stand in a file's
//! text, and in two keys: a site's mark and an actor's portrait.

use html5gum::{DefaultEmitter, StartTag, Token, Tokenizer};
use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use super::front_matter;
use crate::diagnostics::{Code, Diagnostic};
use crate::model::article::Given;
use crate::model::entry::{Details, Entry};
use crate::model::image::{self, Images, mark_type};
use crate::model::markdown::OPTIONS;
use crate::model::source::{SourceFile, Span};
use crate::model::url::is_absolute;

/// Looks at the images in the text of a file of `content/`.
pub fn images(file: &SourceFile, images: &Images) -> Vec<Diagnostic> {
    let mut check = Check { file, images, example: "![What it shows](/images/file.jpg)", out: Vec::new() };
    // Hardly any text has images, and to read it once more takes time.
    if !may_hold_images(&file.text) {
        return check.out;
    }
    let Ok(parts) = front_matter::split(file) else { return check.out };
    let base = parts.body.start;
    // Of each image that is open: where it stands, its address and its words so far.
    let mut open: Vec<(Span, String, String)> = Vec::new();
    for (event, range) in Parser::new_ext(&file.text[parts.body], OPTIONS).into_offset_iter() {
        let place = base + range.start..base + range.end;
        match event {
            Event::Start(Tag::Image { dest_url, .. }) => {
                open.push((place.into(), dest_url.to_string(), String::new()));
            }
            Event::End(TagEnd::Image) => {
                let Some((place, address, words)) = open.pop() else { continue };
                if let Some((_, _, outer)) = open.last_mut() {
                    outer.push_str(&words);
                }
                check.image(place, &address, Some(words.trim()).filter(|words| !words.is_empty()), false);
            }
            Event::Text(text) | Event::Code(text) => {
                if let Some((_, _, words)) = open.last_mut() {
                    words.push_str(&text);
                }
            }
            Event::Start(Tag::HtmlBlock) | Event::InlineHtml(_) => check.html(place.into()),
            _ => {}
        }
    }
    check.out
}

/// Looks at the site's mark. One that pages cannot show is none.
pub fn mark(file: &SourceFile, mark: Given<String>, images: &Images) -> (Given<String>, Vec<Diagnostic>) {
    let mut check = Check { file, images, example: ADDRESS, out: Vec::new() };
    let mark = mark.filter(|(address, place)| {
        if !check.address(*place, address, false) {
            return false;
        }
        let is_known = image::path(address).is_some_and(|path| mark_type(&path).is_some());
        if !is_known {
            let message = format!("`{address}` is no image that browsers show in their tabs");
            check.say(Code::InvalidValue, message, "save it anew as SVG, PNG, WebP or JPEG", *place);
        }
        is_known
    });
    (mark, check.out)
}

/// Looks at an actor's portrait. One that pages cannot show is none.
pub fn portrait(entry: &mut Entry, images: &Images) -> Vec<Diagnostic> {
    let mut check = Check { file: &entry.source, images, example: ADDRESS, out: Vec::new() };
    let Details::Actor { portrait, .. } = &mut entry.details else { return check.out };
    portrait.take_if(|portrait| {
        let (address, place) = &portrait.file;
        if portrait.alt.is_empty() {
            let help = "say what it shows, in a line `alt: …` below `portrait:`";
            check.say(Code::MissingAlt, NO_WORDS.to_owned(), help, *place);
        }
        !check.address(*place, address, false)
    });
    check.out
}

const ADDRESS: &str = "/images/file.jpg";
const NO_WORDS: &str = "the image has no words for those who do not see it";

fn may_hold_images(text: &str) -> bool {
    let is_image =
        |at: usize| text.as_bytes()[at..].get(1..4).is_some_and(|name| name.eq_ignore_ascii_case(b"img"));
    text.contains("![") || text.match_indices('<').any(|(at, _)| is_image(at))
}

struct Check<'a> {
    file: &'a SourceFile,
    images: &'a Images,
    /// How an image is written at such a place.
    example: &'static str,
    out: Vec<Diagnostic>,
}

impl Check<'_> {
    /// The images in a piece of HTML.
    fn html(&mut self, place: Span) {
        let html = place.of(&self.file.text);
        let tokens = Tokenizer::new_with_emitter(html, DefaultEmitter::<usize>::new_with_span());
        for token in tokens.flatten() {
            let Token::StartTag(tag) = token else { continue };
            if tag.name.0 != b"img" {
                continue;
            }
            let start = place.start as usize;
            let value = |name| attribute(&tag, name);
            let address = value("src").unwrap_or_default();
            let is_sized = value("width").is_some() && value("height").is_some();
            self.image(
                Span::from(start + tag.span.start..start + tag.span.end),
                &address,
                value("alt").as_deref(),
                is_sized,
            );
        }
    }

    /// One image. Its words may be empty only where that was said in so many words, in HTML.
    fn image(&mut self, place: Span, address: &str, words: Option<&str>, is_sized: bool) {
        if words.is_none() {
            let help = "say what it shows: `![Two ministers shake hands](/images/file.jpg)`";
            self.say(Code::MissingAlt, NO_WORDS.to_owned(), help, place);
        }
        self.address(place, address, is_sized);
    }

    /// The address of an image. Whether pages can show it, and know its size.
    fn address(&mut self, place: Span, address: &str, is_sized: bool) -> bool {
        if is_absolute(address) {
            let help = format!("put it into `static/` and write its path there: `{}`", self.example);
            self.say(Code::ForeignImage, "the image lies on another host".to_owned(), &help, place);
            return false;
        }
        match self.images.find(address) {
            None if address.starts_with('/') => {
                let message = format!("there is no file `static{address}`");
                self.say(Code::MissingImage, message, "put the image there, or mend the path", place);
            }
            None => {
                let message = format!("the image's address `{address}` does not begin with a slash");
                let help = "write its path below `static/`: `/images/file.jpg` is `static/images/file.jpg`";
                self.say(Code::MissingImage, message, help, place);
            }
            Some(None) if !is_sized => {
                let message = format!("the size of `static{address}` cannot be read");
                let help = "save it anew as JPEG, PNG, WebP, AVIF or SVG";
                self.say(Code::UnreadableImage, message, help, place);
            }
            Some(_) => return true,
        }
        false
    }

    fn say(&mut self, code: Code, message: String, help: &str, place: Span) {
        self.out.push(Diagnostic::new(code, message).at(self.file, place.range()).help(help));
    }
}

fn attribute(tag: &StartTag<usize>, name: &str) -> Option<String> {
    let value = tag.attributes.get(name.as_bytes())?;
    Some(String::from_utf8_lossy(value).into_owned())
}
