#include "internal.h"

#include <poll.h>
#include <string.h>
#include <unistd.h>

bool ct_is_teletype;

void ct_start_teletype(const struct termios *shell_mode) {
    struct termios raw = *shell_mode;
    // Output keeps its mode: lines end as they do for the shell.
    raw.c_iflag &= ~(tcflag_t)(BRKINT | ICRNL | IGNCR | INLCR | ISTRIP | IXON);
    raw.c_lflag &= ~(tcflag_t)(ECHO | ECHONL | ICANON | IEXTEN | ISIG);
    raw.c_cc[VMIN] = 1;
    raw.c_cc[VTIME] = 0;
    tcsetattr(STDIN_FILENO, TCSADRAIN, &raw);
}

static char typed[256];
static size_t count;

/// Adds what arrives within so many milliseconds; false: nothing did.
static bool wait_for_more(int milliseconds) {
    struct pollfd input = {STDIN_FILENO, POLLIN, 0};
    if (count == sizeof typed || poll(&input, 1, milliseconds) <= 0) return false;
    ssize_t length = read(STDIN_FILENO, typed + count, sizeof typed - count);
    if (length <= 0) return false;
    count += (size_t)length;
    return true;
}

static void drop(size_t length) {
    count -= length;
    memmove(typed, typed + length, count);
}

int ct_teletype_getch(void) {
    if (count == 0 && !wait_for_more(0)) return ERR;
    int key;
    size_t taken;
    bool is_unfinished;
    do key = ct_find_key(typed, count, &taken, &is_unfinished);
    while (key == ERR && is_unfinished && wait_for_more(25));
    if (key != ERR) {
        drop(taken);
        return key;
    }
    int byte = (unsigned char)typed[0];
    drop(1);
    return byte;
}
