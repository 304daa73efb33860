__all__ = [name for name in list(globals()) if name[:1] != "_"]
