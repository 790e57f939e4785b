# quiz

quiz-none = There are no quizzes in this atlas.
quiz-intro = Each item asks what a passage names. What it doesn’t name is not thereby denied: silence is no “no”.
quiz-choose = Choose a quiz
quiz-items = { $number ->
    [one] { $number } item
   *[other] { $number } items
}
quiz-mixed = Mixed: items from all
quiz-shuffle = Shuffle the items
quiz-kept = Nothing about you is stored or sent.
quiz-progress = Item { $at } of { $total }
quiz-leave = Choose another quiz
quiz-place = { $number ->
    [one] What this passage names:
   *[other] What these passages name:
}
quiz-peek = { $number ->
    [one] Read the passage first
   *[other] Read the passages first
}
quiz-peek-rest = What is asked is left out here, also where the passage says nothing of it; the answer shows all.
quiz-tick = Several may be right. Tick what the passage names.
quiz-check = Check
quiz-skip = Skip this item
quiz-next = Next item
quiz-finish = To the summary

quiz-ticked = (your tick)
quiz-outcome-named = Right: the passage names it.
quiz-outcome-missed = Not ticked, though the passage names it.
quiz-outcome-not-said = Not named here; that doesn’t mean no.
quiz-outcome-denied = No: the passage says it doesn’t.
quiz-named-of = You named { $named } of { $of }.{ $beyond ->
    [0] {""}
    [one] {" "}One of your ticks isn’t named here.
   *[other] {" "}{ $beyond } of your ticks aren’t named here.
}

quiz-verdict = Your answer
quiz-verdict-named = The passage says so
quiz-verdict-denied = The passage says it doesn’t
quiz-verdict-not-said = Not said here
quiz-your-answer = Your answer: { $answer }.
quiz-answer-named-same = Right: the passage says so.
quiz-answer-named-other = The passage does say so.
quiz-answer-denied-same = Right: the passage says it doesn’t.
quiz-answer-denied-other = Here there is a “no”: the passage says it doesn’t.
quiz-answer-not-said-same = Right: it is not said here. That doesn’t mean no.
quiz-answer-not-said-other = It is not said here. That doesn’t mean no, and it doesn’t mean yes.

quiz-covered = The map is covered until you answer.
quiz-uncover = Show it anyway
quiz-lit = All of this is lit up in the pathway.
quiz-elsewhere = What the atlas does say of it:
quiz-statements = What is stated
quiz-passages = Where it stands
quiz-show = Show on the map
quiz-show-concept = Show
quiz-show-what = Show on the map: { $what }

quiz-map = Small map: { $concepts ->
    [one] { $concepts } concept
   *[other] { $concepts } concepts
}, { $links ->
    [one] { $links } link
   *[other] { $links } links
}. Arrow keys move among the concepts.
quiz-map-how = Choose two concepts, in the lists or in the drawing, then the relation that leads from the first to the second.
quiz-map-how-rows = Choose two concepts, in the rows or in the lists, then the relation that leads from the first to the second.
quiz-map-rows = The map in rows: { $concepts ->
    [one] { $concepts } concept
   *[other] { $concepts } concepts
}, { $links ->
    [one] { $links } link
   *[other] { $links } links
}
quiz-from = 1: from
quiz-to = 2: to
quiz-pick = choose a concept
quiz-relation = 3: relation
quiz-from-here = chosen as the beginning
quiz-to-here = chosen as the end
quiz-left = { $left ->
    [0] No link is missing.
    [one] { $left } link is missing.
   *[other] { $left } links are missing.
}
quiz-hint = Hint
quiz-solve = Show the solution
quiz-enlarge = Enlarge
quiz-large = Build the map, large
quiz-shrink = Close the large map
quiz-links = { $number ->
    [one] { $number } link on the map, in words
   *[other] { $number } links on the map, in words
}
quiz-put-back = put back by you
quiz-choose-two = Choose two concepts first.
quiz-choose-other = Choose two different concepts.
quiz-hint-1 = A missing link begins here: { $from }.
quiz-hint-2 = It leads from here: { $from }, to there: { $to }.
quiz-hint-3 = From “{ $from }” to “{ $to }”, the relation is “{ $relation }”.
quiz-link-missing = Right, it is named:
quiz-link-also = That is named in these passages as well, and is drawn:
quiz-link-there = This link stands on the map already:
quiz-link-reverse = The right two concepts and the right relation; but here the link runs the other way:
quiz-link-reverse-yours = Your way round it would say “{ $from } – { $relation } – { $to }”, which these passages don’t name.
quiz-turn = Turn the link round
quiz-link-negative = Not named in these passages; what they do say:
quiz-link-not-named = “{ $from } – { $relation } – { $to }” is not named in these passages; that doesn’t mean it isn’t so.
quiz-map-done = The map is complete: you put back { $found } of { $of }.

quiz-summary = Summary
quiz-total = { $named } of { $of } named
quiz-praise-all = You found everything that these passages name.
quiz-praise-some = Well done. A second look makes it stick.
quiz-praise-start = A beginning: now you know which passages to look at.
quiz-again = { $number ->
    [one] One item to look at again
   *[other] { $number } items to look at again
}
quiz-again-play = Play these again
quiz-restart = Start anew
