### كلمات الصفحات المدمجة بالعربية. معنى كل نص مشروح في `en.ftl`.

## Around every page

skip = انتقل إلى المحتوى
menu = أقسام الموقع
actors = الأطراف
topics = المواضيع
places = الأماكن
types = الأنواع
sources = المصادر
find = البحث
timeline = التسلسل الزمني
breadcrumb = أنت هنا
about_site = عن الموقع
data_and_feeds = البيانات والخلاصات
colours = المظهر
dark = داكن
light = فاتح
edited_by = التحرير: { $editor }.
reuse = يمكن إعادة استخدام النصوص والبيانات بموجب ترخيص { $licence }.

## Small words

comma = {"، "}
and = {" و"}
colon = {": "}

## Counted things

events =
    { $count ->
        [zero] لا أحداث
        [one] حدث واحد
        [two] حدثان
        [few] { $count } أحداث
        [many] { $count } حدثًا
       *[other] { $count } حدث
    }
all_events = كل الأحداث: { $count }
reports =
    { $count ->
        [zero] لا تقارير
        [one] تقرير واحد
        [two] تقريران
        [few] { $count } تقارير
        [many] { $count } تقريرًا
       *[other] { $count } تقرير
    }
from_reports =
    { $count ->
        [zero] من دون تقارير
        [one] من تقرير واحد
        [two] من تقريرين
        [few] من { $count } تقارير
        [many] من { $count } تقريرًا
       *[other] من { $count } تقرير
    }
more =
    { $count ->
        [zero] ولا غيرها
        [one] وواحد آخر
        [two] واثنان آخران
        [few] و{ $count } غيرها
        [many] و{ $count } غيرها
       *[other] و{ $count } غيرها
    }
all_actors = كل الأطراف ({ $count })
all_topics = كل المواضيع ({ $count })

## The front page

latest_events = آخر الأحداث
years_at_a_glance = السنوات في لمحة
no_events = لا توجد أحداث بعد.

## Years, months and days; lists of events

heading_events = الأحداث
list_by_time = القائمة حسب الفترة
below_latest = فيما يلي أحدثها.
none_yet = لا يوجد شيء بعد.
years = السنوات
months = الأشهر
days = الأيام
before_and_after = السابق واللاحق
on_same_day = في اليوم نفسه
several_months = عدة أشهر، أو الشهر غير معروف
several_days = عدة أيام، أو اليوم غير معروف
part_of_list = { $list }، { $part }
description_events = { $page }: { $events }

## Choosing from a list: by time, and by type, actor or topic

overview_cooperation = التعاون، فوق الخط
overview_neutral = أحداث محايدة
overview_conflict = النزاع، تحت الخط
as_table = البيانات نفسها في جدول
events_by_time = الأحداث حسب الفترة
month = الشهر
year = السنة
cooperation = التعاون
neither = محايدة
conflict = النزاع
together = المجموع
# $dates: a year, or from one month to another.
not_exactly = { $dates }، من دون تاريخ أدق
# $year: the first that is drawn. $count: how many events lie before it.
earlier_events = الأحداث قبل عام { $year }: { $count }
choose_from = بداية الفترة
choose_to = نهاية الفترة
# Links to the pages of months or years follow.
whole_span = كل أحداث الفترة:
show_all = عرض الكل
# Numbers.
shown_of = الأحداث المعروضة: { $shown } من { $all }
filter = التصفية حسب النوع أو الطرف أو الموضوع أو التوثيق
actor = الطرف

## An event

draft = مسودة
sources_differ = المصادر متباينة
notice_editors_differ = يخالف المحررون التقارير
notice_sources_differ = تتباين المصادر
notice_report_differs = يناقض التقرير نفسه
notice_on = { $notice } في { $fields }.
on_date = التاريخ
on_place = المكان
on_type = النوع
editors_note = ملاحظة المحررين
what_report_says = ما يقوله التقرير
what_reports_say = ما تقوله التقارير
source_label = المصدر:
where_editors_differ = أوجه مخالفة المحررين للتقارير
where_sources_differ = أوجه تباين المصادر
where_report_differs = أوجه تناقض التقرير
positions_stated = المواقف المعلنة
edit = تحرير
passage_in_report = هذا المقطع في التقرير
dated_here = التاريخ الوارد هنا:
recipient = الطرف المتلقي
in_the_timeline = في التسلسل الزمني
before = قبله،
after = بعده،
permalink = العنوان الدائم
withdrawn = سحب المحررون هذا الحدث.
withdrawn_stays = لم يعد هذا الحدث جزءًا من التسلسل الزمني. وتبقى هذه الصفحة لأن آخرين ربما أحالوا إليها.
description_withdrawn = مسحوب: { $title }
first_published = نُشر أول مرة في { $date }
last_changed = آخر تعديل في { $date }
corrected_on = صُحّح في { $date }
several_pages = ما كان هنا موزَّع الآن على عدة صفحات
several_pages_lead = كان هذا العنوان لصفحة واحدة، وهو باقٍ لكي تؤدي الروابط القديمة إلى مقصدها: اختر الصفحة التي تبحث عنها.

