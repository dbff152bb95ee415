### Слова встроенных страниц по-русски. Что означает каждый текст, сказано в `en.ftl`.

## Around every page

skip = Перейти к содержанию
menu = Разделы сайта
actors = Участники
topics = Темы
places = Места
types = Типы
sources = Источники
find = Поиск
timeline = Хронология
breadcrumb = Вы здесь
about_site = О сайте
data_and_feeds = Данные и ленты
colours = Оформление
dark = Тёмное
light = Светлое
edited_by = Редакция: { $editor }.
reuse = Тексты и данные можно использовать на условиях лицензии { $licence }.

## Small words

comma = {", "}
and = {" и "}
colon = {": "}

## Counted things

events =
    { $count ->
        [one] { $count } событие
        [few] { $count } события
        [many] { $count } событий
       *[other] { $count } события
    }
all_events = Все события: { $count }
reports =
    { $count ->
        [one] { $count } публикация
        [few] { $count } публикации
        [many] { $count } публикаций
       *[other] { $count } публикации
    }
from_reports =
    { $count ->
        [one] из { $count } публикации
        [few] из { $count } публикаций
        [many] из { $count } публикаций
       *[other] из { $count } публикации
    }
more = и ещё { $count }
all_actors = Все участники ({ $count })
all_topics = Все темы ({ $count })

## The front page

latest_events = Последние события
years_at_a_glance = Обзор по годам
no_events = Событий пока нет.

## Years, months and days; lists of events

heading_events = События
list_by_time = Список по периодам
below_latest = Ниже – последние события.
none_yet = Пока ничего нет.
years = Годы
months = Месяцы
days = Дни
before_and_after = До и после
on_same_day = В тот же день
several_months = Несколько месяцев, или месяц неизвестен
several_days = Несколько дней, или день неизвестен
part_of_list = { $list }, { $part }
description_events = { $page }: { $events }

## Choosing from a list: by time, and by type, actor or topic

overview_cooperation = Сотрудничество, над линией
overview_neutral = Нейтральные события
overview_conflict = Конфликт, под линией
as_table = То же в виде таблицы
events_by_time = События по периодам
month = Месяц
year = Год
cooperation = Сотрудничество
neither = Нейтральные
conflict = Конфликт
together = Всего
# $dates: a year, or from one month to another.
not_exactly = { $dates }, без более точной даты
# $year: the first that is drawn. $count: how many events lie before it.
earlier_events = События до { $year } года: { $count }
choose_from = Начало периода
choose_to = Конец периода
# Links to the pages of months or years follow.
whole_span = Все события за период:
show_all = Показать все
# Numbers.
shown_of = Показано событий: { $shown } из { $all }
filter = Фильтровать по типу, участнику, теме или подтверждению
actor = Участник

## An event

draft = черновик
sources_differ = источники расходятся
notice_editors_differ = Редакция не согласна с публикациями
notice_sources_differ = Источники расходятся
notice_report_differs = Публикация противоречит сама себе
notice_on = { $notice } в отношении { $fields }.
on_date = даты
on_place = места
on_type = типа
editors_note = Примечание редакции
what_report_says = Что сказано в публикации
what_reports_say = Что сказано в публикациях
source_label = Источник:
where_editors_differ = В чём редакция не согласна с публикациями
where_sources_differ = В чём расходятся источники
where_report_differs = В чём публикация противоречит сама себе
positions_stated = Высказанные позиции
edit = Редактировать
passage_in_report = Этот фрагмент в публикации
dated_here = Здесь датировано:
recipient = адресат
in_the_timeline = В хронологии
before = Раньше,
after = Позже,
permalink = Постоянный адрес
withdrawn = Редакция отозвала запись об этом событии.
withdrawn_stays = Эта запись больше не входит в хронологию. Страница остаётся, потому что на неё могли ссылаться.
description_withdrawn = Отозвано: { $title }
first_published = Впервые опубликовано { $date }
last_changed = Последнее изменение: { $date }
corrected_on = Исправлено { $date }
several_pages = То, что было здесь, теперь на нескольких страницах
several_pages_lead = Раньше по этому адресу была одна страница. Адрес остаётся, чтобы старые ссылки вели дальше: выберите нужную страницу.

## Corrections

