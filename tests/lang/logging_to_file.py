# FileHandler, and basicConfig(filename=...).
import logging
import os
import tempfile

folder = tempfile.mkdtemp()
path = os.path.join(folder, "a.log")
logging.basicConfig(filename=path, level=logging.INFO, format="%(levelname)s:%(message)s")
logging.info("one")
logging.debug("not shown")
logging.warning("two %d", 2)
print(open(path).read())
print(len(logging.getLogger().handlers), logging.getLogger().handlers[0].mode)

other = os.path.join(folder, "b.log")
handler = logging.FileHandler(other, mode="w", delay=True)
print(os.path.exists(other), handler.stream, os.path.basename(handler.baseFilename))
logger = logging.getLogger("app")
logger.propagate = False
logger.addHandler(handler)
handler.setFormatter(logging.Formatter("%(name)s %(message)s"))
logger.error("now")
print(open(other).read())
handler.close()
logger.error("after closing, in mode w")
print(repr(open(other).read()), handler.stream)
print(repr(handler).replace(folder, "FOLDER"))

logging.basicConfig(filename=path, filemode="w", force=True)
logging.warning("fresh")
print(open(path).read())
for wrong in {"filename": path, "stream": 3}, {"filename": path, "handlers": []}:
    try:
        logging.basicConfig(force=True, **wrong)
    except ValueError as e:
        print(e)
