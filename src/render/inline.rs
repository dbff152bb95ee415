//! Texts put into templates before Tera reads them: `{{ t.NAME }}` becomes the
//! words themselves, and `t.NAME` in an expression a string.
//!
//! So a text costs nothing when a page is made, it can be used in components
//! without being handed in, and one that does not exist is found at once. The
//! rest of the template is not touched, and places in it can be found again.

use std::collections::BTreeMap;
use std::ops::Range;

use super::texts::escaped;
use crate::diagnostics::{Code, Diagnostic, nearest};
use crate::model::language::Language;
use crate::model::language::texts::variables;
use crate::model::source::SourceFile;

/// A template with the words in it.
pub struct Inlined {
    /// As Tera reads it.
    pub text: String,
    /// Where the words end, and where what they replaced ended.
    moved: BTreeMap<usize, usize>,
}

impl Inlined {
    /// Puts the texts in; those that do not exist are noted.
    pub fn new(file: &SourceFile, language: &Language) -> (Self, Vec<Diagnostic>) {
        let (mut inlined, mut found) = (Self { text: String::new(), moved: BTreeMap::new() }, Vec::new());
        let source = &*file.text;
        let mut copied = 0;
        for name in names(source) {
            let id = name.start + "t.".len()..name.end;
            let text = language.texts().get(&source[id.clone()]).unwrap_or_else(|| {
                found.push(unknown(file, id, language));
                ""
            });
            let (range, words) = replacement(file, name, text);
            inlined.text.push_str(&source[copied..range.start]);
            inlined.text.push_str(&words);
            inlined.moved.insert(inlined.text.len(), range.end);
            copied = range.end;
        }
        inlined.text.push_str(&source[copied..]);
        (inlined, found)
    }

    /// Where in the file something stands that stands here in the text.
    pub fn original(&self, at: usize) -> usize {
        let before = self.moved.range(..=at).next_back();
        before.map_or(at, |(here, there)| there + (at - here))
    }
}

/// What is replaced, and by what: the whole of `{{ t.NAME }}`, or the name alone by a string.
fn replacement(file: &SourceFile, name: Range<usize>, text: &str) -> (Range<usize>, String) {
    let source = &*file.text;
    let text = text.replace(['\n', '\r'], " ");
    let (before, after) = (source[..name.start].trim_end(), source[name.end..].trim_start());
    let is_alone = before.ends_with("{{") && after.starts_with("}}") && file.path.ends_with(".html");
    if is_alone {
        let end = source.len() - after.len() + "}}".len();
        return (before.len() - "{{".len()..end, escaped(&text).replace('{', "&#123;"));
    }
    (name, ["\"", &text.replace('\\', "\\\\").replace('"', "\\\""), "\""].concat())
}

fn unknown(file: &SourceFile, id: Range<usize>, language: &Language) -> Diagnostic {
    let name = &file.text[id.clone()];
    let needs = language.texts().pieces(name, &[]).is_err_and(|_| variables(name).is_some());
    let (message, help) = if needs {
        let message = format!("something has to be put into the text `{name}`");
        (message, format!("write `text(id=\"{name}\", …)`"))
    } else {
        let near = nearest(name, language.texts().plain().map(|(id, _)| id));
        let help = near.map_or_else(
            || "`t` is kept for texts: give a variable of yours another name".to_owned(),
            |near| format!("did you mean `t.{near}`?"),
        );
        (format!("there is no text `{name}`"), help)
    };
    Diagnostic::new(Code::TemplateSyntax, message).at(file, id).help(help)
}

/// Where `t.NAME` stands in the code of a template: not in its words, its comments, or what it prints raw.
fn names(source: &str) -> Vec<Range<usize>> {
    let bytes = source.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = source[at..].find('{').map(|start| at + start) {
        let (code, end) = match bytes.get(start + 1) {
            Some(b'{') => (start + 2, "}}"),
            Some(b'%') => (start + 2, "%}"),
            Some(b'#') => {
                at = source[start..].find("#}").map_or(source.len(), |end| start + end + 2);
                continue;
            }
            _ => {
                at = start + 1;
                continue;
            }
        };
        at = in_code(source, code, end, &mut found);
        let tag = source[code..at].trim_start_matches('-').trim_start();
        if end == "%}" && tag.strip_prefix("raw").is_some_and(|rest| !rest.starts_with(is_name)) {
            at = source[at..].find("endraw").map_or(source.len(), |end| at + end);
        }
    }
    found
}