corrections = Исправления
corrections_so_far = Внесённые исправления
corrections_feed = Лента исправлений
field_title = Заголовок
field_time = Время
field_actors = Участники
field_recipients = Адресаты
field_topics = Темы
field_text = Текст
correction_changed = { $field }: было «{ $old }», стало «{ $new }».
correction_added = { $field }: стало «{ $new }».
correction_removed = { $field }: было «{ $old }», теперь не указано.
correction_made = { $field }: исправлено.
feed_correction = Исправление: { $title }
description_corrections = Что исправлено: { $site }

## As known on a day

as_known = Что было известно раньше
as_known_from = Составлено по исправлениям выше. Когда добавлено каждое сообщение и что изменено без исправления, неизвестно.
version_since = с { $date }
version_until = до { $date }; когда впервые опубликовано, неизвестно
version_same_day = { $date }, до исправления
version_corrected = исправлено
version_none = не указано
as_known_before = На { $date } это событие здесь ещё не было опубликовано.
as_known_same = После { $date } здесь ничего не исправлено.
as_known_then = Эта страница показывает известное сейчас. На { $date } действовала версия: { $version }.
as_known_unknown = Было ли это событие опубликовано на { $date }, неизвестно. Его первая версия: { $version }.

## How a page is cited

cite_event = Как цитировать это событие
cite_report = Как цитировать эту публикацию
copy = Копировать
copied = Скопировано
save_file = Сохранить в файл
link_to_account = Ссылка на это сообщение
last_changed_on = Последнее изменение: { $date }

## Where the sources differ

field_date = Дата
field_place = Место
field_type = Тип
according_to = По данным публикации
shown_above = показано выше
chosen_by_editors =
    { $field ->
        [date] Дату, показанную выше, выбрала редакция.
        [place] Место, показанное выше, выбрала редакция.
        [participants] Участников, показанных выше, выбрала редакция.
       *[type] Тип, показанный выше, выбрала редакция.
    }
chosen_most_frequent =
    { $field ->
        [date] Эта дата показана выше, потому что так сказано в большинстве сообщений.
        [place] Это место показано выше, потому что так сказано в большинстве сообщений.
       *[type] Этот тип показан выше, потому что так сказано в большинстве сообщений.
    }
chosen_most_precise =
    { $field ->
        [date] Эта дата показана выше, потому что она самая точная.
        [place] Это место показано выше, потому что оно самое точное.
       *[type] Этот тип показан выше, потому что он самый точный.
    }
chosen_earliest =
    { $field ->
        [date] Эта дата показана выше, потому что так сказано в самой ранней публикации.
        [place] Это место показано выше, потому что так сказано в самой ранней публикации.
       *[type] Этот тип показан выше, потому что так сказано в самой ранней публикации.
    }

## Positions

position_on = {" – "}
positions_by_topic = Позиции по темам
positions_by_actor = Позиции по участникам
comma_according_to = {", по данным публикации "}

## Reports as sources

no_publisher = издание не указано
no_date = без даты
first_reported_by = ; первоисточник: { $origin }
read_report = Читать публикацию
archived_copy = Архивная копия

## A report's own page

publisher = Издание
not_named = не указано
author = Автор
first_reported = Первоисточник
published = Опубликовано
not_known = неизвестно
changed = , изменено { $date }
dateline = Место сообщения
language = Язык
the_report = Публикация
events_in_report = События в этой публикации
unnamed_publisher = издание не указано
description_article = { $title } – публикация ({ $publisher }) и события, о которых в ней говорится

## Publishers

publishers = Издания
counts_reports = Число рядом с названием – количество публикаций.
unnamed_reports = Публикации, в которых не указано издание
description_publishers = Издания, публикации которых использованы
description_publisher = { $publisher }: публикации и события, о которых в них говорится

## Actors, topics and places

counts_events = Число рядом с названием – количество событий.
elsewhere = Другие места
topic = Тема
place = Место
place_in = Место ({ $country })
wikidata = Викиданные
feed = Лента
calendar = Календарь
also_written = Также пишут: { $names }
offices = Должности
office_for = { $office } ({ $actor })
office_from_to = { $office }, { $from } – { $to }
office_since = { $office }, { $from } – настоящее время
office_until = { $office }, по { $to }
appears_with = Вместе в событиях
kind_person = Персона
kind_state = Государство
kind_organisation = Организация
kind_group = Группа
persons = Персоны
states = Государства
organisations = Организации
groups = Группы
description_entries = { $title } – { $site }

