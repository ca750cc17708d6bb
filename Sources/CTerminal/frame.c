#include "internal.h"

#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

// ncurses writes each time that it moves the cursor, some seventy times a screen; through SSH many of them would travel
// apart. So its descriptor stands for a file in memory while it draws, and what it has drawn is sent at once.
static int output = -1;
static int drawing = -1;

FILE *ct_open_output(void) {
    output = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
    if (output < 0) return stdout;
    // Where files must not grow, one that does would end the process. Without it every piece goes by itself.
    struct rlimit growth;
    bool may_grow = getrlimit(RLIMIT_FSIZE, &growth) == 0 && growth.rlim_cur == RLIM_INFINITY;
    drawing = may_grow ? memfd_create("frame", MFD_CLOEXEC) : -1;
    FILE *file = fdopen(output, "w");
    return file ? file : stdout;
}

static void send_drawn(void) {
    off_t rest = lseek(drawing, 0, SEEK_CUR);
    lseek(drawing, 0, SEEK_SET);
    static char bytes[16 * 1024];
    while (rest > 0) {
        ssize_t count = read(drawing, bytes, rest < (off_t)sizeof bytes ? (size_t)rest : sizeof bytes);
        if (count <= 0) break;
        ct_send(bytes, (size_t)count);
        rest -= count;
    }
    // It may have been a token.
    explicit_bzero(bytes, sizeof bytes);
    lseek(drawing, 0, SEEK_SET);
    int ignored = ftruncate(drawing, 0);
    (void)ignored;
}

static bool gather(void) { return drawing >= 0 && dup3(drawing, output, O_CLOEXEC) >= 0; }

static void send_gathered(bool is_gathered) {
    if (!is_gathered) return;
    dup3(STDOUT_FILENO, output, O_CLOEXEC);
    send_drawn();
}

void ct_draw(void) {
    // What was lost may have been any mode, and any part of the screen.
    bool is_lost = ct_take_loss();
    bool is_gathered = gather();
    if (is_lost) {
        endwin();
        clearok(curscr, TRUE);
    }
    refresh();
    send_gathered(is_gathered);
    if (is_lost) ct_enter();
}

void ct_leave(void) {
    bool is_gathered = gather();
    endwin();
    send_gathered(is_gathered);
}
