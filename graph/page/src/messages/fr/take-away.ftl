# take-away

take-picture = Image
take-picture-about = Le dessin entier tel qu’il est affiché, avec titre et licence : PNG pour des diapositives, SVG pour l’impression et la retouche.
take-table = Un tableau n’est pas une image : il s’enregistre en CSV sur place. Les autres vues s’enregistrent comme images.
take-no-picture = Il n’y a pas de dessin à emporter en ce moment.
take-failed = L’image n’a pas pu être créée.
take-paper = Sur papier
take-paper-about = Deux pages : la vue entière, et ce qui est dit de la sélection, avec les passages.
take-print = Imprimer le document
take-paper-table = Le tableau entier, sur autant de pages qu’il en faut.
take-print-table = Imprimer le tableau
take-data = Données
take-data-none = Choisissez un concept ou un énoncé pour emporter ce que l’atlas en dit.
take-data-about = Ce que l’atlas dit de la sélection, avec passages et sources, pour des programmes.
take-address = Lien et citation
take-link = Lien vers cette vue
take-cite = Citation
take-copy = Copier
take-copied = Copié
take-citation = { $about }Dans : { $title }, version { $version }, CC BY 4.0. { $review } { $address } (état au { $day }).
handout-story = L’histoire en phrases
handout-notes = Remarques sur les passages
handout-notes-left = { $number ->
    [one] Une autre remarque figure sur la page web.
   *[other] { $number } autres remarques figurent sur la page web.
}
handout-left = { $number ->
    [one] Un autre énoncé figure sur la page web.
   *[other] { $number } autres énoncés figurent sur la page web.
}
arrange = Disposition
arrange-on = Déplacer les concepts à la main
arrange-hint = Faites glisser un concept, ou choisissez-en un et déplacez-le au clavier.
arrange-keys = { $label } : faites-le glisser, ou appuyez sur Maj et une flèche.
arrange-move = Déplacer { $label }
arrange-left = Vers la gauche
arrange-up = Vers le haut
arrange-down = Vers le bas
arrange-right = Vers la droite
arrange-save = Enregistrer
arrange-restore = Restaurer …
arrange-reset = Réinitialiser
arrange-was-reset = La disposition est de nouveau celle du début.
arrange-restored = { $number ->
    [one] Un concept est là où le fichier le place.
   *[other] { $number } concepts sont là où le fichier les place.
}
arrange-ignored = { $number ->
    [one] Une entrée est ignorée : cette page ne connaît pas le concept, ou la place est absurde.
   *[other] { $number } entrées sont ignorées : cette page ne connaît pas les concepts, ou les places sont absurdes.
}
arrange-not-one = Ce fichier n’est pas une disposition d’un atlas.
arrange-too-large = Ce fichier est trop grand pour une disposition.
