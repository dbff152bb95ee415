### The words of the built-in pages, in English. A site changes any of them in a file of its own,
### `templates/texts/en.ftl`: only the texts that differ. Text without markup; what stands in { $braces }
### is put in by the program. How: https://projectfluent.org/fluent/guide/

## Around every page

skip = Skip to the content
menu = Site
actors = Actors
topics = Topics
places = Places
types = Types
sources = Sources
find = Find
timeline = Timeline
breadcrumb = Where this is
about_site = About this site
data_and_feeds = Data and feeds
# A button that leads to the other colours.
colours = Colours
dark = Dark
light = Light
# $editor: a name, perhaps with an address.
edited_by = Edited by { $editor }.
# $licence: its name, linked.
reuse = Text and data may be reused under { $licence }.

## Small words. In quotation marks, so that spaces are kept.

# Between the parts of a list, and before the last of them.
comma = {", "}
and = {" and "}
# Between a date and what happened.
colon = {": "}

## Counted things

events =
    { $count ->
        [one] { $count } event
       *[other] { $count } events
    }
all_events =
    { $count ->
        [one] All { $count } event
       *[other] All { $count } events
    }
reports =
    { $count ->
        [one] { $count } report
       *[other] { $count } reports
    }
# After the events and the years that the site has.
from_reports =
    { $count ->
        [one] from { $count } report
       *[other] from { $count } reports
    }
# After a list of actors or events.
more = and { $count } more
all_actors =
    { $count ->
        [one] All actors
       *[other] All { $count } actors
    }
all_topics =
    { $count ->
        [one] All topics
       *[other] All { $count } topics
    }

## The front page

latest_events = Latest events
years_at_a_glance = The years at a glance
no_events = There are no events yet.

## Years, months and days; lists of events

heading_events = Events
list_by_time = The list by time
below_latest = Below are the latest.
none_yet = There are none yet.
years = Years
months = Months
days = Days
before_and_after = Before and after
on_same_day = On the same day
several_months = Several months, or the month is not known
several_days = Several days, or the day is not known
# $list: a name or a type; $part: the year or month of its list that the page shows.
part_of_list = { $list }, { $part }
# For search engines: $page is a name or a date.
description_events = { $page }: { $events }

## Choosing from a list: by time, and by type, actor or topic

overview_cooperation = Cooperation, above the line
overview_neutral = Neutral
overview_conflict = Conflict, below the line
as_table = The same as a table
events_by_time = Events by time
month = Month
year = Year
cooperation = Cooperation
neither = Neutral
conflict = Conflict
together = Together
# $dates: a year, or from one month to another.
not_exactly = { $dates }, not dated more exactly
# $year: the first that is drawn. $count: how many events lie before it.
earlier_events = Events before { $year }: { $count }
choose_from = Start of the span
choose_to = End of the span
# Links to the pages of months or years follow.
whole_span = All events of the span:
show_all = Show all
# Numbers.
shown_of = Events shown: { $shown } of { $all }
filter = Filter by type, actor, topic or attestation
actor = Actor

## An event

draft = draft
sources_differ = sources differ
notice_editors_differ = The editors differ from the reports
notice_sources_differ = The sources differ
notice_report_differs = The report contradicts itself
# $notice: one of the three above. $fields: one or more of the next three.
notice_on = { $notice } on { $fields }.
on_date = the date
on_place = the place
on_type = the type
editors_note = Editors’ note
what_report_says = What the report says
what_reports_say = What the reports say
source_label = Source:
where_editors_differ = Where the editors differ from the reports
where_sources_differ = Where the sources differ
where_report_differs = Where the report contradicts itself
positions_stated = Positions stated
edit = Edit
passage_in_report = The passage in the report
dated_here = Dated here:
recipient = recipient
in_the_timeline = In the timeline
before = Before,
after = After,
permalink = Permanent address
withdrawn = The editors have withdrawn this event.
withdrawn_stays = The event is no longer part of the timeline. This page stays because others may have linked to it.
# For search engines.
description_withdrawn = Withdrawn: { $title }
first_published = First published { $date }
last_changed = Last changed { $date }
# A link to the corrections below.
corrected_on = Corrected on { $date }
# An old address that several pages share.
several_pages = What was here is on several pages now
several_pages_lead = This address once stood for one page. It stays, so that old links lead on: choose the page you are looking for.

## Corrections

