### Слова вбудованих сторінок українською. Що означає кожен текст, сказано в `en.ftl`.

## Around every page

skip = Перейти до вмісту
menu = Розділи сайту
actors = Учасники
topics = Теми
places = Місця
types = Типи
sources = Джерела
find = Пошук
timeline = Хронологія
breadcrumb = Ви тут
about_site = Про сайт
data_and_feeds = Дані та стрічки
colours = Вигляд
dark = Темний
light = Світлий
edited_by = Редакція: { $editor }.
reuse = Тексти й дані можна використовувати на умовах ліцензії { $licence }.

## Small words

comma = {", "}
and = {" та "}
colon = {": "}

## Counted things

events =
    { $count ->
        [one] { $count } подія
        [few] { $count } події
        [many] { $count } подій
       *[other] { $count } події
    }
all_events = Усі події: { $count }
reports =
    { $count ->
        [one] { $count } публікація
        [few] { $count } публікації
        [many] { $count } публікацій
       *[other] { $count } публікації
    }
from_reports =
    { $count ->
        [one] з { $count } публікації
        [few] з { $count } публікацій
        [many] з { $count } публікацій
       *[other] з { $count } публікації
    }
more = та ще { $count }
all_actors = Усі учасники ({ $count })
all_topics = Усі теми ({ $count })

## The front page

latest_events = Останні події
years_at_a_glance = Огляд за роками
no_events = Подій ще немає.

## Years, months and days; lists of events

heading_events = Події
list_by_time = Список за періодами
below_latest = Нижче – останні події.
none_yet = Поки що нічого немає.
years = Роки
months = Місяці
days = Дні
before_and_after = До і після
on_same_day = Того самого дня
several_months = Кілька місяців, або місяць невідомий
several_days = Кілька днів, або день невідомий
part_of_list = { $list }, { $part }
description_events = { $page }: { $events }

## Choosing from a list: by time, and by type, actor or topic

overview_cooperation = Співпраця, над лінією
overview_neutral = Нейтральні події
overview_conflict = Конфлікт, під лінією
as_table = Те саме у вигляді таблиці
events_by_time = Події за періодами
month = Місяць
year = Рік
cooperation = Співпраця
neither = Нейтральні
conflict = Конфлікт
together = Разом
# $dates: a year, or from one month to another.
not_exactly = { $dates }, без точнішої дати
# $year: the first that is drawn. $count: how many events lie before it.
earlier_events = Події до { $year } року: { $count }
choose_from = Початок періоду
choose_to = Кінець періоду
# Links to the pages of months or years follow.
whole_span = Усі події за період:
show_all = Показати всі
# Numbers.
shown_of = Показано подій: { $shown } з { $all }
filter = Фільтрувати за типом, учасником, темою або підтвердженням
actor = Учасник

## An event

draft = чернетка
sources_differ = джерела розходяться
notice_editors_differ = Редакція не згодна з публікаціями
notice_sources_differ = Джерела розходяться
notice_report_differs = Публікація суперечить сама собі
notice_on = { $notice } щодо { $fields }.
on_date = дати
on_place = місця
on_type = типу
editors_note = Примітка редакції
what_report_says = Що сказано в публікації
what_reports_say = Що сказано в публікаціях
source_label = Джерело:
where_editors_differ = У чому редакція не згодна з публікаціями
where_sources_differ = У чому джерела розходяться
where_report_differs = У чому публікація суперечить сама собі
positions_stated = Висловлені позиції
edit = Редагувати
passage_in_report = Цей уривок у публікації
dated_here = Тут датовано:
recipient = адресат
in_the_timeline = У хронології
before = Раніше,
after = Пізніше,
permalink = Постійна адреса
withdrawn = Редакція відкликала запис про цю подію.
withdrawn_stays = Цей запис більше не входить до хронології. Сторінка залишається, бо на неї могли посилатися.
description_withdrawn = Відкликано: { $title }
first_published = Уперше опубліковано { $date }
last_changed = Востаннє змінено { $date }
corrected_on = Виправлено { $date }
several_pages = Те, що було тут, тепер на кількох сторінках
several_pages_lead = Раніше за цією адресою була одна сторінка. Адреса залишається, щоб старі посилання вели далі: виберіть потрібну сторінку.

## Corrections