## Types of events

types_of_events = Типы событий
types_lead = Шестнадцать типов взяты из PLOVER (Political Language Ontology for Verifiable Event Records). Ещё четыре нужны дипломатии: заявление, предложение, посредничество и голосование.
types_key = Круг обозначает сотрудничество, ромб – конфликт, черта – нейтральное. Пустой знак – слова, заполненный – действия. Рядом с каждым типом указано количество его событий.
type_of_event = Тип события
description_types = Какие есть типы событий

heading_verbal_cooperation = Вербальное сотрудничество
heading_material_cooperation = Материальное сотрудничество
heading_verbal_conflict = Вербальный конфликт
heading_material_conflict = Материальный конфликт
heading_neutral = Нейтральные
means_verbal_cooperation = Слова, которые сближают стороны.
means_material_cooperation = Действия, которые сближают стороны.
means_verbal_conflict = Слова одной стороны против другой.
means_material_conflict = Действия одной стороны против другой.
means_neutral = Что-то сказано или решено, но не за кого-то и не против кого-то.
class_verbal_cooperation = вербальное сотрудничество
class_material_cooperation = материальное сотрудничество
class_verbal_conflict = вербальный конфликт
class_material_conflict = материальный конфликт
class_neutral = заявление

type_agree = Соглашение
type_consult = Встреча
type_support = Поддержка
type_concede = Уступка
type_cooperate = Сотрудничество
type_aid = Помощь
type_retreat = Отвод или прекращение
type_request = Требование
type_accuse = Обвинение
type_reject = Отказ
type_threaten = Угроза
type_protest = Протест
type_sanction = Санкции
type_mobilize = Развёртывание сил
type_coerce = Принуждение
type_assault = Атака
type_statement = Заявление
type_propose = Предложение
type_mediate = Посредничество
type_vote = Голосование
means_agree = Стороны договариваются, подписывают или ратифицируют что-либо.
means_consult = Стороны встречаются, говорят по телефону, наносят визиты или ведут переговоры.
means_support = Сторона выражает поддержку другой, хвалит её или встаёт на её сторону.
means_concede = Сторона уступает, смягчает требование или освобождает кого-либо.
means_cooperate = Стороны сотрудничают на практике: торговля, совместные учения, обмены.
means_aid = Сторона оказывает материальную помощь: деньги, оружие, гуманитарные грузы.
means_retreat = Сторона отводит войска, прекращает огонь или отменяет введённые меры.
means_request = Сторона просит о чём-либо, призывает к чему-либо или чего-либо требует.
means_accuse = Сторона обвиняет другую, возлагает на неё вину или осуждает её.
means_reject = Сторона отклоняет или отвергает что-либо либо отказывается от чего-либо.
means_threaten = Сторона предостерегает другую или угрожает ей действиями.
means_protest = Люди или учреждения протестуют, выходят на митинги или бастуют.
means_sanction = Сторона вводит, продлевает или ужесточает ограничения.
means_mobilize = Сторона перемещает, демонстрирует или собирает силы, не применяя их.
means_coerce = Сторона захватывает, аннексирует, арестовывает, запрещает или принуждает иным образом.
means_assault = Сторона применяет силу.
means_statement = Сторона излагает свою позицию, не обращаясь к другой и не выступая против неё.
means_propose = Сторона предлагает шаг, встречу или условия.
means_mediate = Третья сторона организует контакты между другими или предлагает посредничество.
means_vote = Орган голосует, избирает или принимает решение голосованием.

## Finding an event