corrections = Corrections
corrections_so_far = Corrections so far
corrections_feed = Feed of corrections
# What was corrected, beside the date, place and type below.
field_title = Headline
field_time = Time
field_actors = Actors
field_recipients = Recipients
field_topics = Topics
field_text = Text
# $field: one of these. Why it was corrected follows, in the editors' words.
correction_changed = { $field }: was “{ $old }”, is now “{ $new }”.
correction_added = { $field }: is now “{ $new }”.
correction_removed = { $field }: was “{ $old }”, is now left open.
correction_made = { $field }: corrected.
# In feeds; $title: the event's headline.
feed_correction = Correction: { $title }
# For search engines.
description_corrections = What was corrected in { $site }

## As known on a day

# How an event stood on earlier days: versions with their days and facts follow.
as_known = As known on earlier days
as_known_from = Made from the corrections above. When each report was added, and what changed without a correction, is not known.
# The days for which a version stood.
version_since = since { $date }
version_until = until { $date }; when it was first published is not known
version_same_day = { $date }, until it was corrected
# A value, or what was corrected in the text, stands before it.
version_corrected = corrected
# In place of a value.
version_none = not given
# What is said of a day that the reader asks for.
as_known_before = On { $date } this event was not published here yet.
as_known_same = Nothing of this has been corrected since { $date }.
# $version: the days of one of these versions, linked.
as_known_then = This page shows what is known now. On { $date } it stood as in the version of { $version }.
as_known_unknown = Whether this event was published on { $date } is not known. Its first version: { $version }.

## How a page is cited

cite_event = Cite this event
cite_report = Cite this report
copy = Copy
copied = Copied
save_file = Save as a file
link_to_account = Link to this account
# A note in entries for reference managers. $date: 2025-10-04.
last_changed_on = Last changed { $date }

## Where the sources differ: a table of values, and why one of them is shown

field_date = Date
field_place = Place
field_type = Type
according_to = According to
shown_above = shown above
chosen_by_editors =
    { $field ->
        [date] The editors chose the date shown above.
        [place] The editors chose the place shown above.
        [participants] The editors chose the participants shown above.
       *[type] The editors chose the type shown above.
    }
chosen_most_frequent =
    { $field ->
        [date] That date is shown above because most accounts say so.
        [place] That place is shown above because most accounts say so.
       *[type] That type is shown above because most accounts say so.
    }
chosen_most_precise =
    { $field ->
        [date] That date is shown above because it is the most precise.
        [place] That place is shown above because it is the most precise.
       *[type] That type is shown above because it is the most precise.
    }
chosen_earliest =
    { $field ->
        [date] That date is shown above because the earliest article says so.
        [place] That place is shown above because the earliest article says so.
       *[type] That type is shown above because the earliest article says so.
    }

## Positions

# An actor and a topic stand before and after it.
position_on = {" on "}
positions_by_topic = Positions by topic
positions_by_actor = Positions by actor
# An event and an article stand before and after it.
comma_according_to = {", according to "}

## Reports as sources

no_publisher = publisher not named
no_date = no date
# After a date; $origin: who had it first.
first_reported_by = ; first reported by { $origin }
read_report = Read the report
archived_copy = Archived copy

## A report's own page

publisher = Publisher
not_named = not named
author = Author
first_reported = First reported by
published = Published
not_known = not known
# After the date of publication.
changed = , changed { $date }
dateline = Dateline
language = Language
the_report = The report
events_in_report = Events in this report
unnamed_publisher = an unnamed publisher
# For search engines.
description_article = { $title } – a report by { $publisher }, and the events it tells of

## Publishers

publishers = Publishers
counts_reports = The number beside a name counts its reports.
unnamed_reports = Reports that name no publisher
# For search engines.
description_publishers = The publishers whose reports are used
description_publisher = Reports by { $publisher } and the events they tell of

## Actors, topics and places

counts_events = The number beside a name counts its events.
elsewhere = Elsewhere
topic = Topic
place = Place
place_in = Place in { $country }
wikidata = Wikidata
feed = Feed
calendar = Calendar
also_written = Also written { $names }
offices = Offices
# $office: its name; $actor: for whom it is or was held.
office_for = { $office }, for { $actor }
# $office may be what the text above gives.
office_from_to = { $office }, { $from } to { $to }
office_since = { $office }, since { $from }
office_until = { $office }, until { $to }
appears_with = Appears together with
kind_person = Person
kind_state = State
kind_organisation = Organisation
kind_group = Group
persons = People
states = States
organisations = Organisations
groups = Groups
# For search engines: $title is the heading of the page.
description_entries = { $title } of { $site }

