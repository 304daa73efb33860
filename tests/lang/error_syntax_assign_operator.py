# Assignment to an operator's result.
a + 1 = 2
