#define _GNU_SOURCE
#include "CSystem.h"
#include "internal.h"

#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { max_groups = 1024, max_places = 16 };

struct place {
    _Atomic int is_used;
    char directory[128], file[128];
};

/// What would stay behind. The guard shares this memory: there is nothing to send, and what this process has written
/// last is there however it ends.
struct wards {
    _Atomic pid_t groups[max_groups];
    struct place places[max_places];
};

static struct wards *wards;
static pthread_once_t once = PTHREAD_ONCE_INIT;
static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;

static void remove_place(const struct place *place) {
    // Who makes the file may be ending at the same moment, and make it once more.
    for (int i = 0; i < 100; i++) {
        unlink(place->file);
        if (rmdir(place->directory) == 0 || errno == ENOENT) return;
        struct timespec moment = {.tv_nsec = 10 * 1000 * 1000};
        nanosleep(&moment, NULL);
    }
}

/// Waits until the other end of descriptor 0 is closed, and cleans up; usually there is nothing left to do.
static void watch(void) {
    char nothing;
    while (read(0, &nothing, 1) < 0 && errno == EINTR) {}
    for (int i = 0; i < max_groups; i++) {
        pid_t group = wards->groups[i];
        if (group <= 1) continue;
        kill(-group, SIGTERM);
        // One that was stopped hears of it only when it goes on.
        kill(-group, SIGCONT);
    }
    for (int i = 0; i < max_places; i++) {
        if (wards->places[i].is_used) remove_place(&wards->places[i]);
    }
}

/// The guard: a grandchild, which belongs to init, so that nobody here has to reap it. Only what is safe after fork.
static void become_guard(int watched) {
    if (fork() != 0) _exit(0);
    sigset_t all;
    sigfillset(&all);
    sigprocmask(SIG_SETMASK, &all, NULL);
    prctl(PR_SET_NAME, "kstop-guard");
    setsid();
    if (chdir("/") != 0 || dup2(watched, 0) < 0) _exit(1);
    cs_close_from(1, ~0U >> 1);
    watch();
    _exit(0);
}

/// Without memory or a process for it, there is no guard, and all else goes on.
static void start(void) {
    void *memory = mmap(NULL, sizeof *wards, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    int ends[2];
    if (memory == MAP_FAILED || cs_pipe(ends)) return;
    wards = memory;
    pid_t child = fork();
    if (child == 0) become_guard(ends[0]);
    if (child > 0) waitpid(child, NULL, 0);
    // The other end is closed by the death of this process alone.
    close(ends[0]);
}

_Atomic pid_t *cs_free_group(void) {
    static _Atomic pid_t unguarded;
    pthread_once(&once, start);
    for (int i = 0; wards && i < max_groups; i++) {
        if (wards->groups[i] == 0) return &wards->groups[i];
    }
    return &unguarded;
}

void cs_forget_group(pid_t group) {
    for (int i = 0; wards && i < max_groups; i++) {
        if (wards->groups[i] == group) wards->groups[i] = 0;
    }
}

/// Returns 0 if it is too long to be kept.
static int fill(struct place *place, const char *directory, const char *file) {
    int size = sizeof place->directory;
    return snprintf(place->directory, size, "%s", directory) < size && snprintf(place->file, size, "%s", file) < size;
}

int cs_guard_directory(const char *directory, const char *file) {
    pthread_once(&once, start);
    int result = -ENOMEM;
    pthread_mutex_lock(&mutex);
    for (int i = 0; wards && i < max_places; i++) {
        struct place *place = &wards->places[i];
        if (place->is_used) continue;
        if (fill(place, directory, file)) {
            place->is_used = 1;
            result = i;
        }
        break;
    }
    pthread_mutex_unlock(&mutex);
    return result;
}

void cs_forget_directory(int place) { wards->places[place].is_used = 0; }
