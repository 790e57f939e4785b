activity-sparql = Preguntas
sparql-helpers = Caminos hacia una consulta
sparql-helper-questions = Preguntas listas
sparql-helper-build = Componer una
sparql-questions-intro = El atlas tiene respuesta para cada una de estas preguntas; junto a lo que dicen los pasajes están ellos mismos. Un clic la plantea.
sparql-no-questions = Esta página no contiene preguntas listas.
sparql-editor = Consulta SPARQL
sparql-editor-help = Control e Intro hacen la consulta. Control y espacio proponen términos. Tabulador o Escape salen del editor.
sparql-completions = Términos posibles aquí
sparql-run = Consultar
sparql-stop = Detener
sparql-shortcut = Ctrl + Intro
sparql-limit = Como máximo
sparql-seconds = { $number } s
sparql-starting = Se está preparando el motor.
sparql-asking = La consulta está en curso.
sparql-result = Respuesta
sparql-result-table = Filas de la respuesta
sparql-stale = Esta es la respuesta a la consulta anterior. Consulte para ver la respuesta a la actual.
sparql-show-code = Mostrar el SPARQL
sparql-time = ({ $milliseconds } ms)
sparql-rows = { $number ->
    [0] Ninguna fila coincide. Lo que ningún pasaje dice no es por ello falso.
    [one] { $number } fila.
   *[other] { $number } filas.
}
sparql-triples = { $number ->
    [0] Ninguna tripleta.
    [one] { $number } tripleta.
   *[other] { $number } tripletas.
}
sparql-cut = Hay más: aquí solo están las primeras. { $shown } La descarga lo contiene todo.
sparql-yes = Sí: el atlas lo contiene.
sparql-not = El atlas no lo contiene. Lo que ningún pasaje dice no es por ello falso.
sparql-subject = sujeto
sparql-predicate = propiedad
sparql-object = objeto
sparql-kind-class = clase
sparql-kind-property = propiedad
sparql-kind-concept = concepto
sparql-kind-passage = pasaje
sparql-kind-other = otro
sparql-no-engine = Esta página se hizo sin su motor SPARQL. Vuelva a hacerla con: metastasis-atlas explore
sparql-old-browser = Este navegador no puede desempaquetar el motor SPARQL. Uno más nuevo sí: Chrome o Edge desde la versión 80, Firefox desde la 113, Safari desde la 16.4.
sparql-broken = El motor no pudo continuar y se ha reiniciado. { $told }
sparql-stopped = Detenida.
sparql-time-over = No hubo respuesta en { $seconds } segundos y la consulta se detuvo. Pida menos o conceda más tiempo.
sparql-empty = Aún no hay consulta. Elija una pregunta o escriba una consulta.
sparql-too-long = La consulta supera los { $most } KiB. Pida menos de una vez.
sparql-too-deep = La consulta tiene más de { $most } niveles de anidamiento. Hágala más plana.
sparql-too-many = La consulta tiene demasiadas partes. Haga varias más pequeñas.
sparql-too-many-here = La consulta tiene más partes de las que admite el motor dentro de una página. Haga varias más pequeñas o consulte en la línea de órdenes: metastasis-atlas query
sparql-two-ways = La consulta se puede leer de dos maneras: ponga un espacio después de cada «<» que no pertenezca a un IRI.
sparql-no-graph = Aquí no hay ningún grafo <{ $graph }>. Quítelo del conjunto de datos o nombre otro.
sparql-service = SERVICE consulta otro punto de acceso, lo cual está desactivado. Quítelo.
sparql-update = { $word } cambiaría el atlas, que es de solo lectura. Consulte con SELECT, ASK, CONSTRUCT o DESCRIBE.
sparql-fault = La consulta tiene un error en la línea { $line }, columna { $column }: { $fault }
sparql-fault-form = debe empezar por SELECT, ASK, CONSTRUCT o DESCRIBE, no por «{ $found }».{ $near ->
    [none] {""}
   *[other] {" "}¿Quiso decir «{ $near }»?
}
sparql-fault-prefix = el prefijo «{ $prefix }» de «{ $found }» no está declarado.{ $near ->
    [none] {""}
   *[other] {" "}¿Quiso decir «{ $near }»?
}
sparql-fault-iri = «{ $found }» no es un IRI completo: le falta un esquema, como «https:».
sparql-fault-text = el texto que empieza por { $found } no termina.
sparql-fault-closes = «{ $found }» está ahí y no cierra nada.
sparql-fault-unclosed = «{ $found }» está ahí y nunca se cierra.
sparql-fault-end = ahí termina, después de «{ $before }», aunque todavía falta algo.
sparql-fault-found = «{ $found }» no puede estar ahí.
sparql-fault-told = «{ $found }» no puede estar ahí: { $sentence }.
sparql-fault-expected = «{ $found }» está donde debería estar { $expected }.
sparql-unknown = El atlas no conoce «{ $found }».{ $near ->
    [none] {""}
   *[other] {" "}¿Quiso decir «{ $near }»{ $other ->
        [none] {""}
       *[other] {" "}o «{ $other }»
    }?
}
sparql-mend = Sustituir por { $term }
sparql-unknown-terms = Términos que el atlas no conoce
sparql-build-nothing = El atlas no contiene ninguna afirmación por la que se pueda preguntar.
sparql-build-direction = Lo que se busca
sparql-build-subject = ¿Qué lo hace?
sparql-build-object = ¿Qué hace …?
sparql-build-class = Se busca: tipo
sparql-build-any = cualquier cosa
sparql-build-property = Afirmación
sparql-build-concept = Concepto
sparql-build-passages = con los pasajes que lo dicen
sparql-build-answers = { $number ->
    [0] El atlas no nombra ninguno, lo que no significa que no exista.
    [one] { $number } concepto responde.
   *[other] { $number } conceptos responden.
}
sparql-download = Descargar
sparql-file-csv = CSV
sparql-file-tsv = TSV
sparql-file-json = JSON
sparql-file-ttl = Turtle
sparql-copy = Copiar como
sparql-copy-sparql = SPARQL
sparql-copy-python = Python
sparql-copy-curl = curl
sparql-copied = Copiado.
sparql-csv-note = CSV y TSV contienen los datos tal como son; una hoja de cálculo puede tomar por fórmula una celda que empiece por «=».
sparql-graph = Grafo de la respuesta: { $nodes } términos y { $lines } afirmaciones. La tabla de abajo dice lo mismo.
sparql-graph-cut = Se dibujan { $shown } términos y { $hidden } más no; la tabla los contiene todos.
