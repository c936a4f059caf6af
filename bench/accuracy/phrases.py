# SPDX-License-Identifier: Apache-2.0
"""The phrases of Recognizers-Text: expressions in a short sentence, against a day. Recognition in the sentence, values of the phrase alone, through `when`."""
import json
import re
import subprocess

from timex import day_before, days, plain


def answers(program, questions):
    request = "".join(json.dumps({"phrase": phrase, "date": date}) + "\n" for phrase, date in questions)
    done = subprocess.run([program, "when", "--jsonl"], input=request, capture_output=True, text=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def ends_of(end, timex):
    """Ends are exclusive; of a range with two names ("2014 to May 2018") the reference ends where the second begins, and a reader means all of it."""
    ends = {end, day_before(end)}
    year, month, day = map(int, end.split("-"))
    if timex.startswith("(") and day == 1:
        ends.add(days(year, month, 1)[1])
        ends.add(days(year, month, 12)[1])
    return ends


def clock(timex):
    """"2016-11-07T16:12" and "(T17,T18,PT1H)" → their times of day."""
    return [plain(time) for time in re.findall(r"T(?:\d\d(?::\d\d)*|[A-Z]{2})", timex.split(",PT")[0])]


def agrees(value, answer):
    """Whether the answer means the same; days and times of day are compared, not seconds."""
    kind, lo, hi = value["type"], answer["lo"], answer["hi"]
    begin, end = value.get("value", value.get("start")), value.get("end")
    if kind in ("duration", "set"):
        return answer["kind"] == kind and plain(value["timex"]) == plain(answer["timex"])
    if kind in ("time", "timerange"):
        return clock(value["timex"]) == clock(answer["timex"])
    if kind in ("datetime", "datetimerange"):
        return (begin or end or "")[:10] == (lo or hi) and clock(value["timex"])[:1] == clock(answer["timex"])[:1]
    if "value" in value:
        return lo == hi == begin
    return lo == begin and (hi is None if end is None else hi in ends_of(end, value["timex"]))


HOURS = re.compile(r"\b(?:hours?|hrs?|\d+h|minutes?|mins?|seconds?)\b")


def counts_from_the_hour(phrase, values):
    """"In two hours" asked at 16:12 is 18:12: a day of asking cannot tell."""
    return bool(HOURS.search(phrase)) and all(value["type"] in ("datetime", "datetimerange") for value in values)


def dated(row):
    return {"date": row["date"][:10]} if row["date"] else {}


def tally(tally, rows, found, program):
    questions = [(row["text"][slice(*time["span"])], (row["date"] or "")[:10]) for row in rows for time in row["times"]]
    means = dict(zip(questions, answers(program, questions)))
    for row, moments in zip(rows, found([{"id": row["id"], "text": row["text"], **dated(row)} for row in rows])):
        date = (row["date"] or "")[:10]

        def is_right(time, shown):
            answer = means[row["text"][slice(*time["span"])], date]
            if not time["values"] or counts_from_the_hour(row["text"][slice(*time["span"])], time["values"]):
                return None
            shown["when"] = answer["timex"], answer["lo"], answer["hi"]
            given = [value for value in time["values"] if value["type"] == "set" or value.get("value") != "not resolved"]
            return answer["kind"] is not None and any(agrees(value, answer) for value in given) if given else None
        tally.document(row["text"], row["times"], moments, is_right)
    return tally
