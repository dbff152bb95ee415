//! The table of codes: what each means, and what `dateline explain CODE` prints.

use super::Severity;

macro_rules! codes {
    ($($variant:ident $id:literal $severity:ident $title:literal $text:literal)*) => {
        /// What kind of thing is wrong.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code { $(#[doc = $title] $variant,)* }

        impl Code {
            /// All codes, in the order of the table.
            pub const ALL: &'static [Code] = &[$(Code::$variant,)*];

            /// The id that diagnostics show.
            pub fn id(self) -> &'static str { match self { $(Self::$variant => $id,)* } }

            /// How bad it is.
            pub fn severity(self) -> Severity { match self { $(Self::$variant => Severity::$severity,)* } }

            /// What it means, in one line.
            pub fn title(self) -> &'static str { match self { $(Self::$variant => $title,)* } }

            /// What it means, why it matters and what to do, in a few paragraphs.
            pub fn explanation(self) -> &'static str { match self { $(Self::$variant => $text,)* } }
        }
    };
}

impl Code {
    /// The code with this id.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|code| code.id() == id)
    }
}

codes! {
    MissingSite "missing-site" Error "There is no site here"
"The folder has no `site.yaml`, so it is no Dateline site. Change into the site's folder, name it
(`dateline build FOLDER`), or start a new one: `dateline init FOLDER`."

    NoArticles "no-articles" Hint "The site has no articles yet"
"There is nothing in `content/articles/`. Write a first article:

    dateline new article \"Talks in Geneva\" --publisher \"Example Gazette\""

    UnreadableFile "unreadable-file" Error "A file cannot be read"
"The operating system refused to read the file, or it is no ordinary file. Mend its permissions, or
take it out of the site's folder. All other files have been checked."

    LinkLoop "link-loop" Error "A symbolic link leads back to a folder above it"
"Following the link would never end. Remove the link, or point it elsewhere."

    LinkOutside "link-outside" Error "A symbolic link leads out of the site's folder"
"Only what is inside the site's folder is published, so that a link cannot carry a private file of
this computer onto the web. Copy the file into the folder instead. A link in `static/` may not lead
out of `static/` either: what is there is published as it is, and settings and sources are not."

    NotUtf8 "not-utf8" Error "A file is not UTF-8"
"Dateline reads UTF-8. Convert the file, for instance:

    iconv -f windows-1251 -t utf-8 FILE > FILE.new"

    FileTooLarge "file-too-large" Error "A text file is larger than the limit"
"A Markdown, YAML or template file may have 10 MB. An article of that size is a mistake, most often a
picture or an archive that was saved under the wrong name. Large files that readers should be able
to download belong into `static/`, where there is no limit."

    IgnoredFile "ignored-file" Warning "A file in content/ is not read"
"Only files whose names end in `.md` are read, in the six folders `articles`, `actors`, `topics`,
`places`, `events` and `pages`. Rename the file, or move it to `static/` if it is to be published
as it is. In `templates/texts/`, files are named after a language: `uk.ftl`. In `static/`, a file whose name
holds a backslash is not published: not every server and system takes it for a part of a name."

    EmptyFile "empty-file" Error "A file is empty"
"Write its front matter, or delete it. `dateline new` writes a file to start from."

    FrontMatterMissing "front-matter-missing" Error "A file has no front matter"
"Every file in `content/` begins with its front matter: a line `---`, keys with values, a line `---`.

    ---
    title: Moscow open to talks
    ---"

    FrontMatterUnclosed "front-matter-unclosed" Error "The front matter has no end"
"The file's first line is `---`, but no later line is `---`. Add one after the last key."

    FrontMatterNotMapping "front-matter-not-mapping" Error "The front matter is not a list of keys and values"
"Between the lines `---` stand keys with their values, each on a line of its own: `title: …`."

    InvalidYaml "invalid-yaml" Error "The YAML cannot be read"
"The most common reasons: a value that contains `: ` or starts with a quotation mark, `@`, `[` or `{`
(put it into quotation marks: `title: \"Talks: day two\"`), a tab for indentation (use spaces), or a
key that stands twice. Aliases that repeat one part of the file a great many times are refused."

    UnknownKey "unknown-key" Error "A key is not known"
"A key with a typing error would be ignored in silence, and what it says lost. So unknown keys are
errors. The README lists the keys of every kind of file."

    MissingKey "missing-key" Error "A key that is needed is missing"
"The README's guide says which keys each kind of file needs."

    WrongType "wrong-type" Error "A value is of the wrong kind"
"The key wants another kind of value: text, a number, a list (`[a, b]`), or keys with values. Text that
looks like a number or a truth value needs quotation marks: `title: \"2025\"`."

    InvalidValue "invalid-value" Error "A value is not one that the key takes"
"The message says what the key takes."

    ImpossibleDate "impossible-date" Error "The calendar has no such day"
"The date has the right form, but there is no such month or day: 30 February, month 13."

    UnreadableDate "unreadable-date" Error "A date cannot be read"
"Dates are EDTF (`2025-09-03`, `2024-06`, `2025-09-03/2025-09-05`, `2025-09~`, `2025-08?`) or English:
`3 September 2025`, `September 3, 2025`, `June 2024`, `early June 2025`, `2–4 June 2025`,
`about 15 August 2025`, `possibly August 2025`, `spring 2022`.

A heading that is not meant to open an account, but begins with something like a date, can be worded
differently: `## The budget of 2025: a summary`."

    ReversedRange "reversed-range" Error "A range ends before it starts"
"Swap the two dates."

    MissingHeadline "missing-headline" Error "A dated heading has no headline"
"A heading that opens an account is a date, then `:` or a dash, then the headline of the event:

    ## 3 September 2025: Putin says he has not ruled out a meeting"

    NoAccount "no-account" Warning "An article tells of no event"
"The article has neither a heading that starts with a date nor a `date:` in its front matter, so it adds
no event. Its page is made all the same."

    MisplacedKey "misplaced-key" Error "A key stands where it does not belong"
"`date`, `id`, `type`, `place`, `actors` and all else that is said of an event belong into the front matter of an
article with `date:` and no dated headings. With dated headings they stand in the headings' attributes:

    ## 2025-09-03: Headline {#id .consult place=beijing actors=putin}

In an overlay `stage`, `parties` and `due` stand below `agreement:`."

    UnknownAttribute "unknown-attribute" Error "A heading has an attribute that is not known"
"A heading that opens an account takes `{#id .type place=… actors=… recipients=… topics=… time=… answers=…
channel=… level=… host=… mediator=… agreement=… stage=… parties=… status=draft}`, all optional, in one pair of braces at
the very end of the heading, each of them once. Lists are separated by commas, without spaces."

    InvalidId "invalid-id" Error "An id is no slug"
"An id becomes a part of the address of a page and the name of a folder: small letters `a-z`, digits and
single hyphens between them, at most 120. The file's name without `.md` is the id of an article,
actor, topic, place, page or overlay."

    DuplicateId "duplicate-id" Error "Two files bear the same id"
"The file's name without `.md` is its id, in whichever sub-folder it lies. Rename one of the two."

    Misquoted "misquoted" Error "A quotation does not stand in the report"
"A block quote is evidence, word for word. The article has a snapshot, `sources/ID.txt`, and the words of the
quotation do not stand there. Quotation marks, dashes, spaces and line ends may differ, `…` and words in square
brackets stand for what was left out; every other word has to be the report's own. Mend the quotation; write
what is no quotation as ordinary text."

    ChangedSnapshot "changed-snapshot" Warning "A snapshot is not the text that was imported"
"`sources/ID.yaml` holds the hash of the text as it was imported, and `sources/ID.txt` has another one. Restore it
from version control, or import the report again with `dateline import --update`. Quotations are checked
against the text as it is."

    UnsafeLink "unsafe-link" Error "A link's address is not allowed"
"Links go to `http:`, `https:` and `mailto:` addresses, or to pages of this site. Others, `javascript:`
above all, could harm readers."

    ForeignImage "foreign-image" Warning "An image lies on another host"
"Pages need nothing from another host: it would tell that host who reads what, and it may vanish. Put
the image into `static/` and write its path there: `![What it shows](/images/file.jpg)`. As it is,
a link is shown in its place in a text; a mark or a portrait is left out."

    MissingAlt "missing-alt" Error "An image has no words for those who do not see it"
"Screen readers read these words aloud, and they stand where an image does not load. Say what the image
shows, not that it is one:

    ![Two ministers sign a paper at a long table](/images/signing.jpg)

A portrait has them in the line `alt:` of its actor. An image that only decorates, and says nothing that the
text does not say, is written in HTML with empty words: `<img src=\"/images/line.svg\" alt=\"\">`."

    MissingImage "missing-image" Error "An image is not in static/"
