# Strings: identifiers, other constants, computed ones.
identifier = "pear_tree_99"
identifier_again = "pear_tree_99"
sentence = "a pear tree"
computed = "pear" + str(7)
joined = " ".join(["one", "two"])
sliced = "a pear tree"[2:6]
upper = sentence.upper()
letters = list("xyz")
repeated = "ab" * 3
formatted = f"{identifier}!"
whole = f"{sentence}"
as_str = str(sentence)
empty = ""
empties = ["", "x"[1:], "".join([])]
single = "pear"[0]