find_event = Найти событие
find_lead = Каждое событие можно найти по дате, участникам, темам, месту и типу.
by_date = По дате
by_name = По названию
by_source = По источнику
by_type = По типу
reports_and_publishers = Публикации и издания
search_words = Слова, имя, название или дата; точная фраза – в кавычках: "…"
search_order = Порядок
search_best = Сначала самые подходящие
search_newest = Сначала новые
search_oldest = Сначала старые
search_clear = Очистить поиск
search_none = Ни одно событие не отвечает всем условиям. Попробуйте меньше слов, другие слова или меньше фильтров.
search_searching = Идёт поиск…
search_failed = Не удалось загрузить поиск. Попробуйте ещё раз или воспользуйтесь списками ниже.
search_needs_script = Для полнотекстового поиска нужен JavaScript. Без него каждое событие можно найти в списках.
# A number.
search_found = Найдено событий: { $count }
show_more = Показать ещё
results = Результаты
# $slash and $keys: keys of the keyboard.
search_slash = Клавиша { $slash } открывает этот поиск с любой страницы.
search_keys = Сочетание клавиш { $keys } тоже его открывает.
description_find = Как найти событие: { $site }

## Data and feeds

data = Данные
data_lead = Вся хронология в файлах.
data_lead_licence = Вся хронология в файлах, которые можно использовать на условиях лицензии { $licence }.
data_dates = Даты записаны в формате EDTF (ISO 8601-2), и ни одна не точнее, чем в публикациях. Идентификаторы те же, что в адресах страниц, и не меняются.
files = Файлы
file = Файл
format = Формат
holds = Что содержит
schema = Схема
holds_json = Всё: даты, участники, темы, место, тип и каждая публикация с её цитатами и позициями
holds_jsonl = То же самое, по одному событию в строке
holds_csv = По строке на событие, для электронных таблиц
holds_geojson = События, у места которых есть координаты, для карт
holds_jsonld = События, участники, темы, места и публикации как связанные данные
holds_timelinejs = Слайды для { $viewer }; лучше всего с событиями одного участника
holds_positions = Кто чего требует, что предлагает или отвергает, с условиями, событием и сообщением
holds_contacts = Кто с кем встречался или говорил, как, на каком уровне и по какому правилу это известно
holds_agreements = Соглашения и их стороны, состояния каждого и что к какому сроку следует выполнить
data_of_actors = На странице каждого участника есть такие же файлы с его событиями.
data_example = Например: { $actor }
data_export = Чтобы получить промежуток времени, запустите { $command } в папке хронологии.
data_schemas = Схемы — JSON Schema, версия { $version }. Первое число меняется, когда программа, читающая файлы, может перестать работать, второе — когда что-то добавлено.
data_hash = Сделано из содержимого с хешем { $hash }. Из того же содержимого получаются те же файлы; укажите хеш, чтобы было ясно, каким состоянием хронологии вы пользовались.
feeds = Ленты
holds_feeds = самые новые события со всем, что о них сказано
holds_calendar = события, дни которых известны точно
feeds_of_entries = У каждого участника и у каждой темы есть свои.
description_data = Хронология в файлах, которые можно использовать

## In other sites: files to take, and frames to show

reuse_heading = Повторное использование
reuse_files = Эти события в файлах: { $files }.
reuse_about = Что в них есть
embed_heading = На вашей странице
embed_event = Встроить это событие
embed_timeline = Встроить эту хронологию
embed_code = Вставьте это в свою страницу. Скрипты не нужны.
embed_preview = Что будет показано
embed_all = У каждого события и у каждого участника есть своя рамка и адрес oEmbed, который редакторы других сайтов находят сами.

## Addresses without a page, and old ones

not_found = Страница не найдена
not_found_lead = По этому адресу страницы нет. Опубликованные страницы не исчезают, поэтому в адресе может быть ошибка.
not_found_ways = Перейдите к { $timeline } или { $find } по дате, участнику, теме, месту или типу.
not_found_timeline = хронологии
not_found_find = найдите событие
moved = Страница перемещена
moved_to = Эта страница теперь находится по адресу { $address }.
description_not_found = Такой страницы нет
description_moved = Эта страница перемещена

## Feeds and calendars

feed_summary = { $type }. По сообщениям: { $publishers }.
feed_summary_differ = { $type }. По сообщениям: { $publishers }. Источники расходятся.
this_event = Это событие в хронологии

## Dates

