#ifndef CHRONOLOGY_CNCURSES_SHIM_H
#define CHRONOLOGY_CNCURSES_SHIM_H

// Rows of wide characters, and none of the macros that stand in for functions.
#define NCURSES_WIDECHAR 1
#define NCURSES_NOMACROS 1
#include <curses.h>

// From <term.h>, which would also define some five hundred macros with names such as `lines`.
int setupterm(const char *, int, int *);

// Declared in their headers only to those who ask for X/Open, and for GNU.
int wcwidth(wchar_t);
int memfd_create(const char *, unsigned);

// Macros made of shifts, which Swift does not import.
enum {
  CHRONOLOGY_BOLD = A_BOLD,
  CHRONOLOGY_DIM = A_DIM,
  CHRONOLOGY_REVERSE = A_REVERSE,
  CHRONOLOGY_UNDERLINE = A_UNDERLINE,

  // Where press and release come together ncurses makes one click of them, whatever the interval, and of clicks more.
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

// A variable of the library, which Swift takes for unsafe. The next frame clears the screen and draws it whole.
static inline void chronology_clear(void) {
  clearok(curscr, TRUE);
}

// A function with variable arguments, which Swift does not import. Nil when the sequence makes no sense.
static inline const char *chronology_filled(const char *sequence, int first, int second) {
  return tiparm(sequence, first, second);
}

#endif
