//! Days that have not come: what was published, changed or corrected then has not been.

use chrono::NaiveDate;

use crate::diagnostics::{Code, Diagnostic};
use crate::model::permalinks::Permalinks;
use crate::model::source::SourceFile;
use crate::model::timeline::Timeline;

/// The warnings for corrections and for lines of `permalinks.lock` that are of a later day than this.
pub fn future_days(
    timeline: &Timeline,
    lock: &Permalinks,
    file: Option<&SourceFile>,
    today: NaiveDate,
) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for overlay in &timeline.overlays {
        for one in overlay.corrections.iter().filter(|one| one.date > today) {
            let message = format!("the correction is of {}, and today is {today}", one.date);
            let help = "write the day on which you correct it";
            found.push(Diagnostic::new(Code::FutureDay, message).at(&overlay.source, one.span).help(help));
        }
    }
    found.extend(file.and_then(|file| of_lock(lock, file, today)));
    found
}

/// Of many lines the first: then it is the clock that is wrong.
fn of_lock(lock: &Permalinks, file: &SourceFile, today: NaiveDate) -> Option<Diagnostic> {
    let mut later = lock.records.iter().filter_map(|(id, record)| {
        let days = [("published", record.published), ("changed", record.changed)];
        let (key, day) =
            days.into_iter().find_map(|(key, day)| Some((key, day.filter(|day| *day > today)?)))?;
        Some((id, key, day))
    });
    let (id, key, day) = later.next()?;
    let more = match later.count() {
        0 => String::new(),
        count => format!(" (and {count} more)"),
    };
    let message = format!("the event `{id}` was {key} on {day}, and today is {today}{more}");
    let help = format!("mend the day: `{key}={today}`, or the one that version control knows");
    let diagnostic = Diagnostic::new(Code::FutureDay, message).help(help);
    let pair = format!("{key}={day}");
    let line = file.text.find(&format!("events/{id} "));
    let at = line.and_then(|line| Some(line + file.text.get(line..)?.find(&pair)?));
    Some(match at {
        Some(at) => diagnostic.at(file, at..at + pair.len()),
        None => diagnostic.in_file(&file.path),
    })
}
