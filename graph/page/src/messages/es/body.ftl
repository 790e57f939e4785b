# El mapa del cuerpo.

body-map = Mapa del cuerpo: { $concepts }, { $statements }
body-figure = Dibujo de un cuerpo con sus órganos. Los nombres que lo acompañan dicen lo mismo que el dibujo.
body-sites = Lugares del cuerpo
body-lying = { $label }. Aquí: { $what }
body-others = Otros lugares
body-lines = Enunciados que los unen
body-hint = Elija un lugar: en el dibujo o por su nombre.
body-no-place = Nada de lo que se muestra dice en qué lugar del cuerpo está esto.
body-nothing = Ninguno de los conceptos mostrados tiene un lugar en el dibujo.
body-unplaced = Fuera del dibujo ({ $number })
body-unplaced-note = Ningún enunciado mostrado da a estos conceptos un lugar en el dibujo. Es silencio, no un «no».
