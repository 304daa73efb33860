"""Modules of other systems are not there."""
for n in ("msvcrt", "winreg", "winsound", "nt", "_winapi", "_scproxy", "ossaudiodev2"):
    try: __import__(n); print(n, "there")
    except ImportError as e: print(type(e).__name__, e)
try:
    import msvcrt
except ImportError:
    print("no msvcrt")
