### Les mots des pages intégrées, en français. Le sens de chaque texte est expliqué dans `en.ftl`.

## Around every page

skip = Aller au contenu
menu = Rubriques du site
actors = Acteurs
topics = Thèmes
places = Lieux
types = Types
sources = Sources
find = Recherche
timeline = Chronologie
breadcrumb = Vous êtes ici
about_site = À propos du site
data_and_feeds = Données et flux
colours = Mode d’affichage
dark = Sombre
light = Clair
edited_by = Rédaction : { $editor }.
reuse = Textes et données réutilisables sous licence { $licence }.

## Small words

comma = {", "}
and = {" et "}
colon = {" : "}

## Counted things

events =
    { $count ->
        [one] { $count } événement
        [many] { $count } d’événements
       *[other] { $count } événements
    }
all_events = Tous les événements : { $count }
reports =
    { $count ->
        [one] { $count } article
        [many] { $count } d’articles
       *[other] { $count } articles
    }
from_reports =
    { $count ->
        [one] d’après { $count } article
        [many] d’après { $count } d’articles
       *[other] d’après { $count } articles
    }
more =
    { $count ->
        [one] et { $count } autre
        [many] et { $count } autres
       *[other] et { $count } autres
    }
all_actors = Tous les acteurs ({ $count })
all_topics = Tous les thèmes ({ $count })

## The front page

latest_events = Derniers événements
years_at_a_glance = Les années d’un coup d’œil
no_events = Il n’y a pas encore d’événements.

## Years, months and days; lists of events

heading_events = Événements
list_by_time = La liste par période
below_latest = Ci-dessous, les événements les plus récents.
none_yet = Il n’y en a pas encore.
years = Années
months = Mois
days = Jours
before_and_after = Avant et après
on_same_day = Le même jour
several_months = Plusieurs mois, ou mois inconnu
several_days = Plusieurs jours, ou jour inconnu
part_of_list = { $list }, { $part }
description_events = { $page } : { $events }

## Choosing from a list: by time, and by type, actor or topic

overview_cooperation = Coopération, au-dessus de la ligne
overview_neutral = Événements neutres
overview_conflict = Conflit, au-dessous de la ligne
as_table = Les mêmes données en tableau
events_by_time = Événements par période
month = Mois
year = Année
cooperation = Coopération
neither = Neutres
conflict = Conflit
together = Total
# $dates: a year, or from one month to another.
not_exactly = { $dates }, sans date plus précise
# $year: the first that is drawn. $count: how many events lie before it.
earlier_events = Événements avant { $year } : { $count }
choose_from = Début de la période
choose_to = Fin de la période
# Links to the pages of months or years follow.
whole_span = Tous les événements de la période :
show_all = Tout afficher
# Numbers.
shown_of = Événements affichés : { $shown } sur { $all }
filter = Filtrer par type, acteur, thème ou attestation
actor = Acteur

## An event

draft = brouillon
sources_differ = sources divergentes
notice_editors_differ = La rédaction s’écarte des articles
notice_sources_differ = Les sources divergent
notice_report_differs = L’article se contredit
notice_on = { $notice } sur { $fields }.
on_date = la date
on_place = le lieu
on_type = le type
editors_note = Note de la rédaction
what_report_says = Ce que dit l’article
what_reports_say = Ce que disent les articles
source_label = Source :
where_editors_differ = En quoi la rédaction s’écarte des articles
where_sources_differ = En quoi les sources divergent
where_report_differs = En quoi l’article se contredit
positions_stated = Positions exprimées
edit = Modifier
passage_in_report = Ce passage dans l’article
dated_here = Date indiquée ici :
recipient = destinataire
in_the_timeline = Dans la chronologie
before = Avant,
after = Après,
permalink = Adresse permanente
withdrawn = La rédaction a retiré cet événement.
withdrawn_stays = Cet événement ne fait plus partie de la chronologie. Cette page demeure, car d’autres ont pu y renvoyer.
description_withdrawn = Retiré : { $title }
first_published = Première publication : { $date }
last_changed = Dernière modification : { $date }
corrected_on = Corrigé : { $date }
several_pages = Ce qui se trouvait ici est maintenant réparti sur plusieurs pages
several_pages_lead = Cette adresse était celle d’une seule page. Elle demeure, pour que les anciens liens mènent plus loin : choisissez la page que vous cherchez.

