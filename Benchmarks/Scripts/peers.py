"""Other programs' work on the same data, to compare with.

    python3 peers.py xlsx WRITER ROWS FILE    writes the table of ExportBenchmarks; prints seconds, seconds of all cores and how much
                                              the peak of memory grew, in KB, as ExportBenchmarks does
    python3 peers.py orjson LINES FILE        encodes the records of a file of JSON lines anew and compresses them
    python3 peers.py csv FILE                 reads a CSV file with Python's csv module
    python3 peers.py duckdb FILE              reads a CSV file with DuckDB into a table
"""

import resource
import sys
import time

WORDS, NUMBERS = 5, 7


def rows(count):
    """The cells that RawXLSX and ExportBenchmarks write."""
    state = 4

    def below(bound):
        nonlocal state
        state = (state * 6364136223846793005 + 1442695040888963407) & (1 << 64) - 1
        return (state >> 33) % bound

    texts = [f"Text number {number * 37 % 2000:08d}" for number in range(2000)]
    for _ in range(count):
        row = [texts[below(2000)] for _ in range(WORDS)]
        row += [below(100000), below(100000), below(10000) / 10, below(10000) / 100]
        row += [below(1 << 30) / 1073741824 * 1000 for _ in range(2)]
        row.append(40000 + below(4000))
        yield row


def xlsxwriter(data, path):
    import xlsxwriter

    workbook = xlsxwriter.Workbook(path)
    sheet = workbook.add_worksheet("Data")
    day = workbook.add_format({"num_format": "d mmm yyyy"})
    sheet.add_table(0, 0, len(data), WORDS + NUMBERS - 1, {"name": "Data", "autofilter": False})
    for number, row in enumerate(data, 1):
        for column, cell in enumerate(row[:WORDS]):
            sheet.write_string(number, column, cell)
        for column, cell in enumerate(row[WORDS:-1], WORDS):
            sheet.write_number(number, column, cell)
        sheet.write_number(number, WORDS + NUMBERS - 1, row[-1], day)
    workbook.close()


def rustpy(data, path):
    from rustpy_xlsxwriter import write_worksheet

    write_worksheet(data, path, "Data")


def xlsxturbo(data, path):
    import warnings

    import xlsxturbo

    warnings.simplefilter("ignore")
    xlsxturbo.df_to_xlsx(data, path, constant_memory=True)


def records(data):
    return [{f"Column {number}": cell for number, cell in enumerate(row, 1)} for row in data]


def frame(data):
    import pandas

    return pandas.DataFrame(records(data))


# Each writer with what makes its input of the rows, which is not measured.
WRITERS = {"XlsxWriter": (list, xlsxwriter), "rustpy-xlsxwriter": (records, rustpy), "xlsxturbo": (frame, xlsxturbo)}


def xlsx(writer, count, path):
    prepare, write = WRITERS[writer]
    data = prepare(rows(count))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start, processor = time.perf_counter(), time.process_time()
    write(data, path)
    print(time.perf_counter() - start, time.process_time() - processor,
          resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)


def orjson(lines, path):
    import gzip

    import orjson

    with open(lines, "rb") as file:
        records = [orjson.loads(line) for line in file]
    start, processor = time.perf_counter(), time.process_time()
    with gzip.open(path, "wb", compresslevel=6) as file:
        for first in range(0, len(records), 5000):
            file.write(b"\n".join(map(orjson.dumps, records[first:first + 5000])) + b"\n")
    print(time.perf_counter() - start, time.process_time() - processor, 0)


def read_csv(path):
    import csv

    with open(path, newline="", encoding="utf-8") as file:
        print(sum(len(row) for row in csv.reader(file)))


def duckdb(path):
    import duckdb

    connection = duckdb.connect()
    connection.execute("create table figures as select * from read_csv(?)", [path])
    print(connection.execute("select count(*) from figures").fetchone()[0])


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["xlsx", writer, count, path] if writer in WRITERS:
            xlsx(writer, int(count), path)
        case ["orjson", lines, path]:
            orjson(lines, path)
        case ["csv", path]:
            read_csv(path)
        case ["duckdb", path]:
            duckdb(path)
        case _:
            sys.exit(__doc__)
