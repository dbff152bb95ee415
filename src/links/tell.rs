//! What became of the links -> what the editor is told.

use std::collections::BTreeMap;

use super::Report;
use super::collect::{Link, Place, Role};
use super::verdict::Verdict;
use crate::diagnostics::{Code, Diagnostic};
use crate::model::article::ArticleMeta;
use crate::model::timeline::Timeline;

/// Counts, and makes a diagnostic of each place whose link needs a look.
pub fn tell<'v>(
    timeline: &Timeline,
    links: &BTreeMap<String, Link<'_>>,
    verdict: impl Fn(&str) -> Option<&'v Verdict>,
    report: &mut Report,
) {
    let is_alive = |address: &str| matches!(verdict(address), Some(Verdict::Alive | Verdict::Moved { .. }));
    for (address, link) in links {
        let Some(verdict) = verdict(address) else { continue };
        report.alive += usize::from(is_alive(address));
        for place in &link.places {
            let meta = match place.role {
                Role::Report(at) => Some(&timeline.article(at).meta),
                _ => None,
            };
            let copy = meta.and_then(|meta| meta.archive_url.as_deref());
            if matches!(verdict, Verdict::Gone { .. }) && copy.is_some_and(is_alive) {
                report.kept += 1;
                continue;
            }
            report.diagnostics.extend(diagnostic(address, verdict, place, meta));
        }
    }
    let reports = timeline.articles.iter().filter(|article| article.meta.url.is_some());
    report.without_copy = reports.filter(|article| article.meta.archive_url.is_none()).count();
}

fn diagnostic(
    address: &str,
    verdict: &Verdict,
    place: &Place<'_>,
    meta: Option<&ArticleMeta>,
) -> Option<Diagnostic> {
    let archive = Archive::line(address, place, meta);
    let or_name_a_copy = |help: &str| match &archive {
        Some(archive) => format!("{help}; {}", archive.help),
        None => help.to_owned(),
    };
    let (code, message, help) = match verdict {
        Verdict::Alive | Verdict::NoHost => return None,
        Verdict::Gone { why } => {
            let help = match (&archive, place.role) {
                (Some(archive), _) => archive.help.clone(),
                (None, Role::Copy) => "look for another copy, or take the line out".to_owned(),
                (None, _) => format!("link elsewhere, or to a copy: {}", wayback(address, None)),
            };
            (Code::DeadLink, format!("`{address}` is gone: {why}"), help)
        }
        Verdict::Private => {
            let message = format!("`{address}` is an address of a private network");
            (Code::DeadLink, message, "readers cannot follow it: link to a public one".to_owned())
        }
        Verdict::Blocked { why } => {
            let help = or_name_a_copy("open it in a browser to see whether it is there");
            (Code::BlockedLink, format!("`{address}` could not be checked: {why}"), help)
        }
        Verdict::Moved { to } => {
            let help = if is_front_page(to) && !is_front_page(address) {
                or_name_a_copy("that is the host's front page, so the page may be gone")
            } else {
                "write the new address there".to_owned()
            };
            (Code::MovedLink, format!("`{address}` has moved for good, to `{to}`"), help)
        }
    };
    let line = archive.filter(|archive| help.contains(&archive.help)).map(|archive| archive.line);
    Some(Diagnostic::new(code, message).at(place.file, place.at.clone()).help(help).paste(line))
}

fn is_front_page(address: &str) -> bool {
    url::Url::parse(address).is_ok_and(|url| url.path() == "/" && url.query().is_none())
}

/// The line that names a copy of a report, and where it goes.
struct Archive {
    help: String,
    line: String,
}

impl Archive {
    /// `None` if it names a copy already, or is no report.
    fn line(address: &str, place: &Place<'_>, meta: Option<&ArticleMeta>) -> Option<Self> {
        let meta = meta.filter(|meta| meta.archive_url.is_none())?;
        let day = meta.published.as_ref().map(|date| date.last());
        let (path, line) = (&place.file.path, place.file.line(place.at.start));
        Some(Self {
            help: format!("if there is a copy, name it below {path}:{line}"),
            line: format!("archive_url: {}", wayback(address, day)),
        })
    }
}

/// Where the Internet Archive keeps the copy that is nearest to a day, if it has any.
fn wayback(address: &str, day: Option<chrono::NaiveDate>) -> String {
    let day = day.map_or_else(|| "2".to_owned(), |day| day.format("%Y%m%d").to_string());
    format!("https://web.archive.org/web/{day}/{address}")
}
