# focus

focus-bar = Steps and what is shown
focus-back = Back
focus-forward = Forward
focus-list = As a list
focus-derived = Derived too ({ $number })
focus-hidden = { $number ->
    [one] { $number } neighbour hidden
   *[other] { $number } neighbours hidden
}
focus-show-hidden = Show
focus-left-out = { $number ->
    [one] The legend leaves out { $number } statement
   *[other] The legend leaves out { $number } statements
}
focus-more = { $number ->
    [one] { $number } more
   *[other] { $number } more
}
focus-nothing-now = Nothing is shown now: see what is hidden, derived or switched off in the legend.
focus-start = Where would you like to begin?
focus-start-hint = Choose a concept, or search for one: it comes to the middle, and around it stands what is said of it.
focus-picture = { $number ->
    [one] { $label } in the middle, { $number } neighbour around it
   *[other] { $label } in the middle, { $number } neighbours around it
}
focus-is-middle = { $label }, { $kind }, in the middle
focus-is-neighbour = { $label }, { $kind }
focus-relation = { $number ->
    [one] { $relation }: { $number } statement
   *[other] { $relation }: { $number } statements
}
focus-linked = What is said of { $label }
focus-go-to = Go to { $label }
focus-menu = More about { $label }
focus-unfold = { $number ->
    [one] Unfold { $number } further statement
   *[other] Unfold { $number } further statements
}
focus-fold = Fold up again
focus-hide = Hide from this picture
focus-close-list = Close the list