## Corrections

corrections = التصحيحات
corrections_so_far = التصحيحات حتى الآن
corrections_feed = خلاصة التصحيحات
field_title = العنوان
field_time = الوقت
field_actors = الأطراف
field_recipients = المتلقون
field_topics = المواضيع
field_text = النص
correction_changed = { $field }: سابقًا «{ $old }»، والآن «{ $new }».
correction_added = { $field }: الآن «{ $new }».
correction_removed = { $field }: سابقًا «{ $old }»، والآن غير محدد.
correction_made = { $field }: جرى التصحيح.
feed_correction = تصحيح: { $title }
description_corrections = ما جرى تصحيحه في { $site }

## As known on a day

as_known = ما كان معروفًا من قبل
as_known_from = مستخلص من التصحيحات أعلاه. لا يُعرف متى أُضيف كل تقرير، ولا ما تغيّر دون تصحيح.
version_since = منذ { $date }
version_until = حتى { $date }؛ ولا يُعرف تاريخ النشر الأول
version_same_day = { $date }، قبل التصحيح
version_corrected = مُصحَّح
version_none = غير محدد
as_known_before = في { $date } لم يكن هذا الحدث قد نُشر هنا بعد.
as_known_same = لم يُصحَّح شيء هنا منذ { $date }.
as_known_then = تعرض هذه الصفحة ما هو معروف الآن. في { $date } كانت على هذه النسخة: { $version }.
as_known_unknown = لا يُعرف هل كان هذا الحدث منشورًا في { $date }. نسخته الأولى: { $version }.

## How a page is cited

cite_event = كيف يُستشهد بهذا الحدث
cite_report = كيف يُستشهد بهذا التقرير
copy = نسخ
copied = تم النسخ
save_file = حفظ في ملف
link_to_account = رابط إلى هذه الرواية
last_changed_on = آخر تعديل: { $date }

## Where the sources differ

field_date = التاريخ
field_place = المكان
field_type = النوع
according_to = بحسب
shown_above = معروض أعلاه
chosen_by_editors =
    { $field ->
        [date] اختار المحررون التاريخ المعروض أعلاه.
        [place] اختار المحررون المكان المعروض أعلاه.
        [participants] اختار المحررون المشاركين المعروضين أعلاه.
       *[type] اختار المحررون النوع المعروض أعلاه.
    }
chosen_most_frequent =
    { $field ->
        [date] يُعرض هذا التاريخ أعلاه لأنه الوارد في معظم الروايات.
        [place] يُعرض هذا المكان أعلاه لأنه الوارد في معظم الروايات.
       *[type] يُعرض هذا النوع أعلاه لأنه الوارد في معظم الروايات.
    }
chosen_most_precise =
    { $field ->
        [date] يُعرض هذا التاريخ أعلاه لأنه الأدق.
        [place] يُعرض هذا المكان أعلاه لأنه الأدق.
       *[type] يُعرض هذا النوع أعلاه لأنه الأدق.
    }
chosen_earliest =
    { $field ->
        [date] يُعرض هذا التاريخ أعلاه لأنه الوارد في أقدم تقرير.
        [place] يُعرض هذا المكان أعلاه لأنه الوارد في أقدم تقرير.
       *[type] يُعرض هذا النوع أعلاه لأنه الوارد في أقدم تقرير.
    }

## Positions

position_on = {" بشأن "}
positions_by_topic = المواقف حسب الموضوع
positions_by_actor = المواقف حسب الطرف
comma_according_to = {"، بحسب "}

## Reports as sources

no_publisher = الناشر غير مذكور
no_date = بلا تاريخ
first_reported_by = ؛ المصدر الأول: { $origin }
read_report = اقرأ التقرير
archived_copy = نسخة محفوظة

## A report's own page

