#ifndef CHRONOLOGY_CSQLITE_SHIM_H
#define CHRONOLOGY_CSQLITE_SHIM_H

#include <sqlite3.h>

#endif
