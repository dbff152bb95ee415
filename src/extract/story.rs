//! When a happening was: the date beside it, that of another happening, the date that the story
//! has reached, or that of the report, each with the reason.

use std::collections::VecDeque;

use chrono::{Datelike, Days, Months, NaiveDate};

use super::clause::{Happening, Rank, Status};
use crate::model::candidate::RawText;
use crate::model::date::{EventDate, Precision};
use crate::model::source::Span;
use crate::model::timex::{Anchor, Timex};

/// How many days before the report the story's date may lie to go on holding.
const STORY_DAYS: i64 = 14;
/// Of how many who acted the last day is kept.
const MEMORY: usize = 8;

/// A date and why.
#[derive(Debug, Clone)]
pub struct Dated {
    /// The date; none where nothing says when.
    pub date: Option<EventDate>,
    /// Why.
    pub reason: String,
    /// The words that gave it.
    pub span: Option<Span>,
    /// Whether a date stands beside the happening itself, or in its sentence.
    pub own: bool,
}

/// What the sentence says of the time of a happening.
pub enum When<'a> {
    /// Nothing.
    Open,
    /// An expression beside it.
    Beside(&'a Timex),
    /// Another happening, at the same time.
    With(&'a Dated),
    /// Another happening, at about the same time.
    Near(&'a Dated),
    /// A length of time from what the text has told.
    FromStory {
        /// The length.
        period: &'a Timex,
        /// Whether it came later.
        later: bool,
    },
    /// A length of time from another happening.
    Counted {
        /// The length.
        period: &'a Timex,
        /// From when.
        from: &'a Dated,
        /// Whether it came later.
        later: bool,
    },
}

/// The time of a report, and the date that its story has reached.
pub struct Story<'a> {
    text: &'a str,
    published: Option<EventDate>,
    inferred: bool,
    /// The last day of each of those who acted last.
    reached: VecDeque<(EventDate, Option<String>)>,
    /// The latest of these days.
    latest: Option<EventDate>,
}

impl<'a> Story<'a> {
    /// The time of the report: as it is given, else about the last day that its text names.
    pub fn new(article: &RawText<'a>, dates: &[Timex]) -> Self {
        let published = article.published.cloned();
        let inferred = published.is_none();
        let published = published.or_else(|| last_day(dates));
        Self { text: article.text, published, inferred, reached: VecDeque::new(), latest: None }
    }

    /// The last day of the report, as far as it is known.
    pub fn report(&self) -> Option<NaiveDate> {
        self.published.as_ref().map(EventDate::last)
    }

    /// The date of a happening; `actor` is who acts.
    pub fn date(&mut self, happening: &Happening, when: &When<'_>, actor: Option<&str>) -> Dated {
        let dated = |date: Option<EventDate>, reason: String| Dated { date, reason, span: None, own: true };
        match when {
            When::Beside(timex) => match timex.edtf.clone().or_else(|| self.weekday(timex)) {
                Some(date) => self.beside(happening, timex, date, actor),
                None => self.without_anchor(happening, timex, actor),
            },
            When::With(other) => Dated {
                reason: format!("as what the sentence tells beside it: {}", other.reason),
                own: other.own,
                ..(*other).clone()
            },
            When::Near(other) => {
                let date = other.date.as_ref().map(about);
                Dated {
                    own: other.own,
                    ..dated(date, "about the time of what the sentence tells first".to_owned())
                }
            }
            When::Counted { period, from, later } => {
                let words = self.text.get(period.span.clone()).unwrap_or_default();
                let date = from.date.as_ref().and_then(|date| counted(date, &period.value, *later));
                let order = if *later { "after" } else { "before" };
                dated(date, format!("“{words}” {order} what the sentence tells first"))
            }
            When::FromStory { period, later } => {
                let words = self.text.get(period.span.clone()).unwrap_or_default();
                let order = if *later { "after" } else { "before" };
                let date = self.latest.as_ref().and_then(|date| counted(date, &period.value, *later));
                match date {
                    Some(date) => {
                        dated(Some(date), format!("“{words}” {order} the day that the story has reached"))
                    }
                    None => self.undated(happening, actor),
                }
            }
            When::Open => self.undated(happening, actor),
        }
    }

    fn beside(
        &mut self,
        happening: &Happening,
        timex: &Timex,
        date: EventDate,
        actor: Option<&str>,
    ) -> Dated {
        let narrow = date.precision() == Precision::Day;
        let date = self.no_finer_than_the_report(timex, date);
        let date = self.as_sure_as_the_report(timex, date);
        let date = self.not_after_the_report(happening, date);
        let words = self.text.get(timex.span.clone()).unwrap_or_default();
        let from = match timex.anchor {
            Anchor::Missing if timex.edtf.is_none() => ", counted from the date of the report",
            Anchor::Published => ", counted from the date of the report",
            Anchor::Story { .. } => ", counted from a date that the text has named before",
            Anchor::Heading => ", in the year of the heading",
            Anchor::Itself | Anchor::Missing => "",
        };
        let reason = format!("“{words}” stands beside it{from}");
        let tells = happening.status == Status::Named
            || matches!(happening.rank, Rank::Main | Rank::Joined | Rank::Temporal);
        if narrow && tells && happening.status != Status::Planned && !self.is_past(&date) {
            self.reach(date.clone(), actor);
        }
        Dated { date: Some(date), reason, span: Some(timex.span.clone().into()), own: true }
    }

    /// Notes the day that the story has reached.
    fn reach(&mut self, date: EventDate, actor: Option<&str>) {
        self.reached.retain(|(_, known)| known.as_deref() != actor);
        if self.reached.len() >= MEMORY {
            self.reached.pop_back();
        }
        self.reached.push_front((date.clone(), actor.map(str::to_owned)));
        if self.latest.as_ref().is_none_or(|latest| latest.first() < date.first()) {
            self.latest = Some(date);
        }
    }

    /// A bare weekday that the text gave nothing to count from: the last one before the report.
    fn weekday(&self, timex: &Timex) -> Option<EventDate> {
        let published = self.published.as_ref().filter(|date| date.precision() == Precision::Day)?;
        let number: u32 = timex.value.strip_prefix("XXXX-WXX-")?.parse().ok()?;
        let day = published.first();
        let back = (day.weekday().number_from_monday() + 7).checked_sub(number)? % 7;
        let doubt = if published.is_uncertain() { "?" } else { "" };
        EventDate::parse(&format!("{}{doubt}", day.checked_sub_days(Days::new(u64::from(back)))?)).ok()
    }

    /// "On Wednesday", in a report that bears no date.
    fn without_anchor(&mut self, happening: &Happening, timex: &Timex, actor: Option<&str>) -> Dated {
        let words = self.text.get(timex.span.clone()).unwrap_or_default().to_owned();
        let open = self.undated(happening, actor);
        let reason = match &open.date {
            Some(_) => format!("“{words}” stands beside it, and nothing says of which time; {}", open.reason),
            None => format!("“{words}” stands beside it, but the report bears no date: ask the publisher"),
        };
        Dated { reason, span: Some(timex.span.clone().into()), ..open }
    }

    /// A weekday of a report that bears only a month is in that month, and no more is known.
    fn no_finer_than_the_report(&self, timex: &Timex, date: EventDate) -> EventDate {
        match &self.published {
            Some(published)
                if timex.anchor == Anchor::Published
                    && published.precision() > Precision::Days
                    && date.precision() < published.precision()
                    && date.days() < published.days() =>
            {
                published.clone()
            }
            _ => date,
        }
    }

    /// "Wednesday", counted from a day that is doubted, is as doubtful.
    fn as_sure_as_the_report(&self, timex: &Timex, date: EventDate) -> EventDate {
        let doubted = self.published.as_ref().is_some_and(EventDate::is_uncertain);
        if !doubted || timex.anchor != Anchor::Published || date.is_uncertain() {
            return date;
        }
        marked(&date, '?')
    }

    /// "This week" has ended, for what has happened, with the day of the report.
    fn not_after_the_report(&self, happening: &Happening, date: EventDate) -> EventDate {
        let Some(published) = self.published.as_ref().filter(|date| date.precision() == Precision::Day)
        else {
            return date;
        };
        let runs_on = date.precision() == Precision::Days
            && date.first() <= published.first()
            && date.last() > published.last()
            && happening.status != Status::Planned;
        if !runs_on {
            return date;
        }
        let mark = if published.is_uncertain() { "?" } else { "" };
        let (first, last) = (date.first(), published.last());
        let text =
            if first == last { format!("{last}{mark}") } else { format!("{first}{mark}/{last}{mark}") };
        EventDate::parse(&text).unwrap_or(date)
    }

    /// Whether a date lies too far before the report for its story to go on from there.
    fn is_past(&self, date: &EventDate) -> bool {
        let Some(published) = &self.published else { return false };
        (published.first() - date.last()).num_days() > STORY_DAYS
    }

    fn undated(&self, happening: &Happening, actor: Option<&str>) -> Dated {
        let dated = |date: Option<EventDate>, reason: &str| Dated {
            date,
            reason: reason.to_owned(),
            span: None,
            own: false,
        };
        if happening.status == Status::Standing {
            return dated(None, "the text tells of an earlier time, and does not say which: ask");
        }
        let Some(published) = &self.published else {
            return dated(None, "neither the sentence nor the report says when: ask the publisher");
        };
        let goes_on = matches!(happening.status, Status::Past)
            || (happening.status == Status::Named && happening.subject.definite);
        let known = self.reached.iter().find(|(_, known)| known.as_deref() == actor && actor.is_some());
        let last = self.reached.front().filter(|_| happening.status == Status::Named);
        if let Some((reached, _)) = known.or(last).filter(|_| goes_on) {
            let reason = format!("no date beside it; {reached} is the date that the story has reached");
            return dated(Some(reached.clone()), &reason);
        }
        let between = self.latest.as_ref().filter(|_| goes_on).and_then(|latest| between(latest, published));
        if let Some(between) = between {
            let reason = format!(
                "no date beside it; between the day that the story has reached and the report: {between}"
            );
            return dated(Some(between), &reason);
        }
        let whose = if self.inferred { "the last day that the text names" } else { "the report" };
        match happening.status {
            Status::Past | Status::Present if self.inferred => {
                dated(Some(published.clone()), &format!("no date beside it; about the time of {whose}"))
            }
            Status::Past | Status::Present => {
                dated(Some(published.clone()), "no date beside it; the date of the report")
            }
            _ => {
                let reason = format!("no date beside it, and the words don't say when; the month of {whose}");
                dated(Some(about_month(published)), &reason)
            }
        }
    }
}

/// About the last day that a text names by itself; nothing if it names a later month or year.
fn last_day(dates: &[Timex]) -> Option<EventDate> {
    let explicit = || {
        dates.iter().filter(|timex| timex.anchor == Anchor::Itself).filter_map(|timex| timex.edtf.as_ref())
    };
    let day = explicit().filter(|date| date.precision() == Precision::Day).map(EventDate::first).max()?;
    let later = explicit().filter(|date| date.precision() == Precision::Month).any(|date| date.first() > day);
    let month = format!("{}?", day.format("%Y-%m"));
    EventDate::parse(&month).ok().filter(|_| !later)
}

/// The date with a mark that says "about".
fn about(date: &EventDate) -> EventDate {
    marked(date, '~')
}

/// The date with a mark, "?" or "~", at each of its ends; both are "%".
fn marked(date: &EventDate, with: char) -> EventDate {
    let mark = |text: &str| match text.strip_suffix(['?', '~', '%']) {
        Some(_) if text.ends_with(with) || text.ends_with('%') => text.to_owned(),
        Some(plain) => format!("{plain}%"),
        None => format!("{text}{with}"),
    };
    let text = date.as_str().split('/').map(mark).collect::<Vec<_>>().join("/");
    EventDate::parse(&text).unwrap_or_else(|_| date.clone())
}

/// A day some time before or after another; `value` is a duration as TIMEX3 writes it.
fn counted(from: &EventDate, value: &str, later: bool) -> Option<EventDate> {
    if value.starts_with("PT") {
        return Some(about(from));
    }
    if from.precision() != Precision::Day {
        return Some(about(from));
    }
    let (number, unit) = value.strip_prefix('P')?.split_at(value.len().checked_sub(2)?);
    let Ok(number) = number.parse::<u32>() else { return Some(about(from)) };
    let doubt = if from.is_uncertain() { "?" } else { "" };
    let day = from.first();
    let days = |days: u32| {
        let days = Days::new(u64::from(days));
        if later { day.checked_add_days(days) } else { day.checked_sub_days(days) }
    };
    let months = |months: u32| {
        let months = Months::new(months);
        if later { day.checked_add_months(months) } else { day.checked_sub_months(months) }
    };
    let about_mark = if doubt.is_empty() { "~" } else { "%" };
    let text = match unit {
        "D" => format!("{}{doubt}", days(number)?),
        "W" => format!("{}{about_mark}", days(number.checked_mul(7)?)?),
        "M" => format!("{}{about_mark}", months(number)?.format("%Y-%m")),
        "Y" => format!("{}{about_mark}", months(number.checked_mul(12)?)?.format("%Y")),
        _ => return None,
    };
    EventDate::parse(&text).ok()
}

/// From the day that the story has reached to the report.
fn between(reached: &EventDate, published: &EventDate) -> Option<EventDate> {
    if published.precision() != Precision::Day || reached.first() >= published.first() {
        return None;
    }
    let mark = if reached.is_uncertain() || published.is_uncertain() { "?" } else { "" };
    EventDate::parse(&format!("{}{mark}/{}{mark}", reached.first(), published.first())).ok()
}

/// "2025-05~": the month of a day; coarser dates stay.
fn about_month(published: &EventDate) -> EventDate {
    if published.precision() != Precision::Day {
        return published.clone();
    }
    let mark = if published.is_uncertain() { "%" } else { "~" };
    let month = NaiveDate::format(&published.first(), "%Y-%m");
    EventDate::parse(&format!("{month}{mark}")).unwrap_or_else(|_| published.clone())
}