publisher = الناشر
not_named = غير مذكور
author = الكاتب
first_reported = المصدر الأول
published = تاريخ النشر
not_known = غير معروف
changed = ، عُدِّل في { $date }
dateline = مكان صدور التقرير
language = اللغة
the_report = التقرير
events_in_report = الأحداث الواردة في هذا التقرير
unnamed_publisher = ناشر غير مذكور
description_article = { $title } – تقرير من { $publisher }، والأحداث الواردة فيه

## Publishers

publishers = الناشرون
counts_reports = العدد بجانب الاسم هو عدد تقاريره.
unnamed_reports = تقارير لا تذكر ناشرًا
description_publishers = الناشرون الذين استُخدمت تقاريرهم
description_publisher = تقارير { $publisher } والأحداث الواردة فيها

## Actors, topics and places

counts_events = العدد بجانب الاسم هو عدد أحداثه.
elsewhere = أماكن أخرى
topic = الموضوع
place = المكان
place_in = مكان في { $country }
wikidata = ويكي بيانات
feed = خلاصة
calendar = تقويم
also_written = يُكتب أيضًا: { $names }
offices = المناصب
office_for = { $office } ({ $actor })
office_from_to = { $office }، من { $from } إلى { $to }
office_since = { $office }، منذ { $from }
office_until = { $office }، حتى { $to }
appears_with = في أحداث مشتركة مع
kind_person = شخص
kind_state = دولة
kind_organisation = منظمة
kind_group = مجموعة
persons = الأشخاص
states = الدول
organisations = المنظمات
groups = المجموعات
description_entries = { $title } – { $site }

## Types of events

types_of_events = أنواع الأحداث
types_lead = ستة عشر نوعًا منها هي أنواع PLOVER (Political Language Ontology for Verifiable Event Records). وأُضيفت أربعة تحتاج إليها الدبلوماسية: التصريح والاقتراح والوساطة والتصويت.
types_key = تدل الدائرة على التعاون والمعيَّن على النزاع والشرطة على المحايد. العلامة المفرغة للأقوال والممتلئة للأفعال. وبجانب كل نوع عدد أحداثه.
type_of_event = نوع الحدث
description_types = أنواع الأحداث وما يندرج تحتها

heading_verbal_cooperation = تعاون لفظي
heading_material_cooperation = تعاون مادي
heading_verbal_conflict = نزاع لفظي
heading_material_conflict = نزاع مادي
heading_neutral = أنواع محايدة
means_verbal_cooperation = أقوال تقرّب بين الأطراف.
means_material_cooperation = أفعال تقرّب بين الأطراف.
means_verbal_conflict = أقوال طرف ضد آخر.
means_material_conflict = أفعال طرف ضد آخر.
means_neutral = أمر قيل أو حُسم من دون انحياز إلى أي طرف.
class_verbal_cooperation = تعاون لفظي
class_material_cooperation = تعاون مادي
class_verbal_conflict = نزاع لفظي
class_material_conflict = نزاع مادي
class_neutral = تصريح

type_agree = اتفاق
type_consult = لقاء
type_support = تأييد
type_concede = تنازل
type_cooperate = تعاون
type_aid = مساعدات
type_retreat = انسحاب أو وقف
type_request = مطالبة
type_accuse = اتهام
type_reject = رفض
type_threaten = تهديد
type_protest = احتجاج
type_sanction = عقوبات
type_mobilize = حشد قوات
type_coerce = إكراه
type_assault = هجوم
type_statement = تصريح
type_propose = اقتراح
type_mediate = وساطة
type_vote = تصويت
means_agree = أطراف تتفق على أمر أو توقّع اتفاقًا أو تصادق عليه.
means_consult = أطراف تلتقي أو تتصل هاتفيًا أو تتبادل الزيارات أو تتفاوض.
means_support = طرف يؤيد آخر أو يشيد به أو يقف إلى جانبه قولًا.
means_concede = طرف يتنازل أو يخفف مطلبًا أو يفرج عن أحد.
means_cooperate = أطراف تتعاون عمليًا: تجارة وتدريبات وتبادل.
means_aid = طرف يقدم عونًا ماديًا: مالًا أو سلاحًا أو إغاثة.
means_retreat = طرف يسحب قواته أو يوقف إطلاق النار أو ينهي إجراءً.
means_request = طرف يطلب أمرًا أو يناشد من أجله أو يطالب به.
means_accuse = طرف يتهم آخر أو يلومه أو يدينه.
means_reject = طرف يرفض أمرًا أو يستبعده أو يمتنع عنه.
means_threaten = طرف يحذر آخر من فعل أو يهدده به.
means_protest = أشخاص أو مؤسسات تحتج أو تتظاهر أو تُضرب.
means_sanction = طرف يفرض قيودًا أو يمددها أو يشددها.
means_mobilize = طرف يحرّك قوات أو يستعرضها أو يحشدها من دون استخدامها.
means_coerce = طرف يستولي أو يضم أو يعتقل أو يحظر أو يُكره بطريقة أخرى.
means_assault = طرف يستخدم القوة.
means_statement = طرف يبيّن موقفه من دون مخاطبة طرف آخر أو الوقوف ضده.
means_propose = طرف يعرض خطوة أو لقاءً أو شروطًا أو يقترحها.
means_mediate = طرف ثالث يجمع بين الأطراف أو يعرض ذلك.
means_vote = هيئة تصوّت أو تنتخب أو تقرر بالاقتراع.

