# NameError suggests a name that is close.
counter = 1
print(countr)
