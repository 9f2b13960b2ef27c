# SPDX-License-Identifier: Apache-2.0
"""What the drivers of SQL engines share: the rules, and scales coded from 0."""
import pathlib
import re

HERE = pathlib.Path(__file__).resolve().parent
SCALES = {
    "rating": ["failed", "completed", "good", "excellent"],
    "title": ["none", "LDTT", "CSTDCS", "CSTDT", "CSTDTQ"],
    "discipline": ["none", "reprimand", "warning", "demotion", "dismissal"],
    "initiative": ["none", "base", "province", "national"],
}


def text(name):
    return re.sub(r"^--.*\n", "", (HERE / name).read_text("utf-8"), flags=re.M).strip()


def rules(least):
    """The statements of rules.sql, in order."""
    sql = text("rules.sql").replace("@CREATE@", "CREATE TABLE").replace("@DIV@", "/").replace("@LEAST@", least)
    return [statement.strip() for statement in sql.split(";") if statement.strip()]


def code(scale, column, cast=""):
    """The column's words as numbers; what is missing is NULL."""
    cases = " ".join(f"WHEN '{word}' THEN {i}" for i, word in enumerate(SCALES[scale]))
    return f"(CASE {column} {cases} END){cast} AS {scale}"
