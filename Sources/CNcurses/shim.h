#ifndef CHRONOLOGY_CNCURSES_SHIM_H
#define CHRONOLOGY_CNCURSES_SHIM_H

#define _XOPEN_SOURCE 700
#define NCURSES_WIDECHAR 1
#include <wchar.h>
#include <curses.h>

// From <term.h>, which would also define some five hundred macros with names such as `lines`.
int setupterm(const char *, int, int *);
char *tigetstr(const char *);
int tigetnum(const char *);
int tigetflag(const char *);
char *tiparm(const char *, ...);

// `stdin` and `stdscr` are global variables, which Swift 6 does not let one read.
static inline SCREEN *chronology_newterm(FILE *output) { return newterm(NULL, output, stdin); }
static inline WINDOW *chronology_screen(void) { return stdscr; }

// The attributes are macros with casts and shifts, which Swift does not import.
static inline attr_t chronology_bold(void) { return A_BOLD; }
static inline attr_t chronology_dim(void) { return A_DIM; }
static inline attr_t chronology_reverse(void) { return A_REVERSE; }
static inline attr_t chronology_underline(void) { return A_UNDERLINE; }

// A function with variable arguments.
static inline const char *chronology_cursor_address(const char *capability, int row, int column) {
  return tiparm(capability, row, column);
}

// The number of colours is a global variable that `start_color` sets.
static inline int chronology_colours(void) { return has_colors() ? COLORS : 0; }

#endif
