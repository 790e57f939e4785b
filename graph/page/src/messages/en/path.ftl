# path

path-intro = How do two concepts hang together? All shortest ways by what the sources say.
path-from = From
path-to = To
path-placeholder = A concept, in any language
path-swap = Swap the two
path-derived = Use derived statements, too
path-same = Choose two different concepts.
path-nothing = Nothing that is stated joins the two. That doesn’t mean that they have nothing to do with each other.
path-nothing-derived = Nothing that is stated or derived joins the two. That doesn’t mean that they have nothing to do with each other.
path-steps = { $steps ->
    [one] { $steps } step
   *[other] { $steps } steps
}
path-found = { $ways ->
    [one] One shortest way, of { $steps }.
   *[other] { $ways } shortest ways, of { $steps } each.
}
path-found-more = { $most } of more shortest ways.
path-alone = Alone
path-alone-of = Show way { $number } alone in the drawing
path-elsewhere = The pathway draws this.
path-go = Go to the pathway
