# An attribute that a type does not have, with a suggestion.
a = []
a.appendd(1)
