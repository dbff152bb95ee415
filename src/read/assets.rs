//! Which static files are assets, and their bytes: those that templates ask for
//! by `asset(path="…")`, the site's mark, and those that an asset names itself,
//! such as an imported style sheet or module.
//!
//! No style sheet and no script is understood here: a name in quotation marks,
//! or in `url(…)`, is a reference if there is such a file.
#![expect(clippy::disallowed_methods, reason = "this is the edge where files are read")]

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::sync::Arc;

use super::LARGEST;
use crate::model::asset::AssetSource;
use crate::model::image;
use crate::model::source::{SourceFile, Span, StaticFile, StaticOrigin};

/// The assets of a site, by path.
pub fn gather(
    config: Option<&SourceFile>,
    templates: &[SourceFile],
    statics: &[StaticFile],
) -> Vec<AssetSource> {
    let known: HashMap<&str, &StaticFile> = statics.iter().map(|file| (file.path.as_str(), file)).collect();
    let mut wanted: Vec<String> =
        templates.iter().flat_map(|file| asked(&file.text)).map(str::to_owned).collect();
    wanted.push(config.and_then(mark).unwrap_or_else(|| image::MARK.to_owned()));
    let mut assets = BTreeMap::new();
    while let Some(path) = wanted.pop() {
        if assets.contains_key(&path) {
            continue;
        }
        let Some(bytes) = known.get(path.as_str()).and_then(|file| bytes(file)) else { continue };
        let text = std::str::from_utf8(&bytes).unwrap_or_default();
        let references = references(&path, text, &|path| known.contains_key(path));
        wanted.extend(references.iter().map(|(_, path)| path.clone()));
        assets.insert(path.clone(), AssetSource { path, bytes, references });
    }
    let mut assets: Vec<AssetSource> = assets.into_values().collect();
    // What is named but cannot be had stays as it is.
    let had: Vec<String> = assets.iter().map(|asset| asset.path.clone()).collect();
    for asset in &mut assets {
        asset.references.retain(|(_, path)| had.binary_search(path).is_ok());
    }
    assets
}

/// The bytes of a file, if it can be read and is not too large to be kept in memory.
fn bytes(file: &StaticFile) -> Option<Arc<[u8]>> {
    match &file.origin {
        StaticOrigin::BuiltIn(bytes) => Some((*bytes).into()),
        StaticOrigin::Disk(path) => {
            fs::metadata(path).ok().filter(|metadata| metadata.len() <= LARGEST)?;
            fs::read(path).ok().map(Arc::from)
        }
    }
}

/// The path of the mark that the settings name.
fn mark(config: &SourceFile) -> Option<String> {
    let settings: serde_yaml::Mapping = serde_yaml::from_str(&config.text).ok()?;
    let address = settings.get("mark")?.as_str()?;
    image::path(address.trim()).map(Cow::into_owned)
}

/// The paths that a template asks for in so many words.
fn asked(template: &str) -> impl Iterator<Item = &str> {
    template.match_indices("asset(").filter_map(|(at, call)| {
        let argument = template[at + call.len()..].trim_start().strip_prefix("path")?;
        let value = argument.trim_start().strip_prefix('=')?.trim_start();
        let quote = value.chars().next().filter(|c| matches!(c, '"' | '\'' | '`'))?;
        value[1..].split_once(quote).map(|(path, _)| path)
    })
}

/// Where a style sheet or a module names other files; nothing in other files.
fn references(path: &str, text: &str, exists: &impl Fn(&str) -> bool) -> Vec<(Span, String)> {
    let end = path.rsplit_once('.').map_or("", |(_, end)| end);
    // In a script a bare name is no address, and could be any word.
    let (is_style, is_script) = (end == "css", matches!(end, "js" | "mjs"));
    if !is_style && !is_script {
        return Vec::new();
    }
    let mut found = Vec::new();
    for (at, character) in text.char_indices().filter(|(_, c)| matches!(c, '"' | '\'' | '`' | '(')) {
        let rest = &text[at + 1..];
        let close = match character {
            '(' if is_style && text[..at].ends_with("url") => ')',
            '(' => continue,
            quote => quote,
        };
        let start = at + 1 + if close == ')' { rest.len() - rest.trim_start().len() } else { 0 };
        let rest = &text[start..];
        let length = rest.find(|c: char| !is_part_of_path(c)).unwrap_or(rest.len());
        let (name, after) = rest.split_at(length);
        let ends =
            after.starts_with([close, '?', '#']) || (close == ')' && after.trim_start().starts_with(')'));
        if !ends || (is_script && !name.starts_with("./") && !name.starts_with("../")) {
            continue;
        }
        if let Some(meant) = joined(path, name).filter(|meant| exists(meant)) {
            found.push((Span::from(start..start + length), meant));
        }
    }
    found
}

fn is_part_of_path(c: char) -> bool {
    c.is_ascii_alphanumeric() || "._-~+@/".contains(c)
}

/// The file that a relative address in another one means; `None` if it is not below the same root.
fn joined(from: &str, name: &str) -> Option<String> {
    if name.is_empty() || name.starts_with('/') || name.ends_with('/') {
        return None;
    }
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in name.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()?),
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn templates_ask_in_words() {
        let template = r#"{{ asset(path="style.css") }} {{ asset( path = 'a/b.js' ) }} {{ asset(path=name) }} {{ asset(path="#;
        assert_eq!(asked(template).collect::<Vec<_>>(), ["style.css", "a/b.js"]);
    }

    #[test]
    fn references_are_names_of_files_that_are_there() {
        let found = |path: &str, text: &str| {
            let files = ["a/b.js", "c.js", "a/x.css", "a/f.woff2", "word"];
            let references = references(path, text, &|path| files.contains(&path));
            references.iter().map(|(span, meant)| format!("{} -> {meant}", span.of(text))).collect::<Vec<_>>()
        };
        let script = "import b from \"./b.js\"; // don't\nimport('../c.js'); new URL(`./f.woff2?x`, u); f('word', './none.js', \"./b.js)\")";
        assert_eq!(
            found("a/m.js", script),
            ["./b.js -> a/b.js", "../c.js -> c.js", "./f.woff2 -> a/f.woff2"]
        );
        let style = "@import \"x.css\"; @font-face { src: url( f.woff2 ) format('woff2'), url('f.woff2#a') } a { b: url(/word) url(data:x) (c.js) }";
        assert_eq!(
            found("a/s.css", style),
            ["x.css -> a/x.css", "f.woff2 -> a/f.woff2", "f.woff2 -> a/f.woff2"]
        );
        assert_eq!(found("a/m.js", "'../../c.js' './'"), [""; 0]);
        assert_eq!(found("a/page.html", "'./b.js'"), [""; 0]);
    }
}