date_about = примерно { $date }
date_possibly = возможно, { $date }
date_possibly_about = возможно, примерно { $date }
date_range = { $from } – { $to }
date_range_close = { $from }–{ $to }
date_early_month = начало { $of_month }
date_mid_month = середина { $of_month }
date_late_month = конец { $of_month }
date_early_year = начало { $year } года
date_mid_year = середина { $year } года
date_late_year = конец { $year } года
date_spring = весна { $year } года
date_summer = лето { $year } года
date_autumn = осень { $year } года
date_winter = зима { $year } года
date_quarter_1 = первый квартал { $year } года
date_quarter_2 = второй квартал { $year } года
date_quarter_3 = третий квартал { $year } года
date_quarter_4 = четвёртый квартал { $year } года
date_third_1 = первая треть { $year } года
date_third_2 = вторая треть { $year } года
date_third_3 = последняя треть { $year } года
date_half_1 = первая половина { $year } года
date_half_2 = вторая половина { $year } года
date_part_of_year = часть { $year } года
date_decade = { $decade }-е годы
date_unknown_day = { $month }, день неизвестен
date_unknown_month = { $year }, месяц неизвестен
date_unknown_year = год неизвестен
date_day = { $day }

## Позиции во времени

positions = Позиции
# $year: `2025`.
positions_in = Позиции на конец { $year } года
positions_lead = Последняя позиция каждого участника по каждой теме, по сообщениям.
positions_lead_year = Что каждый участник в последний раз заявил по каждой теме к концу года, по сообщениям.
positions_by_year = На конец года
positions_latest = Последние
# Далее следует день, который можно выбрать.
positions_as_of = По состоянию на
show = Показать
# $date: день.
positions_shown_of = Позиции по состоянию на { $date }
positions_failed = Позиции не удалось загрузить. У годов есть свои страницы.
positions_earlier = ранее: { $count }
# $topics: «Темы», со ссылкой.
positions_more = Другие участники и темы: { $topics }
# По сравнению с тем, что участник заявлял раньше.
position_changed = изменено
position_again = без изменений
position_conditions_changed = условия изменены
# Далее следует то, от чего зависит позиция.
condition = Условие
# Against what the actor stated before.
condition_new = Новое условие
condition_dropped = Условие не повторено
# Для поисковых систем.
description_positions = Кто чего требует, что предлагает и от чего отказывается: { $site }

## Какое событие отвечает на какое

thread = Ответы
# Далее следует событие или несколько событий.
in_reply_to = в ответ на
here_event = это событие
unanswered = Об ответе на это здесь не сообщается.
thread_is_cut = К этой цепочке относятся и другие события; дальше ведут страницы названных.

## Кто с кем встречался

contacts = Контакты
contact = Контакт
# $year: `2025`.
contacts_in = Контакты за { $year } год
contacts_lead = Кто с кем встречался, говорил по телефону и кто к кому приезжал, по сообщениям. Контакты человека считаются за государство, от имени которого он действовал в тот день.
contacts_lead_year = Все контакты года по порядку времени, по сообщениям.
contacts_by_year = По годам
contacts_overview = Обзор
contacts_of_pairs = По парам
contacts_count =
    { $count ->
        [one] { $count } контакт
        [few] { $count } контакта
        [many] { $count } контактов
       *[other] { $count } контакта
    }
# $date: дата.
contacts_last = последний: { $date }
contacts_earlier =
    { $count ->
        [one] { $count } более ранний контакт есть на странице своего года.
        [few] { $count } более ранних контакта есть на страницах своих лет.
        [many] { $count } более ранних контактов есть на страницах своих лет.
       *[other] { $count } более раннего контакта есть на страницах своих лет.
    }
# $actors: «Участники», со ссылкой.
contacts_more = Это участники, у которых больше всего контактов. Все остальные: { $actors }
# На странице участника; далее следуют имена и даты.
last_contacts = Последний контакт с каждым
# Заголовки столбцов; за двумя последними и в других местах следуют имена.
contact_event = Событие
contact_sides = Стороны
contact_channel = Как
contact_level = Уровень
contact_host = принимающая сторона
contact_mediator = посредник
channel_in_person = лично
channel_call = по телефону или видеосвязи
channel_third_party = через третью сторону
channel_multilateral = многосторонний
channel_unknown = способ неизвестен
level_leaders = лидеры
level_ministers = министры
level_experts = эксперты
# Для поисковых систем.
description_contacts = Кто с кем встречался, говорил по телефону и кто к кому приезжал: { $site }

