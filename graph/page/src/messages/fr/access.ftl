# Qui est une source, et ce qu’une adresse nomme et que cette page ne connaît pas.

rests-on = repose sur
source-publisher = Éditeur
source-not-stated = non indiqué
source-kind-not-stated = type non indiqué
source-founding = Cette source de départ est une seule page web publique. La copie lue n’indique ni son adresse, ni ses auteurs, ni sa date.
source-unknown = On ne sait rien de cette source : { $id }

unknown-view = Cette page n’a pas de vue « { $name } ».
unknown-focus = Cet atlas ne connaît pas le concept « { $name } ».
unknown-statement = Cet atlas ne contient pas l’énoncé « { $name } ».
unknown-passage = Cet atlas ne connaît pas le passage « { $name } », ou aucun de ses énoncés.
unknown-tour = Cette page n’a pas de visite « { $name } » avec cette étape.
unknown-quiz = Cette page n’a pas de quiz « { $name } » avec cette question.
unknown-path = Cet atlas ne connaît pas deux concepts « { $name } » pour un chemin.
unknown-lang = Cette page ne parle pas la langue « { $name } ».
unknown-rest = Le reste de l’adresse est affiché.
unknown-meant = Vouliez-vous dire :
unknown-close = Fermer l’avis
drawing-list = Le dessin sous forme de liste ; les touches fléchées mènent d’un concept à l’autre
drawing-more = { $number ->
    [one] { $number } autre concept se trouve dans le tableau.
    [many] { $number } d’autres concepts se trouvent dans le tableau.
   *[other] { $number } autres concepts se trouvent dans le tableau.
}
