//! `check --links` over the network: against a server of the test's own that plays every host, as a
//! proxy does.
#![allow(clippy::disallowed_methods, reason = "the test has a server, and looks at the clock")]

mod common;
#[path = "common/hosts.rs"]
mod hosts;

use std::path::Path;
use std::time::{Duration, Instant};

use chrono::NaiveDate;
use common::{Bench, Site};
use dateline::diagnostics::Diagnostic;
use dateline::links::{Manners, Options, Report, check};
use dateline::site::LoadOptions;
use hosts::{Hosts, Reply};

/// An article for each address, in order.
fn site(addresses: &[&str]) -> Bench {
    let mut site = Site::empty().file("site.yaml", common::SITE_YAML);
    for (at, address) in addresses.iter().enumerate() {
        let text = format!("---\ntitle: Report {at}\nurl: {address}\npublished: 2025-09-04\n---\n");
        site = site.article(&format!("report-{at}.md"), text);
    }
    site.build()
}

fn manners() -> Manners {
    Manners {
        gap: Duration::from_millis(20),
        patience: Duration::from_millis(400),
        longest_wait: Duration::from_secs(2),
        ..Manners::default()
    }
}

fn options(bench: &Bench, hosts: &Hosts) -> Options {
    let today = NaiveDate::from_ymd_opt(2025, 9, 5).expect("a day");
    Options {
        site: bench.root().to_owned(),
        today,
        fresh: false,
        manners: manners(),
        proxy: Some(hosts.address()),
    }
}

fn asked(options: &Options) -> Report {
    let root: &Path = &options.site;
    let (site, _) = dateline::site::Site::load(root, &LoadOptions::default(), &mut |_| {});
    let site = site.expect("there is a site");
    check(site.timeline(), options, &mut |_| {}, &|| {})
}

fn codes(report: &Report) -> Vec<&'static str> {
    report.diagnostics.iter().map(|one| one.code.id()).collect()
}

fn help(diagnostic: &Diagnostic) -> &str {
    diagnostic.help.as_deref().unwrap_or_default()
}

