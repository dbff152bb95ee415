//! Bad files: what cannot be read or written, row by row, with the same
//! promises as in `bad_input` (`Mistake::holds` asserts them).

mod common;

use std::os::unix::fs::symlink;
use std::process::Command;
use std::time::{Duration, Instant};

use common::mistake::Mistake;
use common::{Ran, SITE_YAML, Site};

fn account(heading_and_text: &str) -> String {
    format!("---\ntitle: Bad\n---\n\n{heading_and_text}\n")
}

#[test]
fn a_file_that_is_not_utf8() {
    let mut bytes = account("## 2025-09-05: Talks go on\n\nIn M").into_bytes();
    bytes.pop();
    bytes.extend(b"\xfcnchen.\n");
    Mistake::bytes("content/articles/bad.md", bytes, "not-utf8")
        .at(7, 5, "In M\u{fffd}nchen.")
        .says("iconv")
        .holds();
}

#[test]
fn settings_that_are_not_utf8() {
    let bytes = [SITE_YAML.as_bytes(), b"description: \xfc\n"].concat();
    Mistake::bytes("site.yaml", bytes, "not-utf8").at(3, 14, "description: \u{fffd}").holds();
}

#[test]
fn a_byte_order_mark_and_crlf_are_accepted() {
    let text =
        "\u{feff}".to_owned() + &common::GOOD_ARTICLE.replace("arrives}", "again}").replace('\n', "\r\n");
    let bench = Site::new().article("windows.md", text).build();
    bench.built(&[]);
    assert!(bench.read("public/articles/windows/index.html").contains("Ann Example in Geneva"));
}

#[test]
fn places_are_right_after_a_byte_order_mark_and_crlf() {
    let text = "---\ntitle: Bad\n«publsher: Example Gazette\n---\n\n## 2025-09-05: Talks go on\n";
    Mistake::article(&text.replace('\n', "\r\n"), "unknown-key").holds();
    let with_mark = format!("\u{feff}{}", text.replacen('«', "", 1).replace('\n', "\r\n"));
    let mistake = Mistake::bytes("content/articles/bad.md", with_mark, "unknown-key");
    mistake.at(3, 1, "publsher: Example Gazette").holds();
}

#[test]
fn an_empty_file() {
    Mistake::bytes("content/articles/bad.md", "", "empty-file").holds();
}

#[test]
fn a_file_of_50_megabytes_is_refused_at_once_and_the_limit_is_named() {
    let start = Instant::now();
    let huge = "word ".repeat(10_000_000);
    Mistake::bytes("content/articles/bad.md", huge, "file-too-large").says("10 MB").holds();
    assert!(start.elapsed() < Duration::from_secs(20), "{:?}", start.elapsed());
}

#[test]
fn yaml_that_explodes_by_aliases() {
    let mut yaml = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n".to_owned();
    for at in 1..30 {
        let item = format!("*a{}", at - 1);
        yaml += &format!("a{at}: &a{at} [{}]\n", [item.as_str(); 9].join(", "));
    }
    let start = Instant::now();
    let text = format!("---\n«title: Bad\n{yaml}---\n\n## 2025-09-05: Talks go on\n");
    Mistake::article(&text, "invalid-yaml").holds();
    assert!(start.elapsed() < Duration::from_secs(10), "{:?}", start.elapsed());
}

#[test]
fn yaml_that_is_nested_without_end() {
    let text = format!("---\ntitle: Bad\nx: {}\n---\n", "[".repeat(20_000));
    let bench = Site::new().article("bad.md", text).build();
    assert_eq!(bench.the_one("invalid-yaml", &[])["at"]["file"], "content/articles/bad.md");
}

#[test]
fn a_symbolic_link_to_its_own_folder() {
    let path = "content/articles/loop";
    Mistake::made(path, "link-loop", move |root| symlink(".", root.join(path)).unwrap()).holds();
}

/// The walk begins below the folder to which the link leads.
#[test]
fn a_symbolic_link_to_a_folder_above_it() {
    let path = "content/articles/loop";
    Mistake::made(path, "link-loop", move |root| symlink("..", root.join(path)).unwrap()).holds();
}

