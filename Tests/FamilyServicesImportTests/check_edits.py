"""Compares tables before and after changes, byte by byte and cell by cell, with the cells that are said to have changed."""
import json
import pathlib
import sys


def rows(text, delimiter):
    """The rows of a table, each with its line, its bytes and its fields with their bytes."""
    result, position, line = [], 0, 1
    while position < len(text):
        start, first_line, fields = position, line, []
        while True:
            begin = position
            if text[position : position + 1] == '"':
                position += 1
                while True:
                    end = text.index('"', position)
                    position = end + 1
                    if text[position : position + 1] != '"':
                        break
                    position += 1
                value = text[begin + 1 : position - 1].replace('""', '"')
            else:
                while position < len(text) and text[position] not in delimiter + "\r\n":
                    position += 1
                value = text[begin:position]
            inside = text[begin:position].replace("\r\n", "\n").replace("\r", "\n")
            line += inside.count("\n")
            fields.append((value, text[begin:position]))
            if text[position : position + 1] != delimiter:
                break
            position += 1
        end = position
        if text[position : position + 2] == "\r\n":
            position += 2
        elif position < len(text):
            position += 1
        line += 1
        result.append((first_line, text[end:position], fields))
    return result


def opened(text):
    """What stands before the table, its delimiter and its rows."""
    start = 1 if text.startswith("\ufeff") else 0
    skipped = text[start:].startswith("sep=")
    if skipped:
        delimiter = text[start + 4]
        start = text.index("\n", start) + 1
    head = text[start:].lstrip("\r\n").splitlines()[0]
    if not skipped:
        delimiter = max(",;\t", key=head.count)
    found = [(line + skipped, end, fields) for line, end, fields in rows(text[start:], delimiter)]
    return text[:start], delimiter, found


def is_blank(fields):
    return all(not value.strip() for value, _ in fields)


def check(old, new, cells):
    (before, delimiter, old_rows), (after, new_delimiter, new_rows) = opened(old), opened(new)
    assert before == after and delimiter == new_delimiter
    # A remark without words is one that was taken out, with its row; no other text is ever emptied.
    removed = {int(line) for line, column, text in cells if column == "text" and not text and line != "0"}
    assert removed <= {row[0] for row in old_rows}, removed
    # Rows are added behind the last that was not blank before, whether or not that one was taken out.
    last = max(i for i, row in enumerate(old_rows) if not is_blank(row[2]))
    last = sum(row[0] not in removed for row in old_rows[: last + 1]) - 1
    old_rows = [row for row in old_rows if row[0] not in removed]
    cells = [cell for cell in cells if int(cell[0]) not in removed]
    heading = next(i for i, row in enumerate(old_rows) if not is_blank(row[2]))
    names = [value.strip().lower() for value, _ in new_rows[heading][2]]
    old_width = len(old_rows[heading][2])
    added = len(new_rows) - len(old_rows)
    changed = {(int(line), column): text for line, column, text in cells if line != "0"}
    for index, (line, end, fields) in enumerate(old_rows):
        other_line, other_end, others = new_rows[index if index <= last else index + added]
        # The last row gets an end where rows follow it.
        assert end == other_end or (index == last and added and not end), (line, end, other_end)
        assert others[: len(fields)] == fields or line in {key[0] for key in changed}, (line, fields, others)
        for column, (value, raw) in enumerate(others):
            key = (line, names[column] if column < len(names) else None)
            if index > heading and key in changed:
                assert value == changed.pop(key), (key, value)
            elif column < len(fields):
                assert raw == fields[column][1], (key, raw, fields[column])
            elif index > heading:
                assert value == "", (key, value)
        if index > heading and len(fields) < old_width and line not in {int(c[0]) for c in cells}:
            assert len(others) == len(fields)
    # What was to be emptied and stands beyond the end of its row needs no cell.
    assert not [key for key, text in changed.items() if text], changed
    appended = [(names[i], v) for row in new_rows[last + 1 : last + 1 + added] for i, (v, _) in enumerate(row[2]) if v]
    assert sorted(appended) == sorted((column, text) for line, column, text in cells if line == "0"), appended
    ends = {end for _, end, _ in old_rows if end}
    assert not {row[1] for row in new_rows if row[1]} - ends or not ends


folder = pathlib.Path(sys.argv[1])
packs = json.loads((folder / "cells.json").read_text(encoding="utf-8"))
for number, tables in enumerate(packs):
    for name, cells in tables.items():
        old = (folder / f"{number}-old-{name}").read_bytes().decode("utf-8")
        new = (folder / f"{number}-new-{name}").read_bytes().decode("utf-8")
        try:
            if cells:
                check(old, new, cells)
            else:
                assert old == new
        except Exception as error:
            print(f"pack {number}, {name}: {error!r}\n{old!r}\n{new!r}\n{cells}")
            sys.exit(1)
print(f"{len(packs)} packs")
