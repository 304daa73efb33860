# Displays with one-character strings, which the compiler may replace while it interns, and then builds the set anew.
first = {"q", 738989, 14, "two words", "mango", 28, "w20", "w31", 6, "mango", "quince", 27, "w11", "w51",
         "longer than most", b"bytes", 561592993749842194766, "w55"}
vowels = {"a", "e", "i", "o", "u"}
letters = {"x", "y", "z", "X", "Y", "Z"}
mixed = {"a", 1, "b", 2, "c", 3, "d", 4}
words = {"the", "quick", "brown", "fox", "jumps"}
listed = [list(first), list(vowels), list(letters), list(mixed)]
inside = 5 in {"p", 5, "r"}