/// A host's name, what it answers, and what the editor is told: the code, and words of the message.
type Case = (&'static str, Reply, Option<(&'static str, &'static str)>);

#[test]
fn dead_links_are_told_from_blocked_ones() {
    let cases: &[Case] = &[
        ("fine", Reply::status(200), None),
        ("no-content", Reply::status(204), None),
        ("missing", Reply::status(404), Some(("dead-link", "is gone: 404 Not Found"))),
        ("gone", Reply::status(410), Some(("dead-link", "is gone: 410 Gone"))),
        ("login", Reply::status(401), Some(("blocked-link", "could not be checked: 401 Unauthorized"))),
        ("wall", Reply::status(403), Some(("blocked-link", "could not be checked: 403 Forbidden"))),
        ("law", Reply::status(451), Some(("blocked-link", "451 Unavailable For Legal Reasons"))),
        ("busy", Reply::status(429), Some(("blocked-link", "429 Too Many Requests"))),
        (
            "patience",
            Reply::status(429).header("Retry-After", "3600"),
            Some(("blocked-link", "it asks to come back in 3600 s")),
        ),
        ("ill", Reply::status(503), Some(("blocked-link", "503 Service Unavailable"))),
        ("slow", Reply::status(200).after(2000), Some(("blocked-link", "no answer in time"))),
        ("rude", Reply::hang_up(), Some(("blocked-link", "could not be checked"))),
        ("no-head", Reply::status(200).but_head(405), None),
        ("no-head-either", Reply::status(200).but_head(404), None),
    ];
    let hosts = Hosts::start();
    for (name, reply, _) in cases {
        hosts.reply(&format!("{name}.example"), "/a", reply.clone());
    }
    let addresses: Vec<String> = cases.iter().map(|(name, ..)| format!("http://{name}.example/a")).collect();
    let bench = site(&addresses.iter().map(String::as_str).collect::<Vec<_>>());
    let report = asked(&options(&bench, &hosts));
    for (at, (name, _, expected)) in cases.iter().enumerate() {
        let path = format!("content/articles/report-{at}.md");
        let of_file = |one: &&Diagnostic| one.at.as_ref().is_some_and(|at| at.file == path);
        let found: Vec<&Diagnostic> = report.diagnostics.iter().filter(of_file).collect();
        let Some((code, words)) = expected else {
            assert!(found.is_empty(), "{name}: {found:#?}");
            continue;
        };
        assert_eq!(found.len(), 1, "{name}: {found:#?}");
        assert_eq!(found[0].code.id(), *code, "{name}: {found:#?}");
        assert!(found[0].message.contains(words), "{name}: {found:#?}");
        assert_eq!(found[0].at.as_ref().map(|at| (at.line, at.column)), Some((3, 6)), "{name}");
    }
    assert_eq!((report.links, report.asked, report.alive), (cases.len(), cases.len(), 4));
}

#[test]
fn a_dead_report_gets_the_line_for_its_copy_and_the_place_where_it_goes() {
    let hosts = Hosts::start();
    hosts.reply("gazette.example", "/a", Reply::status(404));
    let bench = site(&["http://gazette.example/a"]);
    let report = asked(&options(&bench, &hosts));
    let found = &report.diagnostics[0];
    assert_eq!(help(found), "if there is a copy, name it below content/articles/report-0.md:3");
    let line = "archive_url: https://web.archive.org/web/20250904/http://gazette.example/a";
    assert_eq!(found.paste.as_deref(), Some(line));
    assert_eq!(report.without_copy, 1);
    // The line is right where it is said to go. A report with a copy that answers may be gone.
    let text = bench.read("content/articles/report-0.md");
    let copy = "archive_url: http://archive.example/1\npublished:";
    bench.write("content/articles/report-0.md", text.replace("published:", copy));
    hosts.reply("archive.example", "/1", Reply::status(200));
    let report = asked(&options(&bench, &hosts));
    assert_eq!((codes(&report), report.kept, report.without_copy), (vec![], 1, 0));
    // And if the copy is gone as well, both are.
    hosts.reply("archive.example", "/1", Reply::status(410));
    let report = asked(&Options { fresh: true, ..options(&bench, &hosts) });
    assert_eq!(codes(&report), ["dead-link", "dead-link"]);
}

#[test]
fn redirects_are_followed_and_those_for_good_are_told() {
    let hosts = Hosts::start();
    let to = |status, to: &str| Reply::status(status).header("Location", to);
    for (path, reply) in [
        ("/old", to(301, "/new")),
        ("/older", to(308, "http://b.example/new")),
        ("/mixed", to(301, "/for-now")),
        ("/for-now", to(302, "/new")),
        ("/front", to(301, "/")),
        ("/circle", to(302, "/circle")),
        ("/nowhere", to(301, "javascript:x")),
        ("/lost", to(302, "/missing")),
        ("/inside", to(302, "http://127.0.0.1/admin")),
    ] {
        hosts.reply("a.example", path, reply);
    }
    for (host, path) in [("a.example", "/new"), ("a.example", "/"), ("b.example", "/new")] {
        hosts.reply(host, path, Reply::status(200));
    }
    let cases = [
        ("/old", "moved-link", "has moved for good, to `http://a.example/new`"),
        ("/older", "moved-link", "to `http://b.example/new`"),
        ("/mixed", "", ""),
        ("/for-now", "", ""),
        ("/front", "moved-link", "to `http://a.example/`"),
        ("/circle", "blocked-link", "it redirects without end"),
        ("/nowhere", "blocked-link", "301 Moved Permanently, and not where to"),
        ("/lost", "dead-link", "404 Not Found"),
        ("/inside", "blocked-link", "it leads into a private network"),
    ];
    let addresses: Vec<String> = cases.iter().map(|(path, ..)| format!("http://a.example{path}")).collect();
    let bench = site(&addresses.iter().map(String::as_str).collect::<Vec<_>>());
    let report = asked(&options(&bench, &hosts));
    for (path, code, words) in cases {
        let address = format!("`http://a.example{path}`");
        let found: Vec<&Diagnostic> =
            report.diagnostics.iter().filter(|one| one.message.starts_with(&address)).collect();
        assert_eq!(found.iter().map(|one| one.code.id()).collect::<String>(), code, "{path}");
        assert!(found.iter().all(|one| one.message.contains(words)), "{path}: {found:#?}");
        let is_front = found.iter().any(|one| help(one).contains("front page"));
        assert_eq!(is_front, path == "/front", "{found:#?}");
    }
    assert!(!hosts.log().iter().any(|request| request.host.starts_with("127.")), "{:?}", hosts.log());
}

#[test]
fn what_robots_txt_forbids_is_not_asked() {
    let hosts = Hosts::start();
    let robots = |text: &str| Reply::status(200).body(text);
    hosts.reply("some.example", "/robots.txt", robots("User-agent: *\nDisallow: /private/\n"));
    hosts.reply(
        "us.example",
        "/robots.txt",
        robots("User-agent: Dateline\nDisallow: /\n\nUser-agent: *\nAllow: /\n"),
    );
    hosts.reply("ill.example", "/robots.txt", Reply::status(500));
    hosts.reply("shy.example", "/robots.txt", Reply::status(403));
    let private = Reply::status(301).header("Location", "http://10.0.0.1/robots.txt");
    hosts.reply("away.example", "/robots.txt", private);
    for host in ["some.example", "us.example", "ill.example", "shy.example", "away.example"] {
        hosts.reply(host, "/a", Reply::status(200));
    }
    let bench = site(&[
        "http://some.example/a",
        "http://some.example/private/a",
        "http://us.example/a",
        "http://ill.example/a",
        "http://shy.example/a",
        "http://away.example/a",
    ]);
    let report = asked(&options(&bench, &hosts));
    let messages: Vec<&str> = report.diagnostics.iter().map(|one| one.message.as_str()).collect();
    assert_eq!(
        messages,
        [
            "`http://away.example/a` could not be checked: its robots.txt leads to no public host",
            "`http://ill.example/a` could not be checked: its robots.txt cannot be read: 500 Internal Server Error",
            "`http://some.example/private/a` could not be checked: its robots.txt wants no programs there",
            "`http://us.example/a` could not be checked: its robots.txt wants no programs there",
        ]
    );
    let asked: Vec<String> =
        hosts.log().iter().map(|request| format!("{}{}", request.host, request.path)).collect();
    for forbidden in ["some.example/private/a", "us.example/a", "ill.example/a", "away.example/a"] {
        assert!(!asked.iter().any(|address| address == forbidden), "{asked:?}");
    }
    // Once a host, however many links it has.
    assert_eq!(asked.iter().filter(|address| *address == "some.example/robots.txt").count(), 1);
    let agent = &hosts.log()[0].agent;
    assert!(agent.starts_with("Dateline/") && agent.contains("https://talks.example/"), "{agent}");
}

#[test]
fn a_host_that_asks_for_patience_is_asked_again() {
    let hosts = Hosts::start();
    let busy = Reply::status(429).header("Retry-After", "1").then(Reply::status(200));
    hosts.reply("a.example", "/busy", busy);
    hosts.reply("a.example", "/ill", Reply::status(500).then(Reply::status(500)).then(Reply::status(200)));
    let bench = site(&["http://a.example/busy", "http://a.example/ill"]);
    let report = asked(&options(&bench, &hosts));
    assert_eq!(codes(&report), [""; 0], "{:#?}", report.diagnostics);
    let log = hosts.log();
    let busy: Vec<Instant> = log.iter().filter(|one| one.path == "/busy").map(|one| one.at).collect();
    assert!(busy.len() == 2 && busy[1] - busy[0] >= Duration::from_secs(1), "{log:?}");
}

#[test]
fn one_host_is_asked_slowly_and_many_at_once() {
    let hosts = Hosts::start();
    let mut addresses = Vec::new();
    for host in 0..6 {
        for page in 0..3 {
            hosts.reply(&format!("h{host}.example"), &format!("/{page}"), Reply::status(200).after(80));
            addresses.push(format!("http://h{host}.example/{page}"));
        }
    }
    let bench = site(&addresses.iter().map(String::as_str).collect::<Vec<_>>());
    let gap = Duration::from_millis(150);
    let slow = Manners { gap, hosts_at_once: 3, ..manners() };
    let begun = Instant::now();
    assert_eq!(codes(&asked(&Options { manners: slow, ..options(&bench, &hosts) })), [""; 0]);
    let log = hosts.log();
    for host in 0..6 {
        let name = format!("h{host}.example");
        let times: Vec<Instant> = log.iter().filter(|one| one.host == name).map(|one| one.at).collect();
        assert_eq!(times.len(), 4, "robots.txt and three pages: {log:?}");
        // A request may arrive late on a busy machine, but never before its turn.
        let in_turn = (0u32..).zip(&times).all(|(turn, at)| *at - begun >= gap * turn);
        assert!(in_turn, "{:?}", times.iter().map(|at| *at - begun).collect::<Vec<_>>());
    }
    assert!((2..=3).contains(&hosts.most_at_once()), "{} hosts at once", hosts.most_at_once());
}

#[test]
fn answers_are_remembered_for_some_days() {
    let hosts = Hosts::start();
    hosts.reply("a.example", "/fine", Reply::status(200));
    hosts.reply("a.example", "/missing", Reply::status(404));
    let bench = site(&["http://a.example/fine", "http://a.example/missing"]);
    let on = |day: u32| Options {
        today: NaiveDate::from_ymd_opt(2025, 9, day).expect("a day"),
        ..options(&bench, &hosts)
    };
    let count = |report: Report| (report.asked, codes(&report).len());
    assert_eq!(count(asked(&on(5))), (2, 1));
    let requests = hosts.log().len();
    assert_eq!(count(asked(&on(5))), (0, 1), "what was found is told again");
    assert_eq!(hosts.log().len(), requests);
    assert_eq!(count(asked(&on(6))), (1, 1), "what is gone is asked again the next day");
    assert_eq!(count(asked(&on(13))), (2, 1), "what answers, a week later");
    assert_eq!(count(asked(&Options { fresh: true, ..on(13) })), (2, 1));
    assert_eq!(bench.read(".dateline/.gitignore"), "*\n");
    assert!(bench.read(".dateline/links.json").contains("\"http://a.example/fine\""));
    // A link that nobody has any more is forgotten; a file that makes no sense, too.
    bench.remove("content/articles/report-1.md");
    asked(&on(13));
    bench.write(".dateline/links.json", "<<<<<<<");
    assert_eq!(count(asked(&on(13))), (1, 0));
    assert!(!bench.read(".dateline/links.json").contains("/missing"));
}

#[test]
fn links_in_texts_are_found_where_they_stand() {
    let hosts = Hosts::start();
    let article = "---\ntitle: T\n---\n\n## 2025-09-03: They meet {#meet}\n\nSee [a](http://a.example/1#part), <http://a.example/2> and [b][b].\n\n[b]: http://a.example/3\n\n[own](https://talks.example/about/) [mail](mailto:a@b.example) [page](/about/)\n";
    let bench = Site::empty()
        .file("site.yaml", common::SITE_YAML)
        .article("a.md", article)
        .actor("ann.md", "---\nname: Ann\nkind: person\n---\n\n[x](http://a.example/4)\n")
        .overlay("meet.md", "---\ntitle: They met\n---\n\n[x](http://a.example/5)\n")
        .page("about.md", "---\ntitle: About\n---\n\n![x](http://a.example/6)\n")
        .build();
    let report = asked(&options(&bench, &hosts));
    let mut places: Vec<String> = report
        .diagnostics
        .iter()
        .map(|one| {
            let at = one.at.as_ref().expect("a place");
            let number = one.message.split('`').nth(1).and_then(|address| address.rsplit('/').next());
            format!("{}:{}:{} {}", at.file, at.line, at.column, number.unwrap_or_default())
        })
        .collect();
    places.sort();
    assert_eq!(
        places,
        [
            "content/actors/ann.md:6:1 4",
            "content/articles/a.md:7:35 2",
            "content/articles/a.md:7:5 1",
            "content/articles/a.md:7:60 3",
            "content/events/meet.md:5:1 5",
            "content/pages/about.md:5:1 6",
        ]
    );
    assert!(
        help(&report.diagnostics[0])
            .starts_with("link elsewhere, or to a copy: https://web.archive.org/web/2/")
    );
}

#[test]
fn addresses_of_this_machine_are_not_asked() {
    let hosts = Hosts::start();
    let bench = site(&["http://127.0.0.1:1/", "http://localhost/", "http://192.168.1.1/router"]);
    let report = asked(&options(&bench, &hosts));
    assert_eq!(codes(&report), ["dead-link"; 3]);
    assert!(report.diagnostics[0].message.contains("private network"), "{:#?}", report.diagnostics);
    assert!(hosts.log().is_empty());
}

#[test]
fn the_command_goes_through_the_proxy_of_the_environment() {
    let hosts = Hosts::start();
    hosts.reply("a.example", "/a", Reply::status(404));
    let bench = site(&["http://a.example/a"]);
    let mut command = bench.command();
    for name in [
        "ALL_PROXY",
        "all_proxy",
        "HTTPS_PROXY",
        "https_proxy",
        "HTTP_PROXY",
        "http_proxy",
        "NO_PROXY",
        "no_proxy",
    ] {
        command.env_remove(name);
    }
    command.env("http_proxy", hosts.address()).args(["check", "--links", "--format", "short"]);
    let ran = common::Ran::new(command.output().expect("the program runs"));
    assert_eq!(ran.code, Some(0), "a dead link stops nothing: {}", ran.stderr);
    assert!(ran.stdout.contains("content/articles/report-0.md:3:6: warning[dead-link]: `http://a.example/a` is gone: 404 Not Found"), "{}", ran.stdout);
    assert!(
        ran.stderr.contains("1 link: 1 asked now on 1 host, 0 remembered, 0 answer, 1 report names no copy."),
        "{}",
        ran.stderr
    );
}

#[test]
fn a_folder_that_leads_elsewhere_is_not_written_to() {
    let hosts = Hosts::start();
    hosts.reply("a.example", "/a", Reply::status(200));
    let bench = site(&["http://a.example/a"]);
    let elsewhere = tempfile::tempdir().expect("a folder");
    std::os::unix::fs::symlink(elsewhere.path(), bench.path(".dateline")).expect("a link");
    let report = asked(&options(&bench, &hosts));
    assert_eq!(report.alive, 1);
    assert!(report.not_kept.is_some());
    assert_eq!(std::fs::read_dir(elsewhere.path()).expect("a folder").count(), 0);
}