corrections = Виправлення
corrections_so_far = Внесені виправлення
corrections_feed = Стрічка виправлень
field_title = Заголовок
field_time = Час
field_actors = Учасники
field_recipients = Адресати
field_topics = Теми
field_text = Текст
correction_changed = { $field }: було «{ $old }», стало «{ $new }».
correction_added = { $field }: стало «{ $new }».
correction_removed = { $field }: було «{ $old }», тепер не вказано.
correction_made = { $field }: виправлено.
feed_correction = Виправлення: { $title }
description_corrections = Що виправлено: { $site }

## As known on a day

as_known = Що було відомо раніше
as_known_from = Складено за виправленнями вище. Коли додано кожне повідомлення і що змінено без виправлення, невідомо.
version_since = від { $date }
version_until = до { $date }; коли вперше опубліковано, невідомо
version_same_day = { $date }, до виправлення
version_corrected = виправлено
version_none = не вказано
as_known_before = На { $date } ця подія тут ще не була опублікована.
as_known_same = Після { $date } тут нічого не виправлено.
as_known_then = Ця сторінка показує відоме тепер. На { $date } чинною була версія: { $version }.
as_known_unknown = Чи була ця подія опублікована на { $date }, невідомо. Її перша версія: { $version }.

## How a page is cited

cite_event = Як цитувати цю подію
cite_report = Як цитувати цю публікацію
copy = Копіювати
copied = Скопійовано
save_file = Зберегти у файл
link_to_account = Посилання на це повідомлення
last_changed_on = Востаннє змінено { $date }

## Where the sources differ

field_date = Дата
field_place = Місце
field_type = Тип
according_to = За даними публікації
shown_above = показано вище
chosen_by_editors =
    { $field ->
        [date] Дату, показану вище, обрала редакція.
        [place] Місце, показане вище, обрала редакція.
        [participants] Учасників, показаних вище, обрала редакція.
       *[type] Тип, показаний вище, обрала редакція.
    }
chosen_most_frequent =
    { $field ->
        [date] Цю дату показано вище, бо так сказано в більшості повідомлень.
        [place] Це місце показано вище, бо так сказано в більшості повідомлень.
       *[type] Цей тип показано вище, бо так сказано в більшості повідомлень.
    }
chosen_most_precise =
    { $field ->
        [date] Цю дату показано вище, бо вона найточніша.
        [place] Це місце показано вище, бо воно найточніше.
       *[type] Цей тип показано вище, бо він найточніший.
    }
chosen_earliest =
    { $field ->
        [date] Цю дату показано вище, бо так сказано в найранішій публікації.
        [place] Це місце показано вище, бо так сказано в найранішій публікації.
       *[type] Цей тип показано вище, бо так сказано в найранішій публікації.
    }

## Positions

position_on = {" – "}
positions_by_topic = Позиції за темами
positions_by_actor = Позиції за учасниками
comma_according_to = {", за даними публікації "}

## Reports as sources

no_publisher = видання не вказано
no_date = без дати
first_reported_by = ; першоджерело: { $origin }
read_report = Читати публікацію
archived_copy = Архівна копія

## A report's own page

publisher = Видання
not_named = не вказано
author = Автор
first_reported = Першоджерело
published = Опубліковано
not_known = невідомо
changed = , змінено { $date }
dateline = Місце повідомлення
language = Мова
the_report = Публікація
events_in_report = Події в цій публікації
unnamed_publisher = видання не вказано
description_article = { $title } – публікація ({ $publisher }) і події, про які в ній ідеться

## Publishers

publishers = Видання
counts_reports = Число біля назви – кількість публікацій.
unnamed_reports = Публікації, у яких не вказано видання
description_publishers = Видання, публікації яких використано
description_publisher = { $publisher }: публікації та події, про які в них ідеться

## Actors, topics and places

counts_events = Число біля назви – кількість подій.
elsewhere = Інші місця
topic = Тема
place = Місце
place_in = Місце ({ $country })
wikidata = Вікідані
feed = Стрічка
calendar = Календар
also_written = Також пишуть: { $names }
offices = Посади
office_for = { $office } ({ $actor })
office_from_to = { $office }, { $from } – { $to }
office_since = { $office }, { $from } – дотепер
office_until = { $office }, по { $to }
appears_with = Разом у подіях
kind_person = Особа
kind_state = Держава
kind_organisation = Організація
kind_group = Група
persons = Особи
states = Держави
organisations = Організації
groups = Групи
description_entries = { $title } – { $site }

