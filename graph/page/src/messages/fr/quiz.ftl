# quiz

quiz-none = Cet atlas ne contient pas de quiz.
quiz-intro = Chaque question porte sur ce que nomme un passage. Ce qu’il ne nomme pas n’est pas nié pour autant : le silence n’est pas un « non ».
quiz-choose = Choisissez un quiz
quiz-items = { $number ->
    [one] { $number } question
   *[other] { $number } questions
}
quiz-mixed = Mélange : questions de tous
quiz-shuffle = Mélanger les questions
quiz-kept = Rien de ce qui vous concerne n’est enregistré ni envoyé.
quiz-progress = Question { $at } sur { $total }
quiz-leave = Choisir un autre quiz
quiz-place = { $number ->
    [one] Ce que nomme ce passage :
   *[other] Ce que nomment ces passages :
}
quiz-peek = { $number ->
    [one] Lire d’abord le passage
   *[other] Lire d’abord les passages
}
quiz-peek-rest = Ce qui est demandé est omis ici, même si le passage n’en dit rien ; la réponse montre tout.
quiz-tick = Plusieurs réponses peuvent être justes. Cochez ce que nomme le passage.
quiz-check = Vérifier
quiz-skip = Passer cette question
quiz-next = Question suivante
quiz-finish = Voir le bilan

quiz-ticked = (coché par vous)
quiz-outcome-named = Juste : le passage le nomme.
quiz-outcome-missed = Non coché, bien que le passage le nomme.
quiz-outcome-not-said = Pas nommé ici ; cela ne veut pas dire non.
quiz-outcome-denied = Non : le passage le nie.
quiz-named-of = Vous avez nommé { $named } sur { $of }.{ $beyond ->
    [0] {""}
    [one] {" "}Un de vos choix n’est pas nommé ici.
   *[other] {" "}{ $beyond } de vos choix ne sont pas nommés ici.
}

quiz-verdict = Votre réponse
quiz-verdict-named = Le passage le dit
quiz-verdict-denied = Le passage le nie
quiz-verdict-not-said = Pas dit ici
quiz-your-answer = Votre réponse : { $answer }.
quiz-answer-named-same = Juste : le passage le dit.
quiz-answer-named-other = Le passage le dit bien.
quiz-answer-denied-same = Juste : le passage le nie.
quiz-answer-denied-other = Ici, il y a un « non » : le passage le nie.
quiz-answer-not-said-same = Juste : ce n’est pas dit ici. Cela ne veut pas dire non.
quiz-answer-not-said-other = Ce n’est pas dit ici. Cela ne veut dire ni non ni oui.

quiz-covered = La carte est masquée jusqu’à votre réponse.
quiz-uncover = La montrer quand même
quiz-lit = Tout cela est mis en évidence dans le parcours.
quiz-elsewhere = Ce que l’atlas en dit :
quiz-statements = Ce qui est affirmé
quiz-passages = Où cela se trouve
quiz-show = Montrer sur la carte
quiz-show-concept = Montrer
quiz-show-what = Montrer sur la carte : { $what }

quiz-map = Petite carte : { $concepts ->
    [one] { $concepts } concept
   *[other] { $concepts } concepts
}, { $links ->
    [one] { $links } lien
   *[other] { $links } liens
}. Les flèches du clavier parcourent les concepts.
quiz-map-how = Choisissez deux concepts, dans les listes ou sur le dessin, puis la relation qui mène du premier au second.
quiz-map-how-rows = Choisissez deux concepts, dans les lignes ou dans les listes, puis la relation qui mène du premier au second.
quiz-map-rows = La carte en lignes : { $concepts ->
    [one] { $concepts } concept
   *[other] { $concepts } concepts
}, { $links ->
    [one] { $links } lien
   *[other] { $links } liens
}
quiz-from = 1 : de
quiz-to = 2 : vers
quiz-pick = choisissez un concept
quiz-relation = 3 : relation
quiz-from-here = choisi comme début
quiz-to-here = choisi comme fin
quiz-left = { $left ->
    [0] Il ne manque aucun lien.
    [one] Il manque { $left } lien.
   *[other] Il manque { $left } liens.
}
quiz-hint = Indice
quiz-solve = Montrer la solution
quiz-enlarge = Agrandir
quiz-large = Construire la carte, en grand
quiz-shrink = Fermer la grande carte
quiz-links = { $number ->
    [one] { $number } lien de la carte, en mots
   *[other] { $number } liens de la carte, en mots
}
quiz-put-back = remis par vous
quiz-choose-two = Choisissez d’abord deux concepts.
quiz-choose-other = Choisissez deux concepts différents.
quiz-hint-1 = Un lien manquant commence ici : { $from }.
quiz-hint-2 = Il mène d’ici : { $from }, à là : { $to }.
quiz-hint-3 = De « { $from } » à « { $to } », la relation est « { $relation } ».
quiz-link-missing = Juste, c’est nommé :
quiz-link-also = Ces passages le nomment aussi, et le lien est tracé :
quiz-link-there = Ce lien est déjà sur la carte :
quiz-link-reverse = Les deux concepts et la relation sont justes, mais ici le lien va dans l’autre sens :
quiz-link-reverse-yours = Dans votre sens, on lirait « { $from } – { $relation } – { $to } », ce que ces passages ne nomment pas.
quiz-turn = Retourner le lien
quiz-link-negative = Pas nommé dans ces passages ; ce qu’ils disent :
quiz-link-not-named = « { $from } – { $relation } – { $to } » n’est pas nommé dans ces passages ; cela ne veut pas dire que ce n’est pas le cas.
quiz-map-done = La carte est complète : vous avez remis { $found } sur { $of }.

quiz-summary = Bilan
quiz-total = { $named } sur { $of } nommés
quiz-praise-all = Vous avez trouvé tout ce que nomment ces passages.
quiz-praise-some = Bien joué. Un second regard aide à retenir.
quiz-praise-start = C’est un début : vous savez maintenant quels passages regarder.
quiz-again = { $number ->
    [one] Une question à revoir
   *[other] { $number } questions à revoir
}
quiz-again-play = Rejouer celles-ci
quiz-restart = Recommencer
