//! `opensearch.xml` (OpenSearch 1.1): how a browser asks the site's search.

use std::borrow::Cow;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use super::{Exporter, Input};
use crate::model::config::Config;
use crate::model::image;
use crate::model::sitemap::Export;
use crate::model::url;

/// The longest `ShortName`, `LongName` and `Description` that the specification allows.
const LONGEST: [usize; 3] = [16, 48, 1024];

pub struct OpenSearch;

impl Exporter for OpenSearch {
    fn write(&self, input: &Input<'_>, out: &mut Vec<u8>) {
        // Writing into memory does not fail.
        let _ = write(input, out);
    }
}

fn write(input: &Input<'_>, out: &mut Vec<u8>) -> std::io::Result<()> {
    let config = &input.timeline.config;
    let description = if config.description.is_empty() { &config.title } else { &config.description };
    let names = [("ShortName", &config.title), ("LongName", &config.title), ("Description", description)];
    let mut writer = Writer::new(out);
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let root = writer.create_element("OpenSearchDescription");
    root.with_attribute(("xmlns", "http://a9.com/-/spec/opensearch/1.1/")).write_inner_content(|writer| {
        for ((name, text), most) in names.into_iter().zip(LONGEST) {
            writer.create_element(name).write_text_content(BytesText::new(cut(text, most)))?;
        }
        let links = [
            ("text/html", "results", input.absolute("search/?q={searchTerms}")),
            ("application/opensearchdescription+xml", "self", input.absolute(&Export::OpenSearch.file())),
        ];
        for (kind, rel, template) in &links {
            let url = writer.create_element("Url");
            url.with_attributes([("type", *kind), ("rel", *rel), ("template", template)]).write_empty()?;
        }
        if let Some((path, media_type)) = mark(config) {
            let image = writer.create_element("Image").with_attribute(("type", media_type));
            image.write_text_content(BytesText::new(&input.absolute(&url::encoded(&path))))?;
        }
        for (name, text) in
            [("Language", config.language.as_str()), ("InputEncoding", "UTF-8"), ("OutputEncoding", "UTF-8")]
        {
            writer.create_element(name).write_text_content(BytesText::new(text))?;
        }
        Ok(())
    })?;
    writer.get_mut().push(b'\n');
    Ok(())
}

/// The site's mark, else the theme's, with its media type.
fn mark(config: &Config) -> Option<(Cow<'_, str>, &'static str)> {
    let path = config.mark.as_ref().map_or(Some(image::MARK.into()), |(address, _)| image::path(address))?;
    image::mark_type(&path).map(|media_type| (path, media_type))
}

/// As many whole words as fit, or signs where the first word does not.
fn cut(text: &str, most: usize) -> &str {
    let Some((end, _)) = text.char_indices().nth(most) else { return text };
    let words = text[..end].trim_end();
    if text[end..].starts_with(char::is_whitespace) {
        return words;
    }
    words.rsplit_once(char::is_whitespace).map_or(words, |(words, _)| words.trim_end())
}

#[cfg(test)]
mod tests {
    use super::cut;

    #[test]
    fn names_are_cut_between_words() {
        for (text, short) in [
            ("The Ukraine talks", "The Ukraine"),
            ("Sixteen signs ok", "Sixteen signs ok"),
            ("Sixteen signs ok, and more", "Sixteen signs"),
            ("Seventeen signs, and more", "Seventeen signs,"),
            ("Überlebensgroßartigkeit", "Überlebensgroßar"),
            ("", ""),
        ] {
            assert_eq!(cut(text, 16), short, "{text}");
        }
    }
}
