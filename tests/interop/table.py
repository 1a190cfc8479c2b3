"""The tables as a database reads them: every row and every cell as the JSON lines have them."""
import json
import re
import sys
import duckdb

LISTS = {"parties", "areas", "organisations", "follows"}
GUARDED = re.compile(r"'*[=+\-@\t\r]")


def cell(field, value):
    """How a value stands in a cell."""
    if isinstance(value, list) and field in LISTS and not any(";" in text for text in value):
        value = "; ".join(value)
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return f"'{text}" if GUARDED.match(text) and text != "-" else text


for name in sys.argv[1:]:
    lines = [json.loads(line) for line in open(f"{name}.jsonl", encoding="utf-8")]
    for table in (f"{name}.csv", f"{name}.csv-excel"):
        rows = duckdb.sql(f"select * from read_csv('{table}', all_varchar=true, header=true, auto_detect=true)")
        columns = rows.columns
        rows = [dict(zip(columns, row)) for row in rows.fetchall()]
        assert len(rows) == len(lines), (table, len(rows), len(lines))
        for row, line in zip(rows, lines):
            for field in set(columns) - {"first_day", "last_day"}:
                expected = cell(field, line[field]) if field in line else ""
                assert (row[field] or "") == expected, (table, field, row[field], expected)
            assert set(line) <= set(columns), set(line) - set(columns)
        print(table, len(rows))