/// Takes down the names in code, up to its end.
fn in_code(source: &str, start: usize, end: &str, found: &mut Vec<Range<usize>>) -> usize {
    let mut at = start;
    while let Some(c) = source[at..].chars().next() {
        let rest = &source[at..];
        if rest.starts_with(end) {
            return at + end.len();
        }
        if matches!(c, '"' | '\'' | '`') {
            at += string(rest, c);
        } else if is_name(c) {
            let length = rest.find(|c| !is_name(c)).unwrap_or(rest.len());
            let is_field = source[..at].ends_with('.');
            let id = rest[length..].strip_prefix('.').filter(|_| &rest[..length] == "t" && !is_field);
            let id = id.map_or(0, |id| id.find(|c| !is_name(c)).unwrap_or(id.len()));
            at += length;
            if id > 0 {
                found.push(at - length..at + 1 + id);
                at += 1 + id;
            }
        } else {
            at += c.len_utf8();
        }
    }
    source.len()
}

/// How long a string is, with its quotation marks.
fn string(text: &str, mark: char) -> usize {
    let mut is_escaped = false;
    let end = text.char_indices().skip(1).find(|(_, c)| {
        let is_end = *c == mark && !is_escaped;
        is_escaped = *c == '\\' && !is_escaped;
        is_end
    });
    end.map_or(text.len(), |(at, _)| at + 1)
}

fn is_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_'
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inlined(source: &str) -> Inlined {
        let file = SourceFile::new("templates/a.html", source);
        let (inlined, found) = Inlined::new(&file, Language::english());
        assert_eq!(found, [], "{source}");
        inlined
    }

    #[test]
    fn texts_stand_where_templates_name_them() {
        for (source, expected) in [
            ("<p>{{ t.draft }}</p>", "<p>draft</p>"),
            ("<p>{{t.editors_note}}</p>", "<p>Editors’ note</p>"),
            ("{{- t.draft -}}", "{{- \"draft\" -}}"),
            ("{{ t.draft | upper }}", "{{ \"draft\" | upper }}"),
            ("{{ <parts label={t.days} /> }}", "{{ <parts label={\"Days\"} /> }}"),
            (
                "{% if page.t.draft %}{{ at.draft }}{% endif %}",
                "{% if page.t.draft %}{{ at.draft }}{% endif %}",
            ),
            ("{{ \"t.draft \\\" t.draft\" }}", "{{ \"t.draft \\\" t.draft\" }}"),
            ("{# t.nothing #} t.draft", "{# t.nothing #} t.draft"),
            (
                "{% raw %}{{ t.nothing }}{% endraw %}{{ t.draft }}",
                "{% raw %}{{ t.nothing }}{% endraw %}draft",
            ),
            ("a { b {{ t.draft", "a { b {{ \"draft\""),
        ] {
            assert_eq!(inlined(source).text, expected);
        }
    }

    #[test]
    fn places_are_found_again() {
        let source = "{{ t.draft }} {{ x }} {% set y = t.days %} {{ z }}";
        let inlined = inlined(source);
        for piece in ["x }}", "set y", "z }}"] {
            let here = inlined.text.find(piece).expect("it stays");
            assert_eq!(&source[inlined.original(here)..][..piece.len()], piece);
        }
    }

    #[test]
    fn a_text_that_does_not_exist_is_noted() {
        for (source, help) in [
            ("{{ t.darft }}", "did you mean `t.draft`?"),
            (
                "{% for t in list %}{{ t.zzzz }}",
                "`t` is kept for texts: give a variable of yours another name",
            ),
            ("{{ t.reports }}", "write `text(id=\"reports\", …)`"),
        ] {
            let file = SourceFile::new("templates/a.html", source);
            let (_, found) = Inlined::new(&file, Language::english());
            assert_eq!(found[0].help.as_deref(), Some(help));
        }
    }

    #[test]
    fn what_is_wrong_ends_somewhere() {
        for source in ["{{", "{%", "{#", "{% raw %}", "{{ \"", "{{ t.", "{{ t", "}}", "{{ é", "{", "{{ `\\"]
        {
            let file = SourceFile::new("templates/a.html", source);
            Inlined::new(&file, Language::english());
        }
    }
}
