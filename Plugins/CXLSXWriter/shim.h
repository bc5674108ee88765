#ifndef CXLSXWRITER_SHIM_H
#define CXLSXWRITER_SHIM_H

#if !__has_include(<xlsxwriter.h>)
#error "xlsxwriter.h was not found: install libxlsxwriter-dev (Debian, Ubuntu) or libxlsxwriter (Homebrew)"
#else

#include <locale.h>
#include <stdlib.h>
#include <string.h>
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

/* Adds a point to the copy of the values that a chart keeps of a series; NULL is a gap.

   Left to itself the library reads them from the sheet, and takes every blank cell that has a format for a zero.
   Returns 0 where memory ran out. */
static inline int cxlsxwriter_add_cached_value(lxw_chart_series *series, const double *value) {
    lxw_series_range *range = series->values;
    lxw_series_data_point *point = calloc(1, sizeof(lxw_series_data_point));
    if (!point)
        return 0;
    if (value)
        point->number = *value;
    else
        point->no_data = LXW_TRUE;
    STAILQ_INSERT_TAIL(range->data_cache, point, list_pointers);
    range->num_data_points++;
    range->ignore_cache = LXW_TRUE;
    return 1;
}

#endif
#endif