## Types of events

types_of_events = Types of events
types_lead = Sixteen of the types are those of PLOVER, the Political Language Ontology for Verifiable Event Records. Four more are what diplomacy needs: statement, proposal, mediation and vote.
types_key = A circle marks cooperation, a diamond conflict, and a bar what is neutral. An open mark stands for words, a full one for deeds. Each type has the number of its events beside it.
type_of_event = Type of event
# For search engines.
description_types = What kinds of events there are

# Classes: a heading, what belongs there, and in the run of the text.
heading_verbal_cooperation = Verbal cooperation
heading_material_cooperation = Material cooperation
heading_verbal_conflict = Verbal conflict
heading_material_conflict = Material conflict
heading_neutral = Neutral
means_verbal_cooperation = Words that bring sides nearer.
means_material_cooperation = Deeds that bring sides nearer.
means_verbal_conflict = Words against each other.
means_material_conflict = Deeds against each other.
means_neutral = Something was said, or settled, for neither side.
class_verbal_cooperation = verbal cooperation
class_material_cooperation = material cooperation
class_verbal_conflict = verbal conflict
class_material_conflict = material conflict
class_neutral = statement

# Types: a name, and what counts as one.
type_agree = Agreement
type_consult = Meeting
type_support = Support
type_concede = Concession
type_cooperate = Cooperation
type_aid = Aid
type_retreat = Withdrawal
type_request = Demand
type_accuse = Accusation
type_reject = Rejection
type_threaten = Threat
type_protest = Protest
type_sanction = Sanction
type_mobilize = Mobilisation
type_coerce = Coercion
type_assault = Attack
type_statement = Statement
type_propose = Proposal
type_mediate = Mediation
type_vote = Vote
means_agree = Sides agree, sign or ratify something.
means_consult = Sides meet, call, visit or negotiate.
means_support = A side backs, praises or stands by another in words.
means_concede = A side gives way, eases a demand or releases someone.
means_cooperate = Sides work together in deeds: trade, exercises, exchange.
means_aid = A side gives material help: money, arms, relief.
means_retreat = A side withdraws forces, ceases fire or ends a measure.
means_request = A side asks for, appeals for or demands something.
means_accuse = A side accuses, blames or condemns another.
means_reject = A side rejects, dismisses or refuses something.
means_threaten = A side warns of or threatens an act against another.
means_protest = People or institutions protest, rally or strike.
means_sanction = A side imposes, extends or tightens restrictions.
means_mobilize = A side moves, shows or raises forces without using them.
means_coerce = A side seizes, annexes, arrests, bans or otherwise compels.
means_assault = A side uses force.
means_statement = A side says where it stands, without turning to or against another.
means_propose = A side offers or suggests a step, a meeting or terms.
means_mediate = A third party brings sides together or offers to.
means_vote = A body votes, elects or decides by ballot.

## Finding an event

find_event = Find an event
find_lead = Every event is listed under its date, its actors, its topics, its place and its type.
by_date = By date
by_name = By name
by_source = By source
by_type = By type
reports_and_publishers = Reports and their publishers
search_words = Words, a name, a date or an "exact phrase"
search_order = Order
search_best = Best match
search_newest = Newest
search_oldest = Oldest
search_clear = Clear the search
search_none = No event has all of this. Try fewer or other words, or fewer filters.
search_searching = Searching …
search_failed = The search cannot be loaded. Try again, or browse the lists below.
search_needs_script = The full-text search needs JavaScript. Without it, the lists lead to every event.
# A number.
search_found = Events found: { $count }
show_more = Show more
results = Results
# $slash and $keys: keys of the keyboard.
search_slash = The key { $slash } opens this search from any page.
search_keys = { $keys } opens it, too.
# For search engines.
description_find = Ways to find an event in { $site }

## Data and feeds

