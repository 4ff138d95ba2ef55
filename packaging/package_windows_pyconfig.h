/* What CPython's headers ask for on 64-bit Windows, for a folder of headers that lacks Windows' own pyconfig.h.

   Of PC/pyconfig.h of CPython what decides about layouts, and no more. */

#define MS_WINDOWS 1
#define MS_WIN32 1
#define MS_WIN64 1
#define NT_THREADS 1
#define HAVE_DECLSPEC_DLL 1
#define HAVE_DYNAMIC_LOADING 1
#define HAVE_SYS_STAT_H 1
#define HAVE_SYS_TYPES_H 1
#define HAVE_WCHAR_H 1
#define Py_ENABLE_SHARED 1
#define WITH_PYMALLOC 1
#define PLATLIBDIR "DLLs"

#define ALIGNOF_MAX_ALIGN_T 8
#define ALIGNOF_SIZE_T 8
#define SIZEOF_DOUBLE 8
#define SIZEOF_FLOAT 4
#define SIZEOF_FPOS_T 8
#define SIZEOF_INT 4
#define SIZEOF_LONG 4
#define SIZEOF_LONG_LONG 8
#define SIZEOF_OFF_T 4
#define SIZEOF_PID_T 4
#define SIZEOF_PY_SSIZE_T 8
#define SIZEOF_SHORT 2
#define SIZEOF_SIZE_T 8
#define SIZEOF_TIME_T 8
#define SIZEOF_VOID_P 8
#define SIZEOF_WCHAR_T 2

#include <basetsd.h>
#include <io.h>
#include <limits.h>
#include <stdio.h>

typedef long long Py_ssize_t;
#define HAVE_PY_SSIZE_T 1
#define PY_LLONG_MAX LLONG_MAX
#define PY_LLONG_MIN LLONG_MIN
#define PY_SSIZE_T_MAX LLONG_MAX
