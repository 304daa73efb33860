/* The modules that are written in Python alone, but for values (library.c). */
#include "pure.h"

PURE(future_module, "__future__", "What has become, or may become, part of the language.", NULL);
PURE(abc_module, "abc", "Abstract base classes.", NULL);
PURE(enum_module, "enum", "Names for constant values.",
     "pickle_by_enum_name pickle_by_global_name");
PURE_PART(enum_body_module, "enum._body");
PURE_KEPT(contextlib_module, "contextlib", "Context managers, made and combined.", NULL);
PURE_PART(wrapping_module, "_wrapping");
PURE_PART(found_module, "_found");
PURE_OF_C(internal_operator_module, "_operator", "Operators as functions.", "_compare_digest");
PURE(dataclasses_module, "dataclasses", "Classes whose methods follow from their fields.", NULL);
PURE(collections_abc_module, "collections.abc", "Abstract base classes for containers.", NULL);
PURE(internal_collections_abc_module, "_collections_abc", "Abstract base classes for containers.",
     NULL);
PURE(typing_module, "typing", "Types as annotations have them.", NULL);
PURE_PART(typing_classes_module, "typing._classes");
PURE_PART(typing_forms_module, "typing._forms");
PURE_PART(typing_hints_module, "typing._hints");
PURE_PART(typing_lazy_module, "typing._lazy");
PURE_PART(typing_records_module, "typing._records");
PURE(doctest_module, "doctest", "The examples in docstrings, run and compared.",
     "DocTestFinder DocTestParser DocTestRunner DocTestSuite DocFileSuite OutputChecker debug "
     "debug_src script_from_examples "
     "testsource register_optionflag set_unittest_reportflags master");
PURE(traceback_module, "traceback", "What exceptions print.", NULL);
PURE(copyreg_module, "copyreg", "How objects of certain types are taken apart.", NULL);
PURE(fractions_module, "fractions", "Rational numbers.", NULL);
PURE(graphlib_module, "graphlib", "Orders in which each thing comes behind what it needs.", NULL);
PURE(inspect_module, "inspect", "Looking at objects: what they are, what they take.",
     "BlockFinder BufferFlags ClassFoundException EndOfBlock TPFLAGS_IS_ABSTRACT "
     "markcoroutinefunction");
PURE(inspect_source_module, "_inspect_source", "Where things stand in the program's text.", NULL);
PURE(numbers_module, "numbers", "Abstract base classes of numbers.", NULL);
PURE(pprint_module, "pprint", "Objects printed with their items below each other.", NULL);
PURE(statistics_module, "statistics", "Averages and spreads.", "kde kde_random");
PURE(string_module, "string", "Constants, and templates.", NULL);
PURE(textwrap_module, "textwrap", "Paragraphs broken into lines.", NULL);
PURE_PACKAGE(
    asyncio_module, "asyncio", "Tasks that take turns.",
    "AbstractChildWatcher AbstractEventLoopPolicy AbstractServer BaseProtocol BaseTransport "
    "BufferedProtocol DatagramProtocol DatagramTransport DefaultEventLoopPolicy EventLoop "
    "FastChildWatcher IncompleteReadError LimitOverrunError MultiLoopChildWatcher "
    "PidfdChildWatcher Protocol ReadTransport SafeChildWatcher SelectorEventLoop "
    "SendfileNotAvailableError Server StreamReader StreamReaderProtocol StreamWriter "
    "SubprocessProtocol SubprocessTransport ThreadedChildWatcher Transport WriteTransport "
    "create_eager_task_factory create_subprocess_exec create_subprocess_shell "
    "eager_task_factory get_child_watcher get_event_loop_policy open_connection "
    "open_unix_connection run_coroutine_threadsafe set_child_watcher set_event_loop_policy "
    "start_server start_unix_server wrap_future streams subprocess");
PURE(asyncio_base_events_module, "asyncio.base_events", "The event loop.", "Server");
PURE(asyncio_coroutines_module, "asyncio.coroutines", "What is a coroutine.", NULL);
PURE(asyncio_events_module, "asyncio.events", "Callbacks, and the running loop.",
     "AbstractEventLoopPolicy AbstractServer get_child_watcher get_event_loop_policy "
     "set_child_watcher set_event_loop_policy");
PURE(asyncio_exceptions_module, "asyncio.exceptions", "What asyncio raises.",
     "IncompleteReadError LimitOverrunError SendfileNotAvailableError");
PURE(asyncio_format_helpers_module, "asyncio.format_helpers", "How callbacks show.", NULL);
PURE_OF_C(asyncio_futures_module, "asyncio.futures", "Results that are not there yet.",
          "wrap_future");
PURE(asyncio_locks_module, "asyncio.locks", "Waiting for each other.", NULL);
PURE(asyncio_queues_module, "asyncio.queues", "Items passed from task to task.", NULL);
PURE(asyncio_runners_module, "asyncio.runners", "Running a loop to its end.", NULL);
PURE(asyncio_taskgroups_module, "asyncio.taskgroups", "Tasks that end together.", NULL);
PURE(asyncio_tasks_module, "asyncio.tasks", "Coroutines that take turns.",
     "_enter_task _leave_task _register_task _unregister_task create_eager_task_factory "
     "eager_task_factory run_coroutine_threadsafe");
PURE(asyncio_threads_module, "asyncio.threads", "Functions in threads.", NULL);
PURE(asyncio_timeouts_module, "asyncio.timeouts", "Blocks with an end in time.", NULL);
PURE(keyword_module, "keyword", "The words that are no names.", NULL);
PURE(timeit_module, "timeit", "How long something takes, in the machine's time.", "main template");
PURE(warnings_module, "warnings", "Telling of what is not wrong yet.", NULL);
PURE(logging_config_module, "logging.config", "Channels and levels out of a dict.",
     "BaseConfigurator ConvertingDict ConvertingList ConvertingTuple fileConfig listen "
     "stopListening valid_ident");
PURE(logging_handlers_module, "logging.handlers", "Channels that keep, rotate and queue.",
     "DatagramHandler HTTPHandler NTEventLogHandler SMTPHandler ST_DEV ST_INO ST_MTIME "
     "SocketHandler SysLogHandler TimedRotatingFileHandler WatchedFileHandler");
PURE_PACKAGE(logging_module, "logging", "Messages by level and by channel.",
             "PlaceHolder currentframe getHandlerByName getHandlerNames logAsyncioTasks "
             "logMultiprocessing logProcesses logThreads");