## Types of events

types_of_events = Типи подій
types_lead = Шістнадцять типів узято з PLOVER (Political Language Ontology for Verifiable Event Records). Ще чотири потрібні дипломатії: заява, пропозиція, посередництво та голосування.
types_key = Коло позначає співпрацю, ромб – конфлікт, риска – нейтральне. Порожній знак – слова, заповнений – дії. Біля кожного типу вказано кількість його подій.
type_of_event = Тип події
description_types = Які є типи подій

heading_verbal_cooperation = Вербальна співпраця
heading_material_cooperation = Матеріальна співпраця
heading_verbal_conflict = Вербальний конфлікт
heading_material_conflict = Матеріальний конфлікт
heading_neutral = Нейтральні
means_verbal_cooperation = Слова, що зближують сторони.
means_material_cooperation = Дії, що зближують сторони.
means_verbal_conflict = Слова однієї сторони проти іншої.
means_material_conflict = Дії однієї сторони проти іншої.
means_neutral = Щось сказано або вирішено, але не за когось і не проти когось.
class_verbal_cooperation = вербальна співпраця
class_material_cooperation = матеріальна співпраця
class_verbal_conflict = вербальний конфлікт
class_material_conflict = матеріальний конфлікт
class_neutral = заява

type_agree = Угода
type_consult = Зустріч
type_support = Підтримка
type_concede = Поступка
type_cooperate = Співпраця
type_aid = Допомога
type_retreat = Відведення чи припинення
type_request = Вимога
type_accuse = Звинувачення
type_reject = Відмова
type_threaten = Погроза
type_protest = Протест
type_sanction = Санкції
type_mobilize = Розгортання сил
type_coerce = Примус
type_assault = Атака
type_statement = Заява
type_propose = Пропозиція
type_mediate = Посередництво
type_vote = Голосування
means_agree = Сторони домовляються, підписують або ратифікують щось.
means_consult = Сторони зустрічаються, розмовляють телефоном, здійснюють візити або ведуть переговори.
means_support = Сторона висловлює підтримку іншій, хвалить її або стає на її бік.
means_concede = Сторона поступається, пом’якшує вимогу або звільняє когось.
means_cooperate = Сторони співпрацюють на практиці: торгівля, спільні навчання, обміни.
means_aid = Сторона надає матеріальну допомогу: гроші, зброю, гуманітарні вантажі.
means_retreat = Сторона відводить війська, припиняє вогонь або скасовує запроваджені заходи.
means_request = Сторона просить про щось, закликає до чогось або чогось вимагає.
means_accuse = Сторона звинувачує іншу, покладає на неї вину або засуджує її.
means_reject = Сторона відхиляє або відкидає щось чи відмовляється від чогось.
means_threaten = Сторона застерігає іншу або погрожує їй діями.
means_protest = Люди або установи протестують, виходять на мітинги чи страйкують.
means_sanction = Сторона запроваджує, продовжує або посилює обмеження.
means_mobilize = Сторона переміщує, демонструє або збирає сили, не застосовуючи їх.
means_coerce = Сторона захоплює, анексує, заарештовує, забороняє або примушує в інший спосіб.
means_assault = Сторона застосовує силу.
means_statement = Сторона викладає свою позицію, не звертаючись до іншої й не виступаючи проти неї.
means_propose = Сторона пропонує крок, зустріч або умови.
means_mediate = Третя сторона організовує контакти між іншими або пропонує посередництво.
means_vote = Орган голосує, обирає або ухвалює рішення голосуванням.

## Finding an event

find_event = Знайти подію
find_lead = Кожну подію можна знайти за датою, учасниками, темами, місцем і типом.
by_date = За датою
by_name = За назвою
by_source = За джерелом
by_type = За типом
reports_and_publishers = Публікації та видання
search_words = Слова, ім’я, назва або дата; точна фраза – у лапках: "…"
search_order = Порядок
search_best = Спочатку найвідповідніші
search_newest = Спочатку нові
search_oldest = Спочатку старі
search_clear = Очистити пошук
search_none = Жодна подія не відповідає всім умовам. Спробуйте менше слів, інші слова або менше фільтрів.
search_searching = Триває пошук…
search_failed = Не вдалося завантажити пошук. Спробуйте ще раз або скористайтеся списками нижче.
search_needs_script = Для повнотекстового пошуку потрібен JavaScript. Без нього кожну подію можна знайти у списках.
# A number.
search_found = Знайдено подій: { $count }
show_more = Показати ще
results = Результати
# $slash and $keys: keys of the keyboard.
search_slash = Клавіша { $slash } відкриває цей пошук із будь-якої сторінки.
search_keys = Сполучення клавіш { $keys } теж його відкриває.
description_find = Як знайти подію: { $site }

