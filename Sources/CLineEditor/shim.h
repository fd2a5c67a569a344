#ifndef CHRONOLOGY_CLINEEDITOR_SHIM_H
#define CHRONOLOGY_CLINEEDITOR_SHIM_H

#include <stdio.h>
#include <wchar.h>
#include <histedit.h>

// `stdin`, `stdout` and `stderr` are mutable globals, which Swift 6 rejects.
static inline EditLine *chronology_editor(void) { return el_init("chronology", stdin, stdout, stderr); }

// `el_set` and `history` are variadic, so Swift cannot call them.
static inline void chronology_editor_prompt(EditLine *editor, char *(*prompt)(EditLine *)) {
  el_set(editor, EL_PROMPT, prompt);
}
static inline void chronology_editor_client(EditLine *editor, void *client) { el_set(editor, EL_CLIENTDATA, client); }
static inline void *chronology_editor_get_client(EditLine *editor) {
  void *client = NULL;
  el_get(editor, EL_CLIENTDATA, &client);
  return client;
}
static inline void chronology_editor_reader(EditLine *editor, int (*reader)(EditLine *, wchar_t *)) {
  el_set(editor, EL_GETCFN, reader);
}
static inline void chronology_editor_history(EditLine *editor, History *lines) {
  el_set(editor, EL_HIST, history, lines);
}
static inline void chronology_editor_keys(EditLine *editor, unsigned char (*complete)(EditLine *, int)) {
  el_set(editor, EL_EDITOR, "emacs");
  el_set(editor, EL_SIGNAL, 0);
  el_set(editor, EL_ADDFN, "chronology-complete", "Complete the word", complete);
  el_set(editor, EL_BIND, "^I", "chronology-complete", NULL);
  // History search redraws the whole pattern for each letter, or treats it as a regular expression, and ignores other
  // keys meanwhile; extended commands crash on a quote, and would let a reader rebind everything.
  static const char *const unbound[] = {"^R", "^S", "^[p", "^[P", "^[n", "^[N", "^[x", "^[X"};
  for (size_t key = 0; key < sizeof unbound / sizeof *unbound; key++)
    el_set(editor, EL_BIND, unbound[key], "ed-unassigned", NULL);
}
// For use after the process was stopped: the terminal was restored without libedit knowing.
static inline void chronology_editor_again(EditLine *editor) {
  el_set(editor, EL_PREP_TERM, 0);
  el_set(editor, EL_PREP_TERM, 1);
  el_set(editor, EL_REFRESH);
}

static inline void chronology_history_begin(History *lines, int size) {
  HistEvent event;
  history(lines, &event, H_SETSIZE, size);
  history(lines, &event, H_SETUNIQUE, 1);
}
static inline int chronology_history_load(History *lines, const char *path) {
  HistEvent event;
  return history(lines, &event, H_LOAD, path);
}
static inline void chronology_history_add(History *lines, const char *line) {
  HistEvent event;
  history(lines, &event, H_ENTER, line);
}

#endif
