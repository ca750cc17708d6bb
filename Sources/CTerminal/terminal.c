#include "internal.h"

#include <errno.h>
#include <langinfo.h>
#include <locale.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

static struct termios shell_mode;
bool ct_has_private_modes;

// Pastes are marked as such (2004). Text runs from left to right, a cell for each character in the order that it was
// sent (8, BDSM): a terminal that orders Arabic and Hebrew letters by itself would take a whole row for a sentence, and
// move its borders and columns. Terminals that order nothing do not know the mode and ignore it.
static const char modes_on[] = "\033[?2004h\033[8l";
const char ct_modes_off[] = "\033[?1006l\033[?1000l\033[8h\033[?2004l";

bool ct_locale_is_utf8(void) {
    if (!setlocale(LC_CTYPE, "")) {
        // The locale is not installed here, as often over SSH; what is typed and shown is still what it names.
        const char *wish = getenv("LC_ALL");
        if (!wish || !*wish) wish = getenv("LC_CTYPE");
        if (!wish || !*wish) wish = getenv("LANG");
        if (wish && (strcasestr(wish, "utf-8") || strcasestr(wish, "utf8"))) setlocale(LC_CTYPE, "C.UTF-8");
    }
    return strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

bool ct_has(const char *capability) {
    const char *sequence = tigetstr(capability);
    return sequence && sequence != (char *)-1;
}

void ct_enter(void) {
    ct_is_open = true;
    if (ct_has_private_modes) ct_send(modes_on, strlen(modes_on));
    ct_send_mouse();
}

// What is larger is drawn as that: no window is, and each cell takes memory.
enum { WIDEST = 1000, HIGHEST = 500 };

static bool ask_size(struct winsize *window) {
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, window) != 0 || window->ws_row == 0 || window->ws_col == 0) return false;
    if (window->ws_col > WIDEST) window->ws_col = WIDEST;
    if (window->ws_row > HIGHEST) window->ws_row = HIGHEST;
    return true;
}

/// Whether ncurses would make a screen of a sound size by itself, before it is told one.
static bool starts_sound(void) {
    struct winsize window;
    const char *width = getenv("COLUMNS"), *height = getenv("LINES");
    bool is_asked = ioctl(STDOUT_FILENO, TIOCGWINSZ, &window) == 0;
    return (!width || atoi(width) <= WIDEST) && (!height || atoi(height) <= HIGHEST)
        && (!is_asked || (window.ws_col <= WIDEST && window.ws_row <= HIGHEST));
}

static void do_nothing(int signal) { (void)signal; }

/// As newterm, but ncurses is not to care for SIGTSTP: it would ignore it while it draws, and one that came then, though
/// it is blocked, would be lost. It cares only if nobody else seems to.
static bool start_ncurses(const char *name) {
    struct sigaction action = {.sa_handler = do_nothing}, previous;
    sigaction(SIGTSTP, &action, &previous);
    bool has_started = newterm(name, ct_open_output(), stdin);
    sigaction(SIGTSTP, &previous, NULL);
    return has_started;
}

enum ct_result ct_open(const struct ct_description *description, int interruption) {
    if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO)) return CT_NOT_A_TERMINAL;
    if (tcgetattr(STDIN_FILENO, &shell_mode) != 0) return CT_NOT_A_TERMINAL;
    ct_open_destination(interruption);
    if (!starts_sound()) use_env(FALSE);
    ct_is_teletype = !description->has_cursor || !start_ncurses(description->stand_in);
    if (ct_is_teletype) {
        ct_guard_crashes(&shell_mode);
        ct_reopen();
        return CT_TELETYPE;
    }
    // Terminals that have a second screen also ignore private modes they do not know; a vt100 might print them.
    ct_has_private_modes = ct_has("smcup");
    ct_guard_crashes(&shell_mode);
    raw();
    noecho();
    nonl();
    curs_set(0);
    set_escdelay(25);
    keypad(stdscr, TRUE);
    nodelay(stdscr, TRUE);
    intrflush(stdscr, FALSE);
    // A screen is drawn whole, also if something is typed meanwhile.
    typeahead(-1);
    ct_define_keys();
    ct_draw();
    def_prog_mode();
    ct_enter();
    return CT_OK;
}

void ct_close(void) {
    if (!ct_is_open) return;
    ct_is_open = false;
    ct_hurry(true);
    ct_take_loss();
    if (ct_has_private_modes) ct_send(ct_modes_off, strlen(ct_modes_off));
    if (!ct_is_teletype) ct_leave();
    ct_hurry(false);
    tcsetattr(STDIN_FILENO, TCSADRAIN, &shell_mode);
}

void ct_reopen(void) {
    if (ct_is_teletype) {
        ct_start_teletype(&shell_mode);
        ct_enter();
        return;
    }
    reset_prog_mode();
    ct_resize();
    ct_draw();
    ct_enter();
}

void ct_size(int *width, int *height) {
    struct winsize window;
    if (!ct_is_teletype) {
        getmaxyx(stdscr, *height, *width);
        return;
    }
    bool is_known = ask_size(&window);
    *width = is_known ? window.ws_col : 80;
    *height = is_known ? window.ws_row : 24;
}

void ct_resize(void) {
    if (ct_is_teletype) return;
    struct winsize window;
    if (ask_size(&window)) resizeterm(window.ws_row, window.ws_col);
    erase();
    clearok(stdscr, TRUE);
}

int ct_start_colors(void) {
    if (!has_colors() || start_color() == ERR) return 0;
    use_default_colors();
    return COLORS;
}

bool ct_has_dim(void) { return (termattrs() & A_DIM) != 0; }

int ct_pair(int foreground, int background) {
    int pair = alloc_pair(foreground, background);
    return pair > 0 ? pair : 0;
}

void ct_put(int x, int y, const uint32_t *characters, int attributes, int pair) {
    attr_t attribute = 0;
    if (attributes & CT_BOLD) attribute |= A_BOLD;
    if (attributes & CT_DIM) attribute |= A_DIM;
    if (attributes & CT_UNDERLINE) attribute |= A_UNDERLINE;
    if (attributes & CT_REVERSE) attribute |= A_REVERSE;
    cchar_t cell;
    if (setcchar(&cell, (const wchar_t *)characters, attribute, (short)pair, NULL) == OK) mvadd_wchnstr(y, x, &cell, 1);
}

int ct_width(uint32_t character) { return wcwidth((wchar_t)character); }

void ct_refresh(void) {
    if (!ct_is_open) return;
    // Where it disturbs least, on terminals that cannot hide the cursor.
    move(LINES - 1, COLS - 1);
    ct_draw();
}
