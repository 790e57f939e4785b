# The page's frame, the legend and the details.

skip-to-drawing = Aller au dessin
skip-to-details = Aller aux détails

search-label = Rechercher
search-placeholder = Chercher en toute langue
search-results = { $found ->
    [0] Aucun résultat
    [one] { $found } concept
   *[other] { $found } concepts
}
search-nothing = Aucun résultat. Ce dont l’atlas ne parle pas n’est pas nié pour autant. Essayez un autre mot.

to-dark = Thème sombre
to-light = Thème clair
disclaimer = À des fins éducatives ; ce n'est pas un avis médical.
review = Non relu par un clinicien.

view-label = Vue
view-pathway = Parcours
view-body = Carte du corps
view-focus = Focus
view-table = Tableau
language-label = Langue
wording-label = Formulation
wording-clinical = Clinique
wording-plain = Simple
fallback = (en anglais)

legend = Légende et filtre
concepts = Concepts
statements = Énoncés
amount = Quantité affichée
core = L'essentiel
everything = Tout
origin = D'où viennent les énoncés
origin-stated = énoncé dans une source
origin-ours = ajout de notre part (pointillés)
origin-derived = dérivé par une règle (tirets)
hedged-line = trait fin : non dit expressément
ours-only = ajout de notre part
ours-explained = Aucune source ne parle de ce concept ; la rédaction l'ajoute et en donne la raison.
own-wording = notre formulation
own-wording-explained = Cette définition a été rédigée par l'équipe de l'atlas ; elle ne cite aucune source et n'a pas été relue par un médecin.
more-classes = { $number ->
    [one] { $number } autre classe, masquée pour l'instant
   *[other] { $number } autres classes, masquées pour l'instant
}
derived = dérivé
shown-of = { $shown } sur { $all }
list-of = Concepts de la classe « { $label } »
properties-of = Énoncés du type « { $label } »
hidden-now = (masqué pour l'instant)
other = autre

meaning-spread = propagation
meaning-place = lieu
meaning-cause = cause
meaning-treatment = traitement
meaning-relief = soulagement
meaning-negative = négation
meaning-choice = choix du traitement
meaning-kind = sorte de
meaning-other = autre

column-cancer = Le cancer et sa dissémination
column-sites = Sites anatomiques
column-metastases = Métastases
column-conditions = Affections
column-interventions = Interventions
column-drugs = Médicaments et leurs formes
column-decisions = Décisions et services
column-other = Autre

count-concepts = { $number ->
    [one] { $number } concept
   *[other] { $number } concepts
}
count-statements = { $number ->
    [one] { $number } énoncé
   *[other] { $number } énoncés
}
canvas = Dessin du parcours : { $concepts }, { $statements }. La liste des concepts et les détails disent la même chose en mots.
columns = Colonnes du parcours
jumps = Aller à une colonne
column-before = Une colonne vers la gauche
column-after = Une colonne vers la droite
zoom-controls = Zoom et déplacement
zoom-in = Agrandir
zoom-out = Réduire
fit = Tout afficher
left = Déplacer vers la gauche
right = Déplacer vers la droite
up = Déplacer vers le haut
down = Déplacer vers le bas
hint = Choisissez un concept ou une flèche pour lire ce qui est dit, et par qui.

details = Détails
close = Fermer les détails
close-legend = Fermer la légende
sheet-fold = Replier le panneau
sheet-unfold = Déplier le panneau
selected = Sélection : { $label }, { $kind }. { $statements }.
selected-edge = Énoncé choisi : { $sentence }
shown-now = Affichage : { $concepts }, { $statements }.
clinical-name = Terme médical
plain-name = En mots simples
outgoing = Ce qui est dit de « { $label } »
incoming = Où « { $label } » est encore mentionné
show-neighbours = { $hidden ->
    [one] Afficher { $hidden } autre voisin dans le dessin
   *[other] Afficher { $hidden } autres voisins dans le dessin
}
no-statements = Aucun énoncé ne mentionne ce concept. C'est un silence, pas un « non ».
no-evidence = Aucun passage n'est indiqué pour cet énoncé.
derived-heading = Énoncés dérivés ({ $number })
why = Pourquoi ?
because = parce que
already-shown = (déjà affiché plus haut)
other-names = Noms dans d'autres langues
mappings = Dans d'autres vocabulaires
facts = Autres indications
identifier = Identifiant
statement = Énoncé
show-on-map = Afficher seulement cet énoncé
stated-negative = négation expresse
negative = négation
note = Remarque
citation = Source
licence = Licence
excerpt = Ceci n’est qu’une partie : ce qui se trouve à { $steps ->
    [one] { $steps } étape
   *[other] { $steps } étapes
} au plus de « { $label } » dans { $store }.
excerpt-cut = Il y a là davantage que ce qui a été obtenu.
broken = La page n'a pas pu être affichée.
opens-outside = (ouvre un autre site)
match-same = identique à
match-close = proche de
match-narrower = plus étroit que
match-wider = plus large que
match-related = lié à

activity-tours = Visites
activity-quiz = Quiz
activity-path = Trouver un chemin
activity-take-away = À emporter
close-activity = Fermer

skip-to-activity = Aller à : { $activity }
left-out = { $number ->
    [one] Le filtre masque { $number } énoncé.
   *[other] Le filtre masque { $number } énoncés.
}
