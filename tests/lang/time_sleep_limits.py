"""Sleeping for longer than there is time."""
import time
for v in (1e300,float('inf'),-1e300,1e10,9223372036.854775807,10**100,-10**100,2**63//10**9+1, 9223372036, 9e9):
    try: time.sleep(v) if v<0 or v>9223372036 else None; print('ok', v)
    except Exception as e: print(v, type(e).__name__, e)