## Finding an event

find_event = ابحث عن حدث
find_lead = كل حدث مدرج تحت تاريخه وأطرافه ومواضيعه ومكانه ونوعه.
by_date = حسب التاريخ
by_name = حسب الاسم
by_source = حسب المصدر
by_type = حسب النوع
reports_and_publishers = التقارير وناشروها
search_words = كلمات أو اسم أو تاريخ؛ وللعبارة بنصها علامتا تنصيص: "…"
search_order = الترتيب
search_best = الأكثر صلة أولًا
search_newest = الأحدث أولًا
search_oldest = الأقدم أولًا
search_clear = مسح البحث
search_none = لا يوجد حدث يطابق كل هذه الشروط. جرّب كلمات أقل أو كلمات أخرى أو عوامل تصفية أقل.
search_searching = جارٍ البحث…
search_failed = تعذر تحميل البحث. حاول مرة أخرى، أو تصفح القوائم أدناه.
search_needs_script = يتطلب البحث في النص الكامل JavaScript. ومن دونه يمكن الوصول إلى كل حدث عبر القوائم.
# A number.
search_found = عدد الأحداث التي عُثر عليها: { $count }
show_more = عرض المزيد
results = النتائج
# $slash and $keys: keys of the keyboard.
search_slash = يفتح المفتاح { $slash } هذا البحث من أي صفحة.
search_keys = ويفتحه أيضًا الاختصار { $keys }.
description_find = طرق العثور على حدث في { $site }

## Data and feeds

data = البيانات
data_lead = التسلسل الزمني كله في ملفات.
data_lead_licence = التسلسل الزمني كله في ملفات يمكن إعادة استخدامها بموجب ترخيص { $licence }.
data_dates = التواريخ مكتوبة بصيغة EDTF (ISO 8601-2)، وليس منها ما هو أدقّ من التقارير. والمعرّفات هي معرّفات الصفحات، وهي ثابتة.
files = الملفات
file = الملف
format = الصيغة
holds = المحتوى
schema = المخطط
holds_json = كل شيء: التواريخ والأطراف والمواضيع والمكان والنوع، وكل تقرير مع اقتباساته ومواقفه
holds_jsonl = الشيء نفسه، كل حدث في سطر
holds_csv = سطر لكل حدث، لجداول البيانات
holds_geojson = الأحداث التي لمكانها إحداثيات، للخرائط
holds_jsonld = الأحداث والأطراف والمواضيع والأماكن والتقارير بوصفها بيانات مترابطة
holds_timelinejs = شرائح لـ { $viewer }؛ والأفضل أن تكون لطرف واحد
holds_positions = من يطالب بماذا أو يعرضه أو يرفضه، مع الشروط والحدث والتقرير
holds_contacts = من التقى بمن أو هاتفه أو زاره، وكيف، وعلى أي مستوى، وبأي قاعدة عُرف ذلك
holds_agreements = الاتفاقات وأطرافها ومراحل كل منها وما هو مستحق ومتى
data_of_actors = في صفحة كل طرف الملفات نفسها لأحداثه.
data_example = مثال على ذلك: { $actor }
data_export = للحصول على مدة زمنية معيّنة، شغّل { $command } في مجلد التسلسل الزمني.
data_schemas = المخططات بصيغة JSON Schema، الإصدار { $version }. يتغيّر الرقم الأول حين قد يتعطّل برنامج يقرأ الملفات، والثاني حين يُضاف شيء.
data_hash = صُنعت من المحتوى الذي بصمته { $hash }. المحتوى نفسه يعطي الملفات نفسها؛ اذكر البصمة لتبيّن أي حالة من التسلسل الزمني استخدمت.
feeds = الخلاصات
holds_feeds = أحدث الأحداث مع كل ما قيل عنها
holds_calendar = الأحداث التي تُعرف أيامها على وجه اليقين
feeds_of_entries = لكل طرف ولكل موضوع خلاصاته.
description_data = التسلسل الزمني في ملفات يمكن إعادة استخدامها