#[test]
fn a_symbolic_link_to_itself() {
    let path = "content/articles/loop.md";
    Mistake::made(path, "link-loop", move |root| symlink("loop.md", root.join(path)).unwrap()).holds();
}

#[test]
fn a_symbolic_link_out_of_the_site() {
    let path = "content/articles/secret.md";
    Mistake::made(path, "link-outside", move |root| symlink("/etc/hostname", root.join(path)).unwrap())
        .holds();
}

/// What it leads to would be published as it is.
#[test]
fn a_symbolic_link_out_of_the_static_folder() {
    for to in ["../sources/raw.html", "../site.yaml", "../content"] {
        let path = "static/near";
        let made = Mistake::made(path, "link-outside", move |root| {
            std::fs::create_dir_all(root.join("static")).unwrap();
            std::fs::create_dir_all(root.join("sources")).unwrap();
            std::fs::write(root.join("sources/raw.html"), "raw").unwrap();
            symlink(to, root.join(path)).unwrap();
        });
        made.says("`static`").holds();
    }
}

#[test]
fn symbolic_links_within_the_static_folder_are_followed() {
    let bench = Site::new().file("static/a/b.txt", "b").build();
    symlink("a/b.txt", bench.path("static/c.txt")).unwrap();
    symlink("a", bench.path("static/d")).unwrap();
    bench.built(&[]);
    assert_eq!((bench.read("public/c.txt"), bench.read("public/d/b.txt")), ("b".into(), "b".into()));
}

/// Reading the settings through a link would publish a line of any file in a message.
#[test]
fn settings_that_are_a_link_out_of_the_site() {
    let made = Mistake::made("site.yaml", "link-outside", |root| {
        std::fs::remove_file(root.join("site.yaml")).unwrap();
        symlink("/etc/hostname", root.join("site.yaml")).unwrap();
    });
    made.holds();
}

#[test]
fn a_content_folder_that_is_a_link_out_of_the_site_is_not_passed_over_in_silence() {
    let other = Site::new().build();
    let bench = Site::empty().file("site.yaml", SITE_YAML).build();
    symlink(other.path("content"), bench.path("content")).unwrap();
    assert!(bench.error_codes(&[]).contains(&"link-outside".to_owned()), "{:?}", bench.diagnostics(&[]));
}

#[test]
fn a_dangling_link_cannot_be_read() {
    let path = "content/articles/bad.md";
    Mistake::made(path, "unreadable-file", move |root| symlink("gone.md", root.join(path)).unwrap()).holds();
}

#[test]
fn a_pipe_is_no_file_and_nobody_waits_for_it() {
    let path = "content/articles/bad.md";
    Mistake::made(path, "unreadable-file", move |root| make_pipe(&root.join(path))).holds();
}

#[test]
fn settings_that_are_a_pipe_are_not_waited_for() {
    let bench = Site::new().without("site.yaml").build();
    make_pipe(&bench.path("site.yaml"));
    let check = format!("exec timeout 5 {} check", env!("CARGO_BIN_EXE_dateline"));
    let ran = Ran::new(Command::new("sh").arg("-c").arg(check).current_dir(bench.root()).output().unwrap());
    assert_eq!(ran.code, Some(1), "124 is a hang: {}", ran.stderr);
    assert!(ran.stdout.contains("unreadable-file"), "{}", ran.stdout);
}

fn make_pipe(path: &std::path::Path) {
    assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
}

#[test]
fn a_template_that_does_not_parse() {
    let text = "{% extends \"base.html\" %}\n{% block main %}\n{% if «%}\n{% endblock %}\n";
    Mistake::file("templates/search.html", text, "template-syntax").holds();
}

#[test]
fn a_template_that_fails_on_one_page_names_the_page() {
    let text = "<p>\n{{ page.«nothing.at_all }}</p>\n";
    Mistake::file("templates/page.html", text, "template-failed").says("/about/").holds();
}

