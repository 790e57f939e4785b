# The page's frame, the legend and the details.

skip-to-drawing = Ir al dibujo
skip-to-details = Ir a los detalles

search-label = Buscar
search-placeholder = Buscar en cualquier idioma
search-results = { $found ->
    [0] No se ha encontrado nada
    [one] { $found } concepto
   *[other] { $found } conceptos
}
search-nothing = No se ha encontrado nada. Lo que el atlas no menciona no queda por ello negado. Pruebe con otra palabra.

to-dark = Tema oscuro
to-light = Tema claro
disclaimer = Con fines educativos; no es un consejo médico.
review = No revisado por un profesional clínico.

view-label = Vista
view-pathway = Trayecto
view-body = Mapa del cuerpo
view-focus = Enfoque
view-table = Tabla
language-label = Idioma
wording-label = Lenguaje
wording-clinical = Clínico
wording-plain = Sencillo
fallback = (en inglés)

legend = Leyenda y filtro
concepts = Conceptos
statements = Afirmaciones
amount = Cuánto se muestra
core = Lo esencial
everything = Todo
origin = De dónde proceden las afirmaciones
origin-stated = afirmado en una fuente
origin-ours = añadido propio (línea de puntos)
origin-derived = derivado mediante una regla (línea discontinua)
hedged-line = línea fina: no se dice expresamente
ours-only = añadido propio
ours-explained = Ninguna fuente habla de este concepto; lo añade la redacción y da un motivo.
own-wording = redacción propia
own-wording-explained = Esta definición la ha redactado el equipo del atlas; no cita ninguna fuente y no la ha revisado personal médico.
more-classes = { $number ->
    [one] { $number } clase más, oculta ahora
   *[other] { $number } clases más, ocultas ahora
}
derived = derivado
shown-of = { $shown } de { $all }
list-of = Conceptos de la clase «{ $label }»
properties-of = Afirmaciones del tipo «{ $label }»
hidden-now = (oculto ahora)
other = otros

meaning-spread = diseminación
meaning-place = lugar
meaning-cause = causa
meaning-treatment = tratamiento
meaning-relief = alivio
meaning-negative = negación
meaning-choice = elección del tratamiento
meaning-kind = tipo de
meaning-other = otros

column-cancer = El cáncer y su diseminación
column-sites = Zonas del cuerpo
column-metastases = Metástasis
column-conditions = Afecciones
column-interventions = Intervenciones
column-drugs = Fármacos y sus formas
column-decisions = Decisiones y departamentos
column-other = Otros

count-concepts = { $number ->
    [one] { $number } concepto
   *[other] { $number } conceptos
}
count-statements = { $number ->
    [one] { $number } afirmación
   *[other] { $number } afirmaciones
}
canvas = Dibujo del trayecto: { $concepts }, { $statements }. La lista de conceptos y los detalles dicen lo mismo con palabras.
columns = Columnas del trayecto
jumps = Ir a una columna
column-before = Una columna a la izquierda
column-after = Una columna a la derecha
zoom-controls = Ampliar, reducir y mover
zoom-in = Ampliar
zoom-out = Reducir
fit = Mostrar todo
left = Mover a la izquierda
right = Mover a la derecha
up = Mover hacia arriba
down = Mover hacia abajo
hint = Elija un concepto o una flecha para leer qué se dice y quién lo dice.

details = Detalles
close = Cerrar los detalles
close-legend = Cerrar la leyenda
sheet-fold = Plegar el panel
sheet-unfold = Desplegar el panel
selected = Selección: { $label }, { $kind }. { $statements }.
selected-edge = Afirmación elegida: { $sentence }
shown-now = En pantalla: { $concepts }, { $statements }.
clinical-name = Nombre clínico
plain-name = En palabras sencillas
outgoing = Qué se dice de «{ $label }»
incoming = Dónde más se menciona «{ $label }»
show-neighbours = { $hidden ->
    [one] Mostrar { $hidden } vecino más en el dibujo
   *[other] Mostrar { $hidden } vecinos más en el dibujo
}
no-statements = Ninguna afirmación menciona este concepto. Es silencio, no un «no».
no-evidence = Para esta afirmación no se indica ningún pasaje.
derived-heading = Afirmaciones derivadas ({ $number })
why = ¿Por qué?
because = porque
already-shown = (ya mostrado arriba)
other-names = Nombres en otros idiomas
mappings = En otros vocabularios
facts = Otros datos
identifier = Identificador
statement = Afirmación
show-on-map = Mostrar solo esta afirmación
stated-negative = negación expresa
negative = negación
note = Nota
citation = Fuente
licence = Licencia
excerpt = Esto es solo una parte: lo que está a { $steps ->
    [one] { $steps } paso
   *[other] { $steps } pasos
} como máximo de «{ $label }» en { $store }.
excerpt-cut = Allí hay más de lo que se obtuvo.
broken = No se ha podido mostrar la página.
opens-outside = (abre otro sitio web)
match-same = lo mismo que
match-close = próximo a
match-narrower = más específico que
match-wider = más amplio que
match-related = relacionado con

activity-tours = Recorridos
activity-quiz = Cuestionario
activity-path = Buscar un camino
activity-take-away = Para llevar
close-activity = Cerrar

skip-to-activity = Ir a: { $activity }
left-out = { $number ->
    [one] El filtro oculta { $number } afirmación.
   *[other] El filtro oculta { $number } afirmaciones.
}
