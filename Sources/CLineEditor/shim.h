#ifndef CHRONOLOGY_CLINEEDITOR_SHIM_H
#define CHRONOLOGY_CLINEEDITOR_SHIM_H

#include <stdio.h>
#include <histedit.h>

#endif