data = Data
data_lead = The whole timeline as files.
data_lead_licence = The whole timeline as files, free to reuse under { $licence }.
data_dates = Dates are written in EDTF (ISO 8601-2), and none is more exact than the reports. Ids are those of the pages, and they stay.
files = Files
file = File
format = Format
holds = What it holds
schema = Schema
holds_json = Everything: dates, actors, topics, place, type, and each report with its quotations and positions
holds_jsonl = The same, one event a line
holds_csv = One row an event, for spreadsheets
holds_geojson = Events whose place has coordinates, for maps
holds_jsonld = Events, actors, topics, places and reports as linked data
# $viewer: its name, linked.
holds_timelinejs = Slides for { $viewer }; best with an actor’s part
holds_positions = Who demands, offers or refuses what, with conditions, event and report
holds_contacts = Who met, called or visited whom, how, at what level, and by which rule that is known
holds_agreements = Agreements with their parties, the stages of each, and what is due by when
data_of_actors = Every actor’s page has the same files of that actor’s events.
# $actor: a name, linked to a file.
data_example = For example: { $actor }
# $command: what to type.
data_export = For a span of time, run { $command } in the timeline’s folder.
# $version: a number.
data_schemas = Schemas are JSON Schema, version { $version }. The first number changes when a program that reads the files may break, the second when something is added.
# $hash: what it is.
data_hash = Made of the content with the hash { $hash }. The same content gives the same files; cite the hash to say which state of the timeline you used.
feeds = Feeds
holds_feeds = the newest events, with all that is said of them
holds_calendar = events whose days are known for certain
feeds_of_entries = Every actor and every topic has its own.
# For search engines.
description_data = The timeline as files, free to reuse

## In other sites: files to take, and frames to show

reuse_heading = Reuse
# $files: a list of formats, linked.
reuse_files = These events as files: { $files }.
reuse_about = What they hold
embed_heading = In a page of yours
embed_event = Embed this event
embed_timeline = Embed this timeline
embed_code = Put this into your page. It needs no script.
embed_preview = What it shows
embed_all = Every event and every actor has a frame of its own, and an oEmbed address that other sites’ editing systems find by themselves.

## Addresses without a page, and old ones

not_found = Page not found
not_found_lead = There is no page at this address. Pages once published stay, so the address may be mistyped.
# $timeline and $find: the next two, linked.
not_found_ways = Go to the { $timeline }, or { $find } by date, actor, topic, place or type.
not_found_timeline = timeline
not_found_find = find an event
moved = Moved
moved_to = This page has moved to { $address }.
# For search engines.
description_not_found = There is no such page
description_moved = This page has moved

## Feeds and calendars

# $type: what happened, `Agreement`; $publishers: a list.
feed_summary = { $type }. Reported by { $publishers }.
feed_summary_differ = { $type }. Reported by { $publishers }. The sources differ.
this_event = This event in the timeline

## Dates

# $precision: how finely the date is known: day, days, month, season or year.
date_about = about { $date }
date_possibly = possibly { $date }
date_possibly_about = possibly about { $date }
# From one date to another, and from a number or name to another.
date_range = { $from } – { $to }
date_range_close = { $from }–{ $to }
# $month is as in a heading, `June 2025`; $of_month is as after a day, where a language tells the two apart.
date_early_month = early { $month }
date_mid_month = mid-{ $month }
date_late_month = late { $month }
date_early_year = early { $year }
date_mid_year = mid-{ $year }
date_late_year = late { $year }
date_spring = spring { $year }
date_summer = summer { $year }
date_autumn = autumn { $year }
date_winter = winter { $year }
date_quarter_1 = first quarter of { $year }
date_quarter_2 = second quarter of { $year }
date_quarter_3 = third quarter of { $year }
date_quarter_4 = fourth quarter of { $year }
date_third_1 = first third of { $year }
date_third_2 = second third of { $year }
date_third_3 = last third of { $year }
date_half_1 = first half of { $year }
date_half_2 = second half of { $year }
date_part_of_year = part of { $year }
# $decade: its first year.
date_decade = the { $decade }s
date_unknown_day = { $month }, day unknown
date_unknown_month = { $year }, month unknown
date_unknown_year = unknown year
# A day of the month, where a language does not write all of them alike.
date_day = { $day }

## Positions over time

positions = Positions
# $year: `2025`.
positions_in = Positions at the end of { $year }
positions_lead = The latest position of each actor on each topic, as reports tell of it.
positions_lead_year = What each actor had last stated on each topic by the end of the year, as reports tell of it.
positions_by_year = At the end of the year
positions_latest = Latest
# A day follows, to be chosen.
positions_as_of = As of
show = Show
# $date: a day.
positions_shown_of = Positions as of { $date }
positions_failed = The positions could not be loaded. The years have pages of their own.
positions_earlier =
    { $count ->
        [one] 1 earlier
       *[other] { $count } earlier
    }