## In other sites: files to take, and frames to show

reuse_heading = إعادة الاستخدام
reuse_files = هذه الأحداث في ملفات: { $files }.
reuse_about = ما تحتويه
embed_heading = في صفحة من صفحاتك
embed_event = تضمين هذا الحدث
embed_timeline = تضمين هذا التسلسل الزمني
embed_code = ضع هذا في صفحتك. لا يحتاج إلى أي برنامج نصي.
embed_preview = ما الذي يعرضه
embed_all = لكل حدث ولكل طرف إطار خاص به وعنوان oEmbed تجده أنظمة التحرير في المواقع الأخرى من تلقاء نفسها.

## Addresses without a page, and old ones

not_found = الصفحة غير موجودة
not_found_lead = لا توجد صفحة بهذا العنوان. الصفحات المنشورة لا تُحذف، فربما كُتب العنوان خطأً.
not_found_ways = انتقل إلى { $timeline } أو { $find } حسب التاريخ أو الطرف أو الموضوع أو المكان أو النوع.
not_found_timeline = التسلسل الزمني
not_found_find = ابحث عن حدث
moved = انتقلت الصفحة
moved_to = انتقلت هذه الصفحة إلى { $address }.
description_not_found = لا توجد صفحة كهذه
description_moved = انتقلت هذه الصفحة

## Feeds and calendars

feed_summary = { $type }. ورد في: { $publishers }.
feed_summary_differ = { $type }. ورد في: { $publishers }. تتباين المصادر.
this_event = هذا الحدث في التسلسل الزمني

## Dates

date_about = حوالي { $date }
date_possibly = ربما { $date }
date_possibly_about = ربما حوالي { $date }
date_range = { $from } – { $to }
date_range_close = { $from }–{ $to }
date_early_month = أوائل { $month }
date_mid_month = منتصف { $month }
date_late_month = أواخر { $month }
date_early_year = أوائل عام { $year }
date_mid_year = منتصف عام { $year }
date_late_year = أواخر عام { $year }
date_spring = ربيع { $year }
date_summer = صيف { $year }
date_autumn = خريف { $year }
date_winter = شتاء { $year }
date_quarter_1 = الربع الأول من عام { $year }
date_quarter_2 = الربع الثاني من عام { $year }
date_quarter_3 = الربع الثالث من عام { $year }
date_quarter_4 = الربع الرابع من عام { $year }
date_third_1 = الثلث الأول من عام { $year }
date_third_2 = الثلث الثاني من عام { $year }
date_third_3 = الثلث الأخير من عام { $year }
date_half_1 = النصف الأول من عام { $year }
date_half_2 = النصف الثاني من عام { $year }
date_part_of_year = جزء من عام { $year }
date_decade = عقد { $decade }
date_unknown_day = { $month }، اليوم غير معروف
date_unknown_month = { $year }، الشهر غير معروف
date_unknown_year = سنة غير معروفة
date_day = { $day }

## المواقف عبر الزمن

positions = المواقف
# $year: `2025`.
positions_in = المواقف في نهاية عام { $year }
positions_lead = آخر موقف لكل طرف من كل موضوع، كما ورد في التقارير.
positions_lead_year = آخر ما أعلنه كل طرف بشأن كل موضوع حتى نهاية العام، كما ورد في التقارير.
positions_by_year = في نهاية العام
positions_latest = الأحدث
# يليه يوم يُختار.
positions_as_of = حتى تاريخ
show = عرض
# $date: يوم.
positions_shown_of = المواقف حتى { $date }
positions_failed = تعذّر تحميل المواقف. وللأعوام صفحات خاصة بها.
positions_earlier =
    { $count ->
        [zero] لا مواقف سابقة
        [one] موقف سابق واحد
        [two] موقفان سابقان
        [few] { $count } مواقف سابقة
        [many] { $count } موقفًا سابقًا
       *[other] { $count } موقف سابق
    }
