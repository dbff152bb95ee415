//! Finds again where keys and values stand in the text of a YAML mapping: the
//! YAML library gives values without places.

use std::ops::Range;

/// Where a key and its value stand, in bytes of the file.
pub struct FoundKey {
    /// The key itself.
    pub key: Range<usize>,
    /// What follows its colon, with the lines indented below it.
    pub value: Range<usize>,
}

/// Finds `key:` in a region: at the head of a line, or inside `{…}`. The value
/// reaches to the next line that is not indented deeper than the key.
pub fn find_key(text: &str, region: Range<usize>, key: &str) -> Option<FoundKey> {
    let own_depth = depth(text.get(region.clone())?);
    let mut start = region.start;
    for line in text.get(region.clone())?.split_inclusive('\n') {
        let body = line.trim_start_matches([' ', '-', '\t']);
        let indent = line.len() - body.len();
        if let Some(rest) = strip_key(body, key).filter(|_| indent == own_depth) {
            let key_start = start + indent;
            let value_start = start + line.len() - rest.len();
            let value_end = value_end(text, start + line.len()..region.end, indent);
            return Some(FoundKey { key: key_start..key_start + key.len(), value: value_start..value_end });
        }
        start += line.len();
    }
    let inside = text.get(region.clone())?;
    let at = inside.match_indices(key).find(|(at, _)| {
        let before = inside[..*at].trim_end().ends_with(['{', ',']);
        before && strip_key(&inside[*at..], key).is_some()
    })?;
    let key_start = region.start + at.0;
    let value_start = text[key_start..region.end].find(':').map_or(region.end, |colon| key_start + colon + 1);
    let value_end =
        text[value_start..region.end].find([',', '}', '\n']).map_or(region.end, |end| value_start + end);
    Some(FoundKey { key: key_start..key_start + key.len(), value: value_start..value_end })
}

/// What follows `key:`, if the text begins so, with or without quotation marks.
fn strip_key<'t>(text: &'t str, key: &str) -> Option<&'t str> {
    let quoted =
        text.strip_prefix(['"', '\'']).and_then(|rest| rest.strip_prefix(key)?.strip_prefix(['"', '\'']));
    let rest = quoted.or_else(|| text.strip_prefix(key))?;
    rest.trim_start_matches([' ', '\t']).strip_prefix(':')
}

fn value_end(text: &str, after: Range<usize>, indent: usize) -> usize {
    let mut end = after.start;
    for line in text[after].split_inclusive('\n') {
        let body = line.trim_start_matches([' ', '\t']);
        let is_list_item = body.starts_with("- ") && line.len() - body.len() >= indent;
        if !body.trim().is_empty() && line.len() - body.len() <= indent && !is_list_item {
            break;
        }
        end += line.len();
    }
    end
}

/// The parts of a block list: each from its `- ` to the next one of the same depth.
pub fn item_regions(text: &str, region: Range<usize>) -> Vec<Range<usize>> {
    let mut starts = Vec::new();
    let mut depth = None;
    let mut start = region.start;
    for line in text[region.clone()].split_inclusive('\n') {
        let body = line.trim_start_matches([' ', '\t']);
        let indent = line.len() - body.len();
        if body.starts_with("- ") && *depth.get_or_insert(indent) == indent {
            starts.push(start);
        }
        start += line.len();
    }
    let ends = starts.iter().skip(1).copied().chain(std::iter::once(region.end)).collect::<Vec<_>>();
    starts.into_iter().zip(ends).map(|(start, end)| start..end).collect()
}

/// The end of the line that a byte is on.
pub fn line_end(text: &str, from: usize) -> usize {
    let from = from.min(text.len());
    text[from..].find('\n').map_or(text.len(), |at| from + at)
}

/// How deep the keys of a mapping are indented: as its shallowest line, a list's dash counted in.
fn depth(region: &str) -> usize {
    let is_key = |line: &&str| !line.trim().is_empty() && !line.trim_start().starts_with('#');
    let indent = |line: &str| line.len() - line.trim_start_matches([' ', '-', '\t']).len();
    region.lines().filter(is_key).map(indent).min().unwrap_or(0)
}
