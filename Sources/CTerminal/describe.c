#include "internal.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

// Terminals that speak xterm's language under names of their own, which the terminfo of a server often lacks.
static const char *const kin_of_xterm[] = {
    "xterm", "kitty", "ghostty", "alacritty", "foot", "wezterm", "contour", "rio", "konsole", "vte", "gnome", "iterm",
    "iTerm", "iTerm2.app", "mintty", "st", "tmux", "screen",
};

/// Whether a name is that of a family or of one of its members, such as "foot", "foot-extra" and "screen.xterm".
static bool belongs_to(const char *name, const char *family) {
    size_t length = strlen(family);
    return strncmp(name, family, length) == 0 && (!name[length] || strchr("-.", name[length]));
}

static const char *stand_in(const char *name) {
    for (size_t i = 0; i < sizeof kin_of_xterm / sizeof *kin_of_xterm; i++)
        if (belongs_to(name, kin_of_xterm[i])) return "xterm-256color";
    return NULL;
}

struct ct_description ct_describe(void) {
    struct ct_description description = {0};
    description.is_utf8 = ct_locale_is_utf8();
    const char *name = getenv("TERM");
    int failure;
    if (setupterm(NULL, STDOUT_FILENO, &failure) == ERR) {
        description.stand_in = name ? stand_in(name) : NULL;
        if (!description.stand_in || setupterm(description.stand_in, STDOUT_FILENO, &failure) == ERR) {
            description.stand_in = NULL;
            return description;
        }
    }
    description.is_known = true;
    description.has_cursor = ct_has("cup");
    int colors = tigetnum("colors");
    description.colors = colors > 0 ? colors : 0;
    return description;
}