## Corrections

corrections = Corrections
corrections_so_far = Corrections apportées
corrections_feed = Flux des corrections
field_title = Titre
field_time = Heure
field_actors = Acteurs
field_recipients = Destinataires
field_topics = Thèmes
field_text = Texte
correction_changed = { $field } : auparavant « { $old } », désormais « { $new } ».
correction_added = { $field } : désormais « { $new } ».
correction_removed = { $field } : auparavant « { $old } », désormais non indiqué.
correction_made = { $field } : corrigé.
feed_correction = Correction : { $title }
description_corrections = Ce qui a été corrigé : { $site }

## As known on a day

as_known = Ce que l’on savait auparavant
as_known_from = Établi d’après les corrections ci-dessus. On ne sait pas quand chaque article a été ajouté, ni ce qui a changé sans correction.
version_since = depuis le { $date }
version_until = jusqu’au { $date } ; la date de première publication n’est pas connue
version_same_day = { $date }, avant correction
version_corrected = corrigé
version_none = non indiqué
as_known_before = Au { $date }, cet événement n’était pas encore publié ici.
as_known_same = Rien n’a été corrigé ici depuis le { $date }.
as_known_then = Cette page montre ce que l’on sait aujourd’hui. Au { $date }, elle se lisait comme dans la version : { $version }.
as_known_unknown = On ne sait pas si cet événement était publié au { $date }. Sa première version : { $version }.

## How a page is cited

cite_event = Citer cet événement
cite_report = Citer cet article
copy = Copier
copied = Copié
save_file = Enregistrer dans un fichier
link_to_account = Lien vers ce récit
last_changed_on = Dernière modification : { $date }

## Where the sources differ

field_date = Date
field_place = Lieu
field_type = Type
according_to = Selon
shown_above = affiché ci-dessus
chosen_by_editors =
    { $field ->
        [date] La date affichée ci-dessus a été choisie par la rédaction.
        [place] Le lieu affiché ci-dessus a été choisi par la rédaction.
        [participants] Les participants affichés ci-dessus ont été choisis par la rédaction.
       *[type] Le type affiché ci-dessus a été choisi par la rédaction.
    }
chosen_most_frequent =
    { $field ->
        [date] Cette date est affichée ci-dessus parce que la plupart des récits la donnent.
        [place] Ce lieu est affiché ci-dessus parce que la plupart des récits le donnent.
       *[type] Ce type est affiché ci-dessus parce que la plupart des récits le donnent.
    }
chosen_most_precise =
    { $field ->
        [date] Cette date est affichée ci-dessus parce qu’elle est la plus précise.
        [place] Ce lieu est affiché ci-dessus parce qu’il est le plus précis.
       *[type] Ce type est affiché ci-dessus parce qu’il est le plus précis.
    }
chosen_earliest =
    { $field ->
        [date] Cette date est affichée ci-dessus parce que le premier article la donne.
        [place] Ce lieu est affiché ci-dessus parce que le premier article le donne.
       *[type] Ce type est affiché ci-dessus parce que le premier article le donne.
    }

## Positions

position_on = {" – "}
positions_by_topic = Positions par thème
positions_by_actor = Positions par acteur
comma_according_to = {", selon "}

## Reports as sources

no_publisher = éditeur non indiqué
no_date = sans date
first_reported_by = {" "}; première source : { $origin }
read_report = Lire l’article
archived_copy = Copie archivée

## A report's own page

