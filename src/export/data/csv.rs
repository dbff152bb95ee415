//! CSV (RFC 4180), for spreadsheets: UTF-8, a head with the names of the columns.

use std::borrow::Cow;

use csv::{Terminator, WriterBuilder};

use super::row::{COLUMNS, row};
use crate::export::{Exporter, Input};
use crate::model::data_format::DataFormat;
use crate::model::event::Event;
use crate::model::sitemap::Export;

pub struct Csv;

impl Exporter for Csv {
    fn write(&self, input: &Input<'_>, out: &mut Vec<u8>) {
        // There without a row, too. The names need no quotation marks.
        out.extend_from_slice(COLUMNS.join(",").as_bytes());
        out.extend_from_slice(b"\r\n");
        input.items(Export::Data(DataFormat::Csv), item, |item| out.extend_from_slice(item.as_bytes()));
    }
}

/// One row.
fn item(input: &Input<'_>, event: &Event) -> String {
    let mut row = row(input, event);
    row.title = unformula(row.title);
    let mut bytes = Vec::with_capacity(512);
    let mut writer = WriterBuilder::new()
        .terminator(Terminator::CRLF)
        .has_headers(false)
        .buffer_capacity(512)
        .from_writer(&mut bytes);
    // Writing into memory does not fail, and what was text is text.
    let _ = writer.serialize(row);
    drop(writer);
    String::from_utf8(bytes).unwrap_or_default()
}

/// A cell that begins like a formula would be run by spreadsheets (CWE-1236).
fn unformula(text: Cow<'_, str>) -> Cow<'_, str> {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { ["'", &text].concat().into() } else { text }
}
