#define _GNU_SOURCE
#include "CSystem.h"
#include "internal.h"

#include <errno.h>
#include <signal.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/// Waits until the other end of `watched` is closed, and cleans up; usually there is nothing left to do.
static void watch(int watched, const char *directory, const char *file) {
    char nothing;
    while (read(watched, &nothing, 1) < 0 && errno == EINTR) {}
    // Who makes the file may be ending at the same moment, and make it once more.
    for (int i = 0; i < 100; i++) {
        unlink(file);
        if (rmdir(directory) == 0 || errno == ENOENT) return;
        struct timespec moment = {.tv_nsec = 10 * 1000 * 1000};
        nanosleep(&moment, NULL);
    }
}

int cs_guard(const char *directory, const char *file) {
    int ends[2];
    int failure = cs_pipe(ends);
    if (failure) return failure;
    pid_t child = fork();
    if (child == 0) {
        // A grandchild belongs to init, which reaps it. From here on only what is safe after fork.
        if (fork() != 0) _exit(0);
        sigset_t all;
        sigfillset(&all);
        sigprocmask(SIG_SETMASK, &all, NULL);
        setsid();
        if (dup2(ends[0], 0) < 0) _exit(1);
        cs_close_from(1, ~0U >> 1);
        watch(0, directory, file);
        _exit(0);
    }
    if (child > 0) waitpid(child, NULL, 0);
    failure = child < 0 ? -errno : 0;
    close(ends[0]);
    if (failure) close(ends[1]);
    return failure ? failure : ends[1];
}
