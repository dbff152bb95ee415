//! The site's mark beside its title, and the portraits of actors.

mod common;

use common::mistake::Mistake;
use common::{Bench, SITE_YAML, Site, png};
use dateline::read;
use dateline::site::{LoadOptions, Plan, Site as Loaded};

const DRAWING: &str = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 60 40'/>";

fn with_mark(address: &str) -> Site {
    Site::new().file("site.yaml", format!("{SITE_YAML}mark: \"{address}\"\n"))
}

/// The tag that begins so, on a page.
fn tag(bench: &Bench, page: &str, start: &str) -> String {
    let html = bench.read(&format!("public/{page}"));
    let mut found = html.match_indices(start).map(|(at, _)| &html[at..]);
    let tag = found.next().unwrap_or_else(|| panic!("no {start} on {page}: {html}"));
    assert!(found.next().is_none(), "{start} is there twice");
    tag[..=tag.find('>').expect("tags end")].to_owned()
}

#[test]
fn the_theme_s_mark_stands_beside_the_title_of_every_page() {
    let bench = Site::new().build();
    bench.built(&[]);
    let named = &bench.assets()["favicon.svg"];
    let image = format!("<img class=\"site-mark\" src=\"/{named}\" width=\"32\" height=\"32\" alt=\"\">");
    for page in ["index.html", "about/index.html", "actors/ann-example/index.html", "404.html"] {
        assert_eq!(tag(&bench, page, "<img class=\"site-mark\""), image, "{page}");
        let icon = format!("<link rel=\"icon\" href=\"/{named}\" type=\"image/svg+xml\" sizes=\"any\">");
        assert_eq!(tag(&bench, page, "<link rel=\"icon\""), icon, "{page}");
    }
    let heading = format!("<h1 class=\"name\">{image}The talks</h1>");
    assert!(bench.read("public/index.html").contains(&heading));
    let link = format!("<a href=\"/\">{image}The talks</a>");
    assert!(bench.read("public/about/index.html").contains(&link), "the link's name is the title alone");
}

#[test]
fn a_site_has_a_mark_of_its_own() {
    for (file, content, media_type, sizes, width, height) in [
        ("images/mark.svg", DRAWING.as_bytes().to_vec(), "image/svg+xml", "any", 60, 40),
        ("images/mark.PNG", png(64, 48), "image/png", "64x48", 64, 48),
    ] {
        let bench = with_mark(&format!("/{file}")).file(&format!("static/{file}"), content).build();
        assert_eq!(bench.diagnostics(&[]).len(), 0, "{file}");
        bench.built(&[]);
        let assets = bench.assets();
        let named = &assets[file];
        assert!(bench.exists(&format!("public/{file}")), "the plain name stays");
        assert!(!assets.contains_key("favicon.svg"), "nobody asks for the theme's mark");
        assert_eq!(
            tag(&bench, "index.html", "<link rel=\"icon\""),
            format!("<link rel=\"icon\" href=\"/{named}\" type=\"{media_type}\" sizes=\"{sizes}\">")
        );
        assert_eq!(
            tag(&bench, "index.html", "<img class=\"site-mark\""),
            format!(
                "<img class=\"site-mark\" src=\"/{named}\" width=\"{width}\" height=\"{height}\" alt=\"\">"
            )
        );
    }
}

#[test]
fn a_mark_of_any_name_and_below_a_path_has_a_good_address() {
    let yaml = "title: T\nbase_url: https://talks.example/t/\nmark: /a%20b.png?v=1#x\n";
    let bench = Site::new().file("site.yaml", yaml).file("static/a b.png", png(1, 1)).build();
    bench.built(&[]);
    let hash = bench.assets()["a b.png"].rsplit('.').nth(1).unwrap_or_default().to_owned();
    assert!(tag(&bench, "index.html", "<link rel=\"icon\"").contains(&format!("\"/t/a%20b.{hash}.png\"")));
}

#[test]
fn a_favicon_of_the_site_s_own_is_its_mark() {
    let bench = Site::new().file("static/favicon.svg", DRAWING).build();
    bench.built(&[]);
    assert!(tag(&bench, "index.html", "<img class=\"site-mark\"").contains("width=\"60\" height=\"40\""));
    // One without a size would move the page while it loads.
    bench.write("static/favicon.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>");
    bench.built(&[]);
    assert!(!bench.read("public/index.html").contains("site-mark"));
}

