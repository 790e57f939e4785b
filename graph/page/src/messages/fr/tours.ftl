# Les visites et la présentation.

tours-intro = Chaque étape montre une partie de l’atlas et nomme les passages sur lesquels elle s’appuie.
tours-none = Cette page ne contient aucune visite.
tour-steps = { $number ->
    [one] { $number } étape
   *[other] { $number } étapes
}
tour-walk = Parcourir la visite
tour-back = Étape précédente
tour-forward = Étape suivante
tour-progress = { $step } sur { $all }
tour-step-now = Étape { $step } sur { $all } : { $title }
tour-wandered = Vous avez quitté cette étape.
tour-return = Revenir à l’étape
tour-last = C’était la dernière étape.
tour-leave = Quitter la visite
tour-passages = { $number ->
    [one] Cette étape s’appuie sur ce passage
   *[other] Cette étape s’appuie sur ces passages
}
tour-passage-says = { $number ->
    [0] L’atlas ne contient aucun énoncé de ce passage.
    [one] Ce passage dit
   *[other] Tout ce que dit ce passage, en { $number } énoncés
}

present = Présenter
present-leave = Quitter la présentation
present-hint = Présentation. Les touches fléchées avancent et reculent, Échap met fin à la présentation.
