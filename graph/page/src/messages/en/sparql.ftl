activity-sparql = Questions
sparql-helpers = Ways to a query
sparql-helper-questions = Ready questions
sparql-helper-build = Put one together
sparql-questions-intro = Each of these questions has an answer in the atlas; passages stand beside what they say. A click asks.
sparql-no-questions = This page holds no ready questions.
sparql-editor = SPARQL query
sparql-editor-help = Control and Enter ask the query. Control and space suggest terms. Tab or Escape leave the editor.
sparql-completions = Terms that can stand here
sparql-run = Ask
sparql-stop = Stop
sparql-shortcut = Ctrl + Enter
sparql-limit = At most
sparql-seconds = { $number } s
sparql-starting = The engine is being made ready.
sparql-asking = The query is being asked.
sparql-result = Answer
sparql-result-table = Rows of the answer
sparql-stale = This is the answer to the query before. Ask to see the answer to the one that stands here now.
sparql-show-code = Show the SPARQL
sparql-time = ({ $milliseconds } ms)
sparql-rows = { $number ->
    [0] No row matches. What no passage says is not therefore false.
    [one] { $number } row.
   *[other] { $number } rows.
}
sparql-triples = { $number ->
    [0] No triple.
    [one] { $number } triple.
   *[other] { $number } triples.
}
sparql-cut = There is more: only the first are shown here. { $shown } A download holds all.
sparql-yes = Yes: the atlas holds it.
sparql-not = The atlas does not hold it. What no passage says is not therefore false.
sparql-subject = subject
sparql-predicate = property
sparql-object = object
sparql-kind-class = class
sparql-kind-property = property
sparql-kind-concept = concept
sparql-kind-passage = passage
sparql-kind-other = other
sparql-no-engine = This page was made without its SPARQL engine. Make it anew with: metastasis-atlas explore
sparql-old-browser = This browser can't unpack the SPARQL engine. A newer one can: Chrome or Edge from version 80 on, Firefox from 113, Safari from 16.4.
sparql-broken = The engine could not go on, and has been started anew. { $told }
sparql-stopped = Stopped.
sparql-time-over = No answer within { $seconds } seconds, so the query was stopped. Ask for less, or allow more time.
sparql-empty = There is no query yet. Choose a question, or write one.
sparql-too-long = The query is longer than { $most } KiB. Ask for less at once.
sparql-too-deep = The query is nested more than { $most } deep. Make it flatter.
sparql-too-many = The query has too many parts. Ask it in several smaller ones.
sparql-too-many-here = The query has more parts than the engine in a page can take. Ask it in several smaller ones, or on the command line: metastasis-atlas query
sparql-two-ways = The query can be read in two ways: put a space after each "<" that is no IRI's.
sparql-no-graph = There is no graph <{ $graph }> here. Leave it out of the dataset, or name another.
sparql-service = SERVICE asks another endpoint, which is switched off. Leave it out.
sparql-update = { $word } would change the atlas, which is read-only. Ask with SELECT, ASK, CONSTRUCT or DESCRIBE.
sparql-fault = The query is faulty at line { $line }, column { $column }: { $fault }
sparql-fault-form = it must begin with SELECT, ASK, CONSTRUCT or DESCRIBE, not with "{ $found }".{ $near ->
    [none] {""}
   *[other] {" "}Did you mean "{ $near }"?
}
sparql-fault-prefix = the prefix "{ $prefix }" of "{ $found }" is not declared.{ $near ->
    [none] {""}
   *[other] {" "}Did you mean "{ $near }"?
}
sparql-fault-iri = "{ $found }" is no whole IRI: it has no scheme, like "https:".
sparql-fault-text = the text that begins with { $found } does not end.
sparql-fault-closes = "{ $found }" was found there, and closes nothing.
sparql-fault-unclosed = "{ $found }" was found there, and is never closed.
sparql-fault-end = the end, after "{ $before }", was found there.
sparql-fault-found = "{ $found }" was found there.
sparql-fault-told = "{ $found }" was found there: { $sentence }.
sparql-fault-expected = "{ $found }" was found there, where { $expected } should stand.
sparql-unknown = The atlas does not know "{ $found }".{ $near ->
    [none] {""}
   *[other] {" "}Did you mean "{ $near }"{ $other ->
        [none] {""}
       *[other] {" "}or "{ $other }"
    }?
}
sparql-mend = Replace by { $term }
sparql-unknown-terms = Terms that the atlas does not know
sparql-build-nothing = The atlas holds no statement that could be asked for.
sparql-build-direction = What is sought
sparql-build-subject = Which … does it?
sparql-build-object = What does … do?
sparql-build-class = Sought: a …
sparql-build-any = anything
sparql-build-property = Statement
sparql-build-concept = Concept
sparql-build-passages = with the passages that say so
sparql-build-answers = { $number ->
    [0] The atlas names none, which does not mean there is none.
    [one] { $number } concept answers.
   *[other] { $number } concepts answer.
}
sparql-download = Download
sparql-file-csv = CSV
sparql-file-tsv = TSV
sparql-file-json = JSON
sparql-file-ttl = Turtle
sparql-copy = Copy as
sparql-copy-sparql = SPARQL
sparql-copy-python = Python
sparql-copy-curl = curl
sparql-copied = Copied.
sparql-csv-note = CSV and TSV hold the data as it is; a spreadsheet may take a cell that begins with "=" for a formula.
sparql-graph = Graph of the answer: { $nodes } terms and { $lines } statements. The table below says the same.
sparql-graph-cut = { $shown } terms are drawn, { $hidden } more are not; the table holds all.
