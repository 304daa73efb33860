x = {"it": 1}
print(f"{x["it's"]}")
print(2)
