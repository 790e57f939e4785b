# The body map.

body-map = Body map: { $concepts }, { $statements }
body-figure = Drawing of a body with its organs. The names beside it say the same as the drawing.
body-sites = Sites in the body
body-lying = { $label }. Here: { $what }
body-others = Other sites
body-lines = Statements that connect them
body-hint = Choose a site: in the drawing or by its name.
body-no-place = Nothing shown says where in the body this lies.
body-nothing = No concept shown has a place in the drawing.
body-unplaced = Not in the drawing ({ $number })
body-unplaced-note = No statement shown gives these concepts a place in the drawing. That is silence, not a “no”.
