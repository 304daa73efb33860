# abs of a string.
abs("x")
