#include "internal.h"

#include <string.h>

// ncurses' own mouse would take a press, a release and a press that arrive together, as they do over a slow line, for
// something else than two presses. So KeyDecoder reads the reports: clicks (1000), with numbers as wide as it takes
// (1006) or, where a terminal does not know that, in one byte each.
static const char mouse_on[] = "\033[?1000h\033[?1006h", mouse_off[] = "\033[?1006l\033[?1000l";

static bool is_mouse_on;

void ct_send_mouse(void) {
    if (ct_is_open && ct_has_private_modes && is_mouse_on) ct_send(mouse_on, strlen(mouse_on));
}

void ct_set_mouse(bool is_on) {
    is_mouse_on = is_on;
    ct_send_mouse();
    if (ct_is_open && ct_has_private_modes && !is_on) ct_send(mouse_off, strlen(mouse_off));
}
