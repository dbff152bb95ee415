//! Assets stand at addresses that tell their content, and at their plain ones.

mod common;

use common::Site;
use dateline::read;
use dateline::site::{Content, LoadOptions, Plan, Site as Loaded};

const HEAD: &str = "<title>T</title>\
<link rel=\"stylesheet\" href=\"{{ asset(path=\"style.css\") }}\">\
<script type=\"module\" src=\"{{ asset(path='js/main.js') }}\"></script>";

/// A site whose head asks for a style sheet and a module; the module imports another.
fn site() -> Site {
    Site::new()
        .file("site.yaml", "title: The talks\nbase_url: https://talks.example/t/\n")
        .file("templates/head.html", HEAD)
        .file("static/style.css", "@import \"more.css\"; b { background: url(js/mark.svg#a) }")
        .file("static/more.css", "b { color: red }")
        .file("static/js/main.js", "import { b } from \"./b.js\"; b('./none.js');")
        .file("static/js/b.js", "import './main.js'; export const b = 1;")
        .file("static/js/mark.svg", "<svg/>")
        .file("static/js/unused.js", "1")
        .file("static/logo.png", "png")
}

#[test]
fn pages_ask_for_names_that_tell_the_content() {
    let bench = site().build();
    bench.built(&[]);
    let named = bench.assets();
    let assets: Vec<&str> = named.keys().map(String::as_str).collect();
    assert_eq!(
        assets,
        [
            "cite.js",
            "embed.css",
            "favicon.svg",
            "js/b.js",
            "js/main.js",
            "js/mark.svg",
            "lists.js",
            "more.css",
            "positions.js",
            "search.js",
            "style.css",
            "versions.js"
        ]
    );
    let page = bench.read("public/about/index.html");
    assert!(page.contains(&format!("href=\"/t/{}\"", named["style.css"])), "{page}");
    assert!(page.contains(&format!("src=\"/t/{}\"", named["js/main.js"])), "{page}");
    let style = bench.read(&format!("public/{}", named["style.css"]));
    let expected =
        format!("@import \"{}\"; b {{ background: url({}#a) }}", named["more.css"], named["js/mark.svg"]);
    assert_eq!(style, expected);
    let main = bench.read(&format!("public/{}", named["js/main.js"]));
    assert_eq!(
        main,
        format!("import {{ b }} from \"./{}\"; b('./none.js');", &named["js/b.js"]["js/".len()..])
    );
}

#[test]
fn plain_names_stay_as_they_are() {
    let bench = site().build();
    bench.built(&[]);
    for file in ["style.css", "more.css", "js/main.js", "js/b.js", "js/unused.js", "logo.png", "favicon.svg"]
    {
        let published = bench.read(&format!("public/{file}"));
        if bench.exists(&format!("static/{file}")) {
            assert_eq!(published, bench.read(&format!("static/{file}")), "{file}");
        }
    }
}

#[test]
fn a_name_changes_with_the_content_and_with_that_of_what_it_imports() {
    let bench = site().build();
    bench.built(&[]);
    let before = bench.assets();
    bench.built(&[]);
    assert_eq!(bench.assets(), before, "the same input");
    bench.write("static/more.css", "b { color: blue }");
    bench.built(&[]);
    let after = bench.assets();
    let changed: Vec<&str> =
        before.keys().filter(|path| before[*path] != after[*path]).map(String::as_str).collect();
    assert_eq!(changed, ["more.css", "style.css"]);
    assert!(!bench.exists(&format!("public/{}", before["style.css"])), "nothing stale is left");
}

#[test]
fn the_included_theme_asks_for_hashed_names() {
    let bench = Site::new().build();
    bench.built(&[]);
    let page = bench.read("public/index.html");
    assert!(page.contains(&format!("href=\"/{}\"", bench.assets()["style.css"])));
    assert!(!page.contains("\"/style.css\""));
}

