#ifndef CTERMINAL_H
#define CTERMINAL_H
#define _XOPEN_SOURCE_EXTENDED 1
#include <ncursesw/curses.h>
#endif
