# A missing colon.
if True
    print("x")
