"""The recorder of `pyviz verify`: lets the program run by itself, and tells when its collector has run.

It stands behind memory.py and outside.py, in one file. Nothing is traced: when the module begins, what the collector and the free
lists hold is told, and from then on only the collector calls. What goes out are lines of words:

    R n...                          the boot record: the program begins
    G generation line count found   a collection began at a line of the program (0: at none), with its generation's
                                    count, and has found so many objects
    ! text                          the recorder itself has failed
"""


class _Recorder:
    def __init__(self, pipe, script):
        self.pipe, self.scripts = pipe, _names_of(script)
        self.collector, self.free_lists = _Collector(), _FreeLists()
        self.youngest, self.enabled = self.collector.youngest, self.collector.enabled
        self.outside = _Outside(self.collector, self.free_lists)
        self.program = gc.callbacks
        self.first, self.last = self.collected, self.let_go
        self.callbacks = [self.first]
        self.main = None
        self.began = ""

    def put(self, line):
        data = (line + "\n").encode("ascii")
        while data:
            data = data[_write(self.pipe, data):]

    def begin(self, code):
        """The module's code is about to run."""
        self.outside.step_aside()
        self.collector.listen(self.callbacks)
        self.outside.begin()
        self.put(_boot_record(code, self.collector, self.free_lists, self.outside.count_before, self.outside.word))
        self.outside.step_back()

    def collected(self, phase, info):
        """Called by the collector; the program's own callbacks come next, as they would without this one."""
        count = self.youngest.value
        self.free_lists.exchange()
        depth = _get_recursion_limit()
        _set_recursion_limit(depth + _ROOM)
        try:
            if self.program:
                self.callbacks[1:] = self.program
                self.callbacks.append(self.last)
            self.tell(phase, info, count)
        except Exception as error:
            self.put(_told(error))
            _exit(1)
        _set_recursion_limit(depth)
        self.free_lists.exchange()
        self.youngest.value = count

    def let_go(self, phase, info):
        """The program's callbacks have been called: nobody but it holds them."""
        self.callbacks.clear()
        self.callbacks.append(self.first)

    def tell(self, phase, info, count):
        generation = info["generation"]
        if phase == "start":
            counts = [count, *self.collector.counts()[1:]]
            at = _word(id(_getframe()) + _FRAME_OF_OBJECT)
            self.began = "G %d %d %d" % (generation, self.line(at), counts[generation])
        else:
            self.put("%s %d" % (self.began, info["collected"]))

    def line(self, frame):
        """Where the innermost frame of the program stands."""
        while frame:
            if _string_at(frame + _FRAME_OWNER, 1)[0] != _OWNED_BY_C:
                code = _borrowed(_word(frame + _FRAME_CODE))
                if type(code) is _CODE and code.co_filename in self.scripts:
                    place = _word(frame + _FRAME_PLACE) - id(code) - _CODE.__basicsize__
                    # What stands before a function's first line, cells being made, has none.
                    return list(code.co_positions())[place // 2][0] or code.co_firstlineno
            frame = _word(frame + _FRAME_PREVIOUS)
        return 0


def _wait_by_monitoring(recorder):
    """3.12 and later: an event of the module's code, the last that is asked for."""
    monitoring = sys.monitoring
    tool = 4

    def start(code, _):
        if code.co_name != "<module>" or code.co_filename not in recorder.scripts:
            return monitoring.DISABLE
        monitoring.set_events(tool, 0)
        monitoring.free_tool_id(tool)
        recorder.begin(code)
        return None

    monitoring.use_tool_id(tool, "pyviz")
    monitoring.register_callback(tool, monitoring.events.PY_START, start)
    monitoring.set_events(tool, monitoring.events.PY_START)


def _wait_by_tracing(recorder):
    """3.11: a trace function called from C, for calls only until it is the module's."""
    def event(_, object_, what, value):
        frame = _word(object_ + _FRAME_OF_OBJECT)
        code = _borrowed(_word(frame + _FRAME_CODE))
        if what == 0 and code.co_name == "<module>" and code.co_filename in recorder.scripts:
            ctypes.pythonapi.PyEval_SetTrace(None, None)
            recorder.begin(code)
        return 0

    recorder.function = ctypes.PYFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int,
                                          ctypes.c_void_p)(event)
    ctypes.pythonapi.PyEval_SetTrace(recorder.function, None)


def _record(pipe, folder, words):
    global _recorder                    # it must outlive this function
    _recorder = _Recorder(pipe, sys.argv[0])
    if _VERSION >= (3, 12):
        _wait_by_monitoring(_recorder)
    else:
        _wait_by_tracing(_recorder)
    totals = _recorder.collector.totals()
    gc.collect()                        # what was imported for this has left garbage behind
    _recorder.collector.set_totals(totals)
    _recorder.collector.set_stats(_STATS_BEFORE)
    _recorder.collector.set_counts(_COUNTS_BEFORE)


_begin(_record)
