//! The life of an agreement as a drawing: a line from step to step, as strong as the agreement binds, and a mark at each step
//! and each date on which something is due.
//!
//! Only for the eye: the list below it says the same.

use chrono::{Datelike, NaiveDate};
use serde::Serialize;

use crate::model::agreement::{Agreement, Due, Line};
use crate::model::date::{EventDate, Precision};
use crate::render::PageMaker;

/// How wide it is drawn.
const WIDTH: i64 = 1000;
/// The most years that are drawn, and how far ahead of what is known.
const LONGEST: i32 = 150;
const AHEAD: i32 = 20;
/// The least width of a mark.
const LEAST: i64 = 8;

#[derive(Serialize)]
pub struct LifeView {
    /// The first and the last year.
    from: String,
    to: String,
    lines: Vec<LineView>,
    marks: Vec<MarkView>,
}

#[derive(Serialize, Debug, PartialEq, Eq)]
struct LineView {
    x: i64,
    width: i64,
    /// `thin`, `strong`, `full` or `broken`.
    kind: &'static str,
}

#[derive(Serialize, Debug, PartialEq, Eq)]
struct MarkView {
    x: i64,
    width: i64,
    /// `step`, `claim` or `due`.
    kind: &'static str,
    /// Whether it covers more than the days on which it was: they are not known.
    is_vague: bool,
}

pub fn view(r: &PageMaker<'_>, agreement: &Agreement) -> LifeView {
    let t = &r.renderer.timeline;
    let date = |event: u32| &t.event(event).date;
    let steps = || agreement.steps.iter().map(|step| date(step.event));
    // What is reported last still holds at the end of the timeline.
    let last = steps().chain(t.events.iter().map(|event| &event.date)).map(EventDate::last).max();
    let last = last.unwrap_or_default().year();
    let scale = Scale::of(steps(), last, &agreement.due);
    let marks = agreement.steps.iter().map(|step| {
        let kind = if step.stage.is_claim() { "claim" } else { "step" };
        (date(step.event), kind)
    });
    let marks = marks.chain(agreement.due.iter().map(|due| (&due.date, "due")));
    // After the day as of which the timeline is known, nothing is.
    let until = t.as_of().map_or(WIDTH, |day| scale.x(day));
    LifeView {
        from: r.language().year(scale.from),
        to: r.language().year(scale.to),
        lines: lines(agreement, &scale, until, date),
        marks: marks.filter_map(|(date, kind)| scale.mark(date, kind)).collect(),
    }
}

/// From each step to the next; the last to where nothing is known any more.
fn lines<'a>(
    agreement: &Agreement,
    scale: &Scale,
    until: i64,
    date: impl Fn(u32) -> &'a EventDate,
) -> Vec<LineView> {
    let turns: Vec<(i64, Line)> = agreement
        .steps
        .iter()
        .filter_map(|step| Some((scale.x(date(step.event).last()), step.stage.line()?)))
        .collect();
    let ends = turns.iter().skip(1).map(|(x, _)| *x).chain([until]);
    turns
        .iter()
        .zip(ends)
        .filter_map(|((x, line), end)| Some(LineView { x: *x, width: end - x, kind: kind(*line)? }))
        .filter(|line| line.width > 0)
        .collect()
}

fn kind(line: Line) -> Option<&'static str> {
    match line {
        Line::Thin => Some("thin"),
        Line::Strong => Some("strong"),
        Line::Full => Some("full"),
        Line::Broken => Some("broken"),
        Line::None => None,
    }
}

/// Whole years, side by side.
struct Scale {
    from: i32,
    to: i32,
    start: NaiveDate,
    days: i64,
}

