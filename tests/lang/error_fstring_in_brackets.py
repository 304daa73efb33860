def f(a):
    return (f"{a!x}"  # c
  , 1)
print(2)