# $topics: “Topics”, linked.
positions_more = More actors and topics: { $topics }
# Against what the actor stated before.
position_changed = changed
position_again = unchanged
position_conditions_changed = conditions changed
# What a position depends on follows.
condition = Condition
# Against what the actor stated before.
condition_new = New condition
condition_dropped = Condition not repeated
# For search engines.
description_positions = Who demands, offers or refuses what in { $site }

## Which event answers which

thread = Answers
# An event follows, or several.
in_reply_to = in reply to
here_event = this event
unanswered = No reply to it is reported here.
thread_is_cut = More belongs to this thread; the pages of these events lead on.

## Who met whom

contacts = Contacts
contact = Contact
# $year: `2025`.
contacts_in = Contacts in { $year }
contacts_lead = Who met, called or visited whom, as reports tell of it. A person counts for the state that he or she acted for on that day.
contacts_lead_year = All contacts of the year in order of time, as reports tell of them.
contacts_by_year = By year
contacts_overview = Overview
contacts_of_pairs = Pair by pair
contacts_count =
    { $count ->
        [one] 1 contact
       *[other] { $count } contacts
    }
# $date: a date.
contacts_last = last: { $date }
contacts_earlier =
    { $count ->
        [one] 1 earlier contact is on the page of its year.
       *[other] { $count } earlier contacts are on the pages of their years.
    }
# $actors: “Actors”, linked.
contacts_more = These are the actors with most contacts. All others: { $actors }
# On an actor’s page: names and dates follow.
last_contacts = Last contact with each
# Heads of columns; names follow the last two elsewhere too.
contact_event = Event
contact_sides = Sides
contact_channel = How
contact_level = Level
contact_host = host
contact_mediator = mediator
channel_in_person = in person
channel_call = by telephone or video
channel_third_party = through a third party
channel_multilateral = multilateral
channel_unknown = way not known
level_leaders = leaders
level_ministers = ministers
level_experts = experts
# For search engines.
description_contacts = Who met, called or visited whom in { $site }

## Agreements

agreements = Agreements
agreement = Agreement
# $year: `2024`.
agreements_of = Agreements of { $year }
agreements_lead = What was proposed, agreed, signed or put into force between whom, and what is due by when, as reports tell of it.
agreements_by_year = By year of the first step
agreements_overview = All
# $date: a day.
agreements_as_of = What is due is judged as of { $date }, the day on which this timeline last changed.
agreements_strip = In the drawings, the line is thin while an agreement is proposed or agreed, stronger once it is signed, as high as the strip while it is in force, and broken while it is suspended. Marks are steps; those at the lower edge are dates on which something is due. A hatched mark covers all days on which it may have been.
# A stage follows.
agreement_last = last reported stage
# Names of actors follow.
agreement_with = with
# Events follow.
breached_in = Reported as breached in
# Reports follow; none of them gives the stage, but the editors.
step_reports = Reports of the event
heading_stages = What the stages mean
heading_due = What is due
# $date: a date.
due_by = due by { $date }
due_reported = Reported as done
due_reported_late = Reported as done after that date
due_not_reported = No report of it here
due_not_yet = Not yet due
# An event follows.
due_set_by = set in
# On the page of an event: what was done follows.
due_done_here = Reports as done
# In calendars.
due_in_calendar = Due: { $what }
# Stages, in the run of the text; and what counts as each.
stage_proposed = proposed
stage_agreed = agreed
stage_signed = signed
stage_ratified = ratified
stage_in_force = in force
stage_suspended = suspended
stage_lapsed = lapsed
stage_breached = reported as breached
stage_proposed_meaning = A text or its outline is on the table; not all parties have accepted it.
stage_agreed_meaning = The parties have settled it in words or in a text, without signing it.
stage_signed_meaning = The parties have signed it.
stage_ratified_meaning = The parties have confirmed it by their own procedures.
stage_in_force_meaning = It binds the parties.
stage_suspended_meaning = A party or all of them do not apply it for a time.
stage_lapsed_meaning = It has ended: by its term, by withdrawal, or because it was given up.
stage_breached_meaning = Somebody says that a party has broken it. That is a claim, and says nothing of the stage.
# For search engines.
description_agreements = What was agreed between whom, and what is due by when, in { $site }

