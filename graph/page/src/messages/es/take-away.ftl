# take-away

take-picture = Imagen
take-picture-about = El dibujo entero tal como se muestra ahora, con título y licencia: PNG para diapositivas, SVG para imprimir o seguir trabajando.
take-table = Una tabla no es una imagen: puede guardarse como CSV allí mismo. Las demás vistas pueden guardarse como imagen.
take-no-picture = Ahora no hay ningún dibujo que llevarse.
take-failed = No se ha podido crear la imagen.
take-paper = En papel
take-paper-about = Dos páginas: la vista entera y lo que se dice de la selección, con sus pasajes.
take-print = Imprimir el material
take-paper-table = La tabla entera, en tantas páginas como necesite.
take-print-table = Imprimir la tabla
take-data = Datos
take-data-none = Elija un concepto o un enunciado para llevarse lo que el atlas dice de él.
take-data-about = Lo que el atlas dice de la selección, con pasajes y fuentes, para programas.
take-address = Enlace y cita
take-link = Enlace a esta vista
take-cite = Cita
take-copy = Copiar
take-copied = Copiado
take-citation = { $about }En: { $title }, versión { $version }, CC BY 4.0. { $review } { $address } (a fecha de { $day }).
handout-story = La historia en frases
handout-notes = Notas sobre los pasajes
handout-notes-left = { $number ->
    [one] Hay una nota más en la página web.
   *[other] Hay { $number } notas más en la página web.
}
handout-left = { $number ->
    [one] Hay un enunciado más en la página web.
   *[other] Hay { $number } enunciados más en la página web.
}
arrange = Disposición
arrange-on = Mover conceptos a mano
arrange-hint = Arrastre un concepto, o elija uno y muévalo con el teclado.
arrange-keys = { $label }: arrástrelo o pulse Mayús con una flecha.
arrange-move = Mover { $label }
arrange-left = A la izquierda
arrange-up = Arriba
arrange-down = Abajo
arrange-right = A la derecha
arrange-save = Guardar
arrange-restore = Restaurar …
arrange-reset = Restablecer
arrange-was-reset = La disposición vuelve a ser la del principio.
arrange-restored = { $number ->
    [one] Un concepto está donde lo pone el archivo.
   *[other] { $number } conceptos están donde los pone el archivo.
}
arrange-ignored = { $number ->
    [one] Se omite una entrada: esta página no conoce el concepto, o el lugar es absurdo.
   *[other] Se omiten { $number } entradas: esta página no conoce los conceptos, o los lugares son absurdos.
}
arrange-not-one = Este archivo no es una disposición de un atlas.
arrange-too-large = Este archivo es demasiado grande para ser una disposición.
