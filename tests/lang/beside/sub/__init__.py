__all__ = ["listed"]
listed, unlisted = 1, 2