# $topics: «المواضيع»، برابط.
positions_more = أطراف ومواضيع أخرى: { $topics }
# مقارنةً بما أعلنه الطرف من قبل.
position_changed = تغيّر
position_again = لم يتغيّر
position_conditions_changed = تغيّرت الشروط
# يليه ما يتوقف عليه الموقف.
condition = شرط
# Against what the actor stated before.
condition_new = شرط جديد
condition_dropped = شرط لم يتكرّر
# لمحركات البحث.
description_positions = من يطالب بماذا وماذا يعرض وماذا يرفض في { $site }

## أي حدث يردّ على أي حدث

thread = الردود
# يليه حدث أو أكثر.
in_reply_to = ردًا على
here_event = هذا الحدث
unanswered = لم يرد هنا خبر عن رد على ذلك.
thread_is_cut = ينتمي إلى هذا التسلسل المزيد من الأحداث، وتقود إليها صفحات هذه الأحداث.

## من التقى بمن

contacts = الاتصالات
contact = اتصال
# $year: `2025`.
contacts_in = الاتصالات في عام { $year }
contacts_lead = من التقى بمن أو هاتفه أو زاره، كما ورد في التقارير. وتُحتسب اتصالات الشخص للدولة التي كان يعمل باسمها في ذلك اليوم.
contacts_lead_year = جميع اتصالات العام بترتيبها الزمني، كما وردت في التقارير.
contacts_by_year = حسب العام
contacts_overview = نظرة عامة
contacts_of_pairs = بين كل طرفين
contacts_count =
    { $count ->
        [zero] لا اتصالات
        [one] اتصال واحد
        [two] اتصالان
        [few] { $count } اتصالات
        [many] { $count } اتصالًا
       *[other] { $count } اتصال
    }
# $date: تاريخ.
contacts_last = آخرها: { $date }
contacts_earlier =
    { $count ->
        [zero] لا اتصالات سابقة.
        [one] اتصال سابق واحد في صفحة عامه.
        [two] اتصالان سابقان في صفحات أعوامهما.
        [few] { $count } اتصالات سابقة في صفحات أعوامها.
        [many] { $count } اتصالًا سابقًا في صفحات أعوامها.
       *[other] { $count } اتصال سابق في صفحات أعوامها.
    }
# $actors: «الأطراف»، برابط.
contacts_more = هذه هي الأطراف الأكثر اتصالًا. وسائر الأطراف: { $actors }
# في صفحة طرف؛ تليه أسماء وتواريخ.
last_contacts = آخر اتصال بكل طرف
# رؤوس أعمدة؛ وتلي الأخيرين أسماء في مواضع أخرى أيضًا.
contact_event = الحدث
contact_sides = الأطراف
contact_channel = الكيفية
contact_level = المستوى
contact_host = المضيف
contact_mediator = الوسيط
channel_in_person = لقاء مباشر
channel_call = بالهاتف أو بالفيديو
channel_third_party = عبر طرف ثالث
channel_multilateral = متعدد الأطراف
channel_unknown = الكيفية غير معروفة
level_leaders = قادة
level_ministers = وزراء
level_experts = خبراء
# لمحركات البحث.
description_contacts = من التقى بمن أو هاتفه أو زاره في { $site }

## الاتفاقات

