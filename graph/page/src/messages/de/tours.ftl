# Die Touren und das Vorführen.

tours-intro = Jeder Schritt zeigt einen Teil des Atlas und nennt die Textstellen, auf denen er beruht.
tours-none = Diese Seite enthält keine Touren.
tour-steps = { $number ->
    [one] { $number } Schritt
   *[other] { $number } Schritte
}
tour-walk = Durch die Tour gehen
tour-back = Voriger Schritt
tour-forward = Nächster Schritt
tour-progress = { $step } von { $all }
tour-step-now = Schritt { $step } von { $all }: { $title }
tour-wandered = Sie haben diesen Schritt verlassen.
tour-return = Zurück zum Schritt
tour-last = Das war der letzte Schritt.
tour-leave = Tour verlassen
tour-passages = { $number ->
    [one] Dieser Schritt beruht auf dieser Textstelle
   *[other] Dieser Schritt beruht auf diesen Textstellen
}
tour-passage-says = { $number ->
    [0] Der Atlas enthält keine Aussage dieser Textstelle.
    [one] Diese Textstelle sagt
   *[other] Alles, was diese Textstelle sagt, in { $number } Aussagen
}

present = Vorführen
present-leave = Vorführung beenden
present-hint = Vorführung. Mit den Pfeiltasten geht es vor und zurück, mit Escape beenden Sie sie.
