//! The table of countries: names, adjectives, capitals and leaders, as words to be recognised.
//!
//! From `countries.csv` and `country_names.tsv` (see README.md beside them). No decision here on
//! what a name means in a sentence.

/// A country as the tables give it.
#[derive(Debug, Default)]
pub struct Country {
    /// ISO 3166-1 alpha-2 code.
    pub code: String,
    /// Its name (CLDR English).
    pub name: String,
    /// Other names of the state.
    pub names: Vec<String>,
    /// "Russian".
    pub adjectives: Vec<String>,
    /// Cities from which it is governed.
    pub capitals: Vec<String>,
    /// What stands for its government and is no city: "Downing Street".
    pub metonyms: Vec<String>,
    /// Chief of state and head of government.
    pub leaders: Vec<Leader>,
}

/// Somebody who leads a country.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leader {
    /// "Emmanuel Macron".
    pub name: String,
    /// Other ways to write it: with middle names.
    pub names: Vec<String>,
    /// "Macron"; none for monarchs.
    pub surname: Option<String>,
}

/// All countries, in the order of the table; adjectives that several share belong to none, unless
/// `country_names.tsv` gives them to one.
pub fn countries() -> Vec<Country> {
    let mut countries: Vec<Country> =
        rows(include_str!("countries.csv")).iter().filter_map(|row| country(row)).collect();
    let shared: Vec<String> = countries
        .iter()
        .flat_map(|country| &country.adjectives)
        .filter(|adjective| countries.iter().filter(|other| other.adjectives.contains(adjective)).count() > 1)
        .cloned()
        .collect();
    for country in &mut countries {
        country.adjectives.retain(|adjective| !shared.contains(adjective));
    }
    for line in include_str!("country_names.tsv").lines().filter(|line| !line.starts_with('#')) {
        let columns: Vec<&str> = line.split('\t').collect();
        let [code, used, names] = columns[..] else { continue };
        let Some(country) = countries.iter_mut().find(|country| country.code == code) else { continue };
        let mut names: Vec<String> = names.split('|').map(str::to_owned).collect();
        let list = match used {
            "name" => {
                // The first is what news reports call it.
                std::mem::swap(&mut country.name, &mut names[0]);
                &mut country.names
            }
            "adjective" => &mut country.adjectives,
            "capital" => &mut country.capitals,
            "metonym" => &mut country.metonyms,
            _ => continue,
        };
        list.extend(names);
    }
    countries
}

/// The records of a CSV file without its head; quoted fields may hold commas.
fn rows(text: &str) -> Vec<Vec<String>> {
    text.lines().filter(|line| !line.starts_with('#')).skip(1).map(fields).collect()
}

fn fields(line: &str) -> Vec<String> {
    let (mut fields, mut field, mut quoted) = (Vec::new(), String::new(), false);
    for c in line.chars() {
        match c {
            '"' => quoted = !quoted,
            ',' if !quoted => fields.push(std::mem::take(&mut field)),
            c => field.push(c),
        }
    }
    fields.push(field);
    fields
}

fn country(row: &[String]) -> Option<Country> {
    let field = |at: usize| row.get(at).map_or("", |field| plain(field));
    let (code, name) = (field(0), field(3));
    if code.is_empty() || name.is_empty() {
        return None;
    }
    let adjectives = field(9)
        .split([';', ','])
        .map(|word| word.split('(').next().unwrap_or(word).trim())
        .filter(|word| word.chars().next().is_some_and(char::is_uppercase) && !word.contains(" or "))
        .map(str::to_owned)
        .collect();
    let official = field(4);
    let leaders = [row.get(14), row.get(15)].into_iter().flatten().filter_map(|text| leader(text)).collect();
    Some(Country {
        code: code.to_owned(),
        name: name.to_owned(),
        names: std::iter::once(official).filter(|name| !name.is_empty()).map(str::to_owned).collect(),
        adjectives,
        capitals: std::iter::once(field(10))
            .map(|city| city.split(" in ").next().unwrap_or(city).trim_end_matches(", D.C."))
            .filter(|city| !city.is_empty() && *city != name)
            .map(str::to_owned)
            .collect(),
        metonyms: Vec::new(),
        leaders,
    })
}

/// What stands before notes: `(…)`, `; …`.
fn plain(field: &str) -> &str {
    field.split(['(', ';']).next().unwrap_or(field).trim()
}

