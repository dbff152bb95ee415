//! Where a site is written: nothing of anybody else's is deleted, nor of the editor's own.

mod common;

use std::fs;
use std::os::unix::fs::symlink;

use common::{Bench, Site, files_below, leftovers};

/// Builds and insists that it is refused, with a hint what to do.
fn refused(bench: &Bench, output: &str) {
    let ran = bench.run(&["build", "--output", output]);
    assert_eq!(ran.code, Some(3), "`{output}` is accepted: {}", ran.stderr);
    assert!(ran.stderr.contains("help:"), "{}", ran.stderr);
}

#[test]
fn a_foreign_folder_is_refused() {
    let bench = Site::new().file("mine/thesis.txt", "my work").build();
    refused(&bench, "mine");
    assert_eq!(bench.read("mine/thesis.txt"), "my work");
    bench.write("public/thesis.txt", "my work");
    assert_eq!(bench.run(&["build"]).code, Some(3));
    assert_eq!(bench.read("public/thesis.txt"), "my work");
}

#[test]
fn an_empty_folder_is_accepted() {
    let bench = Site::new().build();
    fs::create_dir(bench.path("public")).unwrap();
    bench.built(&[]);
    assert!(bench.exists("public/index.html"));
}

#[test]
fn a_folder_with_a_repository_is_refused_even_if_it_was_ours() {
    let bench = Site::new().build();
    bench.built(&[]);
    bench.write("public/.git/HEAD", "ref: refs/heads/main\n");
    let before = bench.files("public");
    refused(&bench, "public");
    assert!(bench.files("public") == before);
}

#[test]
fn the_sites_own_folders_are_refused() {
    let bench = Site::new().file("static/a.txt", "a").build();
    let before = bench.files("");
    for output in [
        ".",
        "..",
        "/",
        "content",
        "content/new",
        "content/articles",
        "static",
        "static/new",
        "templates",
        "sources",
    ] {
        refused(&bench, output);
    }
    let root = bench.root().to_string_lossy().into_owned();
    refused(&bench, &root);
    refused(&bench, "../".repeat(30).as_str());
    assert!(bench.files("") == before);
}

#[test]
fn the_sites_own_folders_are_refused_by_any_road() {
    let bench = Site::new().file("elsewhere/a.txt", "a").build();
    fs::create_dir(bench.path("x")).unwrap();
    symlink(bench.path("content"), bench.path("link")).unwrap();
    for output in ["x/../content/new", "./content/./new", "link/new", "link"] {
        refused(&bench, output);
        assert!(!bench.exists("content/new"), "`{output}` is written into the content");
    }
}

#[test]
fn the_sites_own_folders_are_refused_if_the_site_is_named_through_a_link() {
    let bench = Site::new().build();
    let outside = tempfile::tempdir().unwrap();
    let link = outside.path().join("site");
    symlink(bench.root(), &link).unwrap();
    let output = link.join("content/new");
    let ran = bench.run(&["build", link.to_str().unwrap(), "--output", output.to_str().unwrap()]);
    assert!(!bench.exists("content/new"), "written into the content: {}", ran.stderr);
    assert_eq!(ran.code, Some(3));
}

#[test]
fn a_new_deep_output_folder_is_made() {
    let bench = Site::new().build();
    bench.built(&["--output", "a/b/c/site"]);
    assert!(bench.exists("a/b/c/site/events/arrives/index.html") && !bench.exists("public"));
}

#[test]
fn published_folders_can_be_read_by_all() {
    use std::os::unix::fs::PermissionsExt;
    let bench = Site::new().build();
    bench.built(&[]);
    for path in ["public", "public/index.html", "permalinks.lock"] {
        let mode = fs::metadata(bench.path(path)).unwrap().permissions().mode();
        assert_eq!(mode & 0o444, 0o444, "{path}: {mode:o}");
    }
}

#[test]
fn a_linked_output_stays_a_link() {
    let bench = Site::new().build();
    let real = tempfile::tempdir().unwrap();
    let target = real.path().join("www");
    fs::create_dir(&target).unwrap();
    symlink(&target, bench.path("public")).unwrap();
    for _ in 0..2 {
        bench.built(&[]);
        assert!(fs::symlink_metadata(bench.path("public")).unwrap().is_symlink());
        assert!(files_below(&target).contains_key("index.html"));
        assert_eq!(leftovers(real.path()), Vec::<String>::new());
    }
}

#[test]
fn a_link_to_a_folder_that_is_not_there_yet_is_followed_or_refused_with_help() {
    let bench = Site::new().build();
    let real = tempfile::tempdir().unwrap();
    symlink(real.path().join("www"), bench.path("public")).unwrap();
    let ran = bench.run(&["build"]);
    assert!(fs::symlink_metadata(bench.path("public")).unwrap().is_symlink());
    let followed = ran.code == Some(0) && bench.exists("public/index.html");
    assert!(followed || ran.stderr.contains("help:"), "{:?}: {}", ran.code, ran.stderr);
    assert!(followed || !bench.exists("permalinks.lock"), "ids are locked that were never published");
}

#[test]
fn the_editors_files_beside_the_output_are_left_alone() {
    let bench = Site::new().file(".public.dateline-mine/note.txt", "mine").build();
    bench.built(&[]);
    bench.built(&[]);
    assert_eq!(bench.read(".public.dateline-mine/note.txt"), "mine");
}

#[test]
fn init_and_new_overwrite_nothing() {
    let bench = Site::new().build();
    let before = bench.files("");
    assert_eq!(bench.run(&["init", "."]).code, Some(0));
    for arguments in
        [["article", "good"], ["actor", "ann-example"], ["topic", "ceasefire"], ["place", "geneva"]]
    {
        let ran = bench.run(&[&["new"][..], &arguments].concat());
        assert_eq!(ran.code, Some(2), "{}", ran.stderr);
    }
    let after = bench.files("");
    for (path, seen) in &before {
        assert!(after[path] == *seen, "{path} has changed");
    }
}
