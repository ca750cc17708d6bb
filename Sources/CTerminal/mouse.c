#include "internal.h"

#include <string.h>

// ncurses' own mouse would take a press, a release and a press that arrive together, as they do over a slow line, for
// something else than two presses. So the reports are read here: clicks (1000), with numbers as wide as it takes (1006)
// or, where a terminal does not know that, in one byte each.
static const char mouse_on[] = "\033[?1000h\033[?1006h", mouse_off[] = "\033[?1006l\033[?1000l";

void ct_set_mouse(bool is_on) {
    if (!ct_has_private_modes) return;
    if (is_on) ct_send(mouse_on, strlen(mouse_on));
    else ct_send(mouse_off, strlen(mouse_off));
}

/// The next byte of a report, which is on its way.
static int next_byte(void) {
    timeout(500);
    int byte = getch();
    nodelay(stdscr, TRUE);
    return byte > 0xFF ? ERR : byte;
}

/// "0;10;5M": button, column and row; "m" at the end for a release.
static bool read_numbers(struct ct_event *event) {
    int numbers[3] = {0}, byte;
    for (int i = 0; (byte = next_byte()) != ERR;) {
        if (byte >= '0' && byte <= '9' && i < 3 && numbers[i] < 10000) numbers[i] = 10 * numbers[i] + byte - '0';
        else if (byte == ';') i++;
        else break;
    }
    event->code = (uint32_t)numbers[0];
    event->x = numbers[1] - 1;
    event->y = numbers[2] - 1;
    return byte == 'M';
}

/// Button, column and row in a byte each, of which the last two count from 33.
static bool read_bytes(struct ct_event *event) {
    int button = next_byte(), column = next_byte(), row = next_byte();
    event->code = (uint32_t)(button - 32);
    event->x = column - 33;
    event->y = row - 33;
    return button >= 32;
}

enum ct_input ct_read_mouse(bool is_in_bytes, struct ct_event *event) {
    bool is_press = is_in_bytes ? read_bytes(event) : read_numbers(event);
    if (is_press && event->x >= 0 && event->y >= 0) return CT_MOUSE;
    event->code = CT_OTHER_KEY;
    return CT_KEY;
}
