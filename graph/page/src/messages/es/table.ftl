# The table, and the facets of the legend.

facet-modalities = Con qué firmeza se dice
facet-sources = Fuente
facet-modalities-brief = Firmeza
facet-sources-brief = Fuente
reset-filter = Restablecer el filtro

table-label = Tabla
table-which = Qué enumera la tabla
table-statements = Afirmaciones
table-concepts = Conceptos
table-find = Buscar en la tabla
table-find-hint = En cualquier columna, en cualquier idioma
table-shown-statements = { $all ->
    [one] { $shown } de { $all } afirmación
   *[other] { $shown } de { $all } afirmaciones
}
table-shown-concepts = { $all ->
    [one] { $shown } de { $all } concepto
   *[other] { $shown } de { $all } conceptos
}
table-show-all = Mostrar todo
table-sentences = En oraciones
table-download = Descargar como CSV
table-caption-statements = Afirmaciones: quién dice qué, con qué firmeza y dónde. El botón de la relación abre las pruebas. Las teclas de flecha permiten moverse entre los botones.
table-caption-concepts = Conceptos con sus definiciones (redacción propia) y nombres. Las teclas de flecha permiten moverse entre los botones.
table-subject = Sujeto
table-relation = Relación
table-object = Objeto
table-firmness = Firmeza
table-origin = Origen
table-source = Fuente y lugar
table-sentence = Oración
table-concept = Concepto
table-class = Clase
table-definition = Definición
table-number = Afirmaciones
table-names = Otros nombres
table-source-alone = Fuente
table-place = Lugar
table-identifier = Identificador
table-subject-identifier = Identificador del sujeto
table-relation-identifier = Identificador de la relación
table-object-identifier = Identificador del objeto
table-from-source = de una fuente
table-by-rule = por la regla «{ $rule }»
table-no-source = sin pasaje indicado
table-open = Abrir las pruebas
table-nothing-statements = Ninguna afirmación coincide. Es silencio, no un «no».
table-nothing-concepts = Ningún concepto coincide.
table-pages = Páginas de la tabla
table-page = { $from }–{ $to } de { $all }
table-before = Página anterior
table-after = Página siguiente
