// Ends the program as soon as it has made a directory, as `kill -9` might at that moment. To be preloaded into it.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

int mkdir(const char *path, mode_t mode) {
    int (*make)(const char *, mode_t) = dlsym(RTLD_NEXT, "mkdir");
    int failure = make(path, mode);
    if (failure == 0) kill(getpid(), SIGKILL);
    return failure;
}

char *mkdtemp(char *template) {
    char *(*make)(char *) = dlsym(RTLD_NEXT, "mkdtemp");
    char *path = make(template);
    if (path) kill(getpid(), SIGKILL);
    return path;
}
