//! A site that shows all that pages can show, written in one language alone.

use super::Site;

/// Names and words in the letters of a language; there is no Latin letter in them.
pub struct Words {
    pub tag: &'static str,
    /// For whatever has to be said.
    pub word: &'static str,
    /// Two names.
    pub names: [&'static str; 2],
}

pub const WORDS: [Words; 3] = [
    Words { tag: "uk", word: "Перемовини", names: ["Олена Приклад", "Місто"] },
    Words { tag: "ru", word: "Переговоры", names: ["Елена Пример", "Город"] },
    Words { tag: "ar", word: "محادثات", names: ["مثال بن مثال", "مدينة"] },
];

/// A site that shows all that pages can show, with content in the language alone.
pub fn site_in(words: &Words) -> Site {
    let Words { tag, word, names: [actor, place] } = words;
    let entry = |more: &str| format!("---\nname: {actor}\n{more}\n---\n\n{word}.\n");
    let settings = format!(
        "title: {word}\ndescription: {word}\nbase_url: https://talks.example/\nlanguage: {tag}\n\
         editor:\n  name: {actor}\n  email: a@b.example\nlicence:\n  name: {word}\n\
         options:\n  longest_list: 10\n"
    );
    let article = |title: &str, keys: &str, accounts: &str| {
        format!("---\ntitle: {title} {word}\n{keys}\n---\n\n{word}\n\n{accounts}\n")
    };
    let roles = format!(
        "kind: person\ncountry: CH\naliases: [{actor} {word}, {word} {word}]\nwikidata: Q1\nredirect_from: [old]\n\
         roles:\n  - {{title: {word}, for: side, from: 2001, to: 2002}}\n  - {{title: {word}, from: 2003}}\n  \
         - {{title: {word}, to: 1999}}"
    );
    let mut site = Site::empty()
        .file("site.yaml", settings)
        .actor("one.md", entry(&roles))
        .actor("side.md", format!("---\nname: {word} {place}\nkind: state\n---\n"))
        .actor("body.md", format!("---\nname: {place} {actor}\nkind: organisation\n---\n"))
        .actor("team.md", format!("---\nname: {place} {word}\nkind: group\n---\n"))
        .actor("more.md", format!("---\nname: {word} {actor}\nkind: group\n---\n"))
        .actor("last.md", format!("---\nname: {word} {word} {word}\nkind: group\n---\n"))
        .actor("other.md", format!("---\nname: {place} {word} {word}\nkind: state\ncountry: CH\n---\n"))
        .file("content/publishers/first.md", publisher(words))
        .topic("topic.md", entry(""))
        .place("here.md", format!("---\nname: {place}\ncountry: CH\nlatitude: 1\nlongitude: 2\n---\n"))
        .place("there.md", format!("---\nname: {place} {place}\n---\n"))
        .page("about.md", format!("---\ntitle: {word}\n---\n\n{word}\n"));
    let accounts = format!(
        "## 2025-09-03: {word} {{#differ .consult place=here time=14:30 actors=one,side,body,team,more,last topics=topic}}\n\n\
         {word}\n\n> {word}\n\none on topic\n: {word}\n\n\
         ## 2025-06-01~/2025-06-10~: {word} {{#early .vote actors=one recipients=side}}\n\n{word}\n\n\
         ## 2024: {word} {{#year .assault status=draft}}\n\n{word}\n\n## 2025-07-XX: {word} {{#no-day .aid}}\n\n{word}\n"
    );
    let keys = format!(
        "publisher: {word}\nauthor: {actor}\norigin: {place}\nurl: https://a.example/\narchive_url: https://b.example/\n\
         published: 2025-09-04\nmodified: 2025-09-05\ndateline: {place}\nredirect_from: [old]"
    );
    let other = format!(
        "## 2025-09-04: {word} {{#differ .propose place=there actors=one,other}}\n\n{word}\n\none on topic\n: {word}\n"
    );
    site = site.article("a.md", article("1", &keys, &accounts)).article("b.md", article("2", "", &other));
    for (at, text) in ["2022-21", "2022~", "2023-40?", "201X"].iter().enumerate() {
        let account = format!("## {text}: {word} {{#date-{at} .reject place=here actors=one}}\n\n{word}\n");
        site = site.article(&format!("d{at}.md"), article("3", &format!("publisher: {word}"), &account));
    }
    for day in 1..=14 {
        let (month, day) = (day % 2 + 1, day);
        let account = format!(
            "## 2021-{month:02}-{day:02}: {word} {{#many-{day} .reject place=here actors=one}}\n\n{word}\n"
        );
        site = site.article(&format!("m{day}.md"), article("4", &format!("publisher: {word}"), &account));
    }
    let itself = format!(
        "## 2020-01-01: {word} {{#itself .agree}}\n\n{word}\n\n## 2020-01-02: {word} {{#itself .agree}}\n\n{word}\n"
    );
    let decided = format!("## 2020-02-01: {word} {{#decided .agree}}\n\n{word}\n");
    let decision = format!("decisions:\n  date: {{value: 2020-02-03, why: {word}}}\n");
    site.article("i.md", article("5", &format!("publisher: {word}"), &itself))
        .article("o.md", article("6", &format!("publisher: {word}"), &decided))
        .overlay("decided.md", format!("---\n{decision}{}---\n\n{word}\n", corrected(word)))
        .overlay("itself.md", "---\nredirect_from: [both]\n---\n")
        .lock("events/decided published=2020-03-01 said=0123456789abcdef\n")
        .overlay("many-1.md", format!("---\nstatus: withdrawn\nreason: {word}\n---\n\n{word}\n"))
}

/// An entry that says all that can be said of a publisher.
fn publisher(Words { word, names: [_, place], .. }: &Words) -> String {
    format!(
        "---\nname: {place}\naliases: [{word}]\ncountry: CH\nkind: wire\nurl: https://c.example/\n---\n\n{word}\n"
    )
}

/// Corrections of every field and in every form, and an old id that is two events now.
fn corrected(word: &str) -> String {
    let one = |field: &str, values: &str| {
        format!("  - date: 2020-04-01\n    field: {field}\n{values}    why: {word}\n")
    };
    let both = |old: &str, new: &str| format!("    old: {old}\n    new: {new}\n");
    let forms = [
        ("title", both(&format!("{word} {word}"), word)),
        ("date", both("2020-02-01", "2020-02-03")),
        ("time", format!("    old: {word}\n")),
        ("type", both("agree", "aid")),
        ("place", "    new: here\n".to_owned()),
        ("actors", both("one", "[one, side]")),
        ("recipients", both("side", "body")),
        ("topics", "    old: topic\n".to_owned()),
        ("text", String::new()),
    ];
    let list: String = forms.iter().map(|(field, values)| one(field, values)).collect();
    format!("redirect_from: [both]\ncorrections:\n{list}")
}
