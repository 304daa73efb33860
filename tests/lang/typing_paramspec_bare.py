# A ParamSpec that is the only parameter takes types without brackets; Concatenate spreads them.
from typing import Callable, Concatenate, Dict, Generic, ParamSpec, TypeVar
P = ParamSpec('P'); T=TypeVar('T'); Q=ParamSpec('Q')
from collections import abc
def t(g):
    try:
        print(g())
    except Exception as e:
        print(type(e).__name__, e)
for C in (Callable, abc.Callable):
    t(lambda: C[P,int][int,str])
    t(lambda: C[P,int][[int,str]])
    t(lambda: C[P,int][int])
    t(lambda: C[P,int][()])
    t(lambda: C[P,int][[]])
    t(lambda: C[P,int][...])
    t(lambda: C[P,int][Q])
    t(lambda: C[P,int][(int,)])
    t(lambda: C[P,int][[int],[str]])
    t(lambda: C[P,T][int,str])
    t(lambda: C[P,T][[int],str])
    t(lambda: C[P,T][[int,str],str])
    t(lambda: C[P,T][int])
    t(lambda: C[Concatenate[int,P],T][int,str])
    t(lambda: C[Concatenate[int,P],T][[int],str])
    t(lambda: C[Concatenate[int,P],int][int,str])
    t(lambda: C[[T,int],T][str])
    t(lambda: C[[T,int],T][str,int])
    t(lambda: C[P,int][int,str].__args__)
    t(lambda: C[P,int][int,str].__parameters__)
class G(Generic[P]): pass
t(lambda: G[int,str])
t(lambda: G[[int,str]])
t(lambda: G[P][int,str])
from typing import Callable, Concatenate, Dict, Generic, ParamSpec, TypeVar
T=TypeVar('T');U=TypeVar('U')
def t(g):
    try: print(g())
    except Exception as e: print(type(e).__name__, e)
t(lambda: dict[T,U][int])
t(lambda: dict[T,U][int,int,int])
t(lambda: Dict[T,U][int])
t(lambda: (list[T]|dict[T,U])[int])
t(lambda: list[T][()])
