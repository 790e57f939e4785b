# take-away

take-picture = Bild
take-picture-about = Die ganze Zeichnung, wie sie jetzt zu sehen ist, mit Titel und Lizenz: PNG für Folien, SVG für Druck und Weiterbearbeitung.
take-table = Eine Tabelle ist kein Bild: Sie lässt sich dort als CSV speichern. Die anderen Ansichten lassen sich als Bild speichern.
take-no-picture = Es gibt jetzt keine Zeichnung zum Mitnehmen.
take-failed = Das Bild konnte nicht erstellt werden.
take-paper = Auf Papier
take-paper-about = Zwei Seiten: die ganze Ansicht und was über die Auswahl gesagt wird, mit den Textstellen.
take-print = Handout drucken
take-paper-table = Die ganze Tabelle, auf so vielen Seiten, wie sie braucht.
take-print-table = Tabelle drucken
take-data = Daten
take-data-none = Wählen Sie einen Begriff oder eine Aussage, um mitzunehmen, was der Atlas darüber sagt.
take-data-about = Was der Atlas über die Auswahl sagt, mit Textstellen und Quellen, für Programme.
take-address = Link und Zitat
take-link = Link zu dieser Ansicht
take-cite = Quellenangabe
take-copy = Kopieren
take-copied = Kopiert
take-citation = { $about }In: { $title }, Version { $version }, CC BY 4.0. { $review } { $address } (Stand: { $day }).
handout-story = Die Geschichte in Sätzen
handout-notes = Anmerkungen zu den Textstellen
handout-notes-left = { $number ->
    [one] Eine weitere Anmerkung steht auf der Webseite.
   *[other] { $number } weitere Anmerkungen stehen auf der Webseite.
}
handout-left = { $number ->
    [one] Eine weitere Aussage steht auf der Webseite.
   *[other] { $number } weitere Aussagen stehen auf der Webseite.
}
arrange = Anordnung
arrange-on = Begriffe von Hand verschieben
arrange-hint = Ziehen Sie einen Begriff, oder wählen Sie einen aus und verschieben Sie ihn mit der Tastatur.
arrange-keys = { $label }: ziehen, oder Umschalttaste mit einer Pfeiltaste drücken.
arrange-move = { $label } verschieben
arrange-left = Nach links
arrange-up = Nach oben
arrange-down = Nach unten
arrange-right = Nach rechts
arrange-save = Speichern
arrange-restore = Wiederherstellen …
arrange-reset = Zurücksetzen
arrange-was-reset = Die Anordnung ist wieder wie am Anfang.
arrange-restored = { $number ->
    [one] Ein Begriff steht, wo die Datei ihn haben will.
   *[other] { $number } Begriffe stehen, wo die Datei sie haben will.
}
arrange-ignored = { $number ->
    [one] Ein Eintrag wird übergangen: Diese Seite kennt den Begriff nicht, oder der Ort ist unsinnig.
   *[other] { $number } Einträge werden übergangen: Diese Seite kennt die Begriffe nicht, oder die Orte sind unsinnig.
}
arrange-not-one = Diese Datei ist keine Anordnung eines Atlas.
arrange-too-large = Diese Datei ist zu groß für eine Anordnung.
