/* Modules of CPython that are not here: see shell.h. */
#include "shell.h"

#include <pyviz/machine/str.h>

#include <stdio.h>
#include <string.h>

/* Importing them prints nothing, warns of nothing and starts nothing, in every version. */
static const char *const modules[] = {
    "bdb",
    "bz2",
    "cProfile",
    "code",
    "codeop",
    "compileall",
    "concurrent.futures.process",
    "concurrent.futures.thread",
    "ctypes.util",
    "ctypes.wintypes",
    "dis",
    "email.charset",
    "email.encoders",
    "email.errors",
    "email.generator",
    "email.header",
    "email.headerregistry",
    "email.message",
    "email.mime.application",
    "email.mime.audio",
    "email.mime.base",
    "email.mime.image",
    "email.mime.message",
    "email.mime.multipart",
    "email.mime.text",
    "email.parser",
    "email.policy",
    "email.utils",
    "faulthandler",
    "fcntl",
    "filecmp",
    "fileinput",
    "ftplib",
    "grp",
    "gzip",
    "http.client",
    "http.cookiejar",
    "http.cookies",
    "http.server",
    "imaplib",
    "importlib.abc",
    "importlib.machinery",
    "importlib.util",
    "lzma",
    "mailbox",
    "marshal",
    "mimetypes",
    "mmap",
    "modulefinder",
    "multiprocessing.managers",
    "multiprocessing.pool",
    "multiprocessing.shared_memory",
    "multiprocessing.synchronize",
    "netrc",
    "ntpath",
    "opcode",
    "optparse",
    "pdb",
    "pickletools",
    "pkgutil",
    "plistlib",
    "poplib",
    "profile",
    "pstats",
    "pty",
    "pwd",
    "py_compile",
    "pyclbr",
    "pydoc",
    "quopri",
    "readline",
    "resource",
    "runpy",
    "select",
    "selectors",
    "shelve",
    "signal",
    "site",
    "smtplib",
    "socket",
    "socketserver",
    "ssl",
    "stringprep",
    "subprocess",
    "symtable",
    "syslog",
    "tabnanny",
    "tarfile",
    "termios",
    "token",
    "tokenize",
    "trace",
    "tracemalloc",
    "tty",
    "urllib.error",
    "urllib.request",
    "urllib.response",
    "urllib.robotparser",
    "wave",
    "webbrowser",
    "wsgiref.simple_server",
    "wsgiref.util",
    "xml.dom.minidom",
    "xml.etree.ElementTree",
    "xml.sax.handler",
    "xml.sax.saxutils",
    "xmlrpc.client",
    "xmlrpc.server",
    "zipapp",
    "zipimport",
    "_socket",
    "_tracemalloc",
};

static const char *const packages[] = {
    "concurrent",
    "concurrent.futures",
    "ctypes",
    "curses",
    "dbm",
    "email",
    "email.mime",
    "http",
    "importlib.metadata",
    "importlib.resources",
    "multiprocessing",
    "sqlite3",
    "sysconfig",
    "wsgiref",
    "xml",
    "xml.dom",
    "xml.etree",
    "xml.sax",
    "xmlrpc",
    "zipfile",
    "zoneinfo",
};

static const ModuleSpec plain = {.name = "?", .shell = true};
static const ModuleSpec package = {.name = "?", .shell = true, .package = true};

static bool any_is_in(const char *const *names, size_t n, const Object *outer, const Object *name)
{
    char head[64];
    for (size_t i = 0; i < n; i++) {
        const char *dot = strrchr(names[i], '.');
        if (!dot || !str_equals_ascii(name, dot + 1))
            continue;
        snprintf(head, sizeof head, "%.*s", (int)(dot - names[i]), names[i]);
        if (str_equals_ascii(outer, head))
            return true;
    }
    return false;
}

bool shell_is_in(const Object *outer, const Object *name)
{
    return any_is_in(modules, sizeof modules / sizeof *modules, outer, name) ||
           any_is_in(packages, sizeof packages / sizeof *packages, outer, name);
}

static bool is_one_of(const char *const *names, size_t n, const Object *name)
{
    for (size_t i = 0; i < n; i++)
        if (str_equals_ascii(name, names[i]))
            return true;
    return false;
}

const ModuleSpec *shell_spec(const Object *name)
{
    if (is_one_of(modules, sizeof modules / sizeof *modules, name))
        return &plain;
    if (is_one_of(packages, sizeof packages / sizeof *packages, name))
        return &package;
    return NULL;
}
