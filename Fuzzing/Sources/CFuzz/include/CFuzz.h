#ifndef CFUZZ_H
#define CFUZZ_H

#include <stddef.h>
#include <stdint.h>

/// libFuzzer's own main function: calls `test` with ever new bytes until its options say that it is enough.
int LLVMFuzzerRunDriver(int *argc, char ***argv, int (*test)(const uint8_t *bytes, size_t count));

/// Has wide ncurses read from descriptor 0, as `ct_open` does it on a terminal, and show nothing.
void cf_start_ncurses(void);
/// Whether what is typed is read past ncurses, as on a terminal that cannot place its cursor.
void cf_set_teletype(int is_teletype);
/// Makes bytes all that descriptor 0 has to give; at most 65536.
void cf_type(const uint8_t *bytes, size_t count);

#endif
