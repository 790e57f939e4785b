# The page's frame, the legend and the details.

skip-to-drawing = Skip to the drawing
skip-to-details = Skip to the details

search-label = Search
search-placeholder = Search a concept in any language
search-results = { $found ->
    [0] Nothing found
    [one] { $found } concept
   *[other] { $found } concepts
}
search-nothing = Nothing found. What the atlas doesn’t speak of is not thereby denied. Try another word.

to-dark = Dark theme
to-light = Light theme
disclaimer = For education, not medical advice.
review = Not reviewed by a clinician.

view-label = View
view-pathway = Pathway
view-body = Body map
view-focus = Focus
view-table = Table
language-label = Language
wording-label = Wording
wording-clinical = Clinical
wording-plain = Plain
fallback = (in English)

legend = Legend and filter
concepts = Concepts
statements = Statements
amount = How much is shown
core = Core
everything = Everything
origin = Where statements come from
origin-stated = stated in a source
origin-ours = our own addition (dotted)
origin-derived = derived by a rule (dashed)
hedged-line = thin: not said outright
ours-only = our own addition
ours-explained = No source speaks of this concept; the editors add it and give a reason.
own-wording = our wording
own-wording-explained = The atlas's editors worded this definition; no source is quoted, and nobody medical has reviewed it.
more-classes = { $number ->
    [one] { $number } more class, hidden now
   *[other] { $number } more classes, hidden now
}
derived = derived
shown-of = { $shown } of { $all }
list-of = Concepts of the class { $label }
properties-of = Statements of the kind { $label }
hidden-now = (hidden now)
other = other

meaning-spread = spread
meaning-place = place
meaning-cause = cause
meaning-treatment = treatment
meaning-relief = relief
meaning-negative = negative
meaning-choice = choice of therapy
meaning-kind = kind of
meaning-other = other

column-cancer = Cancer and its spread
column-sites = Sites
column-metastases = Metastases
column-conditions = Conditions
column-interventions = Interventions
column-drugs = Drugs and their forms
column-decisions = Decisions and departments
column-other = Other

count-concepts = { $number ->
    [one] { $number } concept
   *[other] { $number } concepts
}
count-statements = { $number ->
    [one] { $number } statement
   *[other] { $number } statements
}
canvas = Pathway drawing: { $concepts }, { $statements }. The list of concepts and the details say the same in words.
columns = Columns of the pathway
jumps = Go to a column
column-before = One column to the left
column-after = One column to the right
zoom-controls = Zoom and move
zoom-in = Zoom in
zoom-out = Zoom out
fit = Show all
left = Move left
right = Move right
up = Move up
down = Move down
hint = Choose a concept or an arrow to read what is said, and who says so.

details = Details
close = Close details
close-legend = Close legend
sheet-fold = Fold panel
sheet-unfold = Unfold panel
selected = Selected: { $label }, { $kind }. { $statements }.
selected-edge = Selected statement: { $sentence }
shown-now = Shown: { $concepts }, { $statements }.
clinical-name = Clinical name
plain-name = In plain words
outgoing = What is said of { $label }
incoming = What else mentions { $label }
show-neighbours = { $hidden ->
    [one] Show { $hidden } more neighbour in the drawing
   *[other] Show { $hidden } more neighbours in the drawing
}
no-statements = No statement mentions this concept. That is silence, not a “no”.
no-evidence = No passage is given for this statement.
derived-heading = Derived statements ({ $number })
why = Why?
because = because
already-shown = (shown above)
other-names = Names in other languages
mappings = In other vocabularies
facts = Further facts
identifier = Identifier
statement = Statement
show-on-map = Show this statement alone
stated-negative = stated negative
negative = negative
note = Note
citation = Source
licence = Licence
excerpt = This is a part only: what lies within { $steps ->
    [one] { $steps } step
   *[other] { $steps } steps
} of “{ $label }” in { $store }.
excerpt-cut = There is more there than was fetched.
broken = The page could not be shown.
opens-outside = (opens another site)
match-same = same as
match-close = close to
match-narrower = narrower than
match-wider = wider than
match-related = related to

activity-tours = Tours
activity-quiz = Quiz
activity-path = Find a path
activity-take-away = Take away
close-activity = Close

skip-to-activity = Skip to: { $activity }
left-out = { $number ->
    [one] { $number } statement is left out by the filter.
   *[other] { $number } statements are left out by the filter.
}
