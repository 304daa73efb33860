# A builtin without keywords.
len(obj=[])
