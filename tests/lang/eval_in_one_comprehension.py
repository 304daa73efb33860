x = 5
print([eval("x+i") for i in range(2)], "i" in globals())
