# Los recorridos y la presentación.

tours-intro = Cada paso muestra una parte del atlas y nombra los pasajes en los que se apoya.
tours-none = Esta página no contiene recorridos.
tour-steps = { $number ->
    [one] { $number } paso
   *[other] { $number } pasos
}
tour-walk = Avanzar por el recorrido
tour-back = Paso anterior
tour-forward = Paso siguiente
tour-progress = { $step } de { $all }
tour-step-now = Paso { $step } de { $all }: { $title }
tour-wandered = Se ha apartado de este paso.
tour-return = Volver al paso
tour-last = Este era el último paso.
tour-leave = Salir del recorrido
tour-passages = { $number ->
    [one] Este paso se apoya en este pasaje
   *[other] Este paso se apoya en estos pasajes
}
tour-passage-says = { $number ->
    [0] El atlas no contiene ninguna afirmación de este pasaje.
    [one] Este pasaje dice
   *[other] Todo lo que dice este pasaje, en { $number } afirmaciones
}

present = Presentar
present-leave = Terminar la presentación
present-hint = Presentación. Con las teclas de flecha puede avanzar y retroceder; con Escape termina.
