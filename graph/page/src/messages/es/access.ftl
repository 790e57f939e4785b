# Quién es una fuente, y qué nombra una dirección que esta página no conoce.

rests-on = se basa en
source-publisher = Entidad editora
source-not-stated = no se indica
source-kind-not-stated = tipo no indicado
source-founding = Esta fuente de partida es una sola página web pública. La copia que se leyó no indica ni su dirección, ni sus autores, ni su fecha.
source-unknown = No se sabe nada de esta fuente: { $id }

unknown-view = Esta página no tiene la vista «{ $name }».
unknown-focus = Este atlas no conoce el concepto «{ $name }».
unknown-statement = Este atlas no contiene la afirmación «{ $name }».
unknown-passage = Este atlas no conoce el pasaje «{ $name }» o ninguna de sus afirmaciones.
unknown-tour = Esta página no tiene el recorrido «{ $name }» con ese paso.
unknown-quiz = Esta página no tiene el cuestionario «{ $name }» con esa pregunta.
unknown-path = Este atlas no conoce dos conceptos «{ $name }» para un camino.
unknown-lang = Esta página no habla el idioma «{ $name }».
unknown-rest = Se muestra el resto de la dirección.
unknown-meant = Quizá quiso decir:
unknown-close = Cerrar el aviso
drawing-list = El dibujo como lista; las teclas de flecha llevan de un concepto a otro
drawing-more = { $number ->
    [one] { $number } concepto más está en la tabla.
    [many] { $number } de conceptos más están en la tabla.
   *[other] { $number } conceptos más están en la tabla.
}
