"""Reads a workbook with openpyxl and writes it to another file."""
import sys

import openpyxl

openpyxl.load_workbook(sys.argv[1], rich_text=True).save(sys.argv[2])
