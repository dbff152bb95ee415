//! Long lists of events, split by time: a page's address does not change its
//! content when older events come in.

use chrono::Datelike;

use crate::model::sitemap::Slice;
use crate::model::timeline::Timeline;

/// The pages of a list of events in order of time: the whole, and its years and
/// months where that is too long.
pub fn slices(timeline: &Timeline, events: &[u32]) -> Vec<Slice> {
    let longest = timeline.config.options.longest_list;
    let mut slices = vec![Slice::Whole];
    if events.len() <= longest {
        return slices;
    }
    let day = |at: &u32| timeline.event(*at).date.first();
    for of_year in events.chunk_by(|a, b| day(a).year() == day(b).year()) {
        let year = day(&of_year[0]).year();
        slices.push(Slice::Year(year));
        if of_year.len() > longest {
            let months = of_year.chunk_by(|a, b| day(a).month() == day(b).month());
            slices.extend(months.map(|of_month| Slice::Month(year, day(&of_month[0]).month())));
        }
    }
    slices
}
