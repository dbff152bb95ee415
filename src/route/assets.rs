//! Assets -> their second names, and the assets with these names in them.
//!
//! A name tells the content of the file and of all that it refers to, so that
//! the same name always means the same, however files refer to one another.

use std::collections::{BTreeSet, HashMap};

use crate::model::asset::{Asset, AssetSource};

/// How many hexadecimal digits of the hash a name holds.
const DIGITS: usize = 8;

/// Names the assets, which are sorted by path.
pub fn name(sources: &[AssetSource]) -> Vec<Asset> {
    let by_path: HashMap<&str, usize> =
        (0..).zip(sources).map(|(at, source)| (source.path.as_str(), at)).collect();
    let by_path = |path: &str| by_path.get(path).copied();
    let hashes: Vec<blake3::Hash> = sources.iter().map(|source| blake3::hash(&source.bytes)).collect();
    let names: Vec<String> = (0..sources.len())
        .map(|at| {
            let mut hasher = blake3::Hasher::new();
            hasher.update(hashes[at].as_bytes());
            for part in reached(at, sources, &by_path) {
                hasher.update(hashes[part].as_bytes());
            }
            named(&sources[at].path, &hasher.finalize().to_hex()[..DIGITS])
        })
        .collect();
    let asset = |(source, named): (&AssetSource, &String)| Asset {
        plain: source.path.clone(),
        named: named.clone(),
        bytes: with_names(source, |path| by_path(path).map(|at| names[at].as_str())),
    };
    sources.iter().zip(&names).map(asset).collect()
}

/// All that an asset refers to, be it by others; perhaps itself.
fn reached(at: usize, sources: &[AssetSource], by_path: &impl Fn(&str) -> Option<usize>) -> BTreeSet<usize> {
    let mut reached = BTreeSet::new();
    let mut open = vec![at];
    while let Some(next) = open.pop() {
        let targets = sources[next].references.iter().filter_map(|(_, path)| by_path(path));
        open.extend(targets.filter(|target| reached.insert(*target)));
    }
    reached
}

/// `a/style.css` -> `a/style.HASH.css`
fn named(path: &str, hash: &str) -> String {
    let file = path.rfind('/').map_or(0, |slash| slash + 1);
    match path[file..].rfind('.').filter(|dot| *dot > 0) {
        Some(dot) => format!("{}.{hash}{}", &path[..file + dot], &path[file + dot..]),
        None => format!("{path}.{hash}"),
    }
}

/// The file with the second names of what it refers to. The folders stay, so only the last part of a name changes.
fn with_names<'a>(source: &AssetSource, name: impl Fn(&str) -> Option<&'a str>) -> Vec<u8> {
    let last = |path: &str| path.rfind('/').map_or(0, |slash| slash + 1);
    let mut bytes = Vec::with_capacity(source.bytes.len() + 16 * source.references.len());
    let mut done = 0;
    for (span, path) in &source.references {
        let (Some(name), range) = (name(path), span.range()) else { continue };
        let Some(written) = source.bytes.get(range.clone()).map(String::from_utf8_lossy) else { continue };
        bytes.extend_from_slice(&source.bytes[done..range.start + last(&written)]);
        bytes.extend_from_slice(&name.as_bytes()[last(name)..]);
        done = range.end;
    }
    bytes.extend_from_slice(&source.bytes[done..]);
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::source::Span;

    fn source(path: &str, text: &str, references: &[(&str, &str)]) -> AssetSource {
        let span = |written: &str| {
            text.find(written).map_or(Span::default(), |at| Span::from(at..at + written.len()))
        };
        let references =
            references.iter().map(|(written, path)| (span(written), (*path).to_owned())).collect();
        AssetSource { path: path.to_owned(), bytes: text.as_bytes().into(), references }
    }

    fn modules(of_c: &str) -> Vec<Asset> {
        name(&[
            source("a.js", "import './m/b.js'; import './m/b.js?x'", &[("./m/b.js", "m/b.js")]),
            source(
                "m/b.js",
                "import '../a.js'; import './c.js'",
                &[("../a.js", "a.js"), ("./c.js", "m/c.js")],
            ),
            source("m/c.js", of_c, &[]),
            source("style.css", "a {}", &[]),
        ])
    }

    #[test]
    fn a_name_tells_the_content_and_all_that_it_refers_to() {
        let (before, after) = (modules("1"), modules("2"));
        let names = |assets: &[Asset]| assets.iter().map(|asset| asset.named.clone()).collect::<Vec<_>>();
        assert_eq!(names(&before), names(&modules("1")));
        let changed = before.iter().zip(&after).map(|(a, b)| a.named != b.named).collect::<Vec<_>>();
        assert_eq!(changed, [true, true, true, false]);
    }

    #[test]
    fn references_get_the_new_names() {
        let assets = modules("1");
        let text = String::from_utf8_lossy(&assets[1].bytes).into_owned();
        let file = |at: usize| assets[at].named.rsplit('/').next().unwrap_or_default().to_owned();
        assert_eq!(text, format!("import '../{}'; import './{}'", file(0), file(2)));
        assert_eq!(&assets[3].bytes, b"a {}");
    }

    #[test]
    fn the_hash_stands_before_the_ending() {
        for (path, expected) in [
            ("style.css", "style.0f.css"),
            ("a.b/c", "a.b/c.0f"),
            ("a/b.tar.gz", "a/b.tar.0f.gz"),
            (".x", ".x.0f"),
        ] {
            assert_eq!(named(path, "0f"), expected);
        }
    }
}
