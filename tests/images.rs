//! Images in the content: they load late, keep their room while they load, and need words.

mod common;

use common::mistake::Mistake;
use common::{Bench, Site, png};

/// The head of a JPEG file of 40 times 30 pixels, with the orientation that a camera has noted.
fn jpeg(orientation: u8) -> Vec<u8> {
    let mut tiff = b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0".to_vec();
    tiff.extend([orientation, 0, 0, 0, 0, 0, 0, 0]);
    let mut file = b"\xff\xd8\xff\xe1".to_vec();
    file.extend(u16::try_from(2 + 6 + tiff.len()).expect("it is short").to_be_bytes());
    file.extend(b"Exif\0\0");
    file.extend(tiff);
    file.extend(b"\xff\xc0\0\x11\x08\0\x1e\0\x28\x03\x01\x22\0\x02\x11\x01\x03\x11\x01\xff\xd9");
    file
}

fn site() -> Site {
    Site::new()
        .file("static/images/a.png", png(640, 480))
        .file("static/images/upright.jpg", jpeg(1))
        .file("static/images/turned.jpg", jpeg(6))
        .file("static/images/mark.svg", "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 16'/>")
        .file("static/images/broken.png", "no image")
}

fn with_text(text: &str) -> Bench {
    site()
        .article("x.md", format!("---\ntitle: X\n---\n\n## 2025-10-01: Something {{#x}}\n\n{text}\n"))
        .build()
}

/// All `img` tags in the main part of the page of the event.
fn images(bench: &Bench) -> Vec<String> {
    let page = bench.read("public/events/x/index.html");
    let page = page.split_once("<main").expect("there is a main part").1;
    let tags = page.match_indices("<img").map(|(at, _)| &page[at..]);
    tags.map(|tag| tag[..=tag.find('>').expect("tags end")].to_owned()).collect()
}

#[test]
fn images_have_their_size_and_load_late() {
    for (text, expected) in [
        (
            "![A](/images/a.png)",
            r#"<img loading="lazy" width="640" height="480" src="/images/a.png" alt="A" />"#,
        ),
        (
            "![A][r]\n\n[r]: /images/a.png?v=2 'T'",
            r#"<img loading="lazy" width="640" height="480" src="/images/a.png?v=2" alt="A" title="T" />"#,
        ),
        (
            "![A](/images/upright.jpg)",
            r#"<img loading="lazy" width="40" height="30" src="/images/upright.jpg" alt="A" />"#,
        ),
        (
            "![A](/images/turned.jpg)",
            r#"<img loading="lazy" width="30" height="40" src="/images/turned.jpg" alt="A" />"#,
        ),
        (
            "![A](/images/mark.svg)",
            r#"<img loading="lazy" width="24" height="16" src="/images/mark.svg" alt="A" />"#,
        ),
        (
            "> ![A](/images/a.png)",
            r#"<img loading="lazy" width="640" height="480" src="/images/a.png" alt="A" />"#,
        ),
        (
            "<img src=/images/a.png alt=A width=320>",
            r#"<img loading="lazy" height="240" src="/images/a.png" alt="A" width="320">"#,
        ),
        (
            "<figure>\n<img src='/images/a.png' alt=''>\n</figure>",
            r#"<img loading="lazy" width="640" height="480" src="/images/a.png" alt="">"#,
        ),
    ] {
        let bench = with_text(text);
        assert_eq!(bench.diagnostics(&[]).len(), 0, "{text}");
        bench.built(&[]);
        assert_eq!(images(&bench), [expected], "{text}");
    }
}

#[test]
fn sizes_are_found_below_a_path_and_in_every_kind_of_text() {
    let image = "![A](/images/a.png)\n";
    let bench = site()
        .file("site.yaml", common::SITE_YAML.replace("example/", "example/talks/"))
        .page("p.md", format!("---\ntitle: P\n---\n\n{image}"))
        .actor("b.md", format!("---\nname: Bea\nkind: group\n---\n\n{image}"))
        .overlay("arrives.md", format!("---\ntitle: T\n---\n\n{image}"))
        .article("y.md", format!("---\ntitle: Y\n---\n\n{image}\n\n## 2025-10-01: Y {{#y}}\n\nAnn Example on ceasefire\n: {image}"))
        .build();
    bench.built(&[]);
    for page in ["p", "actors/b", "events/arrives", "articles/y", "events/y", "topics/ceasefire"] {
        let html = bench.read(&format!("public/{page}/index.html"));
        assert!(
            html.contains(r#"<img loading="lazy" width="640" height="480" src="/talks/images/a.png""#),
            "{page}"
        );
    }
}

#[test]
fn what_is_wrong_with_an_image_is_said_at_its_place() {
    let article =
        |text: &str| format!("---\ntitle: Bad\n---\n\n## 2025-09-05: Talks go on {{#bad}}\n\n{text}\n");
    for (text, code, says) in [
        ("Talks. «![](/images/b.svg)", "missing-alt", "shows"),
        ("Talks. «![ ](/images/b.svg) On.", "missing-alt", "shows"),
        ("A <b>é «<img src=/images/b.svg></b>", "missing-alt", "shows"),
        ("<p>é\n  «<img\n src=/images/b.svg>\n</p>", "missing-alt", "shows"),
        ("Talks «![B](/images/B.svg)", "missing-image", "static/images/B.svg"),
        ("Talks «![B](images/b.svg)", "missing-image", "slash"),
        ("<div>\n«<IMG alt=B src=/b.svg>\n</div>", "missing-image", "static/b.svg"),
        ("> «![B](/../site.yaml)", "missing-image", "static"),
    ] {
        let mistake = Mistake::article(&article(text), code).says(says);
        mistake.beside("static/images/b.svg", "<svg viewBox='0 0 2 1'/>").holds();
    }
    for (path, text) in [
        ("content/pages/bad.md", "---\ntitle: T\n---\n\n«![B](/b.png)\n"),
        ("content/places/bad.md", "---\nname: T\n---\n\n«![B](/b.png)\n"),
        ("content/events/arrives.md", "---\ntitle: T\n---\n\n«![B](/b.png)\n"),
    ] {
        Mistake::file(path, text, "missing-image").holds();
    }
}

#[test]
fn a_file_that_is_no_image_is_a_warning() {
    let found = with_text("![A](/images/broken.png) and <img src=/images/broken.png alt=A width=3 height=2>")
        .diagnostics(&[]);
    let codes: Vec<_> = found.iter().map(|found| (&found["code"], &found["severity"])).collect();
    assert_eq!(codes, [(&"unreadable-image".into(), &"warning".into())]);
}

#[test]
fn a_foreign_image_is_said_in_html_too() {
    let found = with_text("<img src=//other.example/a.png alt=A>").diagnostics(&[]);
    assert_eq!(found[0]["code"], "foreign-image");
    assert_eq!(found.len(), 1);
}

#[test]
fn an_image_that_comes_or_goes_is_seen_after_an_edit() {
    use dateline::read;
    use dateline::site::{LoadOptions, Site};
    let bench = with_text("![A](/images/a.png)");
    let load = || Site::load(bench.root(), &LoadOptions::default(), &mut |_| {});
    assert!(!load().0.expect("a site").has_errors());
    let (old, _) = read::read(bench.root());
    bench.write("static/images/a.png", png(1, 2));
    let new =
        read::refresh(bench.root(), &old, &[bench.path("static/images/a.png")]).expect("an ordinary edit");
    assert_ne!(old.statics, new.statics);
    bench.remove("static/images/a.png");
    assert!(load().0.expect("a site").has_errors());
}
