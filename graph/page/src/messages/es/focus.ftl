# focus

focus-bar = Pasos y lo que se muestra
focus-back = Atrás
focus-forward = Adelante
focus-list = Como lista
focus-derived = También lo derivado ({ $number })
focus-hidden = { $number ->
    [one] { $number } vecino oculto
   *[other] { $number } vecinos ocultos
}
focus-show-hidden = Mostrar
focus-left-out = { $number ->
    [one] La leyenda omite { $number } afirmación
   *[other] La leyenda omite { $number } afirmaciones
}
focus-more = { $number } más
focus-nothing-now = Ahora no se muestra nada: vea qué está oculto, derivado o desactivado en la leyenda.
focus-start = ¿Por dónde quiere empezar?
focus-start-hint = Elija o busque un concepto: pasará al centro y a su alrededor verá lo que se dice de él.
focus-picture = { $number ->
    [one] { $label } en el centro, { $number } vecino alrededor
   *[other] { $label } en el centro, { $number } vecinos alrededor
}
focus-is-middle = { $label }, { $kind }, en el centro
focus-is-neighbour = { $label }, { $kind }
focus-relation = { $number ->
    [one] { $relation }: { $number } afirmación
   *[other] { $relation }: { $number } afirmaciones
}
focus-linked = Lo que se dice de «{ $label }»
focus-go-to = Ir a: { $label }
focus-menu = Más sobre: { $label }
focus-unfold = { $number ->
    [one] Desplegar { $number } afirmación más
   *[other] Desplegar { $number } afirmaciones más
}
focus-fold = Volver a plegar
focus-hide = Ocultar en esta imagen
focus-close-list = Cerrar la lista
