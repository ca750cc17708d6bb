#include "internal.h"

static const mmask_t wanted = BUTTON1_PRESSED | BUTTON4_PRESSED | BUTTON5_PRESSED;

void ct_set_mouse(bool is_on) {
    // Without private modes, on the Linux console, ncurses would talk to gpm, whose answers nobody here waits for.
    if (!ct_has_private_modes || !ct_has("kmous")) return;
    // A press is told at once; ncurses would wait whether it becomes a click.
    mouseinterval(0);
    mousemask(is_on ? wanted : 0, NULL);
}

enum ct_input ct_read_mouse(struct ct_event *event) {
    MEVENT mouse;
    if (getmouse(&mouse) != OK) return CT_KEY;
    event->x = mouse.x;
    event->y = mouse.y;
    if (mouse.bstate & BUTTON1_PRESSED) event->code = CT_PRESS;
    else if (mouse.bstate & BUTTON4_PRESSED) event->code = CT_WHEEL_UP;
    else if (mouse.bstate & BUTTON5_PRESSED) event->code = CT_WHEEL_DOWN;
    else return CT_KEY;
    return CT_MOUSE;
}
