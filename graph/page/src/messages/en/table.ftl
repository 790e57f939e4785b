# The table, and the facets of the legend.

facet-modalities = How firmly it is said
facet-sources = Source
facet-modalities-brief = How firmly
facet-sources-brief = Source
reset-filter = Reset the filter

table-label = Table
table-which = What the table lists
table-statements = Statements
table-concepts = Concepts
table-find = Find in the table
table-find-hint = In any column, in any language
table-shown-statements = { $all ->
    [one] { $shown } of { $all } statement
   *[other] { $shown } of { $all } statements
}
table-shown-concepts = { $all ->
    [one] { $shown } of { $all } concept
   *[other] { $shown } of { $all } concepts
}
table-show-all = Show all
table-sentences = In sentences
table-download = Download as CSV
table-caption-statements = Statements: who says what, how firmly and where. The button of the relation opens the evidence. Arrow keys move among the buttons.
table-caption-concepts = Concepts with their definitions (our wording) and names. Arrow keys move among the buttons.
table-subject = Subject
table-relation = Relation
table-object = Object
table-firmness = How firmly
table-origin = Origin
table-source = Source and place
table-sentence = Sentence
table-concept = Concept
table-class = Class
table-definition = Definition
table-number = Statements
table-names = Other names
table-source-alone = Source
table-place = Place
table-identifier = Identifier
table-subject-identifier = Identifier of the subject
table-relation-identifier = Identifier of the relation
table-object-identifier = Identifier of the object
table-from-source = from a source
table-by-rule = by the rule “{ $rule }”
table-no-source = no passage given
table-open = Open the evidence
table-nothing-statements = No statement matches. That is silence, not a “no”.
table-nothing-concepts = No concept matches.
table-pages = Pages of the table
table-page = { $from }–{ $to } of { $all }
table-before = Previous page
table-after = Next page
