#include "verify_view.h"

#include <fcntl.h>
#include <sched.h>
#include <stdio.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

static bool write_text(const char *path, const char *text)
{
    int fd = open(path, O_WRONLY | O_CLOEXEC);
    ssize_t n = (ssize_t)strlen(text);
    bool ok = fd >= 0 && write(fd, text, (size_t)n) == n;
    if (fd >= 0)
        close(fd);
    return ok;
}

/* In a user namespace everybody may mount; who one is stays the same. */
static bool begin_namespace(void)
{
    char user[64], group[64];
    unsigned uid = geteuid(), gid = getegid();
    if (uid == 0)
        return unshare(CLONE_NEWNS) == 0;
    if (unshare(CLONE_NEWUSER | CLONE_NEWNS) < 0)
        return false;
    snprintf(user, sizeof user, "%u %u 1", uid, uid);
    snprintf(group, sizeof group, "%u %u 1", gid, gid);
    return write_text("/proc/self/setgroups", "deny") && write_text("/proc/self/gid_map", group) &&
           write_text("/proc/self/uid_map", user);
}

/* What is written to the folder goes to memory from now on. */
static bool layer(const char *folder, const char *scratch, const char *name)
{
    enum { MOST = 1024 };
    char upper[MOST], work[MOST], options[4 * MOST];
    if (strlen(folder) >= MOST || strpbrk(folder, ":,\\"))
        return false;
    if (snprintf(upper, sizeof upper, "%s/%s-upper", scratch, name) >= MOST ||
        snprintf(work, sizeof work, "%s/%s-work", scratch, name) >= MOST)
        return false;
    snprintf(options, sizeof options, "lowerdir=%s,upperdir=%s,workdir=%s", folder, upper, work);
    struct stat info;
    if (stat(folder, &info) < 0 || mkdir(upper, 0700) < 0 || mkdir(work, 0700) < 0)
        return false;
    chmod(upper, info.st_mode & 07777); /* the folder itself has the rights of the upper one */
    return mount("overlay", folder, "overlay", 0, options) == 0;
}

static bool is_under(const char *path, const char *folder)
{
    size_t n = strlen(folder);
    return !strncmp(path, folder, n) && (path[n] == '/' || path[n] == '\0');
}

bool view_begin(const char *scratch)
{
    static const char shared[] = "/tmp";
    char here[4096];
    if (!getcwd(here, sizeof here) || !strcmp(here, "/") || !begin_namespace())
        return false;
    if (mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) < 0 ||
        mount("pyviz", scratch, "tmpfs", 0, "mode=0700") < 0)
        return false;
    bool ok = layer(shared, scratch, "tmp");
    if (!ok || !is_under(here, shared))
        ok = layer(here, scratch, "here") && ok;
    return chdir(here) == 0 && ok;
}
