# operator: the operators as functions, all of them native (modules/operator*.c).

__all__ = [name for name in list(globals()) if name[:1] != "_"]