#[test]
fn templates_that_include_each_other() {
    let include = |other: &str| format!("<p>{{% include \"{other}\" %}}</p>\n");
    let bench = Site::new()
        .file("templates/search.html", include("b.html"))
        .file("templates/b.html", include("search.html"));
    let codes = bench.build().error_codes(&[]);
    assert!(codes.contains(&"template-syntax".to_owned()), "{codes:?}");
}

#[test]
fn a_folder_without_site_yaml_says_how_to_start() {
    let bench = Site::new().build();
    bench.built(&[]);
    let before = bench.files("public");
    bench.remove("site.yaml");
    let found = bench.the_one("missing-site", &[]);
    assert!(found["help"].as_str().unwrap().contains("dateline init"), "{found:#?}");
    let ran = bench.run(&["build"]);
    assert_eq!(ran.code, Some(1));
    assert!(ran.stderr.contains("help:"), "{}", ran.stderr);
    assert!(bench.files("public") == before);
}

#[test]
fn a_site_without_articles_says_how_to_start() {
    let bench = Site::empty().file("site.yaml", SITE_YAML).build();
    let found = bench.the_one("no-articles", &[]);
    assert_eq!(found["severity"], "hint");
    assert!(found["help"].as_str().unwrap().contains("dateline new article"), "{found:#?}");
    bench.built(&[]);
    assert!(bench.exists("public/index.html"));
}

/// A limit on the size of files is refused by the system as a full disk is: in the middle of writing.
#[test]
fn a_full_disk_leaves_the_published_site_and_nothing_else() {
    let bench = Site::new().build();
    bench.built(&[]);
    let before = (bench.files("public"), bench.read("permalinks.lock"));
    bench.write("static/large.txt", "x".repeat(1 << 20));
    let build = format!("trap '' XFSZ; ulimit -f 512; exec {} build", env!("CARGO_BIN_EXE_dateline"));
    let ran = Ran::new(Command::new("sh").arg("-c").arg(build).current_dir(bench.root()).output().unwrap());
    assert_eq!(ran.code, Some(3), "{}", ran.stderr);
    assert!(ran.stderr.contains("large.txt") && ran.stderr.contains("as it was"), "{}", ran.stderr);
    assert!((bench.files("public"), bench.read("permalinks.lock")) == before);
    let names: Vec<_> =
        std::fs::read_dir(bench.root()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(
        names.iter().filter(|name| name.to_string_lossy().contains("dateline-")).count(),
        0,
        "{names:?}"
    );
}

#[test]
fn an_output_that_cannot_be_written_says_so() {
    let bench = Site::new().file("a-file", "text").build();
    for output in ["a-file/public", "a-file", "/proc/public", "/dev/full"] {
        let ran = bench.run(&["build", "--output", output]);
        assert_eq!(ran.code, Some(3), "{output}: {}", ran.stderr);
        assert!(ran.stderr.contains("help:"), "{output}: {}", ran.stderr);
    }
    assert_eq!(bench.read("a-file"), "text");
    assert!(!bench.exists("permalinks.lock"), "ids are locked that were never published");
}

#[test]
fn a_quotation_in_other_words_than_the_reports() {
    let article = account("## 2025-09-05: Talks go on\n\nText.\n\n«> There can be no peace.");
    let mistake =
        Mistake::article(&article, "misquoted").beside("sources/bad.txt", "There can be no talks.\n");
    mistake.says("after “There can be no”").says("“peace.”").holds();
}

#[test]
fn a_text_in_sources_that_is_not_utf8() {
    let bench = Site::new().file("sources/good.txt", b"M\xfcnchen".as_slice()).build();
    let ran = bench.run(&["check"]);
    assert!(ran.code == Some(1) && ran.stdout.contains("sources/good.txt"), "{}", ran.stdout);
    // Other files there are the editor's own.
    let bench = Site::new().file("sources/notes.txt", b"M\xfcnchen".as_slice()).build();
    assert_eq!(bench.run(&["check"]).code, Some(0));
}