agreements = الاتفاقات
agreement = اتفاق
# $year: `2024`.
agreements_of = اتفاقات عام { $year }
agreements_lead = ما اقتُرح أو اتُّفق عليه أو وُقّع أو دخل حيز النفاذ وبين من، وما هو مستحق ومتى، كما ورد في التقارير.
agreements_by_year = حسب عام الخطوة الأولى
agreements_overview = الكل
# $date: يوم.
agreements_as_of = يُنظر في المواعيد كما هي في { $date }، وهو يوم آخر تغيير في هذا التسلسل الزمني.
agreements_strip = في الرسوم يكون الخط رفيعًا ما دام الاتفاق مقترحًا أو متفقًا عليه، وأعرض بعد توقيعه، وبارتفاع الشريط كله ما دام نافذًا، ومتقطعًا ما دام معلَّقًا. والعلامات هي الخطوات؛ أما التي عند الحافة السفلى فهي المواعيد. والعلامة المخططة تشمل كل الأيام المحتملة.
# تليه مرحلة.
agreement_last = آخر مرحلة وردت
# تليه أسماء أطراف.
agreement_with = مع
# تليه أحداث.
breached_in = ورد أنه انتُهك في
# تليه تقارير؛ أما المرحلة فقد حددها المحررون لا هي.
step_reports = تقارير عن الحدث
heading_stages = معنى المراحل
heading_due = ما هو مستحق
# $date: تاريخ.
due_by = الموعد: { $date }
due_reported = ورد أنه نُفّذ
due_reported_late = ورد أنه نُفّذ بعد ذلك الموعد
due_not_reported = لا تقرير عنه هنا
due_not_yet = لم يحن موعده بعد
# يليه حدث.
due_set_by = حُدّد في
# في صفحة حدث؛ يليه ما نُفّذ.
due_done_here = يفيد بتنفيذ
# في التقاويم.
due_in_calendar = موعد: { $what }
# المراحل في سياق النص، وما يندرج في كل منها.
stage_proposed = مقترح
stage_agreed = متفق عليه
stage_signed = موقَّع
stage_ratified = مصدَّق عليه
stage_in_force = نافذ
stage_suspended = معلَّق
stage_lapsed = منتهٍ
stage_breached = ورد أنه انتُهك
stage_proposed_meaning = طُرح نص أو مخطط له، ولم يقبله جميع الأطراف.
stage_agreed_meaning = تفاهم الأطراف عليه قولًا أو نصًّا دون توقيع.
stage_signed_meaning = وقّعه الأطراف.
stage_ratified_meaning = أقرّه الأطراف وفق إجراءاتهم.
stage_in_force_meaning = هو ملزم للأطراف.
stage_suspended_meaning = أوقف طرف أو جميع الأطراف العمل به مدة من الزمن.
stage_lapsed_meaning = انتهى: بانقضاء مدته أو بالانسحاب منه أو بالتخلي عنه.
stage_breached_meaning = يقول أحدهم إن طرفًا انتهكه. وهذا ادعاء لا يدل على المرحلة.
# لمحركات البحث.
description_agreements = ما اتُّفق عليه وبين من، وما هو مستحق ومتى، في { $site }

## On what sources differ, and by which rules values are chosen

# In the menu.
differences = أوجه التباين
differences_lead = ما تتباين فيه التقارير عن الحدث نفسه، أو يخالفها فيه المحررون. لا تُحذف أي قيمة.
# $method: “Method”, linked.
differences_rules = متى تُعدّ التقارير متباينة، وأي قيمة تُعرض: { $method }
# Head of a column.
why_shown = لماذا تُعرض هذه القيمة
# Beside a value.
shown = معروضة
set_aside = استبعدها المحررون
# Who gives a value, where no report does.
by_editors = المحررون
by_all_together = التقارير كلها معًا
what_editors_decided = ما قرره المحررون
# $why: the editors’ words.
decided_why = السبب: { $why }
on_participants = المشاركين
field_participants = المشاركون
chosen_together = يُعرض أعلاه كل من يذكره تقرير واحد على الأقل.
# Rules by which a value is chosen.
rule_editors = اختارها المحررون.
rule_most_frequent = ترد في معظم الروايات.
rule_most_precise = هي الأدق بين ما يرد في معظم الروايات.
rule_earliest = ترد في أقدم تقرير.
rule_together = في المشاركين، يُعرض كل من يذكره تقرير واحد على الأقل.
# When accounts differ on a field.
differ_date = تعطي روايتان تاريخين مختلفين؛ والشهر ويوم منه تاريخان مختلفان، وكذلك اليوم المؤكد واليوم نفسه مع الشك.
differ_place = تذكر روايتان مكانين مختلفين. والرواية التي لا تذكر مكانًا لا تخالف غيرها، ولا يُعتد بالمكان المذكور في رأس التقرير إلا إذا لم تذكر أي رواية مكانًا.
differ_type = روايتان من نوعين مختلفين. والرواية التي لا تدل كلماتها على نوع لا تخالف غيرها.
differ_participants = تذكر كل من الروايتين طرفًا لا تذكره الأخرى، أو تجعل إحداهما فاعلًا مَن تجعله الأخرى متلقيًا. يُعتد بما تعطيه الرواية من مشاركين وإلا فبعنوانها، لا بكل ذكر؛ ويُحسب الأشخاص على من يتصرفون باسمه. والرواية التي تُغفل طرفًا فحسب لا تخالف غيرها.
# For search engines.
description_differences = ما تتباين فيه مصادر { $site }
holds_differences = ما تتباين فيه التقارير: كل قيمة مع تقاريرها، وأيها يُعرض وبأي قاعدة

