# quiz

quiz-none = En este atlas no hay cuestionarios.
quiz-intro = Cada pregunta trata de lo que nombra un pasaje. Lo que no nombra no queda negado por ello: el silencio no es un «no».
quiz-choose = Elija un cuestionario
quiz-items = { $number ->
    [one] { $number } pregunta
   *[other] { $number } preguntas
}
quiz-mixed = Mezcla: preguntas de todos
quiz-shuffle = Mezclar las preguntas
quiz-kept = No se guarda ni se envía nada sobre usted.
quiz-progress = Pregunta { $at } de { $total }
quiz-leave = Elegir otro cuestionario
quiz-place = { $number ->
    [one] Lo que nombra este pasaje:
   *[other] Lo que nombran estos pasajes:
}
quiz-peek = { $number ->
    [one] Leer primero el pasaje
   *[other] Leer primero los pasajes
}
quiz-peek-rest = Lo que se pregunta se omite aquí, aunque el pasaje no diga nada de ello; la respuesta lo muestra todo.
quiz-tick = Puede haber varias respuestas correctas. Marque lo que nombra el pasaje.
quiz-check = Comprobar
quiz-skip = Omitir esta pregunta
quiz-next = Pregunta siguiente
quiz-finish = Ver el balance

quiz-ticked = (marcado por usted)
quiz-outcome-named = Correcto: el pasaje lo nombra.
quiz-outcome-missed = Sin marcar, aunque el pasaje lo nombra.
quiz-outcome-not-said = No se nombra aquí; eso no significa que no.
quiz-outcome-denied = No: el pasaje lo niega.
quiz-named-of = Ha nombrado { $named } de { $of }.{ $beyond ->
    [0] {""}
    [one] {" "}Una de sus marcas no se nombra aquí.
   *[other] {" "}{ $beyond } de sus marcas no se nombran aquí.
}

quiz-verdict = Su respuesta
quiz-verdict-named = El pasaje lo dice
quiz-verdict-denied = El pasaje lo niega
quiz-verdict-not-said = Aquí no se dice
quiz-your-answer = Su respuesta: { $answer }.
quiz-answer-named-same = Correcto: el pasaje lo dice.
quiz-answer-named-other = El pasaje sí lo dice.
quiz-answer-denied-same = Correcto: el pasaje lo niega.
quiz-answer-denied-other = Aquí hay un «no»: el pasaje lo niega.
quiz-answer-not-said-same = Correcto: aquí no se dice. Eso no significa que no.
quiz-answer-not-said-other = Aquí no se dice. Eso no significa ni que no ni que sí.

quiz-covered = El mapa está tapado hasta que usted responda.
quiz-uncover = Mostrarlo de todos modos
quiz-lit = Todo esto aparece resaltado en el trayecto.
quiz-elsewhere = Lo que el atlas sí dice:
quiz-statements = Lo que se afirma
quiz-passages = Dónde figura
quiz-show = Mostrar en el mapa
quiz-show-concept = Mostrar
quiz-show-what = Mostrar en el mapa: { $what }

quiz-map = Mapa pequeño: { $concepts ->
    [one] { $concepts } concepto
   *[other] { $concepts } conceptos
}, { $links ->
    [one] { $links } enlace
   *[other] { $links } enlaces
}. Las teclas de flecha recorren los conceptos.
quiz-map-how = Elija dos conceptos, en las listas o en el dibujo, y después la relación que lleva del primero al segundo.
quiz-map-how-rows = Elija dos conceptos, en las filas o en las listas, y después la relación que lleva del primero al segundo.
quiz-map-rows = El mapa en filas: { $concepts ->
    [one] { $concepts } concepto
   *[other] { $concepts } conceptos
}, { $links ->
    [one] { $links } enlace
   *[other] { $links } enlaces
}
quiz-from = 1: desde
quiz-to = 2: hasta
quiz-pick = elija un concepto
quiz-relation = 3: relación
quiz-from-here = elegido como inicio
quiz-to-here = elegido como final
quiz-left = { $left ->
    [0] No falta ningún enlace.
    [one] Falta { $left } enlace.
   *[other] Faltan { $left } enlaces.
}
quiz-hint = Pista
quiz-solve = Mostrar la solución
quiz-enlarge = Ampliar
quiz-large = Construir el mapa, en grande
quiz-shrink = Cerrar el mapa grande
quiz-links = { $number ->
    [one] { $number } enlace del mapa, en palabras
   *[other] { $number } enlaces del mapa, en palabras
}
quiz-put-back = colocado por usted
quiz-choose-two = Elija primero dos conceptos.
quiz-choose-other = Elija dos conceptos distintos.
quiz-hint-1 = Un enlace que falta empieza aquí: { $from }.
quiz-hint-2 = Va desde aquí: { $from }, hasta allí: { $to }.
quiz-hint-3 = De «{ $from }» a «{ $to }», la relación es «{ $relation }».
quiz-link-missing = Correcto, se nombra:
quiz-link-also = Estos pasajes también lo nombran, y queda dibujado:
quiz-link-there = Este enlace ya está en el mapa:
quiz-link-reverse = Los dos conceptos y la relación son correctos, pero aquí el enlace va en el otro sentido:
quiz-link-reverse-yours = En su sentido diría «{ $from } – { $relation } – { $to }», y estos pasajes no lo nombran.
quiz-turn = Dar la vuelta al enlace
quiz-link-negative = No se nombra en estos pasajes; lo que sí dicen:
quiz-link-not-named = «{ $from } – { $relation } – { $to }» no se nombra en estos pasajes; eso no significa que no sea así.
quiz-map-done = El mapa está completo: ha colocado { $found } de { $of }.

quiz-summary = Balance
quiz-total = { $named } de { $of } nombrados
quiz-praise-all = Ha encontrado todo lo que nombran estos pasajes.
quiz-praise-some = Bien hecho. Una segunda mirada ayuda a recordarlo.
quiz-praise-start = Es un comienzo: ya sabe qué pasajes conviene mirar.
quiz-again = { $number ->
    [one] Una pregunta para repasar
   *[other] { $number } preguntas para repasar
}
quiz-again-play = Repetir estas
quiz-restart = Empezar de nuevo