#[test]
fn a_file_that_is_not_there_is_a_mistake_in_the_template() {
    let bench = Site::new().file("templates/footer.html", "{{ asset(path=\"a/b.css\") }}").build();
    let ran = bench.run(&["build"]);
    assert_eq!(ran.code, Some(1));
    for words in ["template-failed", "there is no file `static/a/b.css`", "footer.html:1:"] {
        assert!(ran.stderr.contains(words), "{words}: {}", ran.stderr);
    }
}

#[test]
fn any_name_of_a_file_makes_a_good_address() {
    let footer = "{{ asset(path=\"a b#é.css\") }}";
    let bench = Site::new().file("static/a b#é.css", "b {}").file("templates/footer.html", footer).build();
    bench.built(&[]);
    let hash = bench.assets()["a b#é.css"].rsplit('.').nth(1).unwrap_or_default().to_owned();
    let page = bench.read("public/index.html");
    assert!(page.contains(&format!("/a%20b%23%C3%A9.{hash}.css")), "{page}");
}

#[test]
fn a_name_that_is_computed_leads_to_the_plain_file() {
    let footer = "{% set name = \"logo.png\" %}<img alt=\"\" src=\"{{ asset(path=name) }}\">";
    let bench = Site::new().file("static/logo.png", "png").file("templates/footer.html", footer).build();
    bench.built(&[]);
    assert!(bench.read("public/index.html").contains("src=\"/logo.png\""));
}

fn home(site: &Loaded) -> String {
    let mut buffer = Vec::new();
    match site.content(site.find("").expect("there is a home page"), &mut buffer) {
        Ok(Content::Bytes(bytes)) => String::from_utf8_lossy(bytes).into_owned(),
        _ => panic!("the home page is made of bytes"),
    }
}

/// Hosts are told that an asset may be kept for ever, and nothing else may.
#[test]
fn hosts_are_told_what_may_be_kept() {
    let bench = site().build();
    bench.built(&[]);
    let rule = |named: &String| format!("/t/{named}\n  Cache-Control: public, max-age=31536000, immutable\n");
    let expected: String = bench.assets().values().map(rule).collect();
    assert_eq!(bench.read("public/_headers"), expected);
    bench.write("static/_headers", "/*\n  X-Own: 1\n");
    bench.built(&[]);
    assert_eq!(bench.read("public/_headers"), "/*\n  X-Own: 1\n");
}

/// Under the preview a style sheet keeps its name, so that an edit changes no page.
#[test]
fn the_preview_keeps_plain_names() {
    let bench = site().build();
    for (plain_assets, is_small) in [(true, true), (false, false)] {
        bench.write("static/more.css", "b { color: red }");
        let options = LoadOptions { plain_assets, ..LoadOptions::default() };
        let (sources, _) = read::read(bench.root());
        let site = Loaded::from_sources(sources.clone(), &options, &mut |_| {});
        assert_eq!(home(&site).contains("href=\"/t/style.css\""), plain_assets);
        bench.write("static/more.css", "b { color: blue }");
        let edited =
            read::refresh(bench.root(), &sources, &[bench.path("static/more.css")]).expect("an edit");
        match site.plan(edited) {
            Plan::Change(_) => assert!(is_small),
            Plan::Whole(whole) => assert!(!is_small && home(&whole) != home(&site)),
        }
    }
}

/// A template that asks for another file makes that an asset, without a fresh load of everything else.
#[test]
fn a_template_that_asks_for_more_is_followed() {
    let bench = site().build();
    let (sources, _) = read::read(bench.root());
    let site = Loaded::from_sources(sources.clone(), &LoadOptions::default(), &mut |_| {});
    bench.write("templates/head.html", HEAD.replace("main.js", "unused.js"));
    let edited =
        read::refresh(bench.root(), &sources, &[bench.path("templates/head.html")]).expect("an edit");
    let Plan::Whole(whole) = site.plan(edited) else { panic!("addresses change") };
    let fresh = Loaded::load(bench.root(), &LoadOptions::default(), &mut |_| {}).0.expect("a site");
    assert!(home(&fresh).contains("src=\"/t/js/unused."));
    assert_eq!(home(&whole), home(&fresh));
    assert_eq!(whole.pages(), fresh.pages());
}
