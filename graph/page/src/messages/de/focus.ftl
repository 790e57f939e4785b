# focus

focus-bar = Schritte und was gezeigt wird
focus-back = Zurück
focus-forward = Vorwärts
focus-list = Als Liste
focus-derived = Auch Abgeleitetes ({ $number })
focus-hidden = { $number ->
    [one] { $number } Nachbar ausgeblendet
   *[other] { $number } Nachbarn ausgeblendet
}
focus-show-hidden = Einblenden
focus-left-out = { $number ->
    [one] Die Legende lässt { $number } Aussage weg
   *[other] Die Legende lässt { $number } Aussagen weg
}
focus-more = { $number ->
    [one] { $number } weiterer
   *[other] { $number } weitere
}
focus-nothing-now = Zurzeit ist nichts zu sehen: Prüfen Sie, was ausgeblendet, abgeleitet oder in der Legende abgeschaltet ist.
focus-start = Wo möchten Sie beginnen?
focus-start-hint = Wählen oder suchen Sie einen Begriff: Er kommt in die Mitte, und um ihn herum steht, was über ihn gesagt wird.
focus-picture = { $number ->
    [one] { $label } in der Mitte, { $number } Nachbar darum herum
   *[other] { $label } in der Mitte, { $number } Nachbarn darum herum
}
focus-is-middle = { $label }, { $kind }, in der Mitte
focus-is-neighbour = { $label }, { $kind }
focus-relation = { $number ->
    [one] { $relation }: { $number } Aussage
   *[other] { $relation }: { $number } Aussagen
}
focus-linked = Was über „{ $label }“ gesagt wird
focus-go-to = Weiter zu: { $label }
focus-menu = Mehr zu: { $label }
focus-unfold = { $number ->
    [one] { $number } weitere Aussage aufklappen
   *[other] { $number } weitere Aussagen aufklappen
}
focus-fold = Wieder zuklappen
focus-hide = In diesem Bild ausblenden
focus-close-list = Liste schließen
