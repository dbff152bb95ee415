//! How many events a list has in each month or year, as a drawing and as a table.
//!
//! Cooperation stands above the line and conflict below it, so that colour is not needed to tell them apart.
//! What is dated more coarsely than the drawing is no bar but a hatched span as long as its date.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use chrono::{Datelike, NaiveDate};
use serde::Serialize;

use crate::model::date::EventDate;
use crate::model::event_type::Class;
use crate::model::language::Language;
use crate::model::language::texts::Arg;
use crate::model::url;
use crate::render::PageMaker;

/// A list that is shorter needs no overview.
const FEWEST: usize = 6;
/// A list that spans more years is drawn by years.
const MOST_YEARS_BY_MONTH: i32 = 15;
/// At most one event of so many is a straggler.
const STRAGGLERS: usize = 20;
/// How wide a month or year is drawn, and how wide its bar.
const STEP: usize = 10;
const BAR: usize = 8;
/// How high the drawing is, without the strip of coarse dates.
const HEIGHT: usize = 120;
/// About so many labels stand below a drawing on a narrow screen.
const LABELS: usize = 6;

/// The overview of a list.
#[derive(Serialize)]
pub struct OverviewView {
    /// `month` or `year`.
    unit: &'static str,
    /// How many events there are.
    total: usize,
    /// First and last month or year that is drawn: `2014-01`, `2014`.
    from: String,
    to: String,
    width: usize,
    height: usize,
    /// Where the line between cooperation and conflict is.
    line: usize,
    /// The bars of each class, as one path.
    shapes: Vec<ShapeView>,
    /// What is dated more coarsely than the drawing.
    spans: Vec<SpanView>,
    /// The months or years that have events.
    periods: Vec<PeriodView>,
    /// One for each year.
    labels: Vec<LabelView>,
    /// How many events lie before all that is drawn.
    earlier: usize,
    /// The first year that is drawn.
    first_year: String,
}

#[derive(Serialize)]
struct ShapeView {
    class: &'static str,
    path: String,
}

#[derive(Serialize)]
struct SpanView {
    x: usize,
    width: usize,
    count: usize,
    /// The dates' words.
    label: String,
}

#[derive(Serialize)]
struct PeriodView {
    /// Its number among all that are drawn, from 0.
    at: usize,
    x: usize,
    /// `2025-05` or `2025`.
    id: String,
    label: String,
    /// Its page, if it has one.
    url: Option<String>,
    cooperation: usize,
    neutral: usize,
    conflict: usize,
    total: usize,
}

#[derive(Serialize)]
struct LabelView {
    year: String,
    /// Whether it is shown on narrow screens too.
    major: bool,
}

/// The classes, from the line outwards: those above it, then those below.
const ABOVE: [Class; 3] = [Class::MaterialCooperation, Class::VerbalCooperation, Class::Neutral];
const BELOW: [Class; 2] = [Class::MaterialConflict, Class::VerbalConflict];

/// The unit of a drawing, and the year in which it begins.
#[derive(Clone, Copy)]
struct Scale {
    by_month: bool,
    first_year: i32,
    years: usize,
}

impl Scale {
    /// From the first year to the last. A few stragglers long before the others are not drawn, so that the
    /// others are.
    fn of(dates: &[&EventDate]) -> Option<Self> {
        let mut years: Vec<i32> = dates.iter().map(|date| date.first().year()).collect();
        years.sort_unstable();
        let (all_from, last) = (*years.first()?, *years.last()?);
        let from = years.get(years.len() / STRAGGLERS).copied().unwrap_or(all_from);
        let first = if (last - from + 1) * 2 <= last - all_from + 1 { from } else { all_from };
        let years = usize::try_from(last - first + 1).ok()?;
        Some(Self { by_month: last - first < MOST_YEARS_BY_MONTH, first_year: first, years })
    }

    /// The number of the month or year that a day is in, from the first one drawn.
    fn period(self, day: NaiveDate) -> usize {
        let years = usize::try_from(day.year() - self.first_year).unwrap_or(0).min(self.years);
        if self.by_month { (years * 12 + day.month0() as usize).min(self.len()) } else { years }
    }

    fn len(self) -> usize {
        if self.by_month { self.years * 12 } else { self.years }
    }

    /// Whether a date says no more than the drawing's unit does.
    fn is_coarse(self, date: &EventDate) -> bool {
        self.period(date.first()) != self.period(date.last())
    }

    /// Year and month of a period.
    fn start(self, period: usize) -> (i32, u32) {
        let (years, month) = if self.by_month { (period / 12, period % 12 + 1) } else { (period, 1) };
        (self.first_year + i32::try_from(years).unwrap_or(0), u32::try_from(month).unwrap_or(1))
    }

    fn id(self, period: usize) -> String {
        let (year, month) = self.start(period);
        if self.by_month { format!("{year:04}-{month:02}") } else { format!("{year:04}") }
    }
}

