# The table, and the facets of the legend.

facet-modalities = Degré d’affirmation
facet-sources = Source
facet-modalities-brief = Fermeté
facet-sources-brief = Source
reset-filter = Réinitialiser le filtre

table-label = Tableau
table-which = Ce que le tableau énumère
table-statements = Énoncés
table-concepts = Concepts
table-find = Chercher dans le tableau
table-find-hint = Dans toutes les colonnes, dans toutes les langues
table-shown-statements = { $shown ->
    [one] { $shown } énoncé sur { $all }
   *[other] { $shown } énoncés sur { $all }
}
table-shown-concepts = { $shown ->
    [one] { $shown } concept sur { $all }
   *[other] { $shown } concepts sur { $all }
}
table-show-all = Tout afficher
table-sentences = En phrases
table-download = Télécharger en CSV
table-caption-statements = Énoncés : qui dit quoi, avec quelle force et où. Le bouton de la relation ouvre les preuves. Les touches fléchées permettent de passer d’un bouton à l’autre.
table-caption-concepts = Concepts avec leurs définitions (notre formulation) et leurs noms. Les touches fléchées permettent de passer d’un bouton à l’autre.
table-subject = Sujet
table-relation = Relation
table-object = Objet
table-firmness = Degré d’affirmation
table-origin = Origine
table-source = Source et endroit
table-sentence = Phrase
table-concept = Concept
table-class = Classe
table-definition = Définition
table-number = Énoncés
table-names = Autres noms
table-source-alone = Source
table-place = Endroit
table-identifier = Identifiant
table-subject-identifier = Identifiant du sujet
table-relation-identifier = Identifiant de la relation
table-object-identifier = Identifiant de l’objet
table-from-source = d’une source
table-by-rule = par la règle « { $rule } »
table-no-source = aucun passage indiqué
table-open = Ouvrir les preuves
table-nothing-statements = Aucun énoncé ne correspond. C’est un silence, pas un « non ».
table-nothing-concepts = Aucun concept ne correspond.
table-pages = Pages du tableau
table-page = { $from }–{ $to } sur { $all }
table-before = Page précédente
table-after = Page suivante