## How well events are attested

# How many reports follow.
attested = يوثقه
# By what lists are filtered.
attestation = التوثيق
# After the names of countries, in brackets.
other_countries_unknown = والبقية غير معروفة
origins =
    { $count ->
        [zero] لا مصادر أولى مستقلة
        [one] مصدر أول واحد
        [two] مصدران أولان مستقلان
        [few] { $count } مصادر أولى مستقلة
        [many] { $count } مصدرًا أول مستقلًا
       *[other] { $count } مصدر أول مستقل
    }
origins_at_least =
    { $count ->
        [zero] لا مصادر أولى مستقلة معروفة
        [one] مصدر أول واحد على الأقل
        [two] مصدران أولان مستقلان على الأقل
        [few] { $count } مصادر أولى مستقلة على الأقل
        [many] { $count } مصدرًا أول مستقلًا على الأقل
       *[other] { $count } مصدر أول مستقل على الأقل
    }
# Classes, and what they mean.
attested_several = عدة مصادر أولى
attested_one_origin = مصدر أول واحد فقط
attested_one_side = صحافة طرف واحد فقط
attested_not_known = المصادر الأولى غير معروفة
means_attested_several = ينقل الحدث مصدران أولان مستقلان أو أكثر.
means_attested_one_origin = لجميع التقارير عن الحدث مصدر أول واحد.
means_attested_one_side = جميع المصادر الأولى من بلد واحد، وهذا البلد مشارك في الحدث أو يشارك فيه من يتصرف باسمه. وإذا كان بلد أحد المصادر غير معروف فلا يُذكر ذلك.
means_attested_not_known = لا تذكر بعض التقارير ناشرًا ولا مصدرًا أول، فلا يمكن القول هل للحدث أكثر من مصدر أول.
# What makes reports have one origin.
origin_named = التقارير التي تذكر المصدر الأول نفسه، كوكالة أنباء مثلًا، لها مصدر أول واحد: عشر نسخ من خبر وكالة واحد تُعد واحدة.
origin_publisher = إذا لم يذكر التقرير مصدرًا أول فناشره هو مصدره الأول.
origin_quotations = التقارير التي تقتبس الكلام نفسه تمامًا عن الحدث لها مصدر أول واحد، أيًّا كان ناشرها.
origin_unnamed = التقرير الذي لا يذكر ناشرًا ولا مصدرًا أول يُحسب وحده، مصدرًا أول غير معروف.

## The rules of the timeline

methodology = المنهج
how_chosen = أي قيمة تُعرض
how_chosen_lead = إذا تباينت روايات حدث واحد تُحفظ القيم كلها. وأول قاعدة تنطبق من هذه القواعد تقرر أيها يُعرض.
when_differ = متى تتباين المصادر
how_attested = مدى توثيق الأحداث
attestation_counts = العدد بجانب كل فئة هو عدد أحداثها. وتُضاف صحافة الطرف الواحد إلى غيرها: فقد يكون الحدث في الفئتين.
how_contacts = كيف تُعرف الاتصالات
how_contacts_lead = في كل قائمة تقرر أول قاعدة تنطبق؛ وإذا لم تنطبق أي منها تُرك الأمر مفتوحًا.
contact_rule_given = يذكره المحررون.
contact_rule_mediated = هناك من يتوسط: فالاتصال عبر طرف ثالث.
contact_rule_many_sides = يشارك أكثر من طرفين: فالاتصال متعدد الأطراف.
contact_rule_headline = تدل عليه كلمات عنوان، مثل «مكالمة» أو «لقاء».
contact_rule_text = تدل عليه كلمات الفقرة الأولى من تقرير.
contact_rule_offices = المناصب التي شغلها المشاركون في ذلك اليوم؛ ويُعتد بأدنى الأطراف مستوى.
contact_rule_country = يقع المكان المذكور في بلد أحدهم.
contact_rule_recipients = في الوساطة يتوسط الفاعلون بين من تُجرى لأجلهم.
# For search engines.
description_methodology = بأي قواعد وُضع { $site }

## Entries of publishers

publisher_wire = وكالة أنباء
publisher_newspaper = صحيفة
publisher_magazine = مجلة
publisher_broadcaster = إذاعة أو تلفزيون
publisher_website = موقع إخباري
publisher_government = حكومة
publisher_organisation = منظمة دولية
publisher_institute = معهد أبحاث
own_site = موقعه
reported_first_here = تقارير لغيره كان مصدرها الأول