publisher = Éditeur
not_named = non indiqué
author = Auteur
first_reported = Première source
published = Publié
not_known = inconnu
changed = , mise à jour : { $date }
dateline = Daté de
language = Langue
the_report = L’article
events_in_report = Événements de cet article
unnamed_publisher = un éditeur non indiqué
description_article = { $title } – un article publié par { $publisher }, et les événements qu’il rapporte

## Publishers

publishers = Éditeurs
counts_reports = Le nombre à côté d’un nom est celui de ses articles.
unnamed_reports = Articles sans éditeur indiqué
description_publishers = Les éditeurs dont les articles sont utilisés
description_publisher = Articles publiés par { $publisher } et événements qu’ils rapportent

## Actors, topics and places

counts_events = Le nombre à côté d’un nom est celui de ses événements.
elsewhere = Ailleurs
topic = Thème
place = Lieu
place_in = Lieu ({ $country })
wikidata = Wikidata
feed = Flux
calendar = Calendrier
also_written = Autres formes du nom : { $names }
offices = Fonctions
office_for = { $office } ({ $actor })
office_from_to = { $office }, { $from } – { $to }
office_since = { $office }, depuis : { $from }
office_until = { $office }, jusqu’à : { $to }
appears_with = Apparaît avec
kind_person = Personne
kind_state = État
kind_organisation = Organisation
kind_group = Groupe
persons = Personnes
states = États
organisations = Organisations
groups = Groupes
description_entries = { $title } – { $site }

## Types of events

types_of_events = Types d’événements
types_lead = Seize des types sont ceux de PLOVER (Political Language Ontology for Verifiable Event Records). Quatre autres répondent aux besoins de la diplomatie : déclaration, proposition, médiation et vote.
types_key = Un cercle marque la coopération, un losange le conflit, un trait ce qui est neutre. Un signe vide désigne des paroles, un signe plein des actes. À côté de chaque type figure le nombre de ses événements.
type_of_event = Type d’événement
description_types = Les types d’événements

heading_verbal_cooperation = Coopération verbale
heading_material_cooperation = Coopération matérielle
heading_verbal_conflict = Conflit verbal
heading_material_conflict = Conflit matériel
heading_neutral = Neutre
means_verbal_cooperation = Des paroles qui rapprochent les parties.
means_material_cooperation = Des actes qui rapprochent les parties.
means_verbal_conflict = Des paroles contre une autre partie.
means_material_conflict = Des actes contre une autre partie.
means_neutral = Des paroles ou des décisions qui ne favorisent ni ne visent aucune partie.
class_verbal_cooperation = coopération verbale
class_material_cooperation = coopération matérielle
class_verbal_conflict = conflit verbal
class_material_conflict = conflit matériel
class_neutral = déclaration

type_agree = Accord
type_consult = Rencontre
type_support = Soutien
type_concede = Concession
type_cooperate = Coopération
type_aid = Aide
type_retreat = Retrait ou cessation
type_request = Demande
type_accuse = Accusation
type_reject = Rejet
type_threaten = Menace
type_protest = Protestation
type_sanction = Sanctions
type_mobilize = Mobilisation de forces
type_coerce = Contrainte
type_assault = Attaque
type_statement = Déclaration
type_propose = Proposition
type_mediate = Médiation
type_vote = Vote
means_agree = Des parties concluent, signent ou ratifient un accord.
means_consult = Des parties se rencontrent, s’appellent, se rendent visite ou négocient.
means_support = Une partie exprime son soutien à une autre, la loue ou prend sa défense.
means_concede = Une partie cède, assouplit une exigence ou libère quelqu’un.
means_cooperate = Des parties coopèrent en actes : commerce, exercices, échanges.
means_aid = Une partie apporte une aide matérielle : argent, armes, secours.
means_retreat = Une partie retire des forces, cesse le feu ou met fin à une mesure.
means_request = Une partie demande, réclame ou exige quelque chose.
means_accuse = Une partie accuse, blâme ou condamne une autre partie.
means_reject = Une partie rejette, écarte ou refuse quelque chose.
means_threaten = Une partie menace une autre partie d’un acte ou la met en garde.
means_protest = Des personnes ou des institutions protestent, se rassemblent ou font grève.
means_sanction = Une partie impose, prolonge ou durcit des restrictions.
means_mobilize = Une partie déplace, montre ou lève des forces sans s’en servir.
means_coerce = Une partie saisit, annexe, arrête, interdit ou contraint autrement.
means_assault = Une partie emploie la force.
means_statement = Une partie expose sa position, sans s’adresser à une autre ni s’en prendre à elle.
means_propose = Une partie propose une démarche, une rencontre ou des conditions.
means_mediate = Un tiers réunit les parties ou propose de le faire.
means_vote = Un organe vote, élit ou décide par scrutin.