## Соглашения

agreements = Соглашения
agreement = Соглашение
# $year: `2024`.
agreements_of = Соглашения, начатые в { $year } году
agreements_lead = Что между кем было предложено, согласовано, подписано или вступило в силу и какой чему назначен срок, по сообщениям.
agreements_by_year = По году первого шага
agreements_overview = Все
# $date: день.
agreements_as_of = Соблюдение сроков оценено по состоянию на { $date }: в этот день хронология менялась в последний раз.
agreements_strip = На полосах линия тонкая, пока соглашение предложено или согласовано, толще после подписания, во всю высоту полосы, пока оно в силе, и прерывистая, пока его действие приостановлено. Отметки — это шаги; те, что у нижнего края, — сроки. Заштрихованная отметка охватывает все дни, когда это могло произойти.
# Далее следует состояние.
agreement_last = последнее известное состояние
# Далее следуют имена участников.
agreement_with = другие стороны
# Далее следуют события.
breached_in = О нарушении сообщено здесь
# Далее следуют сообщения; состояние определили редакторы, а не они.
step_reports = Сообщения о событии
heading_stages = Что означают состояния
heading_due = Что и к какому сроку
# $date: дата.
due_by = срок: { $date }
due_reported = О выполнении сообщено
due_reported_late = О выполнении сообщено после срока
due_not_reported = Сообщений о выполнении здесь нет
due_not_yet = Срок ещё не наступил
# Далее следует событие.
due_set_by = назначено в событии
# На странице события; далее следует то, что выполнено.
due_done_here = Сообщает о выполнении
# В календарях.
due_in_calendar = Срок: { $what }
# Состояния в тексте и что к ним относится.
stage_proposed = предложено
stage_agreed = согласовано
stage_signed = подписано
stage_ratified = ратифицировано
stage_in_force = в силе
stage_suspended = приостановлено
stage_lapsed = утратило силу
stage_breached = сообщено о нарушении
stage_proposed_meaning = Текст или его набросок предложен; приняли его не все стороны.
stage_agreed_meaning = Стороны договорились на словах или согласовали текст, но не подписали его.
stage_signed_meaning = Стороны подписали его.
stage_ratified_meaning = Стороны утвердили его по собственным процедурам.
stage_in_force_meaning = Оно обязательно для сторон.
stage_suspended_meaning = Одна из сторон или все они временно его не применяют.
stage_lapsed_meaning = Оно прекратилось: истёк срок, кто-то вышел или от него отказались.
stage_breached_meaning = Кто-то говорит, что одна из сторон его нарушила. Это утверждение, и о состоянии соглашения оно ничего не говорит.
# Для поисковых систем.
description_agreements = О чём между кем договорились и какой чему назначен срок: { $site }

## On what sources differ, and by which rules values are chosen

# In the menu.
differences = Расхождения
differences_lead = В чём публикации об одном и том же событии расходятся между собой или редакция расходится с ними. Ни одно значение не отброшено.
# $method: “Method”, linked.
differences_rules = Когда публикации считаются расходящимися и какое значение показано: { $method }
# Head of a column.
why_shown = Почему показано именно оно
# Beside a value.
shown = показано
set_aside = отклонено редакцией
# Who gives a value, where no report does.
by_editors = редакция
by_all_together = все публикации вместе
what_editors_decided = Что решила редакция
# $why: the editors’ words.
decided_why = Причина: { $why }
on_participants = участников
field_participants = Участники
chosen_together = Выше показаны все, кого называет хотя бы одна публикация.
# Rules by which a value is chosen.
rule_editors = Его выбрала редакция.
rule_most_frequent = Так сказано в большинстве сообщений.
rule_most_precise = Оно самое точное из тех, что приводит большинство сообщений.
rule_earliest = Так сказано в самой ранней публикации.
rule_together = Как участники показаны все, кого называет хотя бы одна публикация.
# When accounts differ on a field.
differ_date = Два сообщения приводят разные даты; месяц и день в нём — разные даты, как и определённый день и тот же день под сомнением.
differ_place = Два сообщения называют разные места. Сообщение, которое не называет места, не расходится с другими, а место в начале публикации учитывается, только если ни одно сообщение места не называет.
differ_type = Два сообщения относятся к разным типам. Сообщение, слова которого не указывают ни на один тип, не расходится с другими.
differ_participants = Каждое из двух сообщений называет кого-то, о ком другое не упоминает, или для одного кто-то действует, а для другого действие направлено на него. Учитывается то, что сообщение даёт как участников, а иначе его заголовок, но не каждое упоминание; лица считаются за тех, от чьего имени действуют. Сообщение, которое лишь кого-то не упоминает, не расходится с другими.
# For search engines.
description_differences = В чём расходятся источники: { $site }
holds_differences = В чём расходятся публикации: каждое значение с его публикациями, какое показано и по какому правилу

