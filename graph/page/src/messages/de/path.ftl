# path

path-intro = Wie hängen zwei Begriffe zusammen? Alle kürzesten Wege über das, was die Quellen sagen.
path-from = Von
path-to = Nach
path-placeholder = Ein Begriff, in jeder Sprache
path-swap = Beide vertauschen
path-derived = Auch abgeleitete Aussagen benutzen
path-same = Wählen Sie zwei verschiedene Begriffe.
path-nothing = Nichts, was eine Quelle aussagt, verbindet die beiden. Das heißt nicht, dass sie nichts miteinander zu tun haben.
path-nothing-derived = Nichts, was ausgesagt oder abgeleitet ist, verbindet die beiden. Das heißt nicht, dass sie nichts miteinander zu tun haben.
path-steps = { $steps ->
    [one] { $steps } Schritt
   *[other] { $steps } Schritten
}
path-found = { $ways ->
    [one] Ein kürzester Weg mit { $steps }.
   *[other] { $ways } kürzeste Wege mit je { $steps }.
}
path-found-more = { $most } von noch mehr kürzesten Wegen.
path-alone = Allein
path-alone-of = Weg { $number } allein in der Zeichnung zeigen
path-elsewhere = Gezeichnet wird das im Verlauf.
path-go = Zum Verlauf