"Images lie in `static/`, and their addresses begin at the site's root: `![What it shows](/images/file.jpg)`
shows `static/images/file.jpg`. An address without a slash at its head means another file on every page.
Capital and small letters count."

    UnreadableImage "unreadable-image" Warning "The size of an image cannot be read"
"Pages say how large their images are, so that nothing moves while one loads. This file is none of AVIF, BMP,
GIF, ICO, JPEG, JPEG XL, PNG, SVG and WebP, or it is damaged, or an SVG file without a size: give its
root element `width` and `height`, or a `viewBox`."

    UnknownActor "unknown-actor" Error "No actor has this id or name"
"Actors are files in `content/actors/`; the file's name without `.md` is the id. Mend the id, or make the
actor: `dateline new actor \"Name\"`."

    UnknownTopic "unknown-topic" Error "No topic has this id or name"
"Topics are files in `content/topics/`; the file's name without `.md` is the id. Mend the id, or make the
topic: `dateline new topic \"Name\"`."

    UnknownPlace "unknown-place" Error "No place has this id"
"Places are files in `content/places/`; the file's name without `.md` is the id. Mend the id, or make the
place: `dateline new place \"Name\"`."

    UnknownType "unknown-type" Error "There is no such event type"
"The types are PLOVER's sixteen and four more: agree, consult, support, concede, cooperate, aid,
retreat, request, accuse, reject, threaten, protest, sanction, mobilize, coerce, assault, statement,
propose, mediate, vote."

    AmbiguousAlias "ambiguous-alias" Error "Two entries of one kind claim the same name"