impl Scale {
    /// From the first step to the last year that is known, or to what is due soon after it.
    fn of<'a>(steps: impl Iterator<Item = &'a EventDate>, last: i32, due: &[Due]) -> Self {
        let first = steps.map(|date| date.first().year()).min().unwrap_or(last);
        let soon = due.iter().map(|due| due.date.last().year()).filter(|year| *year <= last + AHEAD);
        let to = soon.max().unwrap_or(last).max(last);
        Self::new(first.max(to - LONGEST), to)
    }

    fn new(from: i32, to: i32) -> Self {
        let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default();
        let (start, end) = (day(from, 1, 1), day(to, 12, 31));
        Self { from, to, start, days: (end - start).num_days().max(1) + 1 }
    }

    fn x(&self, day: NaiveDate) -> i64 {
        ((day - self.start).num_days() * WIDTH / self.days).clamp(0, WIDTH)
    }

    /// None of what lies outside.
    fn mark(&self, date: &EventDate, kind: &'static str) -> Option<MarkView> {
        let (first, last) = (date.first(), date.last());
        if last.year() < self.from || first.year() > self.to {
            return None;
        }
        let x = self.x(first);
        let width = (self.x(last.succ_opt().unwrap_or(last)) - x).max(LEAST);
        let is_vague = date.precision() > Precision::Days || date.is_uncertain() || date.is_approximate();
        Some(MarkView { x: x.min(WIDTH - width), width, kind, is_vague })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::agreement::{Stage, Step};

    #[test]
    fn a_mark_is_as_long_as_its_date_and_a_line_ends_at_the_next_step() {
        let scale = Scale::new(2024, 2025);
        for (date, expected) in [
            ("2024-01-01", (0, LEAST, false)),
            ("2024", (0, 500, true)),
            ("2025-12-31", (WIDTH - LEAST, LEAST, false)),
            ("2025-01/2025-03", (500, 123, true)),
            ("2024-06-01?", (207, LEAST, true)),
        ] {
            let mark = scale.mark(&EventDate::parse(date).expect("a date"), "step").expect("within");
            assert_eq!((mark.x, mark.width, mark.is_vague), expected, "{date}");
        }
        assert_eq!(scale.mark(&EventDate::parse("2026").expect("a date"), "due"), None);
    }

    #[test]
    fn what_is_due_soon_widens_the_drawing_and_what_is_far_off_does_not() {
        let step = EventDate::parse("2023-06").expect("a date");
        let years = |dates: &[&str]| {
            let due = |date: &&str| Due {
                date: EventDate::parse(date).expect("a date"),
                what: String::new(),
                by: Vec::new(),
                set_by: 0,
                met_by: None,
            };
            let due: Vec<Due> = dates.iter().map(due).collect();
            let scale = Scale::of([&step].into_iter(), 2025, &due);
            (scale.from, scale.to)
        };
        assert_eq!(years(&[]), (2023, 2025));
        assert_eq!(years(&["2030-01-01", "2999"]), (2023, 2030));
    }

    #[test]
    fn a_claim_changes_no_line_and_the_end_ends_it() {
        let dates = ["2024-01-01", "2024-07-01", "2025-01-01", "2025-07-02"]
            .map(|date| EventDate::parse(date).expect("a date"));
        let stages = [Stage::Proposed, Stage::InForce, Stage::Breached, Stage::Lapsed];
        let step = |(event, stage)| Step { event, stage, by: Vec::new(), others: Vec::new() };
        let agreement = Agreement {
            id: "a".into(),
            title: None,
            parties: Vec::new(),
            steps: (0..).zip(stages).map(step).collect(),
            due: Vec::new(),
        };
        let drawn = lines(&agreement, &Scale::new(2024, 2025), WIDTH, |at| &dates[at as usize]);
        let drawn: Vec<_> = drawn.iter().map(|line| (line.x, line.width, line.kind)).collect();
        assert_eq!(drawn, [(0, 248, "thin"), (248, 501, "full")]);
        let proposed = Agreement { steps: agreement.steps[..1].to_vec(), ..agreement };
        let drawn = lines(&proposed, &Scale::new(2024, 2025), 700, |at| &dates[at as usize]);
        assert_eq!((drawn[0].x, drawn[0].width), (0, 700));
    }
}