/// Reads `President Bajram BEGAJ (since 24 July 2022)`: the surname is in capitals.
pub fn leader(text: &str) -> Option<Leader> {
    let text = unescape(plain_leader(text));
    let words: Vec<&str> = text.split_whitespace().filter(|word| !word.starts_with(['"', '“'])).collect();
    let is_capitals = |word: &str| {
        let letters = word.chars().filter(|c| c.is_alphabetic()).count();
        letters > 1 && !word.ends_with(',') && word.chars().all(|c| !c.is_lowercase())
    };
    let first = words.iter().position(|word| is_capitals(word.trim_end_matches(',')))?;
    let end = words[first..]
        .iter()
        .position(|word| !is_capitals(word.trim_end_matches(',')))
        .map_or(words.len(), |n| first + n);
    let given_from = words[..first].iter().rposition(|word| is_title(word)).map_or(0, |at| at + 1);
    let given: Vec<&str> = words[given_from..first].to_vec();
    let after: Vec<&str> =
        words[end..].iter().copied().filter(|word| !matches!(*word, "Jr." | "of" | "the")).collect();
    let surname = words[first..end]
        .iter()
        .enumerate()
        .map(|(n, word)| titled(word.trim_end_matches(','), n > 0))
        .collect::<Vec<_>>()
        .join(" ");
    let monarch = words[..first].iter().any(|word| MONARCHS.contains(word));
    let join = |parts: &[&str]| parts.join(" ");
    if monarch {
        let title = words[..first].iter().rev().find(|word| MONARCHS.contains(word))?;
        return Some(Leader { name: format!("{title} {surname}"), names: Vec::new(), surname: None });
    }
    let (name, names) = match (given.first(), after.is_empty()) {
        (Some(first), _) => (format!("{first} {surname}"), vec![format!("{} {surname}", join(&given))]),
        (None, false) => (format!("{surname} {}", join(&after)), Vec::new()),
        (None, true) => return None,
    };
    let names = names.into_iter().filter(|other| *other != name).collect();
    Some(Leader { name, names, surname: Some(surname) })
}

const MONARCHS: [&str; 6] = ["King", "Queen", "Emperor", "Sultan", "Emir", "Pope"];

/// Words of a title that stand before a leader's name.
fn is_title(word: &str) -> bool {
    const TITLES: [&str; 26] = [
        "President",
        "Minister",
        "Premier",
        "Chancellor",
        "Leader",
        "Chairman",
        "Chairperson",
        "General",
        "Gen.",
        "Col.",
        "Capt.",
        "Lt.",
        "Dr.",
        "Sir",
        "Dame",
        "Prince",
        "Sheikh",
        "Executive",
        "Councilor",
        "Confederation",
        "Taoiseach",
        "Captain",
        "Amir",
        "Governor",
        "Administrator",
        "Commissioner",
    ];
    TITLES.contains(&word) || MONARCHS.contains(&word)
}

fn plain_leader(text: &str) -> &str {
    let end = text.find(['(', ';']).filter(|at| !text[..*at].ends_with("&eacute")).unwrap_or(text.len());
    // An entity's semicolon ends no name.
    let end = if text.contains('&') { text.find('(').unwrap_or(text.len()) } else { end };
    text[..end].trim()
}

/// `&eacute;` and the like: the letter without its accent, as names are folded anyway.
fn unescape(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, entity)) = rest.split_once('&') {
        plain.push_str(before);
        let Some((name, after)) = entity.split_once(';') else { break };
        match name {
            "rsquo" | "lsquo" | "apos" => plain.push('\''),
            _ => plain.extend(name.chars().next().filter(|_| name.len() > 4)),
        }
        rest = after;
    }
    plain.push_str(rest);
    plain
}

/// `BEGAJ` as `Begaj`, `WILLEM-ALEXANDER` as `Willem-Alexander`; Roman numbers behind a name stay.
fn titled(word: &str, behind_name: bool) -> String {
    if behind_name && word.chars().all(|c| matches!(c, 'I' | 'V' | 'X')) {
        return word.to_owned();
    }
    let mut start = true;
    word.chars()
        .map(|c| {
            let written = if start { c } else { c.to_lowercase().next().unwrap_or(c) };
            start = !c.is_alphabetic();
            written
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leaders_are_read() {
        for (text, name, surname) in [
            ("President Bajram BEGAJ (since 24 July 2022)", "Bajram Begaj", Some("Begaj")),
            ("President XI Jinping (since 14 March 2013)", "Xi Jinping", Some("Xi")),
            ("State Affairs Commission President KIM Jong Un (since 2011)", "Kim Jong Un", Some("Kim")),
            ("S&eacute;bastien LECORNU (since 10 September 2025)", "Sebastien Lecornu", Some("Lecornu")),
            ("King CHARLES III (since 8 September 2022)", "King Charles III", None),
            ("President Vladimir Vladimirovich PUTIN", "Vladimir Putin", Some("Putin")),
        ] {
            let found = leader(text).expect(text);
            assert_eq!((found.name.as_str(), found.surname.as_deref()), (name, surname));
        }
        assert_eq!(leader("overall the head of government"), None);
    }

    #[test]
    fn countries_have_names_and_adjectives() {
        let countries = countries();
        assert!(countries.len() > 240);
        let by_code = |code: &str| countries.iter().find(|country| country.code == code).expect("is there");
        assert!(by_code("AL").capitals.contains(&"Tirana".to_owned()));
        assert!(by_code("US").adjectives.contains(&"American".to_owned()));
        assert!(by_code("KP").adjectives.iter().all(|adjective| adjective != "Korean"));
        assert!(by_code("RU").metonyms.contains(&"Kremlin".to_owned()));
    }
}
