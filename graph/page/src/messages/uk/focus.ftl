# focus

focus-bar = Кроки та що показано
focus-back = Назад
focus-forward = Вперед
focus-list = Списком
focus-derived = Також виведене ({ $number })
focus-hidden = { $number ->
    [one] Приховано { $number } сусіднє поняття
    [few] Приховано { $number } сусідні поняття
   *[many] Приховано { $number } сусідніх понять
}
focus-show-hidden = Показати
focus-left-out = { $number ->
    [one] У легенді вимкнено { $number } твердження
    [few] У легенді вимкнено { $number } твердження
   *[many] У легенді вимкнено { $number } тверджень
}
focus-more = ще { $number }
focus-nothing-now = Зараз нічого не показано: перевірте, що приховано, виведено або вимкнено в легенді.
focus-start = З чого почнемо?
focus-start-hint = Виберіть або знайдіть поняття: воно стане посередині, а навколо — те, що про нього сказано.
focus-picture = { $number ->
    [one] Посередині: { $label }; навколо { $number } поняття
    [few] Посередині: { $label }; навколо { $number } поняття
   *[many] Посередині: { $label }; навколо { $number } понять
}
focus-is-middle = { $label }, { $kind }, посередині
focus-is-neighbour = { $label }, { $kind }
focus-relation = { $number ->
    [one] { $relation }: { $number } твердження
    [few] { $relation }: { $number } твердження
   *[many] { $relation }: { $number } тверджень
}
focus-linked = Що сказано про «{ $label }»
focus-go-to = Перейти: { $label }
focus-menu = Більше: { $label }
focus-unfold = { $number ->
    [one] Розгорнути ще { $number } твердження
    [few] Розгорнути ще { $number } твердження
   *[many] Розгорнути ще { $number } тверджень
}
focus-fold = Згорнути
focus-hide = Приховати на цьому малюнку
focus-close-list = Закрити список
