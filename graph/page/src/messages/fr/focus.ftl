# focus

focus-bar = Étapes et contenu affiché
focus-back = Retour
focus-forward = Suivant
focus-list = En liste
focus-derived = Aussi ce qui est dérivé ({ $number })
focus-hidden = { $number ->
    [one] { $number } voisin masqué
   *[other] { $number } voisins masqués
}
focus-show-hidden = Afficher
focus-left-out = { $number ->
    [one] La légende écarte { $number } énoncé
   *[other] La légende écarte { $number } énoncés
}
focus-more = { $number } de plus
focus-nothing-now = Rien n’est affiché pour l’instant : voyez ce qui est masqué, dérivé ou désactivé dans la légende.
focus-start = Par où souhaitez-vous commencer ?
focus-start-hint = Choisissez ou cherchez un concept : il vient au centre, entouré de ce qui en est dit.
focus-picture = { $number ->
    [one] { $label } au centre, { $number } voisin autour
   *[other] { $label } au centre, { $number } voisins autour
}
focus-is-middle = { $label }, { $kind }, au centre
focus-is-neighbour = { $label }, { $kind }
focus-relation = { $number ->
    [one] { $relation } : { $number } énoncé
   *[other] { $relation } : { $number } énoncés
}
focus-linked = Ce qui est dit de « { $label } »
focus-go-to = Aller à : { $label }
focus-menu = Plus sur : { $label }
focus-unfold = { $number ->
    [one] Déplier { $number } énoncé de plus
   *[other] Déplier { $number } énoncés de plus
}
focus-fold = Replier
focus-hide = Masquer dans cette image
focus-close-list = Fermer la liste
