/* A view of the file system of one's own.
 *
 * `verify` runs a program several times: what it writes to files in one run must not be there in
 * the next, nor stay behind in the folder that a lesson is given in.  So the process that becomes
 * CPython gets a mount namespace in which /tmp and the current folder lie under layers that only it
 * sees: overlayfs, over memory.  Where the kernel does not let us, the program works on the files
 * themselves, as it does for anybody. */
#ifndef PYVIZ_APP_VERIFY_VIEW_H
#define PYVIZ_APP_VERIFY_VIEW_H

#include <stdbool.h>

/* For the calling process, for good; `scratch` is an empty folder.  False: nothing has changed, or
 * not all of it could be layered. */
bool view_begin(const char *scratch);

#endif
