/* The modules that stand for an operating system, written in Python: modules/python/<name>.py.
 *
 * None of them reaches the host's.  There is a file system in memory (_files.py), one user, one
 * process that can start no other; what would need more is listed as missing, and refused by
 * name. */
#include "pure.h"

PURE(errno_module, "errno", "The numbers of the system's errors.", NULL);
PURE_PART(files_module, "_files");
PURE(fnmatch_module, "fnmatch", "Names that match a pattern.", NULL);
PURE(glob_module, "glob", "Paths that match a pattern.", "glob0 glob1");
PURE_PART(environ_module, "_environ");
PURE(os_module, "os", "The operating system: files, folders, the process.",
     "_exit CLD_CONTINUED CLD_DUMPED CLD_EXITED CLD_KILLED CLD_STOPPED CLD_TRAPPED CLONE_FILES "
     "CLONE_FS CLONE_NEWCGROUP CLONE_NEWIPC CLONE_NEWNET CLONE_NEWNS CLONE_NEWPID CLONE_NEWTIME "
     "CLONE_NEWUSER CLONE_NEWUTS CLONE_SIGHAND CLONE_SYSVSEM CLONE_THREAD CLONE_VM EFD_CLOEXEC "
     "EFD_NONBLOCK EFD_SEMAPHORE EX_CANTCREAT EX_CONFIG EX_DATAERR EX_IOERR EX_NOHOST EX_NOINPUT "
     "EX_NOPERM EX_NOUSER EX_OSERR EX_OSFILE EX_PROTOCOL EX_SOFTWARE EX_TEMPFAIL EX_UNAVAILABLE "
     "EX_USAGE F_LOCK F_TEST F_TLOCK F_ULOCK GRND_NONBLOCK GRND_RANDOM MFD_ALLOW_SEALING "
     "MFD_CLOEXEC MFD_HUGETLB MFD_HUGE_16GB MFD_HUGE_16MB MFD_HUGE_1GB MFD_HUGE_1MB "
     "MFD_HUGE_256MB MFD_HUGE_2GB MFD_HUGE_2MB MFD_HUGE_32MB MFD_HUGE_512KB MFD_HUGE_512MB "
     "MFD_HUGE_64KB MFD_HUGE_8MB MFD_HUGE_MASK MFD_HUGE_SHIFT NGROUPS_MAX O_ACCMODE "
     "O_ASYNC O_CLOEXEC O_DIRECT O_DIRECTORY O_DSYNC O_FSYNC O_LARGEFILE O_NDELAY "
     "O_NOATIME O_NOCTTY O_NOFOLLOW O_NONBLOCK O_PATH O_RSYNC O_SYNC O_TMPFILE "
     "POSIX_FADV_DONTNEED POSIX_FADV_NOREUSE POSIX_FADV_NORMAL "
     "POSIX_FADV_RANDOM POSIX_FADV_SEQUENTIAL POSIX_FADV_WILLNEED POSIX_SPAWN_CLOSE "
     "POSIX_SPAWN_CLOSEFROM POSIX_SPAWN_DUP2 POSIX_SPAWN_OPEN PRIO_PGRP PRIO_PROCESS PRIO_USER "
     "P_ALL P_NOWAIT P_NOWAITO P_PGID P_PID P_PIDFD P_WAIT RTLD_DEEPBIND RTLD_GLOBAL RTLD_LAZY "
     "RTLD_LOCAL RTLD_NODELETE RTLD_NOLOAD RTLD_NOW RWF_APPEND RWF_DSYNC RWF_HIPRI RWF_NOWAIT "
     "RWF_SYNC SCHED_BATCH SCHED_FIFO SCHED_IDLE SCHED_OTHER SCHED_RESET_ON_FORK SCHED_RR "
     "SEEK_DATA SEEK_HOLE SPLICE_F_MORE SPLICE_F_MOVE SPLICE_F_NONBLOCK ST_APPEND ST_MANDLOCK "
     "ST_NOATIME ST_NODEV ST_NODIRATIME ST_NOEXEC ST_NOSUID ST_RDONLY ST_RELATIME ST_SYNCHRONOUS "
     "ST_WRITE TFD_CLOEXEC TFD_NONBLOCK TFD_TIMER_ABSTIME TFD_TIMER_CANCEL_ON_SET TMP_MAX "
     "WCONTINUED WCOREDUMP WEXITED WEXITSTATUS WIFCONTINUED WIFEXITED WIFSIGNALED WIFSTOPPED "
     "WNOHANG WNOWAIT WSTOPPED WSTOPSIG WTERMSIG WUNTRACED XATTR_CREATE XATTR_REPLACE "
     "XATTR_SIZE_MAX abort chown chroot closerange confstr confstr_names copy_file_range "
     "ctermid device_encoding dup dup2 eventfd eventfd_read eventfd_write execl execle execlp "
     "execlpe execv execve execvp execvpe fchdir fchmod fchown fork forkpty "
     "fpathconf fstatvfs fwalk get_blocking get_inheritable getgrouplist "
     "getgroups getloadavg getpgrp getpriority getrandom getresgid getresuid getsid getxattr "
     "grantpt initgroups kill killpg lchown link listxattr lockf login_tty major makedev "
     "memfd_create minor mkfifo mknod nice openpty pathconf pathconf_names pidfd_open pipe "
     "pipe2 popen posix_fadvise posix_fallocate posix_openpt posix_spawn posix_spawnp pread "
     "preadv ptsname pwrite pwritev readlink readv register_at_fork removexattr "
     "sched_get_priority_max sched_get_priority_min sched_getaffinity sched_getparam "
     "sched_getscheduler sched_param sched_rr_get_interval sched_setaffinity sched_setparam "
     "sched_setscheduler sched_yield sendfile set_blocking set_inheritable setegid seteuid "
     "setgid setgroups setns setpgid setpgrp setpriority setregid setresgid setresuid setreuid "
     "setsid setuid setxattr spawnl spawnle spawnlp spawnlpe spawnv spawnve spawnvp spawnvpe "
     "splice statvfs statvfs_result supports_dir_fd supports_effective_ids supports_fd "
     "supports_follow_symlinks symlink sync sysconf sysconf_names system tcgetpgrp tcsetpgrp "
     "timerfd_create timerfd_gettime timerfd_gettime_ns timerfd_settime timerfd_settime_ns times "
     "times_result ttyname unlockpt unshare wait wait3 wait4 waitid waitid_result waitpid "
     "waitstatus_to_exitcode writev");
