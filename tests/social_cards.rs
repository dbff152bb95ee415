//! Social cards of built sites: painted once, painted anew when what they show changes, left out when
//! nobody wants them; and mistakes in their template.
#![allow(clippy::expect_used, reason = "a test that cannot go on has failed")]

mod common;

use common::{Bench, Site};

/// What a build says of the cards.
fn cards(bench: &Bench, args: &[&str]) -> String {
    let ran = bench.built(args);
    let line = ran.stderr.lines().find(|line| line.starts_with("Social cards:"));
    line.unwrap_or("none").to_owned()
}

fn site() -> Site {
    Site::new().events(3)
}

#[test]
fn a_card_is_painted_once() {
    let bench = site().build();
    assert_eq!(cards(&bench, &[]), "Social cards: 4 painted, 0 kept.");
    let before = bench.files("public");
    let card = &before["events/arrives/card.png"];
    assert!(card.bytes.starts_with(b"\x89PNG") && card.bytes.len() < 200_000);
    assert_eq!(cards(&bench, &[]), "Social cards: 0 painted, 4 kept.");
    assert_eq!(bench.files("public"), before, "a second build touches nothing");
}

#[test]
fn a_card_is_painted_anew_when_what_it_shows_changes() {
    let bench = site().build();
    bench.built(&[]);
    let before = bench.files("public");
    let article = bench.read("content/articles/good.md");
    bench.write("content/articles/good.md", article.replace("arrives in Geneva", "has come to Geneva"));
    assert_eq!(cards(&bench, &[]), "Social cards: 1 painted, 3 kept.");
    let after = bench.files("public");
    let card = "events/arrives/card.png";
    assert_ne!(before[card].bytes, after[card].bytes);
    assert_eq!(before["events/meeting-0/card.png"], after["events/meeting-0/card.png"]);
    let image = |html: &str| html.lines().find(|line| line.contains("\"og:image\"")).map(str::to_owned);
    let address = |files: &std::collections::BTreeMap<String, common::Seen>| {
        image(&String::from_utf8_lossy(&files["events/arrives/index.html"].bytes)).expect("an image")
    };
    assert_ne!(address(&before), address(&after), "who has kept the old card asks for the new one");
    // A text that the card does not show leaves it as it is.
    let article = bench.read("content/articles/good.md");
    bench.write(
        "content/articles/good.md",
        article.replace("spoke of a ceasefire", "spoke of a ceasefire again"),
    );
    assert_eq!(cards(&bench, &[]), "Social cards: 0 painted, 4 kept.");
}

#[test]
fn a_card_that_is_no_card_of_ours_is_painted_anew() {
    let bench = site().build();
    bench.built(&[]);
    bench.write("public/events/arrives/card.png", "no picture");
    assert_eq!(cards(&bench, &[]), "Social cards: 1 painted, 3 kept.");
    let whole = bench.files("public")["events/arrives/card.png"].bytes.clone();
    bench.write("public/events/arrives/card.png", &whole[..whole.len() - 20]);
    assert_eq!(cards(&bench, &[]), "Social cards: 1 painted, 3 kept.");
    assert!(bench.files("public")["events/arrives/card.png"].bytes.starts_with(b"\x89PNG"));
}

#[test]
fn cards_can_be_left_out() {
    let bench = site().build();
    bench.built(&[]);
    assert_eq!(cards(&bench, &["--no-social-cards"]), "none");
    let has_cards = |bench: &Bench| bench.files("public").keys().any(|path| path.ends_with("card.png"));
    assert!(!has_cards(&bench), "what is not asked for goes");
    let settings = bench.read("site.yaml");
    bench.write("site.yaml", settings.clone() + "options:\n  social_cards: off\n");
    assert_eq!(cards(&bench, &[]), "none");
    let html =
        String::from_utf8_lossy(&bench.files("public")["events/arrives/index.html"].bytes).into_owned();
    assert!(!html.contains("og:image") && html.contains("content=\"summary\""), "{html}");
    bench.write("site.yaml", settings + "options:\n  social_cards: on\n");
    assert_eq!(cards(&bench, &[]), "Social cards: 4 painted, 0 kept.");
    assert!(has_cards(&bench));
}

#[test]
fn a_template_that_fails_stops_publishing() {
    for (template, says) in [
        ("<svg>{{ card.nothing.here }}</svg>", "template-failed"),
        ("<p>no picture", "template-failed"),
        ("{% if %}", "template-syntax"),
    ] {
        let bench = site().build();
        bench.built(&[]);
        let before = bench.files("public");
        bench.write("templates/social-card.svg", template);
        for command in ["build", "check"] {
            let ran = bench.run(&[command]);
            let said = ran.stdout + &ran.stderr;
            assert_eq!(ran.code, Some(1), "{command} of {template}: {said}");
            assert!(said.contains(says) && said.contains("templates/social-card.svg"), "{said}");
        }
        assert_eq!(bench.files("public"), before);
    }
}

#[test]
fn texts_in_a_card_are_escaped() {
    let bench = site()
        .article(
            "odd.md",
            "---\ntitle: Odd\n---\n\n## 2025-01-01: A <b>&</b> \"c\" ]]> &lt; end {#odd}\n\nText.\n",
        )
        .build();
    assert_eq!(cards(&bench, &[]), "Social cards: 5 painted, 0 kept.");
}