#[test]
fn what_is_wrong_with_a_mark_is_said_at_its_place() {
    for (address, code, says) in [
        ("/images/none.svg", "missing-image", "static/images/none.svg"),
        ("images/mark.svg", "missing-image", "slash"),
        ("/../site.yaml", "missing-image", "static/../site.yaml"),
        ("/%2e%2e/site.yaml", "missing-image", "static"),
    ] {
        let yaml = format!("{SITE_YAML}mark: «{address}\n");
        let mistake = Mistake::file("site.yaml", &yaml, code).says(says);
        mistake.beside("static/images/mark.svg", DRAWING).holds();
    }
    Mistake::file("site.yaml", &format!("{SITE_YAML}mark: «[a]\n"), "wrong-type").holds();
    Mistake::file("site.yaml", &format!("{SITE_YAML}«marc: /a.svg\n"), "unknown-key").says("`mark`").holds();
}

#[test]
fn a_mark_is_an_image_that_browsers_show_in_tabs() {
    let gif = "GIF89a\u{1}\0\u{1}\0\0\0\0;";
    let found = with_mark("/mark.gif").file("static/mark.gif", gif).build().the_one("invalid-value", &[]);
    assert_eq!((&found["at"]["line"], &found["at"]["column"]), (&3.into(), &7.into()), "{found:#?}");
    assert!(found["help"].as_str().unwrap_or_default().contains("PNG"), "{found:#?}");
}

#[test]
fn a_mark_that_cannot_be_shown_is_left_out_with_a_warning() {
    for (address, code) in [
        ("https://other.example/mark.svg", "foreign-image"),
        ("//other.example/mark.svg", "foreign-image"),
        ("/images/broken.png", "unreadable-image"),
    ] {
        let bench = with_mark(address).file("static/images/broken.png", "no image").build();
        let found = bench.the_one(code, &[]);
        assert_eq!((&found["severity"], &found["at"]["line"]), (&"warning".into(), &3.into()), "{found:#?}");
        bench.built(&[]);
        let icon = tag(&bench, "index.html", "<link rel=\"icon\"");
        assert!(icon.contains("/favicon.") && !icon.contains("other.example"), "{icon}");
    }
}

fn plan(bench: &Bench, path: &str, content: impl AsRef<[u8]>, options: &LoadOptions) -> (Loaded, Plan) {
    let (sources, _) = read::read(bench.root());
    let site = Loaded::from_sources(sources.clone(), options, &mut |_| {});
    bench.write(path, content);
    let edited = read::refresh(bench.root(), &sources, &[bench.path(path)]).expect("an edit");
    let plan = site.plan(edited);
    (site, plan)
}

#[test]
fn an_edit_of_the_mark_changes_every_page() {
    let bench = with_mark("/a.svg").file("static/a.svg", DRAWING).file("static/b.svg", DRAWING).build();
    let icon = |site: &Loaded| {
        let mut buffer = Vec::new();
        let home = site.find("").expect("there is a home page");
        assert!(site.content(home, &mut buffer).is_ok());
        let html = String::from_utf8(buffer).expect("pages are UTF-8");
        html.split_once("<link rel=\"icon\" href=\"").expect("there is an icon").1[..20].to_owned()
    };
    let options = LoadOptions::default();
    let other_bytes = DRAWING.replace("/>", "><path/></svg>");
    for (path, content) in
        [("static/a.svg", other_bytes), ("site.yaml", format!("{SITE_YAML}mark: /b.svg\n"))]
    {
        let (before, Plan::Whole(after)) = plan(&bench, path, content, &options) else {
            panic!("{path}: addresses change")
        };
        assert_ne!(icon(&before), icon(&after), "{path}");
        let fresh = Loaded::load(bench.root(), &options, &mut |_| {}).0.expect("a site");
        assert_eq!(icon(&after), icon(&fresh), "{path}");
    }
}

const PORTRAIT: &str = "portrait:\n  file: /images/ann.png\n  alt: Ann \"A\" <Example> at a desk\n";

fn with_portrait(credit: &str) -> Bench {
    let actor = format!("---\nname: Ann Example\nkind: person\n{PORTRAIT}{credit}---\n\nSpeaks.\n");
    Site::new().actor("ann-example.md", actor).file("static/images/ann.png", png(300, 400)).build()
}

