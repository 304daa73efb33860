"""Python imports this at its start when the folder is on PYTHONPATH: it sets the probe before the program runs."""

import os
import sys

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
import probe  # noqa: E402

sys.path.pop(0)
probe.install(os.environ["PROBE_OUTPUT"])
