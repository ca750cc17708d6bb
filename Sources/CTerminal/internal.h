#ifndef CTERMINAL_INTERNAL_H
#define CTERMINAL_INTERNAL_H

#define _GNU_SOURCE
#define _XOPEN_SOURCE_EXTENDED 1
#define NCURSES_WIDECHAR 1
#include <ncursesw/curses.h>
#include <ncursesw/term.h>

#include <signal.h>
#include <termios.h>

#include "CTerminal.h"

/// Whether the terminal is ours now, and so must be restored if the process crashes.
extern volatile sig_atomic_t ct_is_open;
/// Prepares the restoration of the terminal to `mode`, should the process crash.
void ct_guard_crashes(const struct termios *mode);
/// Whether the terminal takes lines only; ncurses then is not to be called.
extern bool ct_is_teletype;
/// Whether the terminal ignores the private modes that it does not know.
extern bool ct_has_private_modes;
/// What ncurses is to write to: the terminal, by a descriptor of its own.
FILE *ct_open_output(void);
/// Has ncurses draw what has changed on the screen, and sends that in one piece.
void ct_draw(void);
/// Has ncurses leave the terminal.
void ct_leave(void);
/// Has the terminal report the mouse if it is to.
void ct_send_mouse(void);
/// Sets the modes that ncurses does not know of.
void ct_enter(void);
/// Where ct_send writes to.
extern int ct_destination;
/// Makes ready what ct_send writes to.
/// - Parameter interruption: what ct_send is interrupted by when it has become readable.
void ct_open_destination(int interruption);
/// Whether ct_send has given up since the last call. Until this is called it sends nothing any more.
bool ct_take_loss(void);
/// Whether ct_send is to heed no interruption any more, and to give up when the terminal has taken nothing for 100 ms.
void ct_hurry(bool is_so);
/// Takes back all modes that kstop may have set without ncurses.
extern const char ct_modes_off[];
/// Whether terminfo has a capability, which must be a sequence.
bool ct_has(const char *capability);
/// Makes ncurses know more keys than terminfo tells it.
void ct_define_keys(void);

/// Makes a terminal raw without ncurses, whose mode was `shell_mode`.
void ct_start_teletype(const struct termios *shell_mode);
/// As ncurses' getch, for a teletype that may send the sequences of keys all the same.
int ct_teletype_getch(void);
/// The key that `bytes` begin with, and how many of them it takes; ERR: none. `is_unfinished`: more bytes could make one.
int ct_find_key(const char *bytes, size_t count, size_t *taken, bool *is_unfinished);

#endif
