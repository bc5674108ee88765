/* Makes calls about files in the making (“.fsk-….tmp”) fail, for programs that are started with this library before others.

   FAULT is the name of the call and the number of the error, as in “rename:5”. “write:short” writes half of what it is
   given, and “write:4” (interrupted) fails every other time. “rename:5@3” fails from the third time on.

   “die:7” kills the program before its seventh call of any sort that is about such a file. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

static int is_ours(int descriptor) {
    char link[64], path[4096];
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    ssize_t count = readlink(link, path, sizeof path - 1);
    if (count < 0)
        return 0;
    path[count] = 0;
    return strstr(path, "/.fsk-") != NULL;
}

/* The number of the error that a call about one of our files has to fail with, 0 for none. */
static int fault(const char *call) {
    static int calls, same;
    const char *fault = getenv("FAULT");
    size_t length = strlen(call);
    if (fault && !strncmp(fault, "die:", 4) && ++calls == atoi(fault + 4))
        kill(getpid(), SIGKILL);
    if (!fault || strncmp(fault, call, length) || fault[length] != ':')
        return 0;
    const char *from = strchr(fault, '@');
    if (from && ++same < atoi(from + 1))
        return 0;
    return strncmp(fault + length + 1, "short", 5) ? atoi(fault + length + 1) : -1;
}

int fsync(int descriptor) {
    int number = is_ours(descriptor) ? fault("fsync") : 0;
    if (number) {
        errno = number;
        return -1;
    }
    return ((int (*)(int))dlsym(RTLD_NEXT, "fsync"))(descriptor);
}

int fchmod(int descriptor, mode_t mode) {
    int number = is_ours(descriptor) ? fault("fchmod") : 0;
    if (number) {
        errno = number;
        return -1;
    }
    return ((int (*)(int, mode_t))dlsym(RTLD_NEXT, "fchmod"))(descriptor, mode);
}

int flock(int descriptor, int operation) {
    int number = is_ours(descriptor) ? fault("flock") : 0;
    if (number) {
        errno = number;
        return -1;
    }
    return ((int (*)(int, int))dlsym(RTLD_NEXT, "flock"))(descriptor, operation);
}

int rename(const char *from, const char *to) {
    int number = strstr(from, "/.fsk-") ? fault("rename") : 0;
    if (number) {
        errno = number;
        return -1;
    }
    return ((int (*)(const char *, const char *))dlsym(RTLD_NEXT, "rename"))(from, to);
}

int link(const char *from, const char *to) {
    int number = strstr(to, "/.fsk-") ? fault("link") : 0;
    if (number) {
        errno = number;
        return -1;
    }
    return ((int (*)(const char *, const char *))dlsym(RTLD_NEXT, "link"))(from, to);
}

int unlink(const char *path) {
    int number = strstr(path, "/.fsk-") ? fault("unlink") : 0;
    if (number) {
        errno = number;
        return -1;
    }
    return ((int (*)(const char *))dlsym(RTLD_NEXT, "unlink"))(path);
}

ssize_t write(int descriptor, const void *bytes, size_t count) {
    static int calls;
    int number = is_ours(descriptor) ? fault("write") : 0;
    if (number) {
        if (number < 0) {
            count = (count + 1) / 2;
        } else if (number != EINTR || calls++ % 2 == 0) {
            errno = number;
            return -1;
        }
    }
    return ((ssize_t (*)(int, const void *, size_t))dlsym(RTLD_NEXT, "write"))(descriptor, bytes, count);
}