## How well events are attested

# How many reports follow.
attested = Подтверждают
# By what lists are filtered.
attestation = Подтверждение
# After the names of countries, in brackets.
other_countries_unknown = другие неизвестны
origins =
    { $count ->
        [one] { $count } независимый первоисточник
        [few] { $count } независимых первоисточника
        [many] { $count } независимых первоисточников
       *[other] { $count } независимого первоисточника
    }
origins_at_least =
    { $count ->
        [one] не менее { $count } независимого первоисточника
        [few] не менее { $count } независимых первоисточников
        [many] не менее { $count } независимых первоисточников
       *[other] не менее { $count } независимого первоисточника
    }
# Classes, and what they mean.
attested_several = несколько первоисточников
attested_one_origin = только один первоисточник
attested_one_side = только пресса одной стороны
attested_not_known = первоисточники не известны
means_attested_several = О событии сообщают не менее двух независимых первоисточников.
means_attested_one_origin = У всех публикаций о событии один первоисточник.
means_attested_one_side = Все первоисточники из одной страны, и эта страна участвует в событии или в нём участвует кто-то, кто действует от её имени. Если страна хотя бы одного первоисточника не известна, это не указывается.
means_attested_not_known = Некоторые публикации не называют ни издателя, ни первоисточника, поэтому нельзя сказать, больше ли у события первоисточников, чем один.
# What makes reports have one origin.
origin_named = У публикаций, которые называют один и тот же первоисточник, например информационное агентство, один первоисточник: десять копий одного сообщения агентства — это один.
origin_publisher = Если публикация не называет первоисточника, им считается её издатель.
origin_quotations = У публикаций, которые приводят о событии в точности одни и те же цитаты, один первоисточник, кто бы их ни издал.
origin_unnamed = Публикация, которая не называет ни издателя, ни первоисточника, считается отдельно, как неизвестный первоисточник.

## The rules of the timeline

methodology = Метод
how_chosen = Какое значение показано
how_chosen_lead = Если сообщения об одном событии расходятся, сохраняются все значения. Какое из них показано, решает первое из этих правил, которое применимо.
when_differ = Когда источники расходятся
how_attested = Насколько подтверждены события
attestation_counts = Число рядом с классом — количество его событий. Пресса одной стороны добавляется к остальным: событие может относиться к обоим классам.
how_contacts = Как известно о контактах
how_contacts_lead = В каждом перечне решает первое применимое правило; если такого нет, это остаётся открытым.
contact_rule_given = Так указала редакция.
contact_rule_mediated = Кто-то посредничает: тогда это контакт через третью сторону.
contact_rule_many_sides = Участвуют больше двух сторон: тогда контакт многосторонний.
contact_rule_headline = Так говорят слова заголовка, например «звонок» или «встреча».
contact_rule_text = Так говорят слова первого абзаца публикации.
contact_rule_offices = Должности, которые участники занимали в тот день; учитывается низшая из сторон.
contact_rule_country = Названное место лежит в стране одного из них.
contact_rule_recipients = В посредничестве те, кто действует, посредничают между теми, для кого это делается.
# For search engines.
description_methodology = По каким правилам создано: { $site }

## Entries of publishers

publisher_wire = Информационное агентство
publisher_newspaper = Газета
publisher_magazine = Журнал
publisher_broadcaster = Телерадиокомпания
publisher_website = Новостной сайт
publisher_government = Правительство
publisher_organisation = Международная организация
publisher_institute = Исследовательский институт
own_site = Собственный сайт
reported_first_here = Чужие публикации, для которых это первоисточник
