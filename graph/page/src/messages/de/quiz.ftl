# quiz

quiz-none = In diesem Atlas gibt es kein Quiz.
quiz-intro = Jede Aufgabe fragt, was eine Textstelle nennt. Was sie nicht nennt, ist damit nicht verneint: Schweigen ist kein „Nein“.
quiz-choose = Wählen Sie ein Quiz
quiz-items = { $number ->
    [one] { $number } Aufgabe
   *[other] { $number } Aufgaben
}
quiz-mixed = Gemischt: Aufgaben aus allen
quiz-shuffle = Aufgaben mischen
quiz-kept = Über Sie wird nichts gespeichert und nichts gesendet.
quiz-progress = Aufgabe { $at } von { $total }
quiz-leave = Anderes Quiz wählen
quiz-place = { $number ->
    [one] Was diese Textstelle nennt:
   *[other] Was diese Textstellen nennen:
}
quiz-peek = { $number ->
    [one] Die Textstelle zuerst lesen
   *[other] Die Textstellen zuerst lesen
}
quiz-peek-rest = Wonach gefragt ist, ist hier weggelassen, auch wenn die Textstelle nichts dazu sagt; die Antwort zeigt alles.
quiz-tick = Es können mehrere richtig sein. Kreuzen Sie an, was die Textstelle nennt.
quiz-check = Prüfen
quiz-skip = Aufgabe überspringen
quiz-next = Nächste Aufgabe
quiz-finish = Zur Zusammenfassung

quiz-ticked = (von Ihnen angekreuzt)
quiz-outcome-named = Richtig: Die Textstelle nennt es.
quiz-outcome-missed = Nicht angekreuzt, obwohl die Textstelle es nennt.
quiz-outcome-not-said = Hier nicht genannt; das heißt nicht Nein.
quiz-outcome-denied = Nein: Die Textstelle verneint es.
quiz-named-of = Sie haben { $named } von { $of } genannt.{ $beyond ->
    [0] {""}
    [one] {" "}Eines Ihrer Kreuze wird hier nicht genannt.
   *[other] {" "}{ $beyond } Ihrer Kreuze werden hier nicht genannt.
}

quiz-verdict = Ihre Antwort
quiz-verdict-named = Die Textstelle sagt es
quiz-verdict-denied = Die Textstelle verneint es
quiz-verdict-not-said = Hier nicht gesagt
quiz-your-answer = Ihre Antwort: { $answer }.
quiz-answer-named-same = Richtig: Die Textstelle sagt es.
quiz-answer-named-other = Die Textstelle sagt es tatsächlich.
quiz-answer-denied-same = Richtig: Die Textstelle verneint es.
quiz-answer-denied-other = Hier steht ein „Nein“: Die Textstelle verneint es.
quiz-answer-not-said-same = Richtig: Hier wird es nicht gesagt. Das heißt nicht Nein.
quiz-answer-not-said-other = Hier wird es nicht gesagt. Das heißt nicht Nein und auch nicht Ja.

quiz-covered = Die Karte ist verdeckt, bis Sie antworten.
quiz-uncover = Trotzdem zeigen
quiz-lit = Im Verlauf ist all das hervorgehoben.
quiz-elsewhere = Was der Atlas dazu sagt:
quiz-statements = Was gesagt wird
quiz-passages = Wo es steht
quiz-show = Auf der Karte zeigen
quiz-show-concept = Zeigen
quiz-show-what = Auf der Karte zeigen: { $what }

quiz-map = Kleine Karte: { $concepts ->
    [one] { $concepts } Begriff
   *[other] { $concepts } Begriffe
}, { $links ->
    [one] { $links } Verbindung
   *[other] { $links } Verbindungen
}. Die Pfeiltasten führen durch die Begriffe.
quiz-map-how = Wählen Sie zwei Begriffe, in den Listen oder in der Zeichnung, und dann die Beziehung, die vom ersten zum zweiten führt.
quiz-map-how-rows = Wählen Sie zwei Begriffe, in den Zeilen oder in den Listen, und dann die Beziehung, die vom ersten zum zweiten führt.
quiz-map-rows = Die Karte in Zeilen: { $concepts ->
    [one] { $concepts } Begriff
   *[other] { $concepts } Begriffe
}, { $links ->
    [one] { $links } Verbindung
   *[other] { $links } Verbindungen
}
quiz-from = 1: von
quiz-to = 2: zu
quiz-pick = Begriff wählen
quiz-relation = 3: Beziehung
quiz-from-here = als Anfang gewählt
quiz-to-here = als Ziel gewählt
quiz-left = { $left ->
    [0] Keine Verbindung fehlt.
    [one] { $left } Verbindung fehlt.
   *[other] { $left } Verbindungen fehlen.
}
quiz-hint = Hinweis
quiz-solve = Lösung zeigen
quiz-enlarge = Vergrößern
quiz-large = Die Karte bauen, groß
quiz-shrink = Große Karte schließen
quiz-links = { $number ->
    [one] { $number } Verbindung auf der Karte, in Worten
   *[other] { $number } Verbindungen auf der Karte, in Worten
}
quiz-put-back = von Ihnen eingesetzt
quiz-choose-two = Wählen Sie zuerst zwei Begriffe.
quiz-choose-other = Wählen Sie zwei verschiedene Begriffe.
quiz-hint-1 = Eine fehlende Verbindung beginnt hier: { $from }.
quiz-hint-2 = Sie führt von hier: { $from }, dorthin: { $to }.
quiz-hint-3 = Von „{ $from }“ zu „{ $to }“ heißt die Beziehung „{ $relation }“.
quiz-link-missing = Richtig, das ist genannt:
quiz-link-also = Auch das nennen diese Textstellen; es wird eingezeichnet:
quiz-link-there = Diese Verbindung steht schon auf der Karte:
quiz-link-reverse = Die richtigen zwei Begriffe und die richtige Beziehung; doch hier führt die Verbindung in die andere Richtung:
quiz-link-reverse-yours = So herum hieße es „{ $from } – { $relation } – { $to }“, und das nennen diese Textstellen nicht.
quiz-turn = Verbindung umdrehen
quiz-link-negative = In diesen Textstellen nicht genannt; was sie sagen:
quiz-link-not-named = „{ $from } – { $relation } – { $to }“ ist in diesen Textstellen nicht genannt; das heißt nicht, dass es nicht so ist.
quiz-map-done = Die Karte ist vollständig: { $found } von { $of } haben Sie eingesetzt.

quiz-summary = Zusammenfassung
quiz-total = { $named } von { $of } genannt
quiz-praise-all = Sie haben alles gefunden, was diese Textstellen nennen.
quiz-praise-some = Gut gemacht. Ein zweiter Blick hilft beim Behalten.
quiz-praise-start = Ein Anfang: Nun wissen Sie, welche Textstellen sich lohnen.
quiz-again = { $number ->
    [one] Eine Aufgabe zum Nachlesen
   *[other] { $number } Aufgaben zum Nachlesen
}
quiz-again-play = Diese noch einmal
quiz-restart = Neu beginnen