#[test]
fn a_portrait_stands_at_the_head_of_its_actor() {
    let bench = with_portrait("  credit: Photo – Example & Sons\n");
    assert_eq!(bench.diagnostics(&[]).len(), 0);
    bench.built(&[]);
    let page = bench.read("public/actors/ann-example/index.html");
    let figure = "<figure class=\"portrait\"><img src=\"/images/ann.png\" width=\"300\" height=\"400\" \
         alt=\"Ann &quot;A&quot; &lt;Example&gt; at a desk\"><figcaption>Photo – Example &amp; Sons</figcaption></figure>";
    assert!(page.contains(figure), "{page}");
    let at = |text: &str| page.find(text).unwrap_or_else(|| panic!("no {text}: {page}"));
    assert!(at("<h1>") < at(figure) && at(figure) < at("<p>Speaks.</p>"));
    let event = bench.read("public/events/arrives/index.html");
    let small = "<li><img src=\"/images/ann.png\" width=\"300\" height=\"400\" alt=\"\" loading=\"lazy\"><a href=\"/actors/ann-example/\">";
    assert!(event.contains(small), "{event}");
}

#[test]
fn without_credit_or_portrait_there_is_no_empty_box() {
    let bench = with_portrait("");
    bench.built(&[]);
    let page = bench.read("public/actors/ann-example/index.html");
    assert!(page.contains("<figure class=\"portrait\">") && !page.contains("<figcaption"), "{page}");
    let bench = Site::new().build();
    bench.built(&[]);
    let page = bench.read("public/actors/ann-example/index.html");
    assert!(!page.contains("portray") && !page.contains("<figure class=\"portrait\""), "{page}");
    let event = bench.read("public/events/arrives/index.html");
    assert!(event.contains("<li><a href=\"/actors/ann-example/\">"), "{event}");
}

#[test]
fn what_is_wrong_with_a_portrait_is_said_at_its_place() {
    for (portrait, code, says) in [
        ("portrait:\n  file: «/a.svg\n  credit: C", "missing-alt", "alt"),
        ("portrait:\n  file: «/a.svg\n  alt: \"\"", "missing-alt", "alt"),
        ("portrait:\n  file: «/none.svg\n  alt: A", "missing-image", "static/none.svg"),
        ("portrait:\n  file: «/../site.yaml\n  alt: A", "missing-image", "static"),
        ("portrait: {alt: A, file: «a.svg}", "missing-image", "slash"),
        ("portrait:\n  file: /a.svg\n  alt: A\n  «credits: C", "unknown-key", "`credit`"),
        ("portrait: «/a.svg", "wrong-type", "keys with values"),
    ] {
        let text = format!("---\nname: Bad\nkind: person\n{portrait}\n---\n");
        let mistake = Mistake::file("content/actors/bad.md", &text, code).says(says);
        mistake.beside("static/a.svg", DRAWING).holds();
    }
    let topic = "---\nname: Bad\n«portrait:\n  file: /a.svg\n---\n";
    Mistake::file("content/topics/bad.md", topic, "unknown-key").holds();
}

#[test]
fn a_portrait_without_a_file_is_a_missing_key() {
    let actor = "---\nname: B\nkind: person\nportrait:\n  alt: A\n---\n";
    let found = Site::new().actor("b.md", actor).build().the_one("missing-key", &[]);
    assert!(found["message"].as_str().unwrap_or_default().contains("`file`"), "{found:#?}");
}

#[test]
fn a_portrait_that_cannot_be_shown_is_left_out_with_a_warning() {
    for (file, code) in
        [("https://other.example/a.jpg", "foreign-image"), ("/broken.png", "unreadable-image")]
    {
        let actor = format!(
            "---\nname: Ann Example\nkind: person\nportrait:\n  file: {file}\n  alt: A\n---\n\nSpeaks.\n"
        );
        let site = Site::new().actor("ann-example.md", actor).file("static/broken.png", "no image");
        let bench = site.build();
        assert_eq!(bench.the_one(code, &[])["severity"], "warning");
        bench.built(&[]);
        assert!(!bench.read("public/actors/ann-example/index.html").contains("portray"));
    }
}
