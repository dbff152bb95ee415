//! Wikipedia's templates `{{cite web}}` and, for a report that is nowhere on the
//! web, `{{cite news}}`. The access date is left to the reader.

use chrono::NaiveDate;

use super::Work;
use crate::model::date::{EventDate, Precision};

/// A published report.
#[derive(Debug, Clone, Copy)]
pub struct Report<'a> {
    /// Its headline.
    pub title: &'a str,
    /// Where it is.
    pub url: Option<&'a str>,
    /// Who wrote it.
    pub author: Option<&'a str>,
    /// Who published it.
    pub publisher: Option<&'a str>,
    /// Who first reported it, if another.
    pub agency: Option<&'a str>,
    /// When it was published.
    pub published: Option<&'a EventDate>,
    /// BCP 47 tag of its language.
    pub language: &'a str,
    /// A copy that stays.
    pub archive: Option<&'a str>,
}

/// A page of the site.
pub fn of_page(work: &Work<'_>) -> String {
    let site = &work.of;
    let day = work.published.map(|day| day.to_string());
    template(
        "cite web",
        &[
            ("title", Some(work.title)),
            ("url", Some(work.url)),
            ("author", site.author),
            ("date", day.as_deref()),
            ("website", Some(site.title)),
            ("publisher", site.publisher),
            ("language", Some(site.language)),
            ("access-date", Some("")),
        ],
    )
}

/// A report. A copy is named only where its address says when it was made: the template asks for that day.
pub fn of_report(report: &Report<'_>) -> String {
    let date = report.published.and_then(date_words);
    let copy = report.archive.and_then(|address| Some((address, archived_on(address)?.to_string())));
    let name = if report.url.is_some() { "cite web" } else { "cite news" };
    template(
        name,
        &[
            ("title", Some(report.title)),
            ("url", report.url),
            ("author", report.author),
            ("date", date.as_deref()),
            ("website", report.publisher),
            ("agency", report.agency),
            ("language", Some(report.language)),
            ("archive-url", copy.as_ref().filter(|_| report.url.is_some()).map(|(address, _)| *address)),
            ("archive-date", copy.as_ref().filter(|_| report.url.is_some()).map(|(_, day)| day.as_str())),
            ("url-status", copy.as_ref().filter(|_| report.url.is_some()).map(|_| "live")),
            ("access-date", report.url.map(|_| "")),
        ],
    )
}

/// The day on which a copy was made, if its address holds a moment, as those of the Wayback Machine and of
/// archive.today do: `…/20250903143000/https://…`.
pub fn archived_on(address: &str) -> Option<NaiveDate> {
    address.split('/').find_map(|part| {
        let digits = part.get(..14)?;
        let rest_is_a_mark = part[14..].bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
        let is_moment = digits.bytes().all(|b| b.is_ascii_digit()) && rest_is_a_mark;
        is_moment.then(|| NaiveDate::parse_from_str(&digits[..8], "%Y%m%d").ok())?
    })
}

/// A date as Wikipedia takes it: in full, or in English words. One in doubt is left out.
fn date_words(date: &EventDate) -> Option<String> {
    if date.is_uncertain() || date.is_approximate() || date.edtf().has_unspecified() {
        return None;
    }
    match date.precision() {
        Precision::Day => Some(date.first().to_string()),
        Precision::Month if date.first().format("%Y-%m").to_string() == date.as_str() => {
            Some(date.first().format("%B %Y").to_string())
        }
        Precision::Year if date.as_str().len() == 4 => Some(date.as_str().to_owned()),
        _ => None,
    }
}

fn template(name: &str, fields: &[(&str, Option<&str>)]) -> String {
    let mut out = ["{{", name].concat();
    for (key, value) in fields {
        let Some(value) = value else { continue };
        out.push_str(" |");
        out.push_str(key);
        out.push('=');
        if key.ends_with("url") { push_address(value, &mut out) } else { push_text(value, &mut out) }
    }
    out.push_str("}}");
    out
}

