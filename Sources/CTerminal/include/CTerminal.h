#ifndef CTERMINAL_H
#define CTERMINAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// A narrow door to wide ncurses, whose globals and macros Swift cannot use.

/// What is known of the terminal without taking it over.
struct ct_description {
    /// Whether terminfo knows TERM, or something that can stand in for it. If not, nothing below but is_utf8 is.
    bool is_known;
    /// The entry of terminfo that is used in the place of one for TERM; NULL: TERM's own.
    const char *stand_in;
    bool has_cursor;
    int colors;
    bool is_utf8;
};
struct ct_description ct_describe(void);

enum ct_result {
    CT_OK = 0,
    /// Terminfo does not know TERM, or knows no way to place the cursor on it: it takes lines (ct_send), and no cells.
    CT_TELETYPE,
    /// Standard input or output is no terminal.
    CT_NOT_A_TERMINAL,
};

/// Takes over the terminal: raw mode, alternate screen, hidden cursor, and its restoration if the process crashes. A
/// teletype only becomes raw.
/// - Parameter interruption: a descriptor; as long as it is readable, nothing waits for a terminal that takes no more.
enum ct_result ct_open(const struct ct_description *description, int interruption);
/// Shows the shell's screen again, in the mode it was in. May be called at any time, more than once.
void ct_close(void);
/// Takes the terminal back after ct_close and forgets what is on it.
void ct_reopen(void);

/// Makes the locale that of the environment and says whether it is written in UTF-8.
bool ct_locale_is_utf8(void);
/// The terminal's extent in cells, 1000 by 500 at most; where it does not tell, what terminfo says; 80 by 24 for a
/// teletype.
void ct_size(int *width, int *height);
/// Asks the terminal for its extent again, adapts to it and forgets what is on the screen.
void ct_resize(void);

enum {
    CT_BOLD = 1,
    CT_DIM = 2,
    CT_UNDERLINE = 4,
    CT_REVERSE = 8,
};

/// Starts colors with the terminal's own as default and returns how many there are; 0: none.
int ct_start_colors(void);
/// Whether the terminal can show dim text.
bool ct_has_dim(void);
/// Makes the pair of two colors known; -1: the terminal's own. Returns its number, 0 if there is no room.
int ct_pair(int foreground, int background);
/// Puts one character, its combining ones included (ended by 0), into the cell at (x, y).
void ct_put(int x, int y, const uint32_t *characters, int attributes, int pair);
/// The columns ncurses will count for a character; -1 if it cannot be shown.
int ct_width(uint32_t character);
/// Sends what was put to the terminal.
void ct_refresh(void);
/// Has the terminal report the mouse while it is ours, or no longer; nothing happens on one that cannot. Off at first.
void ct_set_mouse(bool is_on);
/// Sends bytes to the terminal as they are. If it gives up because of the interruption that ct_open was told of, nothing
/// more is sent until ct_refresh, which then sends the whole screen and its modes.
void ct_send(const char *bytes, size_t length);

enum ct_input { CT_NOTHING, CT_CHARACTER, CT_KEY };
enum ct_key {
    CT_OTHER_KEY = 0,
    CT_UP,
    CT_DOWN,
    CT_LEFT,
    CT_RIGHT,
    CT_HOME,
    CT_END,
    CT_PAGE_UP,
    CT_PAGE_DOWN,
    CT_ENTER,
    CT_BACKSPACE,
    CT_DELETE,
    CT_BACK_TAB,
    CT_PASTE_START,
    CT_PASTE_END,
    /// Plus the number of the function key.
    CT_FUNCTION = 100,
};
/// What has been typed next, `code` being the character or a ct_key; never waits for more than the rest of an escape
/// sequence.
enum ct_input ct_read(uint32_t *code);

#endif
