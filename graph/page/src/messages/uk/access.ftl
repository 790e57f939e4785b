# Що це за джерело, і що названо в адресі, чого ця сторінка не знає.

rests-on = спирається на
source-publisher = Видавець
source-not-stated = не зазначено
source-kind-not-stated = вид не зазначено
source-unknown = Про це джерело нічого не відомо: { $id }

unknown-view = Ця сторінка не має вигляду «{ $name }».
unknown-focus = Цей атлас не знає поняття «{ $name }».
unknown-statement = Цей атлас не містить твердження «{ $name }».
unknown-passage = Цей атлас не знає уривка «{ $name }» або жодного його твердження.
unknown-tour = Ця сторінка не має туру «{ $name }» з таким кроком.
unknown-quiz = Ця сторінка не має вікторини «{ $name }» з таким завданням.
unknown-path = Цей атлас не знає двох понять «{ $name }» для шляху.
unknown-lang = Ця сторінка не знає мови «{ $name }».
unknown-rest = Решту адреси показано.
unknown-meant = Можливо, Ви мали на увазі:
unknown-close = Закрити повідомлення
drawing-list = Малюнок як список; клавіші зі стрілками ведуть від поняття до поняття
drawing-more = { $number ->
    [one] Ще { $number } поняття є в таблиці.
    [few] Ще { $number } поняття є в таблиці.
    [many] Ще { $number } понять є в таблиці.
   *[other] Ще { $number } поняття є в таблиці.
}
