#define NCURSES_WIDECHAR 1
#include <ncursesw/curses.h>

#include <locale.h>
#include <unistd.h>

#include "CFuzz.h"

extern bool ct_is_teletype;
void ct_define_keys(void);

void cf_start_ncurses(void) {
    setlocale(LC_CTYPE, "C.UTF-8");
    FILE *nowhere = fopen("/dev/null", "w");
    if (!nowhere || !newterm("xterm-256color", nowhere, stdin)) _exit(1);
    raw();
    set_escdelay(25);
    keypad(stdscr, TRUE);
    nodelay(stdscr, TRUE);
    ct_define_keys();
}

void cf_set_teletype(int is_teletype) { ct_is_teletype = is_teletype; }

void cf_type(const uint8_t *bytes, size_t count) {
    int ends[2];
    if (pipe(ends) != 0) _exit(1);
    ssize_t written = write(ends[1], bytes, count < 65536 ? count : 65536);
    (void)written;
    dup2(ends[0], STDIN_FILENO);
    close(ends[0]);
    close(ends[1]);
}
