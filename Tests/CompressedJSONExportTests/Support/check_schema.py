"""Validates files against a JSON Schema, each line of a file by itself where its name ends in .jsonl.gz.

usage: check_schema.py SCHEMA [--closed] FILE...

With --closed, members that the schema does not list are errors too, which shows that it lists them all. Prints the number of
values that were valid and the errors of those that were not.
"""

import gzip
import json
import sys

from jsonschema import Draft202012Validator


def close(schema):
    """Makes every object that lists its members allow no others."""
    if isinstance(schema, dict):
        for key, part in schema.items():
            if key != "allOf":
                close(part)
        if schema.get("type") == "object" and "properties" in schema and "allOf" not in schema:
            schema.setdefault("additionalProperties", False)
    elif isinstance(schema, list):
        for part in schema:
            close(part)


def values(path):
    with gzip.open(path, "rt", encoding="utf-8", newline="\n") as file:
        if path.endswith(".jsonl.gz"):
            for line in file:
                yield json.loads(line)
        else:
            yield json.load(file)


def main():
    arguments = sys.argv[1:]
    closed = "--closed" in arguments
    schema_path, *files = [argument for argument in arguments if argument != "--closed"]
    with open(schema_path, encoding="utf-8") as file:
        schema = json.load(file)
    Draft202012Validator.check_schema(schema)
    if closed:
        close(schema)
    validator = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
    valid = 0
    for path in files:
        for value in values(path):
            errors = list(validator.iter_errors(value))
            for error in errors[:5]:
                print(f"{path}: {error.json_path}: {error.message[:300]}")
            valid += not errors
    print(f"{valid} valid")


main()
