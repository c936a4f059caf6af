# SPDX-License-Identifier: Apache-2.0
"""Runs the stories: short texts with what should be read from them, through the program itself.

    python3 tests/stories/stories.py build/demarche            checks, exit 1 on a difference
    python3 tests/stories/stories.py build/demarche --update   rewrites what is expected

A story file holds cases, separated by blank lines:

    # Why this case stands here.
    @ 2018-01-12                       date of the document, may be left out
    > Peru denied on Monday that it had detained pilots.
    statement  PER  deny  "it had detained pilots"
    event  PER  COERCE  -  happened  denies

A statement line is speaker (or kind of speaker), act, content; "in SPEAKER" when it stands inside another's.
An event line is actors, category, recipients, modality, and what the speaker around it holds of it. "not" before a category is negation.
"""
import json
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).parent


def who(participants):
    return ",".join(p.get("actor") or f"“{p.get('name', '?')}”" for p in participants) or "-"


def statement_line(statement, text, by_id):
    speaker = statement["speaker"] or statement["speaker_kind"]
    content = " … ".join(text[b:e] for b, e in statement["content"])
    inside = by_id.get(statement["inside"])
    outer = f'  in {inside["speaker"] or inside["speaker_kind"]}' if inside else ""
    return f'statement  {speaker}  {statement["act"]}  "{content}"{outer}'


def event_line(event):
    negation = "not " if event["polarity"] == "negated" else ""
    stance = f'  {event["stance"]}' if event.get("stance") else ""
    return f'event  {who(event["actors"])}  {negation}{event["event"]}  {who(event["recipients"])}  {event["modality"]}{stance}'


def read_cases(path):
    """Each case: its comment and date lines, its text, the lines expected."""
    for chunk in path.read_text(encoding="utf-8").split("\n\n"):
        lines = chunk.strip().split("\n")
        text = "\n".join(line[1:].strip() for line in lines if line.startswith(">"))
        if text:
            head = [line for line in lines if line.startswith(("#", "@"))]
            expected = [line for line in lines if line.startswith(("statement", "event"))]
            yield head, text, expected


def label(program, cases):
    request = []
    for number, (head, text, _) in enumerate(cases):
        date = next((line[1:].strip() for line in head if line.startswith("@")), None)
        request.append(json.dumps({"id": str(number), "text": text} | ({"date": date} if date else {})))
    done = subprocess.run([program, "label"], input="\n".join(request) + "\n", capture_output=True, text=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def found_lines(text, reading):
    by_id = {s["id"]: s for s in reading["statements"]}
    return [statement_line(s, text, by_id) for s in reading["statements"]] + [event_line(e) for e in reading["events"]]


def show_difference(path, text, expected, found):
    print(f"{path.name}: {text}")
    for line in expected:
        if line not in found:
            print(f"  missing  {line}")
    for line in found:
        if line not in expected:
            print(f"  new      {line}")


def main(program, update):
    passed = failed = 0
    for path in sorted(HERE.glob("*.story")):
        cases = list(read_cases(path))
        out = []
        for (head, text, expected), reading in zip(cases, label(program, cases)):
            found = found_lines(text, reading)
            same = sorted(found) == sorted(expected)
            passed += same
            failed += not same
            if not same and not update:
                show_difference(path, text, expected, found)
            out.append("\n".join(head + ["> " + line for line in text.split("\n")] + found))
        if update:
            path.write_text("\n\n".join(out) + "\n", encoding="utf-8")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed and not update else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], "--update" in sys.argv))
