# Die Körperkarte.

body-map = Körperkarte: { $concepts }, { $statements }
body-figure = Zeichnung eines Körpers mit seinen Organen. Die Namen daneben sagen dasselbe wie die Zeichnung.
body-sites = Orte im Körper
body-lying = { $label }. Hier: { $what }
body-others = Weitere Orte
body-lines = Aussagen, die sie verbinden
body-hint = Wählen Sie einen Ort: in der Zeichnung oder über seinen Namen.
body-no-place = Nichts von dem, was gezeigt wird, sagt, wo im Körper dies liegt.
body-nothing = Kein gezeigter Begriff hat einen Platz in der Zeichnung.
body-unplaced = Nicht in der Zeichnung ({ $number })
body-unplaced-note = Keine gezeigte Aussage gibt diesen Begriffen einen Platz in der Zeichnung. Das ist Schweigen, kein „Nein“.
