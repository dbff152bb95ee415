//! The files of a site beside its articles: what the site is, and its entries.

use std::io;
use std::path::Path;

use crate::article::Text;
use crate::world::{Entry, Rng, World};
use crate::write;

const SITE: &str = "title: Invented talks
description: A timeline of events that never happened.
base_url: https://timeline.example/
language: en
timezone: UTC
editor: { name: Benchmark, email: editor@timeline.example }
licence: { name: CC0 1.0, url: https://creativecommons.org/publicdomain/zero/1.0/ }
options: { latest: 10, social_cards: off }
";

pub fn write_entries(dateline: &Path, hugo: &Path, world: &World, rng: &mut Rng) -> io::Result<()> {
    write(&dateline.join("site.yaml"), SITE)?;
    for folder in ["archive", "events"] {
        write(&hugo.join(folder).join("_index.md"), "+++\n[build]\nrender = \"never\"\n+++\n")?;
    }
    for (folder, entries) in &world.entries {
        for Entry { id, name } in entries {
            let text = format!("In this record, the side {}.\n", rng.phrase(Text::PREDICATE));
            let (keys, feeds) = match *folder {
                "actors" => (format!("kind: {}\n", rng.pick("kinds")), true),
                "topics" => (String::new(), true),
                "places" => {
                    (format!("latitude: {}.5\nlongitude: {}.5\n", rng.below(60), rng.below(170)), false)
                }
                _ => (String::new(), false),
            };
            if *folder != "publishers" && *folder != "types" {
                let file = dateline.join(format!("content/{folder}/{id}.md"));
                write(&file, format!("---\nname: {name}\n{keys}---\n\n{text}"))?;
            }
            let feeds = if feeds { "outputs: [html, atom, jsonfeed]\n" } else { "" };
            let file = hugo.join(format!("{folder}/{id}/_index.md"));
            write(&file, format!("---\ntitle: {name}\n{keys}{feeds}---\n\n{text}"))?;
        }
    }
    Ok(())
}
