#ifndef CHRONOLOGY_CNCURSES_SHIM_H
#define CHRONOLOGY_CNCURSES_SHIM_H

#define _XOPEN_SOURCE 700
#define NCURSES_WIDECHAR 1
#include <wchar.h>
#include <curses.h>

#endif
