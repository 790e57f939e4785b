# path

path-intro = Quel est le lien entre deux concepts ? Tous les chemins les plus courts d’après ce que disent les sources.
path-from = De
path-to = À
path-placeholder = Un concept, dans toute langue
path-swap = Échanger les deux
path-derived = Utiliser aussi les énoncés déduits
path-same = Choisissez deux concepts différents.
path-nothing = Rien de ce qu’affirment les sources ne relie les deux. Cela ne veut pas dire qu’ils n’ont aucun rapport.
path-nothing-derived = Rien de ce qui est affirmé ou déduit ne relie les deux. Cela ne veut pas dire qu’ils n’ont aucun rapport.
path-steps = { $steps ->
    [one] { $steps } étape
   *[other] { $steps } étapes
}
path-found = { $ways ->
    [one] Un seul chemin le plus court, en { $steps }.
   *[other] { $ways } chemins les plus courts, en { $steps } chacun.
}
path-found-more = { $most } des chemins les plus courts ; il y en a d’autres.
path-alone = Seul
path-alone-of = Montrer le chemin { $number } seul dans le dessin
path-elsewhere = Le dessin se trouve dans le parcours.
path-go = Aller au parcours
