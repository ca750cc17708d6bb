#define _GNU_SOURCE
#include "CSystem.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/eventfd.h>
#include <sys/signalfd.h>
#include <unistd.h>

int cs_pipe(int ends[2]) { return pipe2(ends, O_CLOEXEC) == 0 ? 0 : -errno; }

int cs_open_path(const char *path) {
    int descriptor = open(path, O_PATH | O_CLOEXEC | O_NOFOLLOW);
    return descriptor >= 0 ? descriptor : -errno;
}

int cs_eventfd(void) {
    int descriptor = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    return descriptor >= 0 ? descriptor : -errno;
}

int cs_signalfd(const int *signals, int count) {
    sigset_t set;
    sigemptyset(&set);
    for (int i = 0; i < count; i++) sigaddset(&set, signals[i]);
    int failure = pthread_sigmask(SIG_BLOCK, &set, NULL);
    if (failure) return -failure;
    int descriptor = signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
    return descriptor >= 0 ? descriptor : -errno;
}

int cs_is_ignored(int signal) {
    struct sigaction action;
    return sigaction(signal, NULL, &action) == 0 && action.sa_handler == SIG_IGN;
}

int cs_next_signal(int descriptor) {
    struct signalfd_siginfo info;
    return read(descriptor, &info, sizeof info) == sizeof info ? (int)info.ssi_signo : 0;
}

static pthread_mutex_t gate = PTHREAD_MUTEX_INITIALIZER;

static void *pass_gate(void *unused) {
    pthread_mutex_lock(&gate);
    pthread_mutex_unlock(&gate);
    return unused;
}

int cs_try_threads(int count) {
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    int failure = 0;
    pthread_mutex_lock(&gate);
    for (int i = 0; i < count && !failure; i++) {
        pthread_t thread;
        failure = pthread_create(&thread, NULL, pass_gate, NULL);
        // On a busy machine their ends would be a long time to wait for.
        if (!failure) pthread_detach(thread);
    }
    pthread_mutex_unlock(&gate);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return failure;
}

int cs_core_dumps_are_forbidden(void) { return prctl(PR_GET_DUMPABLE) == 0; }

int cs_forbid_core_dumps(void) {
    // The limit alone does not hold for a core_pattern that is a pipe, as systemd's is.
    prctl(PR_SET_DUMPABLE, 0);
    struct rlimit limit;
    if (getrlimit(RLIMIT_CORE, &limit) != 0) return 0;
    limit.rlim_cur = 0;
    return setrlimit(RLIMIT_CORE, &limit) == 0 && cs_core_dumps_are_forbidden();
}
