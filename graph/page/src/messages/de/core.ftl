# The page's frame, the legend and the details.

skip-to-drawing = Zur Zeichnung springen
skip-to-details = Zu den Einzelheiten springen

search-label = Suche
search-placeholder = Begriff in jeder Sprache suchen
search-results = { $found ->
    [0] Nichts gefunden
    [one] { $found } Begriff
   *[other] { $found } Begriffe
}
search-nothing = Nichts gefunden. Wovon der Atlas nicht spricht, ist damit nicht verneint. Versuchen Sie es mit einem anderen Wort.

to-dark = Dunkle Darstellung
to-light = Helle Darstellung
disclaimer = Zur Bildung, keine medizinische Beratung.
review = Nicht ärztlich geprüft.

view-label = Ansicht
view-pathway = Verlauf
view-body = Körperkarte
view-focus = Fokus
view-table = Tabelle
language-label = Sprache
wording-label = Ausdrucksweise
wording-clinical = Fachlich
wording-plain = Einfach
fallback = (auf Englisch)

legend = Legende und Filter
concepts = Begriffe
statements = Aussagen
amount = Wie viel gezeigt wird
core = Kern
everything = Alles
origin = Woher die Aussagen stammen
origin-stated = in einer Quelle ausgesagt
origin-ours = eigene Ergänzung (gepunktet)
origin-derived = durch eine Regel abgeleitet (gestrichelt)
hedged-line = dünn: nicht ausdrücklich gesagt
ours-only = eigene Ergänzung
ours-explained = Keine Quelle spricht von diesem Begriff; die Redaktion fügt ihn hinzu und gibt einen Grund an.
own-wording = eigene Formulierung
own-wording-explained = Diese Definition hat die Redaktion des Atlas formuliert; sie zitiert keine Quelle und ist nicht ärztlich geprüft.
more-classes = { $number ->
    [one] { $number } weitere Klasse, zurzeit ausgeblendet
   *[other] { $number } weitere Klassen, zurzeit ausgeblendet
}
derived = abgeleitet
shown-of = { $shown } von { $all }
list-of = Begriffe der Klasse „{ $label }“
properties-of = Aussagen der Art „{ $label }“
hidden-now = (zurzeit ausgeblendet)
other = Sonstiges

meaning-spread = Ausbreitung
meaning-place = Ort
meaning-cause = Ursache
meaning-treatment = Behandlung
meaning-relief = Linderung
meaning-negative = Verneinung
meaning-choice = Wahl der Therapie
meaning-kind = Art von
meaning-other = Sonstiges

column-cancer = Krebs und seine Ausbreitung
column-sites = Körperstellen
column-metastases = Metastasen
column-conditions = Gesundheitsstörungen
column-interventions = Maßnahmen
column-drugs = Wirkstoffe und ihre Formen
column-decisions = Entscheidungen und Abteilungen
column-other = Sonstiges

count-concepts = { $number ->
    [one] { $number } Begriff
   *[other] { $number } Begriffe
}
count-statements = { $number ->
    [one] { $number } Aussage
   *[other] { $number } Aussagen
}
canvas = Zeichnung des Verlaufs: { $concepts }, { $statements }. Die Liste der Begriffe und die Einzelheiten sagen dasselbe in Worten.
columns = Spalten des Verlaufs
jumps = Zu einer Spalte gehen
column-before = Eine Spalte nach links
column-after = Eine Spalte nach rechts
zoom-controls = Vergrößern, verkleinern und verschieben
zoom-in = Vergrößern
zoom-out = Verkleinern
fit = Alles zeigen
left = Nach links
right = Nach rechts
up = Nach oben
down = Nach unten
hint = Wählen Sie einen Begriff oder einen Pfeil, um zu lesen, was gesagt wird und wer es sagt.

details = Einzelheiten
close = Einzelheiten schließen
close-legend = Legende schließen
sheet-fold = Feld einklappen
sheet-unfold = Feld ausklappen
selected = Ausgewählt: { $label }, { $kind }. { $statements }.
selected-edge = Ausgewählte Aussage: { $sentence }
shown-now = Gezeigt: { $concepts }, { $statements }.
clinical-name = Fachbegriff
plain-name = In einfachen Worten
outgoing = Was über den Begriff „{ $label }“ gesagt wird
incoming = Wo der Begriff „{ $label }“ noch vorkommt
show-neighbours = { $hidden ->
    [one] { $hidden } weiteren Nachbarn in der Zeichnung zeigen
   *[other] { $hidden } weitere Nachbarn in der Zeichnung zeigen
}
no-statements = Keine Aussage erwähnt diesen Begriff. Das ist Schweigen, kein „Nein“.
no-evidence = Für diese Aussage ist keine Textstelle angegeben.
derived-heading = Abgeleitete Aussagen ({ $number })
why = Warum?
because = weil
already-shown = (oben schon gezeigt)
other-names = Namen in anderen Sprachen
mappings = In anderen Vokabularen
facts = Weitere Angaben
identifier = Kennung
statement = Aussage
show-on-map = Nur diese Aussage zeigen
stated-negative = ausdrückliche Verneinung
negative = Verneinung
note = Anmerkung
citation = Quelle
licence = Lizenz
excerpt = Das ist nur ein Ausschnitt: was höchstens { $steps ->
    [one] { $steps } Schritt
   *[other] { $steps } Schritte
} von „{ $label }“ entfernt liegt, aus { $store }.
excerpt-cut = Dort gibt es mehr, als geholt wurde.
broken = Die Seite konnte nicht angezeigt werden.
opens-outside = (öffnet eine andere Website)
match-same = dasselbe wie
match-close = ähnlich wie
match-narrower = enger als
match-wider = weiter als
match-related = verwandt mit

activity-tours = Touren
activity-quiz = Quiz
activity-path = Weg finden
activity-take-away = Mitnehmen
close-activity = Schließen

skip-to-activity = Weiter zu: { $activity }
left-out = { $number ->
    [one] { $number } Aussage lässt der Filter weg.
   *[other] { $number } Aussagen lässt der Filter weg.
}
