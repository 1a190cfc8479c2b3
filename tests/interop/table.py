"""The table as a database reads it: the rows and cells that the JSON lines have."""
import json
import sys
import duckdb

name = sys.argv[1]
lines = [json.loads(line) for line in open(f"{name}.jsonl", encoding="utf-8")]
for table in (f"{name}.csv", f"{name}.csv-excel"):
    rows = duckdb.sql(f"select * from read_csv('{table}', all_varchar=true, header=true, auto_detect=true)")
    columns = rows.columns
    rows = [dict(zip(columns, row)) for row in rows.fetchall()]
    assert len(rows) == len(lines), (table, len(rows), len(lines))
    for row, line in zip(rows, lines):
        for field in ("id", "date", "title", "title_ja", "summary", "summary_ja", "note"):
            cell = row[field] or ""
            assert cell.removeprefix("'") == line.get(field, "").removeprefix("'"), (table, field, cell)
        for field in ("quote", "source", "people"):
            assert json.loads(row[field] or "[]") == line.get(field, []), (table, field)
    print(table, len(rows))