## Data and feeds

data = Дані
data_lead = Уся хронологія у файлах.
data_lead_licence = Уся хронологія у файлах, які можна використовувати на умовах ліцензії { $licence }.
data_dates = Дати записано у форматі EDTF (ISO 8601-2), і жодна не є точнішою, ніж у публікаціях. Ідентифікатори такі самі, як в адресах сторінок, і не змінюються.
files = Файли
file = Файл
format = Формат
holds = Що містить
schema = Схема
holds_json = Усе: дати, учасники, теми, місце, тип і кожна публікація з її цитатами та позиціями
holds_jsonl = Те саме, по одній події в рядку
holds_csv = По рядку на подію, для електронних таблиць
holds_geojson = Події, місце яких має координати, для карт
holds_jsonld = Події, учасники, теми, місця й публікації як пов’язані дані
holds_timelinejs = Слайди для { $viewer }; найкраще з подіями одного учасника
holds_positions = Хто чого вимагає, що пропонує чи відкидає, з умовами, подією й повідомленням
holds_contacts = Хто з ким зустрічався чи говорив, як, на якому рівні й за яким правилом це відомо
holds_agreements = Угоди та їхні сторони, стани кожної та що до якого строку слід виконати
data_of_actors = На сторінці кожного учасника є такі самі файли з його подіями.
data_example = Наприклад: { $actor }
data_export = Щоб отримати проміжок часу, запустіть { $command } у теці хронології.
data_schemas = Схеми — JSON Schema, версія { $version }. Перше число змінюється, коли програма, що читає файли, може перестати працювати, друге — коли щось додано.
data_hash = Створено з вмісту з гешем { $hash }. З того самого вмісту виходять ті самі файли; наведіть геш, щоб указати, яким станом хронології ви користувалися.
feeds = Стрічки
holds_feeds = найновіші події з усім, що про них сказано
holds_calendar = події, дні яких відомі напевно
feeds_of_entries = Кожен учасник і кожна тема мають власні.
description_data = Хронологія у файлах, які можна використовувати

## In other sites: files to take, and frames to show

reuse_heading = Повторне використання
reuse_files = Ці події у файлах: { $files }.
reuse_about = Що в них є
embed_heading = На вашій сторінці
embed_event = Вбудувати цю подію
embed_timeline = Вбудувати цю хронологію
embed_code = Вставте це у свою сторінку. Скрипти не потрібні.
embed_preview = Що буде показано
embed_all = Кожна подія і кожен учасник мають власну рамку й адресу oEmbed, яку редактори інших сайтів знаходять самі.

## Addresses without a page, and old ones

not_found = Сторінку не знайдено
not_found_lead = За цією адресою сторінки немає. Опубліковані сторінки не зникають, тож в адресі може бути помилка.
not_found_ways = Перейдіть до { $timeline } або { $find } за датою, учасником, темою, місцем чи типом.
not_found_timeline = хронології
not_found_find = знайдіть подію
moved = Сторінку переміщено
moved_to = Ця сторінка тепер за адресою { $address }.
description_not_found = Такої сторінки немає
description_moved = Цю сторінку переміщено

## Feeds and calendars

feed_summary = { $type }. За повідомленнями: { $publishers }.
feed_summary_differ = { $type }. За повідомленнями: { $publishers }. Джерела розходяться.
this_event = Ця подія в хронології

## Dates

