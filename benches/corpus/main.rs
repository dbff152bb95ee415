//! The benchmark's corpus: N invented articles, written as a Dateline site and as a Hugo site with the
//! same text, so that `benches/compare` can build both and set the figures side by side.
//!
//! ```text
//! corpus generate N DIR [--seed S]   DIR/dateline (a whole site) and DIR/hugo (content for benches/hugo)
//! corpus generate N DIR --views      the same, and in DIR/dateline what the views across events are made of
//! corpus floor SRC DEST              write SRC's files again below DEST from memory; prints the seconds
//! corpus count DIR                   prints the number of files and of bytes below DIR
//! ```
//!
//! One article is one file and one event. There are √N actors, √N/2 topics, √N/2 places and √N/4
//! publishers, so that the lists grow with N, and the dates are spread evenly over fourteen years, so
//! that the day pages saturate. The same N and seed give the same bytes. Every name is made of
//! syllables: nobody in here exists.

#![allow(
    clippy::disallowed_methods,
    reason = "writing files and reading the clock is what a benchmark is for"
)]

mod article;
mod entries;
mod views;
mod world;

use std::path::{Path, PathBuf};
use std::time::Instant;
use std::{env, fs, io, process, thread};

use article::Article;
use entries::write_entries;
use world::{Rng, World};

type Fallible = Result<(), Box<dyn std::error::Error>>;

fn main() {
    // `cargo bench` adds `--bench`, and runs every benchmark without any other argument.
    let args: Vec<String> = env::args().skip(1).filter(|arg| arg != "--bench").collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let done = match args.as_slice() {
        ["generate", n, dir] => generate(n, Path::new(dir), "1", false),
        ["generate", n, dir, "--seed", seed] => generate(n, Path::new(dir), seed, false),
        ["generate", n, dir, "--views"] => generate(n, Path::new(dir), "1", true),
        ["floor", from, to] => floor(Path::new(from), Path::new(to)),
        ["count", dir] => count(Path::new(dir)),
        _ => {
            println!("corpus generate N DIR [--seed S | --views] | floor SRC DEST | count DIR");
            process::exit(if args.is_empty() { 0 } else { 2 });
        }
    };
    if let Err(error) = done {
        eprintln!("corpus: {error}");
        process::exit(1);
    }
}

fn generate(n: &str, dir: &Path, seed: &str, with_views: bool) -> Fallible {
    let (n, mut rng) = (n.parse()?, Rng(seed.parse()?));
    let (dateline, hugo) = (dir.join("dateline"), dir.join("hugo/content"));
    let world = World::new(n, &mut rng);
    write_entries(&dateline, &hugo, &world, &mut rng)?;
    // Of its own, so that all else is the same with and without.
    let mut of_views = Rng(1);
    if with_views {
        views::write_publishers(&dateline, &world)?;
    }
    let (mut day_before, mut event_before) = (None, None);
    for i in 0..n {
        let article = Article::new(i, n, &world, &mut rng);
        let text = article.body(&mut rng);
        let day = article.day.iso();
        let file = format!("{}/{}.md", day[..7].replace('-', "/"), article.id);
        let of_dateline = article.dateline_file(i, &text.dateline);
        write(&dateline.join("content/articles").join(&file), of_dateline)?;
        write(&hugo.join("events").join(&file), article.hugo_file(&text.hugo))?;
        if with_views {
            views::write_beside(&dateline, i, &article, event_before.as_deref(), &mut of_views)?;
            event_before = Some(article.id.clone());
        }
        if day_before.replace(article.day) != Some(article.day) {
            write_archive(&hugo, &day, &article.day.words())?;
        }
    }
    Ok(())
}

/// Hugo has no pages of dates by itself: each year, month and day gets a page that its template fills.
fn write_archive(hugo: &Path, day: &str, words: &[String; 3]) -> io::Result<()> {
    for (key, title) in [(day, &words[..]), (&day[..7], &words[1..]), (&day[..4], &words[2..])] {
        let file = hugo.join(format!("archive/{key}.md"));
        if key == day || !file.exists() {
            let (title, url) = (title.join(" "), format!("/{}/", key.replace('-', "/")));
            let front = format!("title = {title:?}\nurl = {url:?}\nkey = {key:?}\noutputs = [\"html\"]");
            write(&file, format!("+++\n{front}\n+++\n"))?;
        }
    }
    Ok(())
}

fn write(file: &Path, bytes: impl AsRef<[u8]>) -> io::Result<()> {
    fs::write(file, &bytes).or_else(|_| {
        fs::create_dir_all(file.parent().unwrap_or(Path::new(".")))?;
        fs::write(file, &bytes)
    })
}

/// All files below `dir`, sorted, so that those of one folder follow each other.
fn files_below(dir: &Path) -> io::Result<Vec<PathBuf>> {
    let (mut files, mut folders) = (Vec::new(), vec![dir.to_owned()]);
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            match entry.file_type()?.is_dir() {
                true => folders.push(entry.path()),
                false => files.push(entry.path()),
            }
        }
    }
    files.sort();
    Ok(files)
}

/// What no generator can beat: how long writing the same bytes into the same new files takes.
fn floor(from: &Path, to: &Path) -> Fallible {
    let mut files = Vec::new();
    for file in files_below(from)? {
        files.push((to.join(file.strip_prefix(from)?), fs::read(&file)?));
    }
    let start = Instant::now();
    let (one, other) = files.split_at(files.len() / 2);
    let write_all = |part: &[(PathBuf, Vec<u8>)]| part.iter().try_for_each(|(to, of)| write(to, of));
    thread::scope(|scope| {
        let writer = scope.spawn(|| write_all(other));
        write_all(one).and_then(|()| writer.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
    })?;
    println!("{:.3}", start.elapsed().as_secs_f64());
    Ok(())
}

fn count(dir: &Path) -> Fallible {
    let files = files_below(dir)?;
    let bytes = files.iter().map(|file| Ok(fs::metadata(file)?.len())).sum::<io::Result<u64>>()?;
    println!("{} {bytes}", files.len());
    Ok(())
}
