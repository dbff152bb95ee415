//! biblatex: an entry `@online`.

use super::Work;

/// One entry. Names and headlines stand in a second pair of braces: they are
/// neither taken apart nor put into small letters.
pub fn bibtex(work: &Work<'_>) -> String {
    let site = &work.of;
    let day = |day: chrono::NaiveDate| day.to_string();
    let mut fields: Vec<(&str, String)> = Vec::new();
    let mut add = |name, value: Option<String>| fields.extend(value.map(|value| (name, value)));
    add("author", site.author.map(braced));
    add("title", Some(braced(work.title)));
    add("titleaddon", site.publisher.map(|_| escaped(site.title)));
    add("date", work.published.map(day));
    add("url", Some(work.url.to_owned()));
    add("organization", Some(escaped(site.publisher.unwrap_or(site.title))));
    add("langid", Some(site.language.to_owned()));
    add("note", work.note.map(escaped));
    let lines: Vec<String> = fields.iter().map(|(name, value)| format!("  {name} = {{{value}}}")).collect();
    format!("@online{{{},\n{}\n}}\n", work.id, lines.join(",\n"))
}

fn braced(text: &str) -> String {
    ["{", &escaped(text), "}"].concat()
}

/// TeX's own signs as text.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '#' | '$' | '%' | '&' | '_' | '{' | '}' => out.extend(['\\', c]),
            '\\' => out.push_str("\\textbackslash{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::{Website, example};
    use super::*;

    #[test]
    fn an_entry_has_every_field_and_no_sign_of_tex() {
        insta::assert_snapshot!(bibtex(&example("5% of a\\b_c: {terms} #1 ~ 2^3 $")), @r"
        @online{geneva-talks,
          author = {{The \{diplomatic\} desk}},
          title = {{5\% of a\textbackslash{}b\_c: \{terms\} \#1 \textasciitilde{} 2\textasciicircum{}3 \$}},
          titleaddon = {Talks \& terms},
          date = {2025-09-03},
          url = {https://talks.example/100%25/events/geneva-talks/},
          organization = {Example Institute},
          langid = {en-GB},
          note = {Last changed 2025-10-04}
        }
        ");
    }

    #[test]
    fn what_is_not_known_is_left_out() {
        let bare = Work {
            published: None,
            note: None,
            of: Website { title: "Talks", author: None, publisher: None, language: "en" },
            ..example("Terms")
        };
        insta::assert_snapshot!(bibtex(&bare), @r"
        @online{geneva-talks,
          title = {{Terms}},
          url = {https://talks.example/100%25/events/geneva-talks/},
          organization = {Talks},
          langid = {en}
        }
        ");
    }
}
