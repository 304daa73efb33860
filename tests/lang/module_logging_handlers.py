"""logging.handlers: rotating files, records kept in memory, records handed to a queue."""
import logging
import logging.handlers
import os
import queue
import sys
import tempfile

folder = tempfile.mkdtemp()
path = os.path.join(folder, "app.log")
log = logging.getLogger("rotating")
log.setLevel(logging.DEBUG)
log.propagate = False

rotating = logging.handlers.RotatingFileHandler(path, maxBytes=60, backupCount=2)
rotating.setFormatter(logging.Formatter("%(levelname)s %(message)s"))
log.addHandler(rotating)
for i in range(9):
    log.info("message number %d", i)
log.warning("x" * 80)
log.info("after")
rotating.close()
for name in sorted(os.listdir(folder)):
    with open(os.path.join(folder, name)) as file:
        print(name, file.read().splitlines())
log.removeHandler(rotating)

rotating = logging.handlers.RotatingFileHandler(os.path.join(folder, "named"), mode="w", maxBytes=20, backupCount=1)
rotating.namer = lambda name: name + ".old"
rotating.rotator = lambda source, dest: (print("rotates", os.path.basename(dest)), os.rename(source, dest))
log.addHandler(rotating)
for i in range(3):
    log.error("%s", "y" * 15)
log.removeHandler(rotating)
rotating.close()
print(sorted(os.listdir(folder)))

target = logging.StreamHandler(sys.stdout)
target.setFormatter(logging.Formatter("%(name)s: %(message)s"))
memory = logging.handlers.MemoryHandler(3, target=target)
log.addHandler(memory)
for text in "one", "two", "three", "four":
    log.info(text)
    print("kept", len(memory.buffer))
log.error("now")
log.info("last")
memory.close()
print(memory.target, memory.buffer, memory)
log.removeHandler(memory)

quiet = logging.handlers.MemoryHandler(10, flushLevel=logging.CRITICAL, flushOnClose=False)
quiet.setTarget(target)
log.addHandler(quiet)
log.error("never seen")
quiet.close()
log.removeHandler(quiet)

waiting = queue.Queue()
log.addHandler(logging.handlers.QueueHandler(waiting))
log.info("to %s", "queue")
try:
    1 / 0
except ZeroDivisionError:
    log.exception("failed")
listener = logging.handlers.QueueListener(waiting, target, respect_handler_level=True)
while not waiting.empty():
    record = waiting.get()
    print(record.levelname, record.msg.splitlines()[0], record.args, record.exc_info)
    listener.handle(record)

buffering = logging.handlers.BufferingHandler(2)
for i in range(3):
    buffering.handle(logging.makeLogRecord({"msg": str(i)}))
    print([r.getMessage() for r in buffering.buffer])
print(logging.handlers.DEFAULT_TCP_LOGGING_PORT, issubclass(logging.handlers.RotatingFileHandler, logging.FileHandler))