## Finding an event

find_event = Trouver un événement
find_lead = Chaque événement figure à sa date, sous ses acteurs, ses thèmes, son lieu et son type.
by_date = Par date
by_name = Par nom
by_source = Par source
by_type = Par type
reports_and_publishers = Articles et éditeurs
search_words = Mots, nom ou date ; expression exacte entre guillemets droits : "…"
search_order = Ordre
search_best = Plus pertinents d’abord
search_newest = Plus récents d’abord
search_oldest = Plus anciens d’abord
search_clear = Effacer la recherche
search_none = Aucun événement ne remplit tous ces critères. Essayez moins de mots, d’autres mots ou moins de filtres.
search_searching = Recherche en cours…
search_failed = La recherche n’a pas pu être chargée. Réessayez, ou parcourez les listes ci-dessous.
search_needs_script = La recherche en texte intégral nécessite JavaScript. Sans lui, chaque événement se trouve dans les listes.
# A number.
search_found = Événements trouvés : { $count }
show_more = Afficher plus
results = Résultats
# $slash and $keys: keys of the keyboard.
search_slash = La touche { $slash } ouvre cette recherche depuis n’importe quelle page.
search_keys = La combinaison { $keys } l’ouvre aussi.
description_find = Comment trouver un événement : { $site }

## Data and feeds

data = Données
data_lead = Toute la chronologie en fichiers.
data_lead_licence = Toute la chronologie en fichiers, réutilisables sous licence { $licence }.
data_dates = Les dates sont au format EDTF (ISO 8601-2), et aucune n’est plus précise que les articles. Les identifiants sont ceux des pages, et ils ne changent pas.
files = Fichiers
file = Fichier
format = Format
holds = Contenu
schema = Schéma
holds_json = Tout : dates, acteurs, thèmes, lieu, type, et chaque article avec ses citations et ses positions
holds_jsonl = La même chose, un événement par ligne
holds_csv = Une ligne par événement, pour les tableurs
holds_geojson = Les événements dont le lieu a des coordonnées, pour les cartes
holds_jsonld = Événements, acteurs, thèmes, lieux et articles en données liées
holds_timelinejs = Diapositives pour { $viewer } ; de préférence la part d’un seul acteur
holds_positions = Qui exige, propose ou refuse quoi, avec les conditions, l’événement et l’article
holds_contacts = Qui a rencontré, appelé ou visité qui, comment, à quel niveau, et par quelle règle on le sait
holds_agreements = Les accords et leurs parties, les stades de chacun, et ce qui est dû pour quand
data_of_actors = La page de chaque acteur offre les mêmes fichiers pour ses événements.
data_example = Par exemple : { $actor }
data_export = Pour une période, lancez { $command } dans le dossier de la chronologie.
data_schemas = Les schémas sont en JSON Schema, version { $version }. Le premier nombre change quand un programme qui lit les fichiers peut ne plus fonctionner, le second quand quelque chose s’ajoute.
data_hash = Fichiers faits du contenu dont l’empreinte est { $hash }. Le même contenu donne les mêmes fichiers ; citez l’empreinte pour dire quel état de la chronologie vous avez utilisé.
feeds = Flux
holds_feeds = les événements les plus récemment publiés, avec tout ce qui en est dit
holds_calendar = les événements dont les jours sont connus avec certitude
feeds_of_entries = Chaque acteur et chaque thème a les siens.
description_data = La chronologie en fichiers réutilisables

