/* The modules about texts that people write, as command lines and tables: modules/python/<name>.py. */
#include "pure.h"

PURE(argparse_module, "argparse", "Command lines.", "ngettext");
PURE_PART(argparse_actions_module, "argparse._actions");
PURE_PART(argparse_help_module, "argparse._help");
PURE_PART(argparse_parse_module, "argparse._parse");
PURE(csv_module, "csv", "Tables as text.", "Sniffer StringIO");
PURE(csv_core_module, "_csv", "Tables as text.", NULL);
PURE(difflib_module, "difflib", "What makes two texts differ.", "HtmlDiff");
PURE_PART(difflib_matcher_module, "difflib._matcher");
