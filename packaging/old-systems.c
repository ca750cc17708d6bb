// What newer libraries have and Debian 11's have not, for programs that are compiled with newer headers and linked
// with packaging/link; what a program has no use for is left out of it.

#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

extern long old_strtol(const char *, char **, int) __asm__("strtol");
extern long long old_strtoll(const char *, char **, int) __asm__("strtoll");
extern unsigned long old_strtoul(const char *, char **, int) __asm__("strtoul");
extern unsigned long long old_strtoull(const char *, char **, int) __asm__("strtoull");
extern int old_vsscanf(const char *, const char *, va_list) __asm__("vsscanf");

// Since glibc 2.38; these also take C23's binary numbers ("0b1"), of which kstop reads none.
long __isoc23_strtol(const char *text, char **end, int base) { return old_strtol(text, end, base); }
long long __isoc23_strtoll(const char *text, char **end, int base) { return old_strtoll(text, end, base); }
unsigned long __isoc23_strtoul(const char *text, char **end, int base) { return old_strtoul(text, end, base); }
unsigned long long __isoc23_strtoull(const char *text, char **end, int base) { return old_strtoull(text, end, base); }

int __isoc23_sscanf(const char *text, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    int count = old_vsscanf(text, format, arguments);
    va_end(arguments);
    return count;
}

// Since glibc 2.38.
size_t strlcpy(char *target, const char *source, size_t size) {
    size_t length = strlen(source);
    if (size > 0) {
        size_t kept = length < size ? length : size - 1;
        memcpy(target, source, kept);
        target[kept] = 0;
    }
    return length;
}

// Since libstdc++ 11 and 13. Swift's runtime has no handler for what the first throws; the second ends the program, too.
void _ZSt28__throw_bad_array_new_lengthv(void) { abort(); }
void _ZSt21__glibcxx_assert_failPKciS0_S0_(const char *file, int line, const char *function, const char *condition) {
    fprintf(stderr, "%s:%d: %s: %s\n", file, line, function, condition);
    abort();
}
