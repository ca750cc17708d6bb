#define _GNU_SOURCE
#include "CSystem.h"
#include "internal.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

struct request {
    const char *path;
    char *const *argv;
    char *const *environment;
    int descriptors[3];
    /// Whether it leads one of its own. Else it stays in this process's, so that the keyboard's signals reach it.
    int has_group;
    pid_t result;
    int done;
};

// PR_SET_PDEATHSIG fires when the thread that forked ends, and the threads that call here come and go: one thread
// that never ends does all the forking.
static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;
static struct request *waiting;
static int started;

static int is_program(const char *path) {
    struct stat status;
    return stat(path, &status) == 0 && S_ISREG(status.st_mode) && access(path, X_OK) == 0;
}

/// Writes the path of the program `name` to `path`, whose size is PATH_MAX or more. Returns 0 or an errno.
static int look_up(const char *name, char *path, size_t size) {
    if (strchr(name, '/')) return snprintf(path, size, "%s", name) < (int)size ? 0 : ENAMETOOLONG;
    const char *directory = getenv("PATH");
    if (!*name) return ENOENT;
    if (!directory) directory = "/usr/local/bin:/usr/bin:/bin";
    for (;;) {
        int length = (int)strcspn(directory, ":");
        int written = snprintf(path, size, "%.*s/%s", length ? length : 1, length ? directory : ".", name);
        if (written < (int)size && is_program(path)) return 0;
        if (!directory[length]) return ENOENT;
        directory += length + 1;
    }
}

// From here to execve only functions that are safe after vfork: they leave the memory, which is the parent's, as it is,
// and wait for no lock.

/// Makes the three descriptors 0, 1 and 2. Copies go above them first, since they may be each other's numbers.
static int arrange(const int descriptors[3]) {
    int copies[3];
    for (int i = 0; i < 3; i++) {
        int source = descriptors[i] >= 0 ? descriptors[i] : open("/dev/null", O_RDWR | O_CLOEXEC);
        if (source < 0 || (copies[i] = fcntl(source, F_DUPFD_CLOEXEC, 3)) < 0) return -1;
    }
    for (int i = 0; i < 3; i++) {
        if (dup2(copies[i], i) < 0) return -1;
    }
    return 0;
}

static void reset_signals(void) {
    struct sigaction action = {.sa_handler = SIG_DFL};
    for (int i = 1; i < NSIG; i++) sigaction(i, &action, NULL);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
}

/// `group`: where the guard looks for its group; NULL if it has none of its own.
static void become(const struct request *request, pid_t parent, _Atomic pid_t *group, int report) {
    prctl(PR_SET_PDEATHSIG, SIGTERM);
    if (getppid() != parent) _exit(127);  // The parent ended before prctl: no signal will come.
    if (group) {
        // A session, and with it a group. It has no terminal: what opens /dev/tty is told so. In a group alone it would be
        // stopped for reading it, and nobody would let it go on, or write into the screen.
        setsid();
        // Before it can start anything.
        *group = getpid();
    }
    report = fcntl(report, F_DUPFD_CLOEXEC, 3);
    if (report >= 0 && arrange(request->descriptors) == 0) {
        cs_close_from(3, report - 1);
        cs_close_from(report + 1, ~0U >> 1);
        reset_signals();
        execve(request->path, request->argv, request->environment);
    }
    int failure = errno;
    ssize_t ignored = write(report, &failure, sizeof failure);
    (void)ignored;
    _exit(127);
}

/// vfork, since fork copies the tables of all of the program's memory, for a child that needs none of it: 5 ms. All
/// signals are blocked in this thread, so that no handler of the parent's runs in the child.
static pid_t fork_and_execute(const struct request *request) {
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0) return -errno;
    pid_t parent = getpid();
    _Atomic pid_t *group = request->has_group ? cs_free_group() : NULL;
    pid_t child = vfork();
    if (child == 0) become(request, parent, group, ends[1]);
    int failure = child < 0 ? errno : 0;
    close(ends[1]);
    // The other end closes when the program is executed; until then only an errno can come.
    if (child > 0 && read(ends[0], &failure, sizeof failure) == sizeof failure) {
        if (group) *group = 0;
        waitpid(child, NULL, 0);
    }
    close(ends[0]);
    return failure ? -failure : child;
}

static void *serve(void *unused) {
    (void)unused;
    pthread_mutex_lock(&mutex);
    for (;;) {
        while (!waiting || waiting->done) pthread_cond_wait(&changed, &mutex);
        waiting->result = fork_and_execute(waiting);
        waiting->done = 1;
        pthread_cond_broadcast(&changed);
    }
    return NULL;
}

/// Starts the thread with all signals blocked, so that none that is meant for others is delivered to it.
static int start_thread(void) {
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    pthread_t thread;
    int failure = pthread_create(&thread, NULL, serve, NULL);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    if (failure == 0) pthread_detach(thread);
    return failure;
}

/// Has the thread start a program; what the request lacks is its path.
static pid_t spawn(struct request request) {
    char path[4096];
    int failure = look_up(request.argv[0], path, sizeof path);
    if (failure) return -failure;
    request.path = path;
    pthread_mutex_lock(&mutex);
    if (!started) {
        failure = start_thread();
        started = failure == 0;
    }
    while (started && waiting) pthread_cond_wait(&changed, &mutex);
    if (started) {
        waiting = &request;
        pthread_cond_broadcast(&changed);
        while (!request.done) pthread_cond_wait(&changed, &mutex);
        waiting = NULL;
        pthread_cond_broadcast(&changed);
    }
    pthread_mutex_unlock(&mutex);
    return failure ? -failure : request.result;
}

pid_t cs_spawn_tied(char *const argv[], char *const environment[], int input, int output, int error) {
    return spawn((struct request){
        .argv = argv,
        .environment = environment ? environment : environ,
        .descriptors = {input, output, error},
        .has_group = 1,
    });
}

pid_t cs_spawn_in_foreground(char *const argv[], char *const environment[], int error) {
    return spawn((struct request){
        .argv = argv,
        .environment = environment ? environment : environ,
        .descriptors = {STDIN_FILENO, STDOUT_FILENO, error},
    });
}

int cs_spawn_detached(char *const argv[], char *const environment[]) {
    char path[4096];
    int failure = look_up(argv[0], path, sizeof path);
    if (failure) return -failure;
    pid_t child = fork();
    if (child < 0) return -errno;
    if (child == 0) {
        setsid();
        // The middle one ends at once, so that nobody here has to wait for the program.
        if (fork() != 0) _exit(0);
        const int nothing[3] = {-1, -1, -1};
        if (arrange(nothing) == 0) {
            cs_close_from(3, ~0U >> 1);
            reset_signals();
            execve(path, argv, environment);
        }
        _exit(127);
    }
    while (waitpid(child, NULL, 0) < 0 && errno == EINTR) {}
    return 0;
}
