#include "internal.h"

#include <pthread.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

// All that the handler touches is ready before: it may only call what is safe in a signal handler.
static const int deadly[] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGABRT, SIGSYS};
enum { DEADLY_COUNT = sizeof deadly / sizeof *deadly };

static struct sigaction previous[sizeof deadly / sizeof *deadly];
static struct termios shell_mode;
static char restoration[256];
static size_t restoration_length;
static pthread_t painter;
volatile sig_atomic_t ct_is_open;
static char handler_stack[64 * 1024];

static void append(const char *sequence) {
    if (!sequence || sequence == (char *)-1) return;
    while (*sequence && restoration_length < sizeof restoration) {
        // A delay such as $<5> is for tputs, not for the terminal.
        const char *end = strncmp(sequence, "$<", 2) == 0 ? strchr(sequence, '>') : NULL;
        if (end) sequence = end + 1;
        else restoration[restoration_length++] = *sequence++;
    }
}

static void restore_and_die(int number, siginfo_t *information, void *context) {
    (void)context;
    if (ct_is_open) {
        ct_is_open = 0;
        // Another thread crashed: what is being painted gets its time, and no more will be.
        struct timespec moment = {.tv_nsec = 20 * 1000 * 1000};
        if (!pthread_equal(pthread_self(), painter)) nanosleep(&moment, NULL);
        ssize_t ignored = write(ct_destination, restoration, restoration_length);
        (void)ignored;
        tcsetattr(STDIN_FILENO, TCSANOW, &shell_mode);
    }
    for (int i = 0; i < DEADLY_COUNT; i++) sigaction(deadly[i], &previous[i], NULL);
    // A fault happens again on return, now as it would have without this handler; a sent signal must be sent again, and
    // so must one after which the program goes on: a trap, a forbidden system call.
    bool is_fault = information->si_code > 0 && number != SIGTRAP && number != SIGSYS;
    if (!is_fault) raise(number);
}

static void append_restoration(void) {
    if (ct_has_private_modes) append(ct_modes_off);
    append(tigetstr("sgr0"));
    append(tigetstr("op"));
    append(tigetstr("rmkx"));
    append(tigetstr("cnorm"));
    append(tigetstr("rmcup"));
}

void ct_guard_crashes(const struct termios *mode) {
    shell_mode = *mode;
    painter = pthread_self();
    restoration_length = 0;
    if (!ct_is_teletype) append_restoration();
    append("\r\n");

    stack_t stack = {.ss_sp = handler_stack, .ss_size = sizeof handler_stack};
    sigaltstack(&stack, NULL);
    struct sigaction action = {.sa_sigaction = restore_and_die, .sa_flags = SA_SIGINFO | SA_ONSTACK};
    sigemptyset(&action.sa_mask);
    for (int i = 0; i < DEADLY_COUNT; i++) sigaction(deadly[i], &action, &previous[i]);
}
