#ifndef CHRONOLOGY_CNCURSES_SHIM_H
#define CHRONOLOGY_CNCURSES_SHIM_H

// Enables wide characters, and disables the macros that replace functions.
#define NCURSES_WIDECHAR 1
#define NCURSES_NOMACROS 1
#include <curses.h>

// From <term.h>, which would also define some five hundred macros with names such as `lines`.
int setupterm(const char *, int, int *);

// Declared in their headers only with the X/Open and GNU feature macros.
int wcwidth(wchar_t);
int memfd_create(const char *, unsigned);

// Macros defined with shifts, which Swift does not import.
enum {
  CHRONOLOGY_BOLD = A_BOLD,
  CHRONOLOGY_DIM = A_DIM,
  CHRONOLOGY_REVERSE = A_REVERSE,
  CHRONOLOGY_UNDERLINE = A_UNDERLINE,

  // If press and release arrive together, ncurses merges them into a click whatever the interval, and clicks into
  // double and triple ones.
  CHRONOLOGY_FIRST_CLICKED = BUTTON1_CLICKED | BUTTON1_DOUBLE_CLICKED | BUTTON1_TRIPLE_CLICKED,
  CHRONOLOGY_SECOND_CLICKED = BUTTON2_CLICKED | BUTTON2_DOUBLE_CLICKED | BUTTON2_TRIPLE_CLICKED,
  CHRONOLOGY_THIRD_CLICKED = BUTTON3_CLICKED | BUTTON3_DOUBLE_CLICKED | BUTTON3_TRIPLE_CLICKED,
  CHRONOLOGY_PRESSED = BUTTON1_PRESSED | BUTTON2_PRESSED | BUTTON3_PRESSED | CHRONOLOGY_FIRST_CLICKED |
                       CHRONOLOGY_SECOND_CLICKED | CHRONOLOGY_THIRD_CLICKED,
  CHRONOLOGY_RELEASED = BUTTON1_RELEASED | BUTTON2_RELEASED | BUTTON3_RELEASED,
  CHRONOLOGY_FIRST_BUTTON = BUTTON1_PRESSED | BUTTON1_RELEASED | CHRONOLOGY_FIRST_CLICKED,
  CHRONOLOGY_SECOND_BUTTON = BUTTON2_PRESSED | BUTTON2_RELEASED | CHRONOLOGY_SECOND_CLICKED,
  CHRONOLOGY_WHEEL_UP = BUTTON4_PRESSED,
  CHRONOLOGY_WHEEL_DOWN = BUTTON5_PRESSED,
  CHRONOLOGY_MOUSE = CHRONOLOGY_PRESSED | CHRONOLOGY_RELEASED | CHRONOLOGY_WHEEL_UP | CHRONOLOGY_WHEEL_DOWN,
};

// `curscr` is a mutable global, which Swift rejects as unsafe. The next frame clears and redraws the whole screen.
static inline void chronology_clear(void) {
  clearok(curscr, TRUE);
}

// `tiparm` is variadic, so Swift does not import it. Returns null if the sequence is malformed.
static inline const char *chronology_filled(const char *sequence, int first, int second) {
  return tiparm(sequence, first, second);
}

#endif
