//! The timeline -> what can be found of it -> the index, as files in memory.
//!
//! `record.rs` says what can be found of an event, `index.rs` makes Pagefind's
//! files of it. What asks the index, in the browser, is `static/search.js`.
//! No IO, no clock. Absent on purpose: a ranking of our own, and pages that
//! are no events; names lead to their pages by the menu.

mod index;
mod record;

pub use index::{IndexError, MAKER, index};
pub use record::record;