date_about = приблизно { $date }
date_possibly = можливо, { $date }
date_possibly_about = можливо, приблизно { $date }
date_range = { $from } – { $to }
date_range_close = { $from }–{ $to }
date_early_month = початок { $of_month }
date_mid_month = середина { $of_month }
date_late_month = кінець { $of_month }
date_early_year = початок { $year } року
date_mid_year = середина { $year } року
date_late_year = кінець { $year } року
date_spring = весна { $year } року
date_summer = літо { $year } року
date_autumn = осінь { $year } року
date_winter = зима { $year } року
date_quarter_1 = перший квартал { $year } року
date_quarter_2 = другий квартал { $year } року
date_quarter_3 = третій квартал { $year } року
date_quarter_4 = четвертий квартал { $year } року
date_third_1 = перша третина { $year } року
date_third_2 = друга третина { $year } року
date_third_3 = остання третина { $year } року
date_half_1 = перша половина { $year } року
date_half_2 = друга половина { $year } року
date_part_of_year = частина { $year } року
date_decade = { $decade }-ті роки
date_unknown_day = { $month }, день невідомий
date_unknown_month = { $year }, місяць невідомий
date_unknown_year = рік невідомий
date_day = { $day }

## Позиції в часі

positions = Позиції
# $year: `2025`.
positions_in = Позиції на кінець { $year } року
positions_lead = Остання позиція кожного учасника з кожної теми, за повідомленнями.
positions_lead_year = Що кожен учасник востаннє заявив з кожної теми до кінця року, за повідомленнями.
positions_by_year = На кінець року
positions_latest = Останні
# Далі йде день, який можна вибрати.
positions_as_of = Станом на
show = Показати
# $date: день.
positions_shown_of = Позиції станом на { $date }
positions_failed = Позиції не вдалося завантажити. Роки мають власні сторінки.
positions_earlier = раніше: { $count }
# $topics: «Теми», з посиланням.
positions_more = Інші учасники й теми: { $topics }
# Порівняно з тим, що учасник заявляв раніше.
position_changed = змінено
position_again = без змін
position_conditions_changed = умови змінено
# Далі йде те, від чого залежить позиція.
condition = Умова
# Against what the actor stated before.
condition_new = Нова умова
condition_dropped = Умову не повторено
# Для пошукових систем.
description_positions = Хто чого вимагає, що пропонує і від чого відмовляється: { $site }

## Яка подія відповідає на яку

thread = Відповіді
# Далі йде подія або кілька подій.
in_reply_to = у відповідь на
here_event = ця подія
unanswered = Про відповідь на це тут не повідомляється.
thread_is_cut = До цієї низки належать й інші події; далі ведуть сторінки названих.

## Хто з ким зустрічався

contacts = Контакти
contact = Контакт
# $year: `2025`.
contacts_in = Контакти за { $year } рік
contacts_lead = Хто з ким зустрічався, говорив телефоном і хто до кого приїздив, за повідомленнями. Контакти людини зараховано державі, від імені якої вона діяла того дня.
contacts_lead_year = Усі контакти року за порядком часу, за повідомленнями.
contacts_by_year = За роками
contacts_overview = Огляд
contacts_of_pairs = За парами
contacts_count =
    { $count ->
        [one] { $count } контакт
        [few] { $count } контакти
        [many] { $count } контактів
       *[other] { $count } контакту
    }
# $date: дата.
contacts_last = останній: { $date }
contacts_earlier =
    { $count ->
        [one] { $count } раніший контакт є на сторінці свого року.
        [few] { $count } раніші контакти є на сторінках своїх років.
        [many] { $count } раніших контактів є на сторінках своїх років.
       *[other] { $count } ранішого контакту є на сторінках своїх років.
    }
# $actors: «Учасники», з посиланням.
contacts_more = Це учасники, які мають найбільше контактів. Усі інші: { $actors }
# На сторінці учасника; далі йдуть імена й дати.
last_contacts = Останній контакт із кожним
# Заголовки стовпців; за двома останніми й в інших місцях ідуть імена.
contact_event = Подія
contact_sides = Сторони
contact_channel = Як
contact_level = Рівень
contact_host = сторона, що приймала
contact_mediator = посередник
channel_in_person = особисто
channel_call = телефоном або відеозв’язком
channel_third_party = через третю сторону
channel_multilateral = багатосторонній
channel_unknown = спосіб невідомий
level_leaders = лідери
level_ministers = міністри
level_experts = експерти
# Для пошукових систем.
description_contacts = Хто з ким зустрічався, говорив телефоном і хто до кого приїздив: { $site }

## Угоди

