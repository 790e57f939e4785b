# quiz

quiz-none = У цьому атласі немає вікторин.
quiz-intro = Кожне завдання запитує, що називає уривок. Чого він не називає, того він не заперечує: мовчання – це не «ні».
quiz-choose = Виберіть вікторину
quiz-items = { $number ->
    [one] { $number } завдання
    [few] { $number } завдання
    [many] { $number } завдань
   *[other] { $number } завдання
}
quiz-mixed = Усе разом: завдання з усіх
quiz-shuffle = Перемішати завдання
quiz-kept = Про Вас нічого не зберігається і не надсилається.
quiz-progress = Завдання { $at } з { $total }
quiz-leave = Вибрати іншу вікторину
quiz-place = { $number ->
    [one] Що називає цей уривок:
   *[other] Що називають ці уривки:
}
quiz-peek = { $number ->
    [one] Спершу прочитати уривок
    [few] Спершу прочитати уривки
    [many] Спершу прочитати уривки
   *[other] Спершу прочитати уривки
}
quiz-peek-rest = Те, про що питають, тут пропущено, навіть якщо уривок нічого про це не каже; відповідь покаже все.
quiz-tick = Правильних відповідей може бути кілька. Позначте те, що називає уривок.
quiz-check = Перевірити
quiz-skip = Пропустити завдання
quiz-next = Наступне завдання
quiz-finish = До підсумку

quiz-ticked = (Ви позначили)
quiz-outcome-named = Так: уривок це називає.
quiz-outcome-missed = Не позначено, хоча уривок це називає.
quiz-outcome-not-said = Тут не названо; це не означає «ні».
quiz-outcome-denied = Ні: уривок це заперечує.
quiz-named-of = Ви назвали { $named } з { $of }.{ $beyond ->
    [0] {""}
    [one] {" "}{ $beyond } з ваших позначок тут не названо.
   *[other] {" "}{ $beyond } з ваших позначок тут не названо.
}

quiz-verdict = Ваша відповідь
quiz-verdict-named = Уривок так каже
quiz-verdict-denied = Уривок це заперечує
quiz-verdict-not-said = Тут не сказано
quiz-your-answer = Ваша відповідь: { $answer }.
quiz-answer-named-same = Так: уривок це каже.
quiz-answer-named-other = Уривок справді це каже.
quiz-answer-denied-same = Так: уривок це заперечує.
quiz-answer-denied-other = Тут є «ні»: уривок це заперечує.
quiz-answer-not-said-same = Так: тут цього не сказано. Це не означає «ні».
quiz-answer-not-said-other = Тут цього не сказано. Це не означає ні «ні», ні «так».

quiz-covered = Карту закрито, доки Ви не відповісте.
quiz-uncover = Усе одно показати
quiz-lit = У «Перебігу» все це виділено.
quiz-elsewhere = Що про це каже атлас:
quiz-statements = Що сказано
quiz-passages = Де це сказано
quiz-show = Показати на карті
quiz-show-concept = Показати
quiz-show-what = Показати на карті: { $what }

quiz-map = Мала карта: { $concepts ->
    [one] { $concepts } поняття
    [few] { $concepts } поняття
    [many] { $concepts } понять
   *[other] { $concepts } поняття
}, { $links ->
    [one] { $links } зв’язок
    [few] { $links } зв’язки
    [many] { $links } зв’язків
   *[other] { $links } зв’язку
}. Клавіші зі стрілками ведуть від поняття до поняття.
quiz-map-how = Виберіть два поняття у списках або на малюнку, а тоді – відношення, що веде від першого до другого.
quiz-map-how-rows = Виберіть два поняття в рядках або у списках, а тоді – відношення, що веде від першого до другого.
quiz-map-rows = Карта рядками: { $concepts ->
    [one] { $concepts } поняття
    [few] { $concepts } поняття
   *[other] { $concepts } понять
}, { $links ->
    [one] { $links } зв’язок
    [few] { $links } зв’язки
   *[other] { $links } зв’язків
}
quiz-from = 1: від
quiz-to = 2: до
quiz-pick = виберіть поняття
quiz-relation = 3: відношення
quiz-from-here = вибрано як початок
quiz-to-here = вибрано як кінець
quiz-left = { $left ->
    [0] Усі зв’язки на місці.
    [one] Бракує { $left } зв’язку.
   *[other] Бракує { $left } зв’язків.
}
quiz-hint = Підказка
quiz-solve = Показати розв’язок
quiz-enlarge = Збільшити
quiz-large = Складання карти, велика карта
quiz-shrink = Закрити велику карту
quiz-links = { $number ->
    [one] { $number } зв’язок на карті, словами
    [few] { $number } зв’язки на карті, словами
    [many] { $number } зв’язків на карті, словами
   *[other] { $number } зв’язку на карті, словами
}
quiz-put-back = повернули Ви
quiz-choose-two = Спершу виберіть два поняття.
quiz-choose-other = Виберіть два різні поняття.
quiz-hint-1 = Пропущений зв’язок починається тут: { $from }.
quiz-hint-2 = Він веде звідси: { $from }, туди: { $to }.
quiz-hint-3 = Від «{ $from }» до «{ $to }» веде відношення «{ $relation }».
quiz-link-missing = Так, це названо:
quiz-link-also = Ці уривки називають і це; зв’язок домальовано:
quiz-link-there = Цей зв’язок уже є на карті:
quiz-link-reverse = Обидва поняття й відношення правильні, але тут зв’язок веде у зворотному напрямку:
quiz-link-reverse-yours = У Вашому напрямку це означало б «{ $from } – { $relation } – { $to }», а цього в цих уривках не названо.
quiz-turn = Повернути зв’язок навпаки
quiz-link-negative = У цих уривках не названо; вони кажуть ось що:
quiz-link-not-named = «{ $from } – { $relation } – { $to }» у цих уривках не названо; це не означає, що це не так.
quiz-map-done = Карта повна: Ви повернули { $found } з { $of }.

quiz-summary = Підсумок
quiz-total = Названо { $named } з { $of }
quiz-praise-all = Ви знайшли все, що називають ці уривки.
quiz-praise-some = Добре. Погляньте ще раз, і воно запам’ятається.
quiz-praise-start = Це початок: тепер Ви знаєте, які уривки варто переглянути.
quiz-again = { $number ->
    [one] { $number } завдання варто переглянути
    [few] { $number } завдання варто переглянути
    [many] { $number } завдань варто переглянути
   *[other] { $number } завдання варто переглянути
}
quiz-again-play = Пройти їх ще раз
quiz-restart = Почати знову
