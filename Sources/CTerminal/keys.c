#include "internal.h"

#include <stdlib.h>
#include <string.h>
#include <wchar.h>

// Numbers for ncurses' key table that are none of its own.
enum { KEY_PASTE_START = KEY_MAX + 1500, KEY_PASTE_END };

// What terminals send whatever terminfo says of them: both cursor modes, and both ways to say Home and End.
static const struct {
    const char *sequence;
    int key;
} common_keys[] = {
    {"\033[A", KEY_UP},      {"\033OA", KEY_UP},      {"\033[B", KEY_DOWN},     {"\033OB", KEY_DOWN},
    {"\033[C", KEY_RIGHT},   {"\033OC", KEY_RIGHT},   {"\033[D", KEY_LEFT},     {"\033OD", KEY_LEFT},
    {"\033[H", KEY_HOME},    {"\033OH", KEY_HOME},    {"\033[1~", KEY_HOME},    {"\033[7~", KEY_HOME},
    {"\033[F", KEY_END},     {"\033OF", KEY_END},     {"\033[4~", KEY_END},     {"\033[8~", KEY_END},
    {"\033[3~", KEY_DC},     {"\033[5~", KEY_PPAGE},  {"\033[6~", KEY_NPAGE},   {"\033[Z", KEY_BTAB},
    {"\033OM", KEY_ENTER},   {"\033[200~", KEY_PASTE_START},                    {"\033[201~", KEY_PASTE_END},
};

void ct_define_keys(void) {
    for (size_t i = 0; i < sizeof common_keys / sizeof *common_keys; i++)
        define_key(common_keys[i].sequence, common_keys[i].key);
    // The reports of the mouse are read as they come, and not by ncurses.
    define_key("\033[<", 0);
    define_key("\033[M", 0);
}

int ct_find_key(const char *bytes, size_t count, size_t *taken, bool *is_unfinished) {
    *is_unfinished = false;
    for (size_t i = 0; i < sizeof common_keys / sizeof *common_keys; i++) {
        size_t length = strlen(common_keys[i].sequence);
        if (strncmp(bytes, common_keys[i].sequence, count < length ? count : length) != 0) continue;
        *taken = length;
        if (length <= count) return common_keys[i].key;
        *is_unfinished = true;
    }
    return ERR;
}

static uint32_t key(wint_t code) {
    if (code > KEY_F0 && code < KEY_F0 + 64) return CT_FUNCTION + (code - KEY_F0);
    switch (code) {
    case KEY_UP: return CT_UP;
    case KEY_DOWN: return CT_DOWN;
    case KEY_LEFT: return CT_LEFT;
    case KEY_RIGHT: return CT_RIGHT;
    case KEY_HOME: case KEY_FIND: return CT_HOME;
    case KEY_END: case KEY_SELECT: return CT_END;
    case KEY_PPAGE: return CT_PAGE_UP;
    case KEY_NPAGE: return CT_PAGE_DOWN;
    case KEY_ENTER: return CT_ENTER;
    case KEY_BACKSPACE: return CT_BACKSPACE;
    case KEY_DC: return CT_DELETE;
    case KEY_BTAB: return CT_BACK_TAB;
    case KEY_PASTE_START: return CT_PASTE_START;
    case KEY_PASTE_END: return CT_PASTE_END;
    default: return CT_OTHER_KEY;
    }
}

enum ct_input ct_read(uint32_t *code) {
    // get_wch would lose the beginning of a character whose rest has not arrived yet.
    static mbstate_t unfinished;
    static const mbstate_t fresh;
    int value;
    while ((value = ct_is_teletype ? ct_teletype_getch() : getch()) != ERR) {
        if (value > 0xFF) {
            unfinished = fresh;
            *code = key((wint_t)value);
            return CT_KEY;
        }
        char byte = (char)value;
        wchar_t character = 0;
        size_t length = mbrtowc(&character, &byte, 1, &unfinished);
        if (length == (size_t)-1) {
            unfinished = fresh;
            length = mbrtowc(&character, &byte, 1, &unfinished);
        }
        if (length == (size_t)-1) {
            // No part of a character. Where there are no characters of several bytes, it may be a control.
            unfinished = fresh;
            if (MB_CUR_MAX > 1 || (unsigned char)byte >= 0xA0) continue;
            character = (unsigned char)byte;
        } else if (length > 1) {
            continue;
        }
        *code = (uint32_t)character;
        return CT_CHARACTER;
    }
    return CT_NOTHING;
}
