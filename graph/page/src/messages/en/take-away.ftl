# take-away

take-picture = Picture
take-picture-about = The whole drawing as it is shown now, with title and licence: PNG for slides, SVG for print and further work.
take-table = A table is no picture: it can be saved as CSV right there. The other views can be saved as pictures.
take-no-picture = There is no drawing to take now.
take-failed = The picture could not be made.
take-paper = On paper
take-paper-about = Two pages: the view whole, and what is said of the selection, with its passages.
take-print = Print the handout
take-paper-table = The whole table, over as many pages as it needs.
take-print-table = Print the table
take-data = Data
take-data-none = Choose a concept or a statement to take along what the atlas says of it.
take-data-about = What the atlas says of the selection, with passages and sources, for programs.
take-address = Link and citation
take-link = Link to this view
take-cite = Citation
take-copy = Copy
take-copied = Copied
take-citation = { $about }In: { $title }, version { $version }, CC BY 4.0. { $review } { $address } (as of { $day }).
handout-story = The story in sentences
handout-notes = Notes on the passages
handout-notes-left = { $number ->
    [one] One further note stands in the page.
   *[other] { $number } further notes stand in the page.
}
handout-left = { $number ->
    [one] One further statement stands in the page.
   *[other] { $number } further statements stand in the page.
}
arrange = Arrangement
arrange-on = Move concepts by hand
arrange-hint = Drag a concept, or choose one and move it with the keyboard.
arrange-keys = { $label }: drag it, or press Shift with an arrow key.
arrange-move = Move { $label }
arrange-left = To the left
arrange-up = Up
arrange-down = Down
arrange-right = To the right
arrange-save = Save
arrange-restore = Restore …
arrange-reset = Reset
arrange-was-reset = The arrangement is as it was at first.
arrange-restored = { $number ->
    [one] One concept is where the file puts it.
   *[other] { $number } concepts are where the file puts them.
}
arrange-ignored = { $number ->
    [one] One entry is ignored: this page doesn’t know the concept, or the place is absurd.
   *[other] { $number } entries are ignored: this page doesn’t know the concept, or the place is absurd.
}
arrange-not-one = This file is no arrangement of an atlas.
arrange-too-large = This file is too large for an arrangement.
