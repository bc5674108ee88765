#ifndef CZLIB_SHIM_H
#define CZLIB_SHIM_H

#if !__has_include(<zlib.h>)
#error "zlib.h was not found: install zlib1g-dev (Debian, Ubuntu) or the command line tools (macOS)"
#else
#include <zlib.h>
#endif

#endif
