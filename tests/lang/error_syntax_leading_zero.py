# A decimal number with a leading zero.
x = 012
