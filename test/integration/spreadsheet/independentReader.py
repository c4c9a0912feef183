"""Prints what an independent reader finds in spreadsheets: one line of JSON per path read from standard input.

.xlsx and .xlsm are opened by openpyxl, .xls by xlrd. A line is {"file", "sheets": {name: {address: [kind, value]}}}, or
{"file", "error"} when that reader fails. Kinds: "t" text, "n" number, "b" truth value, "e" error word, "d" a moment as
[year, month, day, hour, minute, second], which numbers and the program's own dates are compared with."""

import datetime
import json
import sys
import warnings

warnings.simplefilter("ignore")


def moment(value):
    if isinstance(value, datetime.datetime):
        value = value + datetime.timedelta(microseconds=500000)
        return ["d", [value.year, value.month, value.day, value.hour, value.minute, value.second]]
    if isinstance(value, datetime.date):
        return ["d", [value.year, value.month, value.day, 0, 0, 0]]
    if isinstance(value, datetime.time):
        return ["d", [0, 0, 0, value.hour, value.minute, value.second]]
    seconds = round(value.total_seconds())
    return ["d", [0, 0, 0, seconds // 3600, seconds // 60 % 60, seconds % 60]]


def plain(value, kind):
    if kind == "e":
        return ["e", str(value)]
    if isinstance(value, bool):
        return ["b", value]
    if isinstance(value, (int, float)):
        return ["n", repr(float(value))]
    if isinstance(value, str):
        return ["t", value]
    return moment(value)


def with_openpyxl(path):
    import openpyxl

    book = openpyxl.load_workbook(path, data_only=True)
    return {
        sheet.title: {
            cell.coordinate: plain(cell.value, cell.data_type)
            for cell in sheet._cells.values()
            if cell.value is not None and cell.value != ""
        }
        for sheet in book.worksheets
    }


def with_xlrd(path):
    import xlrd
    from xlrd.formula import cellname

    kinds = {1: "t", 2: "n", 3: "n", 4: "b", 5: "e"}
    book = xlrd.open_workbook(path, logfile=sys.stderr)
    sheets = {}
    for sheet in book.sheets():
        cells = sheets[sheet.name] = {}
        for row in range(sheet.nrows):
            for column in range(sheet.row_len(row)):
                cell = sheet.cell(row, column)
                kind = kinds.get(cell.ctype)
                if kind is None or cell.value == "":
                    continue
                value = cell.value
                if kind == "n":
                    value = repr(float(value))
                elif kind == "b":
                    value = value == 1
                elif kind == "e":
                    value = xlrd.error_text_from_code.get(value, "?")
                cells[cellname(row, column)] = [kind, value]
    return sheets


for line in sys.stdin:
    path = line.rstrip("\n")
    try:
        found = {"file": path, "sheets": with_xlrd(path) if path.lower().endswith(".xls") else with_openpyxl(path)}
    except Exception as error:  # whatever it fails with, the file is one that it does not open
        found = {"file": path, "error": f"{type(error).__name__}: {error}"[:200]}
    print(json.dumps(found), flush=True)
