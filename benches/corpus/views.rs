//! What the views across events are made of, beside what every invented site has: second reports that differ,
//! origins and publishers with countries, conditions, answers, agreements and corrections. Dateline only: Hugo
//! has nothing like it to be compared with.

use std::io;
use std::path::Path;

use crate::article::{Article, Text};
use crate::world::{Day, Rng, World};
use crate::write;

const COUNTRIES: [&str; 8] = ["BR", "CA", "IN", "JP", "KE", "MX", "NO", "ZA"];

/// An entry for every publisher, with its country.
pub fn write_publishers(dateline: &Path, world: &World) -> io::Result<()> {
    let [.., (_, publishers), _] = &world.entries;
    for (publisher, country) in publishers.iter().zip(COUNTRIES.iter().cycle()) {
        let file = dateline.join(format!("content/publishers/{}.md", publisher.id));
        write(&file, format!("---\nname: {}\ncountry: {country}\n---\n", publisher.name))?;
    }
    Ok(())
}

/// What is said of the event of one article beside it; `before` is the id of the event before.
pub fn write_beside(
    dateline: &Path,
    i: usize,
    article: &Article<'_>,
    before: Option<&str>,
    rng: &mut Rng,
) -> io::Result<()> {
    if i % 5 == 1 {
        let file = dateline.join(format!("content/articles/again/{}-again.md", article.id));
        write(&file, second_report(i, article, rng))?;
    }
    let keys = [answers(i, before), agreement(i, article), correction(i, article)].concat();
    if keys.is_empty() {
        return Ok(());
    }
    write(&dateline.join(format!("content/events/{}.md", article.id)), format!("---\n{keys}---\n"))
}

/// Another report of the event, from the same origin each third time, with another date each second time.
fn second_report(i: usize, article: &Article<'_>, rng: &mut Rng) -> String {
    let Article { id, headline, kind, publisher, .. } = article;
    let day = if i.is_multiple_of(2) { article.day.iso() } else { near(article.day).iso() };
    let origin = if i.is_multiple_of(3) { format!("origin: {}\n", publisher.name) } else { String::new() };
    let (actor, topic) = (&article.actors[0].name, &article.topics[0].name);
    let mut predicate = || rng.phrase(Text::PREDICATE);
    let [said, position, condition] = [predicate(), predicate(), predicate()];
    format!(
        "---\ntitle: Again, {headline}\npublisher: Second Courier\n{origin}published: {day}\n---\n\n\
         ## {day}: {headline} {{#{id} .{}}}\n\n{actor} {said}.\n\n\
         {actor} on {topic}\n: The side {position}.\n: only if the side {condition}\n",
        kind.id
    )
}

/// Another day of the same month.
fn near(Day(year, month, day): Day) -> Day {
    Day(year, month, if day < 28 { day + 1 } else { day - 1 })
}

fn answers(i: usize, before: Option<&str>) -> String {
    let before = before.filter(|_| i % 4 == 1);
    before.map(|id| format!("answers: [{id}]\n")).unwrap_or_default()
}

/// Each twentieth event opens an agreement, with something due.
fn agreement(i: usize, article: &Article<'_>) -> String {
    if !i.is_multiple_of(20) {
        return String::new();
    }
    let parties: Vec<&str> = article.actors.iter().map(|actor| actor.id.as_str()).collect();
    format!(
        "agreement:\n  id: agreement-{i}\n  parties: [{}]\n  stage: signed\n  due:\n    - date: {}\n      what: A report\n",
        parties.join(", "),
        near(article.day).iso()
    )
}

/// Each fiftieth event has had its date corrected.
fn correction(i: usize, article: &Article<'_>) -> String {
    if i % 50 != 3 {
        return String::new();
    }
    format!(
        "corrections:\n  - date: 2026-01-05\n    field: date\n    old: {}\n    new: {}\n    why: The day had been mistaken.\n",
        near(article.day).iso(),
        article.day.iso()
    )
}
