# The page's frame, the legend and the details.

skip-to-drawing = Перейти до схеми
skip-to-details = Перейти до подробиць

search-label = Пошук
search-placeholder = Шукати будь-якою мовою
search-results = { $found ->
    [0] Нічого не знайдено
    [one] { $found } поняття
    [few] { $found } поняття
    [many] { $found } понять
   *[other] { $found } поняття
}
search-nothing = Нічого не знайдено. Про що атлас не говорить, того він цим не заперечує. Спробуйте інше слово.

to-dark = Темна тема
to-light = Світла тема
disclaimer = Для навчання; це не медична порада.
review = Не перевірено лікарем.

view-label = Вигляд
view-pathway = Перебіг
view-body = Карта тіла
view-focus = Фокус
view-table = Таблиця
language-label = Мова
wording-label = Стиль викладу
wording-clinical = Фаховий
wording-plain = Простий
fallback = (англійською)

legend = Легенда й фільтр
concepts = Поняття
statements = Твердження
amount = Скільки показано
core = Основне
everything = Усе
origin = Звідки взято твердження
origin-stated = зазначено в джерелі
origin-ours = наше доповнення (крапками)
origin-derived = виведено за правилом (штрихами)
hedged-line = тонка лінія: не сказано прямо
ours-only = наше доповнення
ours-explained = Жодне джерело не згадує цього поняття; його додає редакція й наводить причину.
own-wording = наше формулювання
own-wording-explained = Це визначення сформулювала редакція атласу; воно не цитує жодного джерела, і лікарі його не перевіряли.
more-classes = { $number ->
    [one] ще { $number } клас, зараз прихований
    [few] ще { $number } класи, зараз приховані
    [many] ще { $number } класів, зараз прихованих
   *[other] ще { $number } класу, зараз прихованих
}
derived = виведено
shown-of = { $shown } з { $all }
list-of = Поняття класу «{ $label }»
properties-of = Твердження виду «{ $label }»
hidden-now = (зараз приховано)
other = інше

meaning-spread = поширення
meaning-place = місце
meaning-cause = причина
meaning-treatment = лікування
meaning-relief = полегшення
meaning-negative = заперечення
meaning-choice = вибір терапії
meaning-kind = різновид
meaning-other = інше

column-cancer = Рак і його поширення
column-sites = Ділянки тіла
column-metastases = Метастази
column-conditions = Стани
column-interventions = Втручання
column-drugs = Лікарські засоби та їхні форми
column-decisions = Рішення та відділення
column-other = Інше

count-concepts = { $number ->
    [one] { $number } поняття
    [few] { $number } поняття
    [many] { $number } понять
   *[other] { $number } поняття
}
count-statements = { $number ->
    [one] { $number } твердження
    [few] { $number } твердження
    [many] { $number } тверджень
   *[other] { $number } твердження
}
canvas = Схема перебігу: { $concepts }, { $statements }. Перелік понять і подробиці кажуть те саме словами.
columns = Стовпці схеми перебігу
jumps = Перейти до стовпця
column-before = На стовпець ліворуч
column-after = На стовпець праворуч
zoom-controls = Масштаб і пересування
zoom-in = Збільшити
zoom-out = Зменшити
fit = Показати все
left = Пересунути ліворуч
right = Пересунути праворуч
up = Пересунути вгору
down = Пересунути вниз
hint = Виберіть поняття або стрілку, щоб прочитати, що сказано і хто це каже.

details = Подробиці
close = Закрити подробиці
close-legend = Закрити легенду
sheet-fold = Згорнути панель
sheet-unfold = Розгорнути панель
selected = Вибрано: { $label }, { $kind }. { $statements }.
selected-edge = Вибране твердження: { $sentence }
shown-now = Показано: { $concepts }, { $statements }.
clinical-name = Медична назва
plain-name = Простими словами
outgoing = Що сказано про поняття «{ $label }»
incoming = Де ще згадано поняття «{ $label }»
show-neighbours = { $hidden ->
    [one] Показати на схемі ще { $hidden } сусіднє поняття
    [few] Показати на схемі ще { $hidden } сусідні поняття
    [many] Показати на схемі ще { $hidden } сусідніх понять
   *[other] Показати на схемі ще { $hidden } сусіднього поняття
}
no-statements = Жодне твердження не згадує цього поняття. Це мовчання, а не «ні».
no-evidence = Для цього твердження не вказано уривка.
derived-heading = Виведені твердження ({ $number })
why = Чому?
because = тому що
already-shown = (показано вище)
other-names = Назви іншими мовами
mappings = В інших словниках
facts = Інші відомості
identifier = Ідентифікатор
statement = Твердження
show-on-map = Показати лише це твердження
stated-negative = пряме заперечення
negative = заперечення
note = Примітка
citation = Джерело
licence = Ліцензія
excerpt = Це лише частина: те, що лежить не далі ніж за { $steps ->
    [one] { $steps } крок
    [few] { $steps } кроки
    [many] { $steps } кроків
   *[other] { $steps } кроку
} від «{ $label }» у { $store }.
excerpt-cut = Там є більше, ніж було отримано.
broken = Не вдалося показати сторінку.
opens-outside = (відкриває інший сайт)
match-same = те саме, що
match-close = близьке до
match-narrower = вужче, ніж
match-wider = ширше, ніж
match-related = пов'язане з

activity-tours = Тури
activity-quiz = Вікторина
activity-path = Знайти шлях
activity-take-away = Взяти із собою
close-activity = Закрити

skip-to-activity = Перейти до: { $activity }
left-out = { $number ->
    [one] Фільтр приховує { $number } твердження.
    [few] Фільтр приховує { $number } твердження.
    [many] Фільтр приховує { $number } тверджень.
   *[other] Фільтр приховує { $number } твердження.
}
