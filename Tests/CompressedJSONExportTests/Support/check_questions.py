"""Asks DuckDB every question of a file of each file of lines, and of all of them at once, and prints the answers as JSON.

usage: check_questions.py COLUMNS.sql QUESTIONS.sql FILE...

The answer is a list for each question: the rows of each file, then the rows of all files. A question that cannot be asked ends
the run with its number.
"""

import json
import re
import sys

import duckdb

columns, questions, *files = sys.argv[1:]
connection = duckdb.connect()
connection.execute(open(columns, encoding="utf-8").read())
statements = re.findall(r"^-- (\d+)\. [^\n]*\n(.*?;)$(?=\s*(?:^--|\Z))", open(questions, encoding="utf-8").read(), re.M | re.S)
# The lines of a file are read once; the columns clause is then the same for all questions.
answers = []
quoted = [f"'{file}'" for file in files]
for name in quoted + ["[" + ", ".join(quoted) + "]"]:
    connection.execute(f"CREATE OR REPLACE TEMP TABLE lines AS SELECT * FROM report_lines({name})")
    connection.execute("CREATE OR REPLACE TEMP MACRO report_lines(files) AS TABLE SELECT * FROM lines")
    answers.append({})
    for number, statement in statements:
        try:
            rows = connection.execute(statement.replace("$files", "''")).fetchall()
        except duckdb.Error as error:
            sys.exit(f"question {number} of {name}: {error}")
        answers[-1][number] = rows
    connection.execute("DROP MACRO TABLE temp.report_lines")
print(json.dumps(answers, default=str))
