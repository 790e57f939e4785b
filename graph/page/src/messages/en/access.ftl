# Who a source is, and what an address names that this page doesn’t know.

rests-on = rests on
source-publisher = Publisher
source-not-stated = not stated
source-kind-not-stated = kind not stated
source-founding = This founding source is one public web page. The copy that was read states neither its address nor its authors nor its date.
source-unknown = Nothing is known of this source: { $id }

unknown-view = This page has no view “{ $name }”.
unknown-focus = This atlas knows no concept “{ $name }”.
unknown-statement = This atlas holds no statement “{ $name }”.
unknown-passage = This atlas knows no passage “{ $name }”, or none of its statements.
unknown-tour = This page has no tour “{ $name }” with that step.
unknown-quiz = This page has no quiz “{ $name }” with that item.
unknown-path = This atlas knows no two concepts “{ $name }” for a path.
unknown-lang = This page doesn’t speak the language “{ $name }”.
unknown-rest = The rest of the address is shown.
unknown-meant = Did you mean:
unknown-close = Close the notice
drawing-list = The drawing as a list; arrow keys move among the concepts
drawing-more = { $number ->
    [one] { $number } more concept is in the table.
   *[other] { $number } more concepts are in the table.
}
