# body