/// The overview of these events; none of so few that the list itself is one.
pub fn view(r: &PageMaker<'_>, events: &[u32]) -> Option<OverviewView> {
    if events.len() < FEWEST {
        return None;
    }
    let dates: Vec<&EventDate> = events.iter().map(|at| &r.timeline.event(*at).date).collect();
    let scale = Scale::of(&dates)?;
    let earlier = dates.iter().filter(|date| date.first().year() < scale.first_year).count();
    let mut periods: BTreeMap<usize, BTreeMap<Class, usize>> = BTreeMap::new();
    let mut coarse: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for (at, date) in events.iter().zip(dates) {
        if date.first().year() < scale.first_year {
            continue;
        }
        if scale.is_coarse(date) {
            let last = scale.period(date.last()).min(scale.len() - 1);
            *coarse.entry((scale.period(date.first()), last)).or_default() += 1;
        } else {
            let classes = periods.entry(scale.period(date.first())).or_default();
            *classes.entry(r.timeline.event(*at).event_type.class()).or_default() += 1;
        }
    }
    if periods.len() + coarse.len() < 2 {
        return None;
    }
    let (line, shapes) = shapes(&periods);
    Some(OverviewView {
        unit: if scale.by_month { "month" } else { "year" },
        total: events.len(),
        from: scale.id(0),
        to: scale.id(scale.len() - 1),
        width: scale.len() * STEP,
        height: HEIGHT,
        line,
        shapes,
        spans: coarse.into_iter().map(|(range, count)| span(r.language(), scale, range, count)).collect(),
        periods: periods.iter().map(|(at, classes)| period(r, scale, *at, classes)).collect(),
        labels: labels(r.language(), scale),
        earlier,
        first_year: r.language().year(scale.first_year),
    })
}

/// Where the line is, and the bars of each class.
fn shapes(periods: &BTreeMap<usize, BTreeMap<Class, usize>>) -> (usize, Vec<ShapeView>) {
    let highest = |side: &[Class]| {
        let sum = |classes: &BTreeMap<Class, usize>| side.iter().filter_map(|class| classes.get(class)).sum();
        periods.values().map(sum).max().unwrap_or(0_usize)
    };
    let (above, below) = (highest(&ABOVE), highest(&BELOW));
    let all = (above + below).max(1);
    let line = HEIGHT * above / all;
    let mut shapes = Vec::new();
    for (side, upwards) in [(&ABOVE[..], true), (&BELOW[..], false)] {
        for (place, class) in side.iter().enumerate() {
            let mut path = String::new();
            for (at, classes) in periods {
                let count = classes.get(class).copied().unwrap_or(0);
                let before: usize = side[..place].iter().filter_map(|class| classes.get(class)).sum();
                let (near, far) = (before * HEIGHT / all, (before + count) * HEIGHT / all);
                if count == 0 {
                    continue;
                }
                let (x, height) = (at * STEP + (STEP - BAR) / 2, far - near);
                let y = if upwards { line.saturating_sub(far) } else { line + near };
                let _ = write!(path, "M{x} {y}h{BAR}v{height}h-{BAR}z");
            }
            if !path.is_empty() {
                shapes.push(ShapeView { class: class.id(), path });
            }
        }
    }
    (line, shapes)
}

fn span(language: &Language, scale: Scale, (first, last): (usize, usize), count: usize) -> SpanView {
    let ((first_year, first_month), (last_year, last_month)) = (scale.start(first), scale.start(last));
    let is_of_years = !scale.by_month || (first_month == 1 && last_month == 12);
    let label = if is_of_years {
        language.years(first_year, last_year)
    } else {
        let (from, to) = (language.month(first_year, first_month), language.month(last_year, last_month));
        language.say("date_range", &[("from", Arg::Text(&from)), ("to", Arg::Text(&to))])
    };
    SpanView { x: first * STEP, width: (last + 1 - first) * STEP, count, label }
}

fn period(r: &PageMaker<'_>, scale: Scale, at: usize, classes: &BTreeMap<Class, usize>) -> PeriodView {
    let (year, month) = scale.start(at);
    let (label, path) = if scale.by_month {
        (r.language().month(year, month), url::month(year, month))
    } else {
        (r.language().year(year), url::year(year))
    };
    let sum = |side: &[Class]| side.iter().filter_map(|class| classes.get(class)).sum::<usize>();
    let neutral = sum(&[Class::Neutral]);
    let (cooperation, conflict) = (sum(&ABOVE) - neutral, sum(&BELOW));
    PeriodView {
        at,
        x: at * STEP,
        id: scale.id(at),
        label,
        url: r.sitemap.find(&path).map(|_| r.link(&path)),
        cooperation,
        neutral,
        conflict,
        total: cooperation + neutral + conflict,
    }
}

fn labels(language: &Language, scale: Scale) -> Vec<LabelView> {
    let every = scale.years.div_ceil(LABELS);
    let label = |at: usize| {
        let year = scale.first_year + i32::try_from(at).unwrap_or(0);
        LabelView { year: language.year(year), major: at.is_multiple_of(every) }
    };
    (0..scale.years).map(label).collect()
}
