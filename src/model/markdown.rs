//! The Markdown dialect: one set of options for everybody who reads Markdown.

use pulldown_cmark::Options;

/// CommonMark with heading attributes, definition lists, tables and strikethrough.
/// Absent on purpose: smart punctuation (an editor's quotation stays word for
/// word) and footnotes (accounts of several articles stand on one page).
pub const OPTIONS: Options = Options::ENABLE_HEADING_ATTRIBUTES
    .union(Options::ENABLE_DEFINITION_LIST)
    .union(Options::ENABLE_TABLES)
    .union(Options::ENABLE_STRIKETHROUGH);
