# test: from=3.13
# copy.replace() asks signatures and parameters for a copy with other parts.
import copy
import inspect


def f(a, b=1, *, c: int = 2) -> str:
    pass


signature = inspect.signature(f)
print(copy.replace(signature, return_annotation=int), signature)
print(copy.replace(signature, parameters=[]))
parameter = signature.parameters["b"]
print(copy.replace(parameter, name="z", default=inspect.Parameter.empty), parameter)
print(copy.replace(parameter, kind=inspect.Parameter.KEYWORD_ONLY).kind.description)
try:
    copy.replace(signature, nothing=1)
except TypeError as error:
    print(error)
try:
    copy.replace(parameter, name="not a name")
except ValueError as error:
    print(error)
print(hasattr(inspect.Signature, "__replace__"), hasattr(inspect.BoundArguments, "__replace__"))
