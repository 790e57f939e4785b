# La carte du corps.

body-map = Carte du corps : { $concepts }, { $statements }
body-figure = Dessin d’un corps avec ses organes. Les noms à côté disent la même chose que le dessin.
body-sites = Endroits du corps
body-lying = { $label }. Ici : { $what }
body-others = Autres endroits
body-lines = Énoncés qui les relient
body-hint = Choisissez un endroit : dans le dessin ou par son nom.
body-no-place = Rien de ce qui est affiché ne dit où cela se situe dans le corps.
body-nothing = Aucun des concepts affichés n’a de place dans le dessin.
body-unplaced = Hors du dessin ({ $number })
body-unplaced-note = Aucun énoncé affiché ne donne à ces concepts une place dans le dessin. C’est un silence, pas un « non ».
