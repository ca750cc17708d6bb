#include "internal.h"

#include <unistd.h>

struct ct_description ct_describe(void) {
    struct ct_description description = {0};
    description.is_utf8 = ct_locale_is_utf8();
    int failure;
    if (setupterm(NULL, STDOUT_FILENO, &failure) == ERR) return description;
    description.is_known = true;
    description.has_cursor = ct_has("cup");
    int colors = tigetnum("colors");
    description.colors = colors > 0 ? colors : 0;
    return description;
}
