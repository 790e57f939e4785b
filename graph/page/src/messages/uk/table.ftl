# The table, and the facets of the legend.

facet-modalities = Наскільки певно сказано
facet-sources = Джерело
facet-modalities-brief = Певність
facet-sources-brief = Джерело
reset-filter = Скинути фільтр

table-label = Таблиця
table-which = Що перелічує таблиця
table-statements = Твердження
table-concepts = Поняття
table-find = Пошук у таблиці
table-find-hint = У будь-якому стовпці, будь-якою мовою
table-shown-statements = { $all ->
    [one] { $shown } з { $all } твердження
   *[other] { $shown } з { $all } тверджень
}
table-shown-concepts = { $all ->
    [one] { $shown } з { $all } поняття
   *[other] { $shown } з { $all } понять
}
table-show-all = Показати все
table-sentences = Реченнями
table-download = Завантажити як CSV
table-caption-statements = Твердження: хто що каже, наскільки певно і де. Кнопка відношення відкриває докази. Між кнопками можна рухатися клавішами зі стрілками.
table-caption-concepts = Поняття з визначеннями (наше формулювання) та назвами. Між кнопками можна рухатися клавішами зі стрілками.
table-subject = Суб’єкт
table-relation = Відношення
table-object = Об’єкт
table-firmness = Наскільки певно
table-origin = Походження
table-source = Джерело й місце
table-sentence = Речення
table-concept = Поняття
table-class = Клас
table-definition = Визначення
table-number = Твердження
table-names = Інші назви
table-source-alone = Джерело
table-place = Місце
table-identifier = Ідентифікатор
table-subject-identifier = Ідентифікатор суб’єкта
table-relation-identifier = Ідентифікатор відношення
table-object-identifier = Ідентифікатор об’єкта
table-from-source = із джерела
table-by-rule = за правилом «{ $rule }»
table-no-source = уривок не вказано
table-open = Відкрити докази
table-nothing-statements = Жодне твердження не відповідає запиту. Це мовчання, а не «ні».
table-nothing-concepts = Жодне поняття не відповідає запиту.
table-pages = Сторінки таблиці
table-page = { $from }–{ $to } з { $all }
table-before = Попередня сторінка
table-after = Наступна сторінка
