# In `x[i] += v` the container and the index are evaluated once.
def index():
    print("index")
    return 1


a = [1, 2, 3]
a[index()] += 10
print(a)
d = {"k": 1}
d["k"] *= 5
d["k"] -= 1
print(d)
d["l"] = d["m"] = 7
print(d)
s = {1}
s |= {2}
s &= {2, 3}
s ^= {5}
s -= {2}
print(s)