agreements = Угоди
agreement = Угода
# $year: `2024`.
agreements_of = Угоди, початі { $year } року
agreements_lead = Що між ким було запропоновано, узгоджено, підписано чи набуло чинності та який чому визначено строк, за повідомленнями.
agreements_by_year = За роком першого кроку
agreements_overview = Усі
# $date: день.
agreements_as_of = Дотримання строків оцінено станом на { $date }: того дня ця хронологія востаннє змінилася.
agreements_strip = На смугах лінія тонка, доки угоду запропоновано чи узгоджено, товща після підписання, на всю висоту смуги, доки угода чинна, і переривчаста, доки її дію зупинено. Позначки — це кроки; ті, що біля нижнього краю, — строки. Заштрихована позначка охоплює всі дні, коли це могло статися.
# Далі йде стан.
agreement_last = останній відомий стан
# Далі йдуть імена учасників.
agreement_with = інші сторони
# Далі йдуть події.
breached_in = Про порушення повідомлено тут
# Далі йдуть повідомлення; стан визначили редактори, а не вони.
step_reports = Повідомлення про подію
heading_stages = Що означають стани
heading_due = Що і до якого строку
# $date: дата.
due_by = строк: { $date }
due_reported = Про виконання повідомлено
due_reported_late = Про виконання повідомлено після строку
due_not_reported = Повідомлень про виконання тут немає
due_not_yet = Строк ще не настав
# Далі йде подія.
due_set_by = визначено в події
# На сторінці події; далі йде те, що виконано.
due_done_here = Повідомляє про виконання
# У календарях.
due_in_calendar = Строк: { $what }
# Стани в тексті та що до них належить.
stage_proposed = запропоновано
stage_agreed = узгоджено
stage_signed = підписано
stage_ratified = ратифіковано
stage_in_force = чинна
stage_suspended = дію зупинено
stage_lapsed = втратила чинність
stage_breached = повідомлено про порушення
stage_proposed_meaning = Текст або його начерк запропоновано; прийняли його не всі сторони.
stage_agreed_meaning = Сторони домовилися на словах або погодили текст, але не підписали його.
stage_signed_meaning = Сторони підписали її.
stage_ratified_meaning = Сторони затвердили її за власними процедурами.
stage_in_force_meaning = Вона обов’язкова для сторін.
stage_suspended_meaning = Одна зі сторін або всі вони тимчасово її не застосовують.
stage_lapsed_meaning = Вона припинилася: сплив строк, хтось вийшов або від неї відмовилися.
stage_breached_meaning = Хтось каже, що одна зі сторін її порушила. Це твердження, і про стан угоди воно нічого не говорить.
# Для пошукових систем.
description_agreements = Про що між ким домовлено і який чому визначено строк: { $site }

## On what sources differ, and by which rules values are chosen

# In the menu.
differences = Розбіжності
differences_lead = У чому публікації про ту саму подію розходяться між собою або редакція розходиться з ними. Жодне значення не відкинуто.
# $method: “Method”, linked.
differences_rules = Коли публікації вважаються такими, що розходяться, і яке значення показано: { $method }
# Head of a column.
why_shown = Чому показано саме його
# Beside a value.
shown = показано
set_aside = відхилено редакцією
# Who gives a value, where no report does.
by_editors = редакція
by_all_together = усі публікації разом
what_editors_decided = Що вирішила редакція
# $why: the editors’ words.
decided_why = Причина: { $why }
on_participants = учасників
field_participants = Учасники
chosen_together = Вище показано всіх, кого називає хоча б одна публікація.
# Rules by which a value is chosen.
rule_editors = Його обрала редакція.
rule_most_frequent = Так сказано в більшості повідомлень.
rule_most_precise = Воно найточніше з тих, які наводить більшість повідомлень.
rule_earliest = Так сказано в найранішій публікації.
rule_together = Як учасників показано всіх, кого називає хоча б одна публікація.
# When accounts differ on a field.
differ_date = Два повідомлення наводять різні дати; місяць і день у ньому є різними датами, так само як певний день і той самий день під сумнівом.
differ_place = Два повідомлення називають різні місця. Повідомлення, яке не називає жодного, не розходиться з іншими, а місце на початку публікації враховується лише тоді, коли жодне повідомлення місця не називає.
differ_type = Два повідомлення мають різні типи. Повідомлення, слова якого не вказують на жоден тип, не розходиться з іншими.
differ_participants = Кожне з двох повідомлень називає когось, кого інше не згадує, або для одного хтось діє, а для іншого дія спрямована на нього. Враховується те, що повідомлення подає як учасників, а інакше його заголовок, але не кожна згадка; особи рахуються за тих, від чийого імені діють. Повідомлення, яке лише когось не згадує, не розходиться з іншими.
# For search engines.
description_differences = У чому розходяться джерела: { $site }
holds_differences = У чому розходяться публікації: кожне значення з його публікаціями, яке показано й за яким правилом

