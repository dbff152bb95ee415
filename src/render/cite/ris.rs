//! RIS, as EndNote, Zotero, Mendeley and others read it: an entry `ELEC`, a web page.

use super::Work;

/// One entry. A value is one line.
pub fn ris(work: &Work<'_>) -> String {
    let site = &work.of;
    let mut out = String::with_capacity(300);
    let mut line = |tag: &str, value: &str| {
        out.push_str(tag);
        out.push_str("  - ");
        out.extend(value.chars().map(|c| if c.is_control() { ' ' } else { c }));
        out.push('\n');
    };
    line("TY", "ELEC");
    line("ID", work.id);
    line("TI", work.title);
    let day = work.published.map(|day| day.format("%Y/%m/%d/").to_string());
    let rest = [
        ("AU", site.author.map(str::to_owned)),
        ("T2", Some(site.title.to_owned())),
        ("PB", site.publisher.map(str::to_owned)),
        ("PY", work.published.map(|day| day.format("%Y").to_string())),
        ("DA", day),
        ("LA", Some(site.language.to_owned())),
        ("UR", Some(work.url.to_owned())),
        ("N1", work.note.map(str::to_owned)),
    ];
    for (tag, value) in &rest {
        value.iter().for_each(|value| line(tag, value));
    }
    line("ER", "");
    out
}

#[cfg(test)]
mod tests {
    use super::super::example;
    use super::*;

    #[test]
    fn an_entry_is_one_line_a_field() {
        insta::assert_snapshot!(ris(&example("Terms\nER  - of 5%")).replace(' ', "·"), @r"
        TY··-·ELEC
        ID··-·geneva-talks
        TI··-·Terms·ER··-·of·5%
        AU··-·The·{diplomatic}·desk
        T2··-·Talks·&·terms
        PB··-·Example·Institute
        PY··-·2025
        DA··-·2025/09/03/
        LA··-·en-GB
        UR··-·https://talks.example/100%25/events/geneva-talks/
        N1··-·Last·changed·2025-10-04
        ER··-·
        ");
    }
}