PURE_PACKAGE(pathlib_module, "pathlib", "Paths as objects.", "from_uri");
PURE(pathlib_local_module, "pathlib._local", NULL, NULL);
PURE_PART(pathlib_pure_module, "pathlib._pure");
PURE_OF_C(posix_module, "posix", "The calls of the operating system.", NULL);
PURE(posixpath_module, "posixpath", "Paths as text.", NULL);
PURE(shutil_module, "shutil", "Files and whole folders, copied and moved.",
     "ExecError chown disk_usage get_archive_formats get_unpack_formats make_archive "
     "register_archive_format register_unpack_format unpack_archive unregister_archive_format "
     "unregister_unpack_format");
PURE(stat_module, "stat", "What is told of a file.",
     "FILE_ATTRIBUTE_ARCHIVE FILE_ATTRIBUTE_COMPRESSED FILE_ATTRIBUTE_DEVICE "
     "FILE_ATTRIBUTE_DIRECTORY FILE_ATTRIBUTE_ENCRYPTED FILE_ATTRIBUTE_HIDDEN "
     "FILE_ATTRIBUTE_INTEGRITY_STREAM FILE_ATTRIBUTE_NORMAL FILE_ATTRIBUTE_NOT_CONTENT_INDEXED "
     "FILE_ATTRIBUTE_NO_SCRUB_DATA FILE_ATTRIBUTE_OFFLINE FILE_ATTRIBUTE_READONLY "
     "FILE_ATTRIBUTE_REPARSE_POINT FILE_ATTRIBUTE_SPARSE_FILE FILE_ATTRIBUTE_SYSTEM "
     "FILE_ATTRIBUTE_TEMPORARY FILE_ATTRIBUTE_VIRTUAL SF_APPEND SF_ARCHIVED SF_DATALESS "
     "SF_FIRMLINK SF_IMMUTABLE SF_NOUNLINK SF_RESTRICTED SF_SETTABLE SF_SNAPSHOT UF_APPEND "
     "UF_COMPRESSED UF_DATAVAULT UF_HIDDEN UF_IMMUTABLE UF_NODUMP UF_NOUNLINK UF_OPAQUE "
     "UF_SETTABLE UF_TRACKED");
PURE(tempfile_module, "tempfile", "Files and folders for a while.", NULL);

/* ---- other names of what CPython writes in C, under which it says that things are from there - */

PURE_OF_C(functools_core_module, "_functools", NULL, NULL);
PURE_OF_C(io_core_module, "_io", NULL, NULL);

/* ---- pickle ---------------------------------------------------------------------------------- */

PURE_OF_C(codecs_core_module, "_codecs", "Encoding and decoding.", NULL);
PURE(compat_pickle_module, "_compat_pickle", "Names of Python 2.", NULL);
PURE(pickle_module, "pickle", "Objects as bytes, and back.",
     "PickleBuffer bytes_types partial whichmodule");
PURE_OF_C(pickle_core_module, "_pickle", "Objects as bytes, and back.", "PickleBuffer");
PURE_PART(pickle_format_module, "_pickle._format");
PURE_PART(pickle_reader_module, "_pickle._reader");
PURE_PART(pickle_writer_module, "_pickle._writer");

/* ---- for threads, of which there is one ------------------------------------------------------ */

PURE_OF_C(thread_core_module, "_thread", "Locks.", NULL);
PURE(threading_module, "threading", "Threads.",
     "Barrier BrokenBarrierError ExceptHookArgs activeCount currentThread excepthook getprofile "
     "gettrace setprofile setprofile_all_threads settrace settrace_all_threads stack_size");
PURE(queue_module, "queue", "Queues between threads.", NULL);

/* ---- who and where, and chance --------------------------------------------------------------- */

PURE(getpass_module, "getpass", "Who uses it.", "fallback_getpass unix_getpass win_getpass");
PURE(platform_module, "platform", "What a program runs on.",
     "AndroidVer IOSVersionInfo android_ver freedesktop_os_release ios_ver java_ver mac_ver "
     "system_alias win32_edition win32_is_iot win32_ver");
PURE(sched_module, "sched", "Things to do at their time.", NULL);
PURE(secrets_module, "secrets", "Chance for keys.", NULL);
PURE_OF_C(contextvars_module, "contextvars", "Variables of a context.", NULL);