## In other sites: files to take, and frames to show

reuse_heading = Réutiliser
reuse_files = Ces événements en fichiers : { $files }.
reuse_about = Ce qu’ils contiennent
embed_heading = Dans une de vos pages
embed_event = Intégrer cet événement
embed_timeline = Intégrer cette chronologie
embed_code = Placez ceci dans votre page. Aucun script n’est nécessaire.
embed_preview = Voir ce qui s’affiche
embed_all = Chaque événement et chaque acteur a son propre cadre, et une adresse oEmbed que les outils d’édition des autres sites trouvent d’eux-mêmes.

## Addresses without a page, and old ones

not_found = Page introuvable
not_found_lead = Il n’y a pas de page à cette adresse. Les pages publiées demeurent : l’adresse est peut-être mal saisie.
not_found_ways = Allez à la { $timeline }, ou { $find } par date, acteur, thème, lieu ou type.
not_found_timeline = chronologie
not_found_find = trouvez un événement
moved = Page déplacée
moved_to = Cette page se trouve désormais à l’adresse { $address }.
description_not_found = Cette page n’existe pas
description_moved = Cette page a été déplacée

## Feeds and calendars

feed_summary = { $type }. Rapporté par : { $publishers }.
feed_summary_differ = { $type }. Rapporté par : { $publishers }. Les sources divergent.
this_event = Cet événement dans la chronologie

## Dates

date_about =
    { $precision ->
        [day] vers le { $date }
        [days] vers les { $date }
        [season] { $date } environ
       *[other] vers { $date }
    }
date_possibly =
    { $precision ->
        [day] peut-être le { $date }
        [days] peut-être les { $date }
        [season] peut-être { $date }
       *[other] peut-être en { $date }
    }
date_possibly_about =
    { $precision ->
        [day] peut-être vers le { $date }
        [days] peut-être vers les { $date }
        [season] peut-être { $date } environ
       *[other] peut-être vers { $date }
    }
date_range = { $from } – { $to }
date_range_close = { $from }–{ $to }
date_early_month = début { $month }
date_mid_month = mi-{ $month }
date_late_month = fin { $month }
date_early_year = début { $year }
date_mid_year = mi-{ $year }
date_late_year = fin { $year }
date_spring = printemps { $year }
date_summer = été { $year }
date_autumn = automne { $year }
date_winter = hiver { $year }
date_quarter_1 = premier trimestre { $year }
date_quarter_2 = deuxième trimestre { $year }
date_quarter_3 = troisième trimestre { $year }
date_quarter_4 = quatrième trimestre { $year }
date_third_1 = premier tiers de { $year }
date_third_2 = deuxième tiers de { $year }
date_third_3 = dernier tiers de { $year }
date_half_1 = premier semestre { $year }
date_half_2 = second semestre { $year }
date_part_of_year = une partie de { $year }
date_decade = les années { $decade }
date_unknown_day = { $month }, jour inconnu
date_unknown_month = { $year }, mois inconnu
date_unknown_year = année inconnue
date_day =
    { $day ->
        [1] 1er
       *[other] { $day }
    }

## Positions au fil du temps

