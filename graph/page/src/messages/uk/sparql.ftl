activity-sparql = Запитання
sparql-helpers = Шляхи до запиту
sparql-helper-questions = Готові запитання
sparql-helper-build = Скласти запит
sparql-questions-intro = На кожне з цих запитань атлас має відповідь; поряд із сказаним стоїть його уривок. Клацання ставить запитання.
sparql-no-questions = Ця сторінка не містить готових запитань.
sparql-editor = Запит SPARQL
sparql-editor-help = Ctrl і Enter виконують запит. Ctrl і пробіл пропонують терміни. Tab або Escape виводять із редактора.
sparql-completions = Терміни, які можуть тут стояти
sparql-run = Запитати
sparql-stop = Зупинити
sparql-shortcut = Ctrl + Enter
sparql-limit = Не довше
sparql-seconds = { $number } с
sparql-starting = Рушій готується до роботи.
sparql-asking = Запит виконується.
sparql-result = Відповідь
sparql-result-table = Рядки відповіді
sparql-stale = Це відповідь на попередній запит. Запитайте, щоб побачити відповідь на теперішній.
sparql-show-code = Показати SPARQL
sparql-time = ({ $milliseconds } мс)
sparql-rows = { $number ->
    [0] Жоден рядок не підходить. Те, про що не каже жоден уривок, не є через це хибним.
    [one] { $number } рядок.
    [few] { $number } рядки.
    [many] { $number } рядків.
   *[other] { $number } рядка.
}
sparql-triples = { $number ->
    [0] Жодної трійки.
    [one] { $number } трійка.
    [few] { $number } трійки.
    [many] { $number } трійок.
   *[other] { $number } трійки.
}
sparql-cut = Є ще: тут показано лише перші. { $shown } Завантажений файл міститиме все.
sparql-yes = Так: атлас це містить.
sparql-not = Атлас цього не містить. Те, про що не каже жоден уривок, не є через це хибним.
sparql-subject = суб’єкт
sparql-predicate = властивість
sparql-object = об’єкт
sparql-kind-class = клас
sparql-kind-property = властивість
sparql-kind-concept = поняття
sparql-kind-passage = уривок
sparql-kind-other = інше
sparql-no-engine = Цю сторінку створено без рушія SPARQL. Створіть її знову: metastasis-atlas explore
sparql-old-browser = Цей браузер не може розпакувати рушій SPARQL. Новіший може: Chrome або Edge від версії 80, Firefox від 113, Safari від 16.4.
sparql-broken = Рушій не зміг продовжити роботу, і його запущено знову. { $told }
sparql-stopped = Зупинено.
sparql-time-over = За { $seconds } с відповіді не було, тому запит зупинено. Запитайте про менше або дайте більше часу.
sparql-empty = Запиту ще немає. Виберіть запитання або напишіть запит.
sparql-too-long = Запит довший за { $most } КіБ. Запитайте про менше за один раз.
sparql-too-deep = Запит має понад { $most } рівнів вкладення. Зробіть його простішим.
sparql-too-many = Запит має забагато частин. Поставте кілька менших.
sparql-too-many-here = Запит має більше частин, ніж витримує рушій у сторінці. Поставте кілька менших або запитайте в командному рядку: metastasis-atlas query
sparql-two-ways = Запит можна прочитати двома способами: поставте пробіл після кожного «<», що не належить до IRI.
sparql-no-graph = Графу <{ $graph }> тут немає. Приберіть його з набору даних або назвіть інший.
sparql-service = SERVICE звертається до іншої точки доступу, а це вимкнено. Приберіть його.
sparql-update = { $word } змінив би атлас, який можна лише читати. Запитуйте через SELECT, ASK, CONSTRUCT або DESCRIBE.
sparql-fault = У запиті помилка в рядку { $line }, стовпці { $column }: { $fault }
sparql-fault-form = він має починатися з SELECT, ASK, CONSTRUCT або DESCRIBE, а не з «{ $found }».{ $near ->
    [none] {""}
   *[other] {" "}Можливо, «{ $near }»?
}
sparql-fault-prefix = префікс «{ $prefix }» у «{ $found }» не оголошено.{ $near ->
    [none] {""}
   *[other] {" "}Можливо, «{ $near }»?
}
sparql-fault-iri = «{ $found }» не є повним IRI: бракує схеми, як-от «https:».
sparql-fault-text = текст, що починається з { $found }, не закінчується.
sparql-fault-closes = «{ $found }» стоїть там і нічого не закриває.
sparql-fault-unclosed = «{ $found }» стоїть там і ніде не закривається.
sparql-fault-end = він закінчується там, після «{ $before }», хоча ще чогось бракує.
sparql-fault-found = «{ $found }» там стояти не може.
sparql-fault-told = «{ $found }» там стояти не може: { $sentence }.
sparql-fault-expected = там стоїть «{ $found }», а має стояти { $expected }.
sparql-unknown = Атлас не знає «{ $found }».{ $near ->
    [none] {""}
   *[other] {" "}Можливо, «{ $near }»{ $other ->
        [none] {""}
       *[other] {" "}або «{ $other }»
    }?
}
sparql-mend = Замінити на { $term }
sparql-unknown-terms = Терміни, яких атлас не знає
sparql-build-nothing = Атлас не містить жодного твердження, про яке можна було б запитати.
sparql-build-direction = Що шукається
sparql-build-subject = Що це робить?
sparql-build-object = Що робить …?
sparql-build-class = Шукається: вид
sparql-build-any = будь-що
sparql-build-property = Твердження
sparql-build-concept = Поняття
sparql-build-passages = з уривками, які це стверджують
sparql-build-answers = { $number ->
    [0] Атлас не називає жодного, але це не означає, що їх немає.
    [one] Відповідає { $number } поняття.
    [few] Відповідають { $number } поняття.
    [many] Відповідають { $number } понять.
   *[other] Відповідає { $number } поняття.
}
sparql-download = Завантажити
sparql-file-csv = CSV
sparql-file-tsv = TSV
sparql-file-json = JSON
sparql-file-ttl = Turtle
sparql-copy = Копіювати як
sparql-copy-sparql = SPARQL
sparql-copy-python = Python
sparql-copy-curl = curl
sparql-copied = Скопійовано.
sparql-csv-note = CSV і TSV містять дані такими, як вони є; електронна таблиця може сприйняти клітинку, що починається з «=», як формулу.
sparql-graph = Граф відповіді: термінів – { $nodes }, тверджень – { $lines }. Таблиця нижче каже те саме.
sparql-graph-cut = Намальовано термінів: { $shown }; ще { $hidden } не намальовано; таблиця містить усі.
