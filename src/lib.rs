//! Dateline turns news articles into a published timeline.
//!
//! The flow, in one direction:
//!
//! 1. [`read`]: a folder -> [`model::source::Sources`], text and nothing more
//! 2. [`parse`]: source files -> articles, entries, overlays, pages, settings
//! 3. [`resolve`]: names in prose -> actors, topics and places, each with its reason
//! 4. [`merge`]: accounts -> events -> the [`model::timeline::Timeline`]; disagreements kept
//! 5. [`history`]: the timeline held against what was published before: first published, last changed, corrected
//! 6. [`route`]: the timeline -> every address, once, held against `permalinks.lock`
//! 7. [`render`] and [`export`]: one page or file -> bytes, on demand
//! 8. [`mod@write`]: all of them -> disk, whole or not at all; or [`preview`]: the one that a browser asks for
//!
//! Beside it, [`import`]: a raw article, HTML or text -> a draft for the editor.
//!
//! Every stage returns its value together with its [`diagnostics`] and goes on
//! past what is wrong. Stages do not know each other; what passes between them
//! is plain data in [`model`], and [`site`] puts them in their order. Only
//! `read`, `write`, `preview`, [`links`] and [`cli`] touch the disk, the network, the clock or the terminal.
#![warn(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::todo,
    clippy::dbg_macro
)]

pub mod cli;
pub mod diagnostics;
pub mod export;
pub mod extract;
pub mod history;
pub mod import;
pub mod links;
pub mod merge;
pub mod model;
pub mod parse;
pub mod preview;
pub mod read;
pub mod render;
pub mod resolve;
pub mod route;
pub mod search;
pub mod site;
pub mod write;