positions = Positions
# $year: `2025`.
positions_in = Positions à la fin de { $year }
positions_lead = La dernière position de chaque acteur sur chaque thème, selon les articles.
positions_lead_year = La dernière position exprimée par chaque acteur sur chaque thème à la fin de l’année, selon les articles.
positions_by_year = À la fin de l’année
positions_latest = Dernières
# Suit un jour à choisir.
positions_as_of = À la date du
show = Afficher
# $date: un jour.
positions_shown_of = Positions à la date du { $date }
positions_failed = Les positions n’ont pas pu être chargées. Les années ont leurs propres pages.
positions_earlier =
    { $count ->
        [one] { $count } antérieure
       *[other] { $count } antérieures
    }
# $topics: « Thèmes », avec un lien.
positions_more = Autres acteurs et thèmes : { $topics }
# Par rapport à ce que l’acteur avait exprimé auparavant.
position_changed = modifiée
position_again = inchangée
position_conditions_changed = conditions modifiées
# Suit ce dont dépend une position.
condition = Condition
# Against what the actor stated before.
condition_new = Nouvelle condition
condition_dropped = Condition non reprise
# Pour les moteurs de recherche.
description_positions = Qui exige, propose ou refuse quoi dans { $site }

## Quel événement répond à quel autre

thread = Réponses
# Suivent un ou plusieurs événements.
in_reply_to = en réponse à
here_event = cet événement
unanswered = Aucune réponse n’est rapportée ici.
thread_is_cut = D’autres événements font partie de cet échange ; les pages de ceux-ci y mènent.

## Qui a rencontré qui

contacts = Contacts
contact = Contact
# $year: `2025`.
contacts_in = Contacts en { $year }
contacts_lead = Qui a rencontré, appelé ou visité qui, selon les articles. Une personne compte pour l’État au nom duquel elle agissait ce jour-là.
contacts_lead_year = Tous les contacts de l’année dans l’ordre du temps, selon les articles.
contacts_by_year = Par année
contacts_overview = Vue d’ensemble
contacts_of_pairs = Paire par paire
contacts_count =
    { $count ->
        [one] { $count } contact
       *[other] { $count } contacts
    }
# $date: une date.
contacts_last = dernier : { $date }
contacts_earlier =
    { $count ->
        [one] { $count } contact antérieur se trouve sur la page de son année.
       *[other] { $count } contacts antérieurs se trouvent sur les pages de leurs années.
    }
# $actors: « Acteurs », avec un lien.
contacts_more = Ce sont les acteurs qui ont le plus de contacts. Tous les autres : { $actors }
# Sur la page d’un acteur : suivent des noms et des dates.
last_contacts = Dernier contact avec chacun
# Têtes de colonnes ; des noms suivent aussi les deux dernières ailleurs.
contact_event = Événement
contact_sides = Parties
contact_channel = Manière
contact_level = Niveau
contact_host = hôte
contact_mediator = médiation
channel_in_person = en personne
channel_call = par téléphone ou par vidéo
channel_third_party = par un tiers
channel_multilateral = multilatéral
channel_unknown = manière inconnue
level_leaders = dirigeants
level_ministers = ministres
level_experts = experts
# Pour les moteurs de recherche.
description_contacts = Qui a rencontré, appelé ou visité qui dans { $site }

## Accords

