# test: from=3.13
def f[*T = *tuple[int, str]](): pass
t = f.__type_params__[0]
print(t, t.__default__, t.has_default())
class A[*T = *tuple[int]]: pass
print(A.__type_params__[0].__default__)
type X[*T = *tuple[()]] = int
print(X.__type_params__[0].__default__)
try:
    class B[*T = *5]: pass
    print(B.__type_params__[0].__default__)
except Exception as e: print(type(e), e)
class C[*T = tuple[int]]: pass
print(C.__type_params__[0].__default__)
