"""A try without more at the end of a file without newline."""
try: pass