# path

path-intro = ¿Cómo se relacionan dos conceptos? Todos los caminos más cortos según lo que dicen las fuentes.
path-from = Desde
path-to = Hasta
path-placeholder = Un concepto, en cualquier idioma
path-swap = Intercambiar los dos
path-derived = Usar también los enunciados derivados
path-same = Elija dos conceptos distintos.
path-nothing = Nada de lo que afirman las fuentes une los dos. Eso no significa que no tengan nada que ver entre sí.
path-nothing-derived = Nada de lo afirmado o derivado une los dos. Eso no significa que no tengan nada que ver entre sí.
path-steps = { $steps ->
    [one] { $steps } paso
   *[other] { $steps } pasos
}
path-found = { $ways ->
    [one] Un camino más corto, de { $steps }.
   *[other] { $ways } caminos más cortos, de { $steps } cada uno.
}
path-found-more = { $most } de los caminos más cortos; hay otros.
path-alone = Solo este
path-alone-of = Mostrar solo el camino { $number } en el dibujo
path-elsewhere = El dibujo está en el trayecto.
path-go = Ir al trayecto
