# round of a string.
round("1.5")
