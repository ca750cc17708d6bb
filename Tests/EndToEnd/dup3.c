// Stops the program while it draws, when there is a file "stop": it calls this just before. To be preloaded into it.
#define _GNU_SOURCE
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <unistd.h>

int dup3(int old, int new, int flags) {
    char path[4096];
    snprintf(path, sizeof path, "%s/stop", getenv("FOLDER"));
    if (unlink(path) == 0) kill(getpid(), SIGTSTP);
    return (int)syscall(SYS_dup3, old, new, flags);
}