agreements = Accords
agreement = Accord
# $year: `2024`.
agreements_of = Accords de { $year }
agreements_lead = Ce qui a été proposé, convenu, signé ou mis en vigueur entre qui, et ce qui est dû pour quand, selon les articles.
agreements_by_year = Par année de la première étape
agreements_overview = Tous
# $date: un jour.
agreements_as_of = Les échéances sont considérées à la date du { $date }, jour du dernier changement de cette chronologie.
agreements_strip = Dans les dessins, la ligne est fine tant qu’un accord est proposé ou convenu, plus épaisse une fois qu’il est signé, aussi haute que la bande tant qu’il est en vigueur, et interrompue tant qu’il est suspendu. Les marques sont des étapes ; celles du bord inférieur sont des échéances. Une marque hachurée couvre tous les jours possibles.
# Suit un stade.
agreement_last = dernier stade rapporté
# Suivent des noms d’acteurs.
agreement_with = avec
# Suivent des événements.
breached_in = Une violation est rapportée dans
# Suivent des articles ; le stade vient de la rédaction, non d’eux.
step_reports = Articles sur l’événement
heading_stages = Ce que signifient les stades
heading_due = Ce qui est dû
# $date: une date.
due_by = échéance : { $date }
due_reported = Exécution rapportée
due_reported_late = Exécution rapportée après cette date
due_not_reported = Aucun article ici n’en fait état
due_not_yet = Pas encore échu
# Suit un événement.
due_set_by = fixé dans
# Sur la page d’un événement : suit ce qui a été exécuté.
due_done_here = Rapporte l’exécution
# Dans les calendriers.
due_in_calendar = Échéance : { $what }
# Stades, dans le cours du texte ; et ce qui en relève.
stage_proposed = proposé
stage_agreed = convenu
stage_signed = signé
stage_ratified = ratifié
stage_in_force = en vigueur
stage_suspended = suspendu
stage_lapsed = caduc
stage_breached = violation rapportée
stage_proposed_meaning = Un texte ou son ébauche est sur la table ; toutes les parties ne l’ont pas accepté.
stage_agreed_meaning = Les parties se sont entendues, oralement ou sur un texte, sans le signer.
stage_signed_meaning = Les parties l’ont signé.
stage_ratified_meaning = Les parties l’ont confirmé selon leurs propres procédures.
stage_in_force_meaning = Il lie les parties.
stage_suspended_meaning = Une partie ou toutes ne l’appliquent pas pour un temps.
stage_lapsed_meaning = Il a pris fin : à son terme, par retrait ou par abandon.
stage_breached_meaning = Quelqu’un dit qu’une partie l’a violé. C’est une affirmation, qui ne dit rien du stade.
# Pour les moteurs de recherche.
description_agreements = Ce qui a été convenu entre qui, et ce qui est dû pour quand, dans { $site }

## On what sources differ, and by which rules values are chosen

# In the menu.
differences = Divergences
differences_lead = En quoi les articles sur un même événement divergent entre eux, ou la rédaction s’en écarte. Aucune valeur n’est écartée.
# $method: “Method”, linked.
differences_rules = Quand des articles sont dits divergents, et quelle valeur est affichée : { $method }
# Head of a column.
why_shown = Pourquoi celle-ci est affichée
# Beside a value.
shown = affichée
set_aside = non retenue par la rédaction
# Who gives a value, where no report does.
by_editors = la rédaction
by_all_together = tous les articles ensemble
what_editors_decided = Ce que la rédaction a décidé
# $why: the editors’ words.
decided_why = Motif : { $why }
on_participants = les participants
field_participants = Participants
chosen_together = Tous ceux que nomme au moins un article sont affichés ci-dessus.
# Rules by which a value is chosen.
rule_editors = La rédaction l’a choisie.
rule_most_frequent = La plupart des récits la donnent.
rule_most_precise = C’est la plus précise de celles que donnent la plupart des récits.
rule_earliest = Le premier article la donne.
rule_together = Comme participants, tous ceux que nomme au moins un article sont affichés.
# When accounts differ on a field.
differ_date = Deux récits donnent des dates différentes ; un mois et un jour de ce mois sont des dates différentes, de même qu’un jour certain et le même jour mis en doute.
differ_place = Deux récits nomment des lieux différents. Un récit qui n’en nomme aucun ne diverge pas, et le lieu en tête de l’article ne compte que si aucun récit n’en nomme.
differ_type = Deux récits sont de types différents. Un récit dont les mots n’indiquent aucun type ne diverge pas.
differ_participants = Chacun de deux récits nomme quelqu’un que l’autre ne nomme pas, ou l’un fait agir celui que l’autre fait subir. Compte ce que le récit donne comme participants, à défaut son titre, et non chaque mention ; les personnes comptent pour ceux au nom de qui elles agissent. Un récit qui ne fait qu’omettre quelqu’un ne diverge pas.
# For search engines.
description_differences = En quoi divergent les sources de { $site }
holds_differences = En quoi les articles divergent : chaque valeur avec ses articles, laquelle est affichée et selon quelle règle

