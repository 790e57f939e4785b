activity-sparql = Abfragen
sparql-helpers = Wege zu einer Abfrage
sparql-helper-questions = Fertige Fragen
sparql-helper-build = Selbst zusammenstellen
sparql-questions-intro = Auf jede dieser Fragen hat der Atlas eine Antwort; neben dem, was Textstellen sagen, stehen sie selbst. Ein Klick stellt die Frage.
sparql-no-questions = Diese Seite enthält keine fertigen Fragen.
sparql-editor = SPARQL-Abfrage
sparql-editor-help = Strg und Eingabe stellen die Abfrage. Strg und Leertaste schlagen Begriffe vor. Tab oder Escape verlassen das Feld.
sparql-completions = Begriffe, die hier stehen können
sparql-run = Fragen
sparql-stop = Anhalten
sparql-shortcut = Strg + Eingabe
sparql-limit = Höchstens
sparql-seconds = { $number } s
sparql-starting = Die Abfragemaschine wird bereit gemacht.
sparql-asking = Die Abfrage läuft.
sparql-result = Antwort
sparql-result-table = Zeilen der Antwort
sparql-stale = Das ist die Antwort auf die vorige Abfrage. Fragen Sie, um die Antwort auf die jetzige zu sehen.
sparql-show-code = SPARQL anzeigen
sparql-time = ({ $milliseconds } ms)
sparql-rows = { $number ->
    [0] Keine Zeile passt. Was keine Textstelle sagt, ist deshalb nicht falsch.
    [one] { $number } Zeile.
   *[other] { $number } Zeilen.
}
sparql-triples = { $number ->
    [0] Kein Tripel.
    [one] { $number } Tripel.
   *[other] { $number } Tripel.
}
sparql-cut = Es gibt noch mehr; hier stehen nur die ersten. { $shown } Heruntergeladen wird alles.
sparql-yes = Ja: So steht es im Atlas.
sparql-not = So steht es nicht im Atlas. Was keine Textstelle sagt, ist deshalb nicht falsch.
sparql-subject = Subjekt
sparql-predicate = Eigenschaft
sparql-object = Objekt
sparql-kind-class = Klasse
sparql-kind-property = Eigenschaft
sparql-kind-concept = Begriff
sparql-kind-passage = Textstelle
sparql-kind-other = anderes
sparql-no-engine = Diese Seite wurde ohne ihre SPARQL-Maschine erzeugt. Neu erzeugen lässt sie sich mit: metastasis-atlas explore
sparql-old-browser = Dieser Browser kann die SPARQL-Maschine nicht auspacken. Ein neuerer kann es: Chrome oder Edge ab Version 80, Firefox ab 113, Safari ab 16.4.
sparql-broken = Die Maschine konnte nicht weiterarbeiten und wurde neu gestartet. { $told }
sparql-stopped = Angehalten.
sparql-time-over = Nach { $seconds } Sekunden lag keine Antwort vor; die Abfrage wurde angehalten. Fragen Sie nach weniger, oder lassen Sie mehr Zeit.
sparql-empty = Es steht noch keine Abfrage da. Wählen Sie eine Frage, oder schreiben Sie eine Abfrage.
sparql-too-long = Die Abfrage ist länger als { $most } KiB. Fragen Sie nach weniger auf einmal.
sparql-too-deep = Die Abfrage ist mehr als { $most }-fach verschachtelt. Machen Sie sie flacher.
sparql-too-many = Die Abfrage hat zu viele Teile. Stellen Sie mehrere kleinere.
sparql-too-many-here = Die Abfrage hat mehr Teile, als die Maschine in einer Seite verträgt. Stellen Sie mehrere kleinere, oder fragen Sie auf der Befehlszeile: metastasis-atlas query
sparql-two-ways = Die Abfrage lässt sich auf zwei Arten lesen: Setzen Sie ein Leerzeichen hinter jedes „<“, das zu keiner IRI gehört.
sparql-no-graph = Es gibt hier keinen Graphen <{ $graph }>. Lassen Sie ihn in der Datenmenge weg, oder nennen Sie einen anderen.
sparql-service = SERVICE fragt einen anderen Endpunkt; das ist abgeschaltet. Lassen Sie es weg.
sparql-update = { $word } würde den Atlas ändern, der nur gelesen werden kann. Fragen Sie mit SELECT, ASK, CONSTRUCT oder DESCRIBE.
sparql-fault = Die Abfrage ist fehlerhaft in Zeile { $line }, Spalte { $column }: { $fault }
sparql-fault-form = Sie muss mit SELECT, ASK, CONSTRUCT oder DESCRIBE beginnen, nicht mit „{ $found }“.{ $near ->
    [none] {""}
   *[other] {" "}Meinten Sie „{ $near }“?
}
sparql-fault-prefix = Das Präfix „{ $prefix }“ von „{ $found }“ ist nicht vereinbart.{ $near ->
    [none] {""}
   *[other] {" "}Meinten Sie „{ $near }“?
}
sparql-fault-iri = „{ $found }“ ist keine ganze IRI: Ihr fehlt ein Schema wie „https:“.
sparql-fault-text = Der Text, der mit { $found } beginnt, endet nicht.
sparql-fault-closes = „{ $found }“ steht dort und schließt nichts.
sparql-fault-unclosed = „{ $found }“ steht dort und wird nie geschlossen.
sparql-fault-end = Dort, nach „{ $before }“, ist sie zu Ende, obwohl noch etwas fehlt.
sparql-fault-found = Dort passt „{ $found }“ nicht.
sparql-fault-told = Dort passt „{ $found }“ nicht: { $sentence }.
sparql-fault-expected = Dort steht „{ $found }“, wo { $expected } stehen sollte.
sparql-unknown = Der Atlas kennt „{ $found }“ nicht.{ $near ->
    [none] {""}
   *[other] {" "}Meinten Sie „{ $near }“{ $other ->
        [none] {""}
       *[other] {" "}oder „{ $other }“
    }?
}
sparql-mend = Ersetzen durch { $term }
sparql-unknown-terms = Begriffe, die der Atlas nicht kennt
sparql-build-nothing = Der Atlas enthält keine Aussage, nach der gefragt werden könnte.
sparql-build-direction = Was gesucht ist
sparql-build-subject = Wer oder was tut es?
sparql-build-object = Was tut …?
sparql-build-class = Gesucht: Art
sparql-build-any = alles
sparql-build-property = Aussage
sparql-build-concept = Begriff
sparql-build-passages = mit den Textstellen, die es sagen
sparql-build-answers = { $number ->
    [0] Der Atlas nennt keinen; das heißt nicht, dass es keinen gibt.
    [one] { $number } Begriff ist die Antwort.
   *[other] { $number } Begriffe sind die Antwort.
}
sparql-download = Herunterladen
sparql-file-csv = CSV
sparql-file-tsv = TSV
sparql-file-json = JSON
sparql-file-ttl = Turtle
sparql-copy = Kopieren als
sparql-copy-sparql = SPARQL
sparql-copy-python = Python
sparql-copy-curl = curl
sparql-copied = Kopiert.
sparql-csv-note = CSV und TSV enthalten die Daten, wie sie sind; eine Tabellenkalkulation könnte eine Zelle, die mit „=“ beginnt, für eine Formel halten.
sparql-graph = Graph der Antwort: { $nodes } Terme und { $lines } Aussagen. Die Tabelle darunter sagt dasselbe.
sparql-graph-cut = { $shown } Terme sind gezeichnet, { $hidden } weitere nicht; die Tabelle enthält alle.
