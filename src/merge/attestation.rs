//! How well events are attested: which of their reports have one origin, and whose press that is.
//!
//! Two reports have one origin if the same name stands behind both (their `origin`, else their `publisher`), or if they
//! quote the same. The order of files changes nothing, and another copy of what is there adds no origin.

use std::collections::{BTreeSet, HashMap};

use super::event::{Accounts, Entries};
use super::participants::acts_for;
use crate::model::article::{Account, Article};
use crate::model::attestation::{Attestation, Origins};
use crate::model::country;
use crate::model::date::EventDate;
use crate::model::entry::{ActorKind, Details, Entry};
use crate::model::event::Participant;
use crate::model::fold::fold;
use crate::model::publisher::{PublisherEntry, publisher_slug};

/// Who had each article first: named in its `origin`, else in its `publisher`.
pub fn origins(articles: &[Article], publishers: &[PublisherEntry]) -> Origins {
    let mut by_name: HashMap<String, u32> = HashMap::new();
    let mut countries = Vec::with_capacity(publishers.len());
    for (at, entry) in (0u32..).zip(publishers) {
        countries.push(entry.country.as_deref().and_then(country::code));
        for (name, _) in entry.names() {
            by_name.entry(publisher_slug(name)).or_insert(at);
        }
    }
    let mut known: HashMap<&str, u32> = HashMap::new();
    let of_article = articles.iter().map(|article| {
        let name = article.meta.origin.as_deref().or(article.meta.publisher.as_deref())?;
        Some(*known.entry(name).or_insert_with(|| {
            let next = u32::try_from(countries.len()).unwrap_or(u32::MAX);
            let at = *by_name.entry(publisher_slug(name)).or_insert(next);
            if at == next {
                countries.push(None);
            }
            at
        }))
    });
    let of_article = of_article.collect();
    Origins { of_article, countries }
}

/// How well an event is attested.
pub fn attestation(
    entries: Entries<'_>,
    date: &EventDate,
    participants: &[Participant],
    accounts: &Accounts<'_>,
) -> Attestation {
    let origin = |article: u32| entries.origins.of_article.get(article as usize).copied().flatten();
    let articles: BTreeSet<u32> = accounts.iter().map(|(at, _)| at.article).collect();
    let groups = groups(accounts, origin);
    let named: Vec<&BTreeSet<u32>> = groups.iter().filter(|names| !names.is_empty()).collect();
    let names: BTreeSet<u32> = named.iter().flat_map(|names| names.iter().copied()).collect();
    let countries: Vec<Option<&'static str>> =
        names.iter().map(|name| entries.origins.countries[*name as usize]).collect();
    let known: BTreeSet<&'static str> = countries.iter().copied().flatten().collect();
    let all_countries = named.len() == groups.len() && countries.iter().all(Option::is_some);
    let is_one = all_countries && known.len() == 1;
    Attestation {
        articles: articles.len(),
        origins: named.len(),
        unnamed: groups.len() - named.len(),
        one_side: is_one && known.is_subset(&parties(entries.actors, date, participants)),
        countries: known.into_iter().collect(),
        all_countries,
    }
}

/// The accounts by their origins: of each origin the names that stand behind it, none where its articles name nobody.
fn groups(accounts: &Accounts<'_>, origin: impl Fn(u32) -> Option<u32>) -> Vec<BTreeSet<u32>> {
    #[derive(PartialEq, Eq, Hash)]
    enum Tie {
        Name(u32),
        Article(u32),
        Quotations(BTreeSet<String>),
    }
    let mut first: HashMap<Tie, usize> = HashMap::new();
    let mut joined: Vec<usize> = (0..accounts.len()).collect();
    for (at, (place, account)) in accounts.iter().enumerate() {
        let quotations = Some(quotations(account)).filter(|all| !all.is_empty());
        let by_name = origin(place.article).map_or(Tie::Article(place.article), Tie::Name);
        for tie in [Some(by_name), quotations.map(Tie::Quotations)].into_iter().flatten() {
            let other = *first.entry(tie).or_insert(at);
            let (one, other) = (root(&mut joined, at), root(&mut joined, other));
            joined[one.max(other)] = one.min(other);
        }
    }
    let mut groups: HashMap<usize, BTreeSet<u32>> = HashMap::new();
    for (at, (place, _)) in accounts.iter().enumerate() {
        groups.entry(root(&mut joined, at)).or_default().extend(origin(place.article));
    }
    groups.into_values().collect()
}

/// The first of those that an account has been joined with.
fn root(joined: &mut [usize], mut at: usize) -> usize {
    while joined[at] != at {
        joined[at] = joined[joined[at]];
        at = joined[at];
    }
    at
}

/// What an account quotes, without case, quotation marks and differences of white space.
fn quotations(account: &Account) -> BTreeSet<String> {
    let bare = |words: &str| {
        let folded = fold(words);
        let plain = folded.replace(|c: char| QUOTATION_MARKS.contains(&c), " ");
        plain.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    account.evidence.iter().map(|quote| bare(&quote.words)).filter(|words| !words.is_empty()).collect()
}

/// After folding.
const QUOTATION_MARKS: [char; 9] = ['"', '\'', '„', '‟', '‚', '«', '»', '‹', '›'];

/// The countries that take part: states, and those for whom somebody acts.
fn parties(actors: &[Entry], date: &EventDate, participants: &[Participant]) -> BTreeSet<&'static str> {
    let country = |one: &Participant| match &actors[acts_for(actors, one.actor, date) as usize].details {
        Details::Actor { kind: ActorKind::State, country, .. } => country.as_deref().and_then(country::code),
        _ => None,
    };
    participants.iter().filter_map(country).collect()
}