## How well events are attested

# How many reports follow.
attested = Attesté par
# By what lists are filtered.
attestation = Attestation
# After the names of countries, in brackets.
other_countries_unknown = les autres ne sont pas connus
origins =
    { $count ->
        [one] { $count } origine indépendante
        [many] { $count } d’origines indépendantes
       *[other] { $count } origines indépendantes
    }
origins_at_least =
    { $count ->
        [one] au moins { $count } origine indépendante
        [many] au moins { $count } d’origines indépendantes
       *[other] au moins { $count } origines indépendantes
    }
# Classes, and what they mean.
attested_several = plusieurs origines
attested_one_origin = une seule origine
attested_one_side = presse d’un seul camp
attested_not_known = origines inconnues
means_attested_several = Au moins deux origines indépendantes rapportent l’événement.
means_attested_one_origin = Tous les articles sur l’événement ont une seule origine.
means_attested_one_side = Toutes les origines sont d’un même pays, et ce pays prend part à l’événement, ou quelqu’un y prend part qui agit en son nom. Si le pays d’une origine n’est pas connu, cela n’est pas dit.
means_attested_not_known = Certains articles ne nomment ni éditeur ni première source ; on ne peut donc dire si l’événement a plus d’une origine.
# What makes reports have one origin.
origin_named = Les articles qui nomment la même première source, une agence de presse par exemple, ont une seule origine : dix copies d’une dépêche n’en font qu’une.
origin_publisher = Si un article ne nomme pas de première source, son éditeur est son origine.
origin_quotations = Les articles qui citent exactement les mêmes propos sur un événement ont une seule origine, quel que soit l’éditeur.
origin_unnamed = Un article qui ne nomme ni éditeur ni première source compte pour lui-même, comme une origine inconnue.

## The rules of the timeline

methodology = Méthode
how_chosen = Quelle valeur est affichée
how_chosen_lead = Si les récits d’un événement divergent, toutes les valeurs sont conservées. La première de ces règles qui s’applique décide de celle qui est affichée.
when_differ = Quand les sources divergent
how_attested = À quel point les événements sont attestés
attestation_counts = Le nombre à côté d’une classe est celui de ses événements. La presse d’un seul camp s’ajoute aux autres : un événement peut être dans les deux.
how_contacts = Comment les contacts sont connus
how_contacts_lead = Dans chaque liste, la première règle qui s’applique décide ; s’il n’y en a pas, cela reste ouvert.
contact_rule_given = La rédaction le dit.
contact_rule_mediated = Quelqu’un sert de médiateur : le contact passe alors par un tiers.
contact_rule_many_sides = Plus de deux parties prennent part : le contact est alors multilatéral.
contact_rule_headline = Les mots d’un titre le disent, comme « appel » ou « rencontre ».
contact_rule_text = Les mots du premier paragraphe d’un article le disent.
contact_rule_offices = Les fonctions que les participants exerçaient ce jour-là ; la partie au niveau le plus bas compte.
contact_rule_country = Le lieu nommé se trouve dans le pays de l’un d’eux.
contact_rule_recipients = Dans une médiation, ceux qui agissent servent de médiateurs entre ceux pour qui elle se fait.
# For search engines.
description_methodology = Selon quelles règles { $site } est fait

## Entries of publishers

publisher_wire = Agence de presse
publisher_newspaper = Journal
publisher_magazine = Magazine
publisher_broadcaster = Radio ou télévision
publisher_website = Site d’information
publisher_government = Gouvernement
publisher_organisation = Organisation internationale
publisher_institute = Institut de recherche
own_site = Son propre site
reported_first_here = Articles d’autres dont il est la première source