"Prose that uses the name could mean either. Take it out of one of the two, or make it longer. An actor
and a place may share a name: after `in`, `at` or `near` it is the place, else the actor."

    UnknownEvent "unknown-event" Error "There is no event with this id"
"An overlay's file name is the id of its event. Mend it; or, if the event is withdrawn, say so with
`status: withdrawn` and a `reason`. In `answers` and `met` stands the id of an event, too: the last part of its address."

    NoParties "no-parties" Error "An agreement has no parties"
"An agreement is between somebody. Say between whom once, at any step of it: `parties=ID,ID` in the heading,
or in the event's overlay

    agreement:
      parties: [ID, ID]

Where they are said already, the agreement's id is written in two ways: all steps of an agreement bear the
same id. What a draft says does not count for what is published."

    MissingReason "missing-reason" Error "A withdrawn event gives no reason"
"The page of a withdrawn event stays and says why it was withdrawn. Add `reason: …` to the overlay."

    LikelyDuplicate "likely-duplicate" Hint "Two events look like one"
"Their dates touch, they share actors, and their headlines use the same words. Nothing is merged by
guess. If they are one event, give both headings the same `#id`; if the other id has been published, add
`redirect_from: [that-id]` to the overlay of the event that stays. `duplicate_hints: false` under
`options:` in `site.yaml` turns these hints off."

    UrlCollision "url-collision" Error "Two pages have the same address"
"Rename one of the two: a page's file, a static file, or an id. A static file may not bear the name of a
folder that pages stand in either. The first parts `events`, `actors`,
`topics`, `places`, `types`, `publishers`, `articles`, `search`, `data` and years belong to Dateline."

    RedirectClash "redirect-clash" Error "An id is redirected that is still in use, or to nothing, or in a circle"
"`redirect_from` lists ids that nothing bears any more. Take the id out of the list, or rename what
bears it. If two files name the same old id, its address becomes a page that leads to both: that is how
one event becomes two."

    LostPermalink "lost-permalink" Error "A published id is gone"
"The id is in `permalinks.lock`: it has been published, and people may have linked to it. Nothing bears it
now. Say where it went: `redirect_from: [old-id]` in the front matter of what replaces it (for an
event: in its overlay, `content/events/ID.md`); or keep its page as withdrawn, with an overlay
`content/events/OLD-ID.md` that has `status: withdrawn` and a `reason`."

    LockOutdated "lock-outdated" Error "permalinks.lock does not hold what is published, and --locked forbids to change it"
