# Wer eine Quelle ist, und was eine Adresse nennt, das diese Seite nicht kennt.

rests-on = beruht auf
source-publisher = Herausgeber
source-not-stated = nicht angegeben
source-kind-not-stated = Art nicht angegeben
source-founding = Diese Gründungsquelle ist eine einzelne öffentliche Webseite. Die gelesene Kopie nennt weder ihre Adresse noch ihre Autoren noch ihr Datum.
source-unknown = Über diese Quelle ist nichts bekannt: { $id }

unknown-view = Diese Seite hat keine Ansicht „{ $name }“.
unknown-focus = Dieser Atlas kennt keinen Begriff „{ $name }“.
unknown-statement = Dieser Atlas enthält keine Aussage „{ $name }“.
unknown-passage = Dieser Atlas kennt keine Textstelle „{ $name }“ oder keine Aussage von ihr.
unknown-tour = Diese Seite hat keine Tour „{ $name }“ mit diesem Schritt.
unknown-quiz = Diese Seite hat kein Quiz „{ $name }“ mit dieser Aufgabe.
unknown-path = Dieser Atlas kennt keine zwei Begriffe „{ $name }“ für einen Weg.
unknown-lang = Diese Seite spricht die Sprache „{ $name }“ nicht.
unknown-rest = Der Rest der Adresse wird gezeigt.
unknown-meant = Meinten Sie:
unknown-close = Hinweis schließen
drawing-list = Die Zeichnung als Liste; Pfeiltasten führen von Begriff zu Begriff
drawing-more = { $number ->
    [one] { $number } weiterer Begriff steht in der Tabelle.
   *[other] { $number } weitere Begriffe stehen in der Tabelle.
}
