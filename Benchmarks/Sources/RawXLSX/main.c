/* The peer of ExportBenchmarks: the same cells, written in a plain loop with libxlsxwriter.

   RawXLSX ROWS FILE prints the seconds from the first call of the library to the closed file, the same in processor time, and how
   much the peak of memory grew, in kilobytes. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>
#include <xlsxwriter.h>

enum { TEXTS = 2000, WORDS = 5, NUMBERS = 7 };

typedef struct {
    int texts[WORDS];
    double numbers[NUMBERS];
} row;

static uint64_t state = 4;

static uint32_t below(uint32_t bound) {
    state = state * 6364136223846793005ULL + 1442695040888963407ULL;
    return (uint32_t)((state >> 33) % bound);
}

static double seconds(clockid_t clock) {
    struct timespec time;
    clock_gettime(clock, &time);
    return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

static long peak(void) {
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

int main(int count, char **arguments) {
    int rows = count == 3 ? atoi(arguments[1]) : 0;
    if (rows < 1) {
        fprintf(stderr, "usage: RawXLSX ROWS FILE\n");
        return 64;
    }
    static char texts[TEXTS][24];
    for (int i = 0; i < TEXTS; i++)
        snprintf(texts[i], sizeof texts[i], "Text number %08d", i * 37 % TEXTS);
    row *data = calloc((size_t)rows, sizeof(row));
    if (!data)
        return 1;
    for (int i = 0; i < rows; i++) {
        for (int k = 0; k < WORDS; k++)
            data[i].texts[k] = (int)below(TEXTS);
        double *n = data[i].numbers;
        n[0] = below(100000);
        n[1] = below(100000);
        n[2] = below(10000) / 10.0;
        n[3] = below(10000) / 100.0;
        n[4] = below(1 << 30) / 1073741824.0 * 1000;
        n[5] = below(1 << 30) / 1073741824.0 * 1000;
        n[6] = 40000 + below(4000);
    }

    long before = peak();
    double start = seconds(CLOCK_MONOTONIC), processor = seconds(CLOCK_PROCESS_CPUTIME_ID);
    lxw_workbook *workbook = workbook_new(arguments[2]);
    lxw_worksheet *sheet = workbook_add_worksheet(workbook, "Data");
    static const char *const names[NUMBERS] = {"#,##0",  "#,##0", "#,##0.0", "#,##0.00", "#,##0.000000000000000",
                                               "#,##0.000000000000000", "d mmm yyyy"};
    lxw_format *formats[NUMBERS];
    for (int k = 0; k < NUMBERS; k++) {
        formats[k] = workbook_add_format(workbook);
        format_set_num_format(formats[k], names[k]);
    }
    lxw_table_options table = {.name = "Data", .no_autofilter = LXW_TRUE};
    worksheet_add_table(sheet, 0, 0, (lxw_row_t)rows, WORDS + NUMBERS - 1, &table);
    for (int i = 0; i < rows; i++) {
        for (int k = 0; k < WORDS; k++)
            worksheet_write_string(sheet, (lxw_row_t)i + 1, (lxw_col_t)k, texts[data[i].texts[k]], NULL);
        for (int k = 0; k < NUMBERS; k++)
            worksheet_write_number(sheet, (lxw_row_t)i + 1, (lxw_col_t)(WORDS + k), data[i].numbers[k], formats[k]);
    }
    lxw_error error = workbook_close(workbook);
    printf("%.6f %.6f %ld\n", seconds(CLOCK_MONOTONIC) - start, seconds(CLOCK_PROCESS_CPUTIME_ID) - processor,
           peak() - before);
    free(data);
    return error == LXW_NO_ERROR ? 0 : 1;
}