## On what sources differ, and by which rules values are chosen

# In the menu.
differences = Differences
differences_lead = On what reports of the same event differ from each other, or the editors from them. No value is dropped.
# $method: “Method”, linked.
differences_rules = When reports count as differing, and which value is shown: { $method }
# Head of a column.
why_shown = Why that one is shown
# Beside a value.
shown = shown
set_aside = set aside by the editors
# Who gives a value, where no report does.
by_editors = the editors
by_all_together = all reports together
what_editors_decided = What the editors decided
# $why: the editors’ words.
decided_why = Their reason: { $why }
on_participants = the participants
field_participants = Participants
chosen_together = All whom any report names are shown above.
# Rules by which a value is chosen.
rule_editors = The editors chose it.
rule_most_frequent = Most accounts say so.
rule_most_precise = It is the most precise of those that most accounts give.
rule_earliest = The earliest report says so.
rule_together = As participants, all whom any report names are shown.
# When accounts differ on a field.
differ_date = Two accounts give different dates; a month and a day in it are different dates, and so are a day that is certain and the same day in doubt.
differ_place = Two accounts name different places. An account that names none does not differ, and the place at the head of a report counts only where no account names one.
differ_type = Two accounts are of different types. An account whose words point to no type does not differ.
differ_participants = Each of two accounts names somebody whom the other leaves out, or one has as acting whom the other has as acted upon. What counts is what an account gives as its participants, or else its headline, and not every mention; persons count for whom they act for. An account that only leaves somebody out does not differ.
# For search engines.
description_differences = On what the sources of { $site } differ
holds_differences = On what reports differ, each value with its reports, which one is shown and by which rule

## How well events are attested

# How many reports follow.
attested = Attested by
# By what lists are filtered.
attestation = Attestation
# After the names of countries, in brackets.
other_countries_unknown = others not known
origins =
    { $count ->
        [one] { $count } origin
       *[other] { $count } independent origins
    }
origins_at_least =
    { $count ->
        [one] at least { $count } origin
       *[other] at least { $count } independent origins
    }
# Classes, and what they mean.
attested_several = several origins
attested_one_origin = one origin only
attested_one_side = one side’s press only
attested_not_known = origins not known
means_attested_several = Two or more independent origins report the event.
means_attested_one_origin = All reports of the event have one origin.
means_attested_one_side = All origins are of one and the same country, and that country takes part in the event, or somebody takes part who acts for it. Where the country of one origin is not known, this is not said.
means_attested_not_known = Some reports name neither publisher nor first source, so it cannot be told whether the event has more than one origin.
# What makes reports have one origin.
origin_named = Reports that name the same first source, such as a news agency, have one origin: ten copies of one wire story are one.
origin_publisher = Where a report names no first source, its publisher is its origin.
origin_quotations = Reports that quote exactly the same of an event have one origin, whoever published them.
origin_unnamed = A report that names neither publisher nor first source counts for itself, as an origin that is not known.

## The rules of the timeline

methodology = Method
how_chosen = Which value is shown
how_chosen_lead = Where accounts of one event differ, every value is kept. The first of these rules that applies decides which one is shown.
when_differ = When sources differ
how_attested = How well events are attested
attestation_counts = The number beside a class counts its events. One side’s press comes on top of the others: an event may be in both.
how_contacts = How contacts are known
how_contacts_lead = In each list, the first rule that applies decides; where none does, it is left open.
contact_rule_given = The editors say so.
contact_rule_mediated = Somebody mediates: then the contact is through a third party.
contact_rule_many_sides = More than two sides take part: then it is multilateral.
contact_rule_headline = Words of a headline say so, such as “call” or “meet”.
contact_rule_text = Words of a report’s first paragraph say so.
contact_rule_offices = The offices that those who took part held on that day; the lowest of the sides counts.
contact_rule_country = The named place lies in the country of one of them.
contact_rule_recipients = In a mediation, those who act mediate between those for whom it is done.
# For search engines.
description_methodology = By which rules { $site } is made

## Entries of publishers

publisher_wire = News agency
publisher_newspaper = Newspaper
publisher_magazine = Magazine
publisher_broadcaster = Broadcaster
publisher_website = News site
publisher_government = Government
publisher_organisation = International organisation
publisher_institute = Research institute
own_site = Its own site
reported_first_here = Reports of others that it had first
