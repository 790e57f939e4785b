# The table, and the facets of the legend.

facet-modalities = Wie bestimmt es gesagt ist
facet-sources = Quelle
facet-modalities-brief = Wie bestimmt
facet-sources-brief = Quelle
reset-filter = Filter zurücksetzen

table-label = Tabelle
table-which = Was die Tabelle auflistet
table-statements = Aussagen
table-concepts = Begriffe
table-find = In der Tabelle suchen
table-find-hint = In jeder Spalte, in jeder Sprache
table-shown-statements = { $all ->
    [one] { $shown } von { $all } Aussage
   *[other] { $shown } von { $all } Aussagen
}
table-shown-concepts = { $all ->
    [one] { $shown } von { $all } Begriff
   *[other] { $shown } von { $all } Begriffen
}
table-show-all = Alle zeigen
table-sentences = In Sätzen
table-download = Als CSV herunterladen
table-caption-statements = Aussagen: wer was sagt, wie bestimmt und wo. Die Schaltfläche der Beziehung öffnet die Belege. Mit den Pfeiltasten bewegen Sie sich zwischen den Schaltflächen.
table-caption-concepts = Begriffe mit Definitionen (eigene Formulierung) und Namen. Mit den Pfeiltasten bewegen Sie sich zwischen den Schaltflächen.
table-subject = Subjekt
table-relation = Beziehung
table-object = Objekt
table-firmness = Wie bestimmt
table-origin = Herkunft
table-source = Quelle und Stelle
table-sentence = Satz
table-concept = Begriff
table-class = Klasse
table-definition = Definition
table-number = Aussagen
table-names = Weitere Namen
table-source-alone = Quelle
table-place = Stelle
table-identifier = Kennung
table-subject-identifier = Kennung des Subjekts
table-relation-identifier = Kennung der Beziehung
table-object-identifier = Kennung des Objekts
table-from-source = aus einer Quelle
table-by-rule = durch die Regel „{ $rule }“
table-no-source = keine Textstelle angegeben
table-open = Belege öffnen
table-nothing-statements = Keine Aussage passt dazu. Das ist Schweigen, kein „Nein“.
table-nothing-concepts = Kein Begriff passt dazu.
table-pages = Seiten der Tabelle
table-page = { $from }–{ $to } von { $all }
table-before = Vorherige Seite
table-after = Nächste Seite
