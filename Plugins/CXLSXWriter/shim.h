#ifndef CXLSXWRITER_SHIM_H
#define CXLSXWRITER_SHIM_H

#if !__has_include(<xlsxwriter.h>)
#error "xlsxwriter.h was not found: install libxlsxwriter-dev (Debian, Ubuntu) or libxlsxwriter (Homebrew)"
#else

#include <locale.h>
#if defined(__APPLE__)
#include <xlocale.h>
#endif
#include <xlsxwriter.h>

/* Swift cannot see the masks of newlocale, which are macros with casts in some C libraries. */
static inline locale_t cxlsxwriter_new_c_locale(void) {
    return newlocale(LC_ALL_MASK, "C", (locale_t)0);
}

/* The library has no function for the cell style that a format belongs to, but keeps and writes its number. */
static inline void cxlsxwriter_set_cell_style(lxw_format *format, int style) {
    format->xf_id = style;
}

#endif
#endif