/// A text in which no sign means anything to a wiki.
fn push_text(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '|' => out.push_str("{{!}}"),
            '[' => out.push_str("&#91;"),
            ']' => out.push_str("&#93;"),
            '{' => out.push_str("&#123;"),
            '}' => out.push_str("&#125;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            // Two of them would begin italics.
            '\'' if out.ends_with('\'') => out.push_str("&#39;"),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
}

/// An address, its signs as RFC 3986 writes them.
fn push_address(address: &str, out: &mut String) {
    for c in address.chars() {
        match c {
            '|' => out.push_str("%7C"),
            '[' => out.push_str("%5B"),
            ']' => out.push_str("%5D"),
            '{' => out.push_str("%7B"),
            '}' => out.push_str("%7D"),
            '<' => out.push_str("%3C"),
            '>' => out.push_str("%3E"),
            c if c.is_control() || c == ' ' => out.push_str("%20"),
            c => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::example;
    use super::*;

    fn report(date: &EventDate) -> Report<'_> {
        Report {
            title: "Talks end",
            url: Some("https://gazette.example/1|2"),
            author: Some("A. Writer"),
            publisher: Some("Example Gazette"),
            agency: Some("Example Wire"),
            published: Some(date),
            language: "en",
            archive: Some("https://archive.example/web/20250904120000id_/https://gazette.example/1|2"),
        }
    }

    #[test]
    fn a_page_is_cited_and_no_sign_means_anything_to_the_wiki() {
        insta::assert_snapshot!(of_page(&example("''a'' | b=[c] {{d}} <ref>")), @"{{cite web |title='&#39;a'&#39; {{!}} b=&#91;c&#93; &#123;&#123;d&#125;&#125; &lt;ref&gt; |url=https://talks.example/100%25/events/geneva-talks/ |author=The &#123;diplomatic&#125; desk |date=2025-09-03 |website=Talks & terms |publisher=Example Institute |language=en-GB |access-date=}}");
    }

    #[test]
    fn a_report_is_cited_with_its_copy() {
        let date = EventDate::parse("2025-09-04").expect("a date");
        insta::assert_snapshot!(of_report(&report(&date)), @"{{cite web |title=Talks end |url=https://gazette.example/1%7C2 |author=A. Writer |date=2025-09-04 |website=Example Gazette |agency=Example Wire |language=en |archive-url=https://archive.example/web/20250904120000id_/https://gazette.example/1%7C2 |archive-date=2025-09-04 |url-status=live |access-date=}}");
        let nowhere = Report { url: None, ..report(&date) };
        insta::assert_snapshot!(of_report(&nowhere), @"{{cite news |title=Talks end |author=A. Writer |date=2025-09-04 |website=Example Gazette |agency=Example Wire |language=en}}");
    }

    #[test]
    fn a_date_in_doubt_is_left_out() {
        for (edtf, words) in [
            ("2025-09-04", Some("2025-09-04")),
            ("2025-09", Some("September 2025")),
            ("2025", Some("2025")),
            ("2025-09-04?", None),
            ("2025-09~", None),
            ("2025-09-XX", None),
            ("2025-21", None),
            ("2025-09-01/2025-09-04", None),
            ("2025-08/2025-09", None),
        ] {
            let date = EventDate::parse(edtf).expect(edtf);
            assert_eq!(date_words(&date).as_deref(), words, "{edtf}");
        }
    }

    #[test]
    fn the_day_of_a_copy_is_read_from_its_address_alone() {
        for (address, day) in [
            ("https://web.archive.example/web/20250904120000/https://a.example/", Some("2025-09-04")),
            ("https://web.archive.example/web/20250904120000if_/https://a.example/", Some("2025-09-04")),
            ("https://archive.example/20250904120000/https://a.example/", Some("2025-09-04")),
            ("https://archive.example/20259904120000/https://a.example/", None),
            ("https://perma.example/ABCD-1234", None),
            ("https://a.example/2025/09/04/", None),
            ("https://a.example/123456789012345678", None),
        ] {
            assert_eq!(archived_on(address).map(|day| day.to_string()).as_deref(), day, "{address}");
        }
    }
}