## How well events are attested

# How many reports follow.
attested = Підтверджують
# By what lists are filtered.
attestation = Підтвердження
# After the names of countries, in brackets.
other_countries_unknown = інші невідомі
origins =
    { $count ->
        [one] { $count } незалежне першоджерело
        [few] { $count } незалежні першоджерела
        [many] { $count } незалежних першоджерел
       *[other] { $count } незалежного першоджерела
    }
origins_at_least =
    { $count ->
        [one] щонайменше { $count } незалежне першоджерело
        [few] щонайменше { $count } незалежні першоджерела
        [many] щонайменше { $count } незалежних першоджерел
       *[other] щонайменше { $count } незалежного першоджерела
    }
# Classes, and what they mean.
attested_several = кілька першоджерел
attested_one_origin = лише одне першоджерело
attested_one_side = лише преса однієї сторони
attested_not_known = першоджерела невідомі
means_attested_several = Про подію повідомляють щонайменше два незалежні першоджерела.
means_attested_one_origin = Усі публікації про подію мають одне першоджерело.
means_attested_one_side = Усі першоджерела з однієї країни, і ця країна є учасницею події або в події бере участь хтось, хто діє від її імені. Якщо країна хоча б одного першоджерела невідома, цього не зазначено.
means_attested_not_known = Деякі публікації не називають ні видавця, ні першоджерела, тож не можна сказати, чи подія має більш ніж одне першоджерело.
# What makes reports have one origin.
origin_named = Публікації, які називають те саме першоджерело, наприклад інформаційну агенцію, мають одне першоджерело: десять копій одного повідомлення агенції є одним.
origin_publisher = Якщо публікація не називає першоджерела, ним є її видавець.
origin_quotations = Публікації, які наводять про подію точно ті самі цитати, мають одне першоджерело, хто б їх не видав.
origin_unnamed = Публікація, яка не називає ні видавця, ні першоджерела, рахується окремо, як невідоме першоджерело.

## The rules of the timeline

methodology = Метод
how_chosen = Яке значення показано
how_chosen_lead = Якщо повідомлення про одну подію розходяться, усі значення зберігаються. Яке з них показано, вирішує перше з цих правил, яке можна застосувати.
when_differ = Коли джерела розходяться
how_attested = Наскільки підтверджені події
attestation_counts = Число біля класу — кількість його подій. Преса однієї сторони додається до решти: подія може належати до обох класів.
how_contacts = Як відомо про контакти
how_contacts_lead = У кожному переліку вирішує перше правило, яке можна застосувати; якщо такого немає, це лишається відкритим.
contact_rule_given = Так зазначила редакція.
contact_rule_mediated = Хтось посередничає: тоді це контакт через третю сторону.
contact_rule_many_sides = Беруть участь більш ніж дві сторони: тоді контакт багатосторонній.
contact_rule_headline = Так кажуть слова заголовка, наприклад «дзвінок» чи «зустріч».
contact_rule_text = Так кажуть слова першого абзацу публікації.
contact_rule_offices = Посади, які учасники обіймали того дня; враховується найнижча зі сторін.
contact_rule_country = Назване місце лежить у країні одного з них.
contact_rule_recipients = У посередництві ті, хто діє, посередничають між тими, для кого це робиться.
# For search engines.
description_methodology = За якими правилами створено: { $site }

## Entries of publishers

publisher_wire = Інформаційна агенція
publisher_newspaper = Газета
publisher_magazine = Журнал
publisher_broadcaster = Телерадіомовник
publisher_website = Новинний сайт
publisher_government = Уряд
publisher_organisation = Міжнародна організація
publisher_institute = Дослідний інститут
own_site = Власний сайт
reported_first_here = Чужі публікації, для яких це першоджерело
