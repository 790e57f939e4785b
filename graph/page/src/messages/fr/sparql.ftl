activity-sparql = Questions
sparql-helpers = Chemins vers une requête
sparql-helper-questions = Questions prêtes
sparql-helper-build = Composer soi-même
sparql-questions-intro = L’atlas a une réponse à chacune de ces questions ; les passages se tiennent à côté de ce qu’ils disent. Un clic pose la question.
sparql-no-questions = Cette page ne contient aucune question prête.
sparql-editor = Requête SPARQL
sparql-editor-help = Ctrl et Entrée posent la requête. Ctrl et espace proposent des termes. Tabulation ou Échap quittent l’éditeur.
sparql-completions = Termes possibles ici
sparql-run = Demander
sparql-stop = Arrêter
sparql-shortcut = Ctrl + Entrée
sparql-limit = Au plus
sparql-seconds = { $number } s
sparql-starting = Le moteur est en préparation.
sparql-asking = La requête est en cours.
sparql-result = Réponse
sparql-result-table = Lignes de la réponse
sparql-stale = C’est la réponse à la requête précédente. Demandez pour voir la réponse à celle-ci.
sparql-show-code = Afficher le SPARQL
sparql-time = ({ $milliseconds } ms)
sparql-rows = { $number ->
    [0] Aucune ligne ne correspond. Ce qu’aucun passage ne dit n’est pas faux pour autant.
    [one] { $number } ligne.
   *[other] { $number } lignes.
}
sparql-triples = { $number ->
    [0] Aucun triplet.
    [one] { $number } triplet.
   *[other] { $number } triplets.
}
sparql-cut = Il y en a davantage : seules les premières lignes figurent ici. { $shown } Le téléchargement contient tout.
sparql-yes = Oui : l’atlas le contient.
sparql-not = L’atlas ne le contient pas. Ce qu’aucun passage ne dit n’est pas faux pour autant.
sparql-subject = sujet
sparql-predicate = propriété
sparql-object = objet
sparql-kind-class = classe
sparql-kind-property = propriété
sparql-kind-concept = concept
sparql-kind-passage = passage
sparql-kind-other = autre
sparql-no-engine = Cette page a été faite sans son moteur SPARQL. Refaites-la avec : metastasis-atlas explore
sparql-old-browser = Ce navigateur ne peut pas décompresser le moteur SPARQL. Un plus récent le peut : Chrome ou Edge à partir de la version 80, Firefox à partir de 113, Safari à partir de 16.4.
sparql-broken = Le moteur n’a pas pu continuer et a été relancé. { $told }
sparql-stopped = Arrêtée.
sparql-time-over = Pas de réponse en { $seconds } secondes : la requête a été arrêtée. Demandez moins, ou accordez plus de temps.
sparql-empty = Il n’y a pas encore de requête. Choisissez une question, ou écrivez une requête.
sparql-too-long = La requête dépasse { $most } Kio. Demandez moins à la fois.
sparql-too-deep = La requête a plus de { $most } niveaux d’imbrication. Aplatissez-la.
sparql-too-many = La requête a trop de parties. Posez-en plusieurs plus petites.
sparql-too-many-here = La requête a plus de parties que n’en supporte le moteur dans une page. Posez-en plusieurs plus petites, ou demandez en ligne de commande : metastasis-atlas query
sparql-two-ways = La requête peut se lire de deux façons : mettez une espace après chaque « < » qui n’appartient pas à un IRI.
sparql-no-graph = Il n’y a pas ici de graphe <{ $graph }>. Retirez-le du jeu de données, ou nommez-en un autre.
sparql-service = SERVICE interroge un autre point d’accès, ce qui est désactivé. Supprimez-le.
sparql-update = { $word } modifierait l’atlas, qui est en lecture seule. Demandez avec SELECT, ASK, CONSTRUCT ou DESCRIBE.
sparql-fault = La requête est fautive à la ligne { $line }, colonne { $column } : { $fault }
sparql-fault-form = elle doit commencer par SELECT, ASK, CONSTRUCT ou DESCRIBE, et non par « { $found } ».{ $near ->
    [none] {""}
   *[other] {" "}Vouliez-vous dire « { $near } » ?
}
sparql-fault-prefix = le préfixe « { $prefix } » de « { $found } » n’est pas déclaré.{ $near ->
    [none] {""}
   *[other] {" "}Vouliez-vous dire « { $near } » ?
}
sparql-fault-iri = « { $found } » n’est pas un IRI entier : il lui manque un schéma, comme « https: ».
sparql-fault-text = le texte qui commence par { $found } ne se termine pas.
sparql-fault-closes = « { $found } » s’y trouve et ne ferme rien.
sparql-fault-unclosed = « { $found } » s’y trouve et n’est jamais fermé.
sparql-fault-end = elle finit là, après « { $before } », alors qu’il manque encore quelque chose.
sparql-fault-found = « { $found } » n’y a pas sa place.
sparql-fault-told = « { $found } » n’y a pas sa place : { $sentence }.
sparql-fault-expected = « { $found } » s’y trouve, là où { $expected } devrait figurer.
sparql-unknown = L’atlas ne connaît pas « { $found } ».{ $near ->
    [none] {""}
   *[other] {" "}Vouliez-vous dire « { $near } »{ $other ->
        [none] {""}
       *[other] {" "}ou « { $other } »
    } ?
}
sparql-mend = Remplacer par { $term }
sparql-unknown-terms = Termes que l’atlas ne connaît pas
sparql-build-nothing = L’atlas ne contient aucun énoncé que l’on puisse demander.
sparql-build-direction = Ce que l’on cherche
sparql-build-subject = Qui ou quoi le fait ?
sparql-build-object = Que fait … ?
sparql-build-class = Cherché : type
sparql-build-any = tout
sparql-build-property = Énoncé
sparql-build-concept = Concept
sparql-build-passages = avec les passages qui le disent
sparql-build-answers = { $number ->
    [0] L’atlas n’en nomme aucun, ce qui ne veut pas dire qu’il n’y en a pas.
    [one] { $number } concept répond.
   *[other] { $number } concepts répondent.
}
sparql-download = Télécharger
sparql-file-csv = CSV
sparql-file-tsv = TSV
sparql-file-json = JSON
sparql-file-ttl = Turtle
sparql-copy = Copier en
sparql-copy-sparql = SPARQL
sparql-copy-python = Python
sparql-copy-curl = curl
sparql-copied = Copié.
sparql-csv-note = CSV et TSV contiennent les données telles quelles ; un tableur peut prendre une cellule qui commence par « = » pour une formule.
sparql-graph = Graphe de la réponse : { $nodes } termes et { $lines } énoncés. Le tableau ci-dessous dit la même chose.
sparql-graph-cut = { $shown } termes sont dessinés, { $hidden } autres ne le sont pas ; le tableau les contient tous.
