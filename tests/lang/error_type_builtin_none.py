# A builtin without its argument.
abs()
