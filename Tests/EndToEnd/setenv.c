// Has the environment move before main, as libraries do that set a variable of their own. To be preloaded into a program.
#include <stdlib.h>

__attribute__((constructor)) static void set(void) { setenv("KSTOP_TEST_SETENV", "1", 1); }