"The file lacks an id, or what an event says now. Run `dateline build` once without `--locked` and commit
`permalinks.lock`."

    InvalidLock "invalid-lock" Error "A line of permalinks.lock cannot be read"
"Each line is `kind/id`; after an event's id may stand `published=`, `changed=`, `date=`, `type=`, `place=`,
`actors=`, `recipients=` and `said=`. Restore the file from version control; a line that a merge has
damaged can be mended by hand. Of two lines for one event keep either, and build again."

    UncorrectedChange "uncorrected-change" Warning "A published event has changed, and no correction says so"
"The date, the type, the place or the actors of an event are not what `permalinks.lock` says was published.
People may have quoted it. If it was a mistake, tell readers: paste the lines that the message gives into
the event's overlay, `content/events/ID.md`, and say why. They are shown on the event's page, on
`/corrections/` and in the feed of corrections.

    corrections:
      - date: 2025-09-12
        field: date
        old: 2025-09-03
        new: 2025-09-04
        why: The first report gave the wrong day.

If nothing was wrong, because a new report has named another actor, for instance, leave it: the next
`dateline build` takes what stands now for what is published, and the warning goes."

    FutureDay "future-day" Warning "A day of publication, change or correction has not come yet"
"Nothing was published or corrected on a day to come. Mend the day of the correction, or the one in
`permalinks.lock`. If the day is right, it is the clock of this computer that is wrong, or `--today`, or
`SOURCE_DATE_EPOCH`."

    ContradictedCorrection "contradicted-correction" Warning "A correction says otherwise than what came after it"
"Readers are told what a page said before and what it says now. The newest correction of a field has in `new` what
the page shows, and each other one what the next has in `old`:

    corrections:
      - {date: 2025-09-12, field: date, old: 2025-09-02, new: 2025-09-03, why: A report gave the day.}
      - {date: 2025-10-01, field: date, old: 2025-09-03, new: 2025-09-04, why: The ministry gave another.}

Mend the values, or add the correction that is missing between the two. A correction is not from before the day of
publication, either, which `permalinks.lock` has."

    DeadLink "dead-link" Warning "A link leads to nothing any more"
"`check --links` has asked for the address: it answers 404 or 410, there is no such host, or it is one that
only a private network knows. If it is a report's `url:`, leave it, and name a copy below it:

    archive_url: https://web.archive.org/web/20250904/https://gazette.example/2025/09/04/geneva

The page then links to both. The Internet Archive's form takes the day that you want and leads to its
nearest copy, if it has one: look before you publish. In a text, link elsewhere."

    BlockedLink "blocked-link" Hint "A link could not be checked"
"The host keeps programs out (401, 403, 429, or its robots.txt), does not answer in time, or is not well
now. That says nothing about readers: open the address in a browser. It is asked again another day."

    MovedLink "moved-link" Hint "A link has moved for good"
"The host says so (301 or 308). Readers still get there; write the new address while it is known. Where it
is the host's front page, the page itself may be gone."

    TextSyntax "text-syntax" Error "A text of the pages cannot be read"
"In `templates/texts/` stand words that your pages show instead of the built-in ones, as Fluent messages:

    skip = To the content
    events = { $count ->
        [one] { $count } event
       *[other] { $count } events
    }

What is put into a text is fixed for each. The built-in texts show it; `docs/templates.md` says where they are.
The syntax: https://projectfluent.org/fluent/guide/"

    UnknownText "unknown-text" Error "A text is not known"
"The built-in pages have no text of this name, and no template of yours asks for it, so it would never be
seen. Correct the name, or take the text out."

    LanguageIncomplete "language-incomplete" Warning "The language lacks texts"
"Some words of the pages are not there in the language that `site.yaml` names, so they are English. Dates and
numbers are in that language as far as its rules are known. Write the missing texts in `templates/texts/TAG.ftl`,
as `docs/templates.md` says."

    TemplateSyntax "template-syntax" Error "A template cannot be read"
"The template's syntax is wrong, or it uses a component, filter or template that does not exist. The
templates are Tera 2: https://keats.github.io/tera/"

    TemplateFailed "template-failed" Error "A template fails on a page"
"The template is well-formed but asks for something that the page does not have. `docs/templates.md` lists
what each kind of page has."
}
