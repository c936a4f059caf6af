#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The built program as its users call it:  python3 cli_test.py PATH/demarche

Commands that need no network are always tested; those that read documents only where models/ holds a network.
"""
import csv
import io
import json
import os
import pathlib
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import unittest

PROGRAM = sys.argv.pop(1)
ROOT = pathlib.Path(__file__).resolve().parents[2]
os.environ.setdefault("DEMARCHE_HOME", str(ROOT))  # the program may have been built elsewhere
HAS_NETWORK = any((ROOT / "models").glob("*/model.xml"))
TEXTS = {
    "talks.txt": "Norway urged Peru on 4 January 2018 to release the two pilots.\n\n"
                 "“We have never detained any pilots,” said Peru's foreign minister. Norway denied that it had threatened Peru.\n",
    "aid.txt": "Norway suspended military aid to Peru. The Pérou question, officials said, was closed.\n",
}


DENIAL = "Norway accused Peru of arming the rebels.\n\nPeru denied that it had armed the rebels.\n"


def run(*words, stdin=None, cwd=None, env=None):
    return subprocess.run([PROGRAM, *map(str, words)], input=stdin, cwd=cwd, env=env, capture_output=True, text=True, timeout=120)


def lines(done):
    return [json.loads(line) for line in done.stdout.splitlines()]


class Usage(unittest.TestCase):
    def test_help_of_every_command_has_an_example(self):
        commands = "read list show explain correct search summary report verify export label resolve extract when actors import-dictionary doctor".split()
        overview = run("--help").stdout
        for command in commands:
            done = run(command, "--help")
            self.assertEqual(done.returncode, 0, command)
            self.assertIn("Example", done.stdout, command)
            self.assertIn(command, overview)

    def test_version(self):
        self.assertRegex(run("--version").stdout, r"^demarche \d+\.\d+")

    def test_wrong_usage_is_2_and_says_what_is_right(self):
        cases = [([], "Usage"), (["sing"], "sing"), (["list", "wars"], "disputes"), (["list", "events", "--type", "WAR"], "ASSAULT"),
                 (["list", "events", "--since", "soon"], "2018-03"), (["list", "events", "--record", "none.db"], "none.db"),
                 (["raed", "news"], "perhaps “read”"), (["list", "events", "--limit", "0"], "1 to"),
                 (["export", "--format", "parquet"], "DuckDB"), (["when"], "PHRASE"), (["resolve"], "PHRASE")]
        with tempfile.TemporaryDirectory() as folder:
            for words, says in cases:
                done = run(*words, cwd=folder)
                self.assertEqual(done.returncode, 2, words)
                self.assertIn(says, done.stderr, words)
                self.assertEqual(done.stdout, "", words)


    def test_a_path_that_cannot_be_looked_up_is_told_and_no_internal_error(self):
        long = "a" * 300
        with tempfile.TemporaryDirectory() as folder:
            cases = [(["list", "events", "--record", long], {}), (["resolve", "Norway"], {"DEMARCHE_HOME": long}), (["read", long], {})]
            for words, more in cases:
                done = run(*words, cwd=folder, env={**os.environ, **more})
                self.assertNotIn("internal error", done.stderr, words)
                self.assertNotEqual(done.returncode, 0, words)

    def test_a_folder_as_standard_input_is_a_failure(self):
        with tempfile.TemporaryDirectory() as folder:
            handle = os.open(folder, os.O_RDONLY)
            done = subprocess.run([PROGRAM, "extract", "-"], stdin=handle, capture_output=True, text=True, timeout=60)
            os.close(handle)
            self.assertEqual(done.returncode, 3, done.stderr)
            self.assertIn("-:1", done.stderr)

    def test_the_manual_has_every_option_and_no_other(self):
        manual = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
        sections = {part.split("\n", 1)[0]: part for part in manual.split("\n## ")[1:]}
        commands = re.findall(r"^  ([\w-]+)  +\S", run("--help").stdout.split("Subcommands:")[1], re.M)
        self.assertGreaterEqual(len(commands), 14)
        for command in commands:
            self.assertIn(command, sections)
            promised = self.promised(command) - {"--help"}
            table = "".join(line for line in sections[command].splitlines() if line.startswith("|"))
            self.assertEqual(set(re.findall(r"--[a-z][a-z-]*", re.sub(r"\| [^|`]*$", "", table))), promised, command)
            self.assertIn("\n    ", sections[command], f"{command} has no example")

    def promised(self, *command):
        """The options of a command and of all its actions."""
        says = re.split(r"\nExamples?:", run(*command, "--help").stdout)[0]
        actions = re.findall(r"^  ([\w-]+)  +\S", says.split("Subcommands:")[1], re.M) if "Subcommands:" in says else []
        return set(re.findall(r"--[a-z][a-z-]*", says)).union(*(self.promised(*command, action) for action in actions))

    def test_dictionaries_of_older_tools(self):
        with tempfile.TemporaryDirectory() as folder:
            dictionary = pathlib.Path(folder, "my.actors.txt")
            dictionary.write_text("PUUMA_LIITTO_\n+PUMA_LEAGUE_\n\t[FINREB]\nAINO_LAHTINIEMI_\n\t[FINGOV 030101-051231]\n\t[FINELI]\nBAD_ [FIN\n", encoding="utf-8")
            done = run("import-dictionary", dictionary, "-o", pathlib.Path(folder, "own.tsv"))
            self.assertEqual(done.returncode, 3)
            self.assertIn("my.actors.txt:7: ", done.stderr)
            self.assertRegex(done.stderr, r"my\.actors\.txt: 7 lines")
            found = lines(run("resolve", "--jsonl", "--actors", "own.tsv", cwd=folder, stdin='{"phrase": "the Puma League"}\n{"phrase": "Aino Lahtiniemi", "date": "2004-05-05"}\n'))
            self.assertEqual([each["actor"] for each in found], ["FIN.REB.PUUMA_LIITTO", "FIN.GOV"])
            self.assertEqual(found[1]["person"], "Aino Lahtiniemi")

    def test_words_that_hold_no_word_are_2(self):
        for kind in ("documents", "statements", "events", "disputes"):
            done = run("list", kind, "--about", "!!!")
            self.assertEqual(done.returncode, 2, kind)
            self.assertIn("--about", done.stderr)


class LostOutput(unittest.TestCase):
    """A full disk must not look like success."""

    def lost(self, *words, **more):
        with open("/dev/full", "w", encoding="utf-8") as full:
            return subprocess.run([PROGRAM, *words], stdout=full, stderr=subprocess.PIPE, text=True, timeout=120, **more)

    def test_output_that_cannot_be_written_is_70(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, "aid.txt")
            path.write_text(TEXTS["aid.txt"], encoding="utf-8")
            for words in (["when", "2018"], ["resolve", "Norway"], ["extract", str(path)], ["--version"]):
                done = self.lost(*words)
                self.assertEqual(done.returncode, 70, words)
                self.assertIn("standard output", done.stderr)

    def test_words_for_people_may_get_lost(self):
        with open("/dev/full", "w", encoding="utf-8") as full:
            done = subprocess.run([PROGRAM, "list", "wars"], stdout=subprocess.DEVNULL, stderr=full, timeout=120, check=False)
        self.assertEqual(done.returncode, 2)


class Phrases(unittest.TestCase):
    def test_a_line_of_nested_brackets_is_a_bad_line(self):
        deep = "[" * 200000 + "]" * 200000
        for command in ("when", "resolve"):
            done = run(command, "--jsonl", stdin=f'{{"phrase": {deep}}}\n{{"phrase": "Norway in 2018"}}\n')
            self.assertEqual(done.returncode, 3, command)
            self.assertEqual(["error" in row for row in lines(done)], [True, False])

    def test_when(self):
        done = run("when", "2018")
        self.assertEqual(done.returncode, 0)
        self.assertEqual({k: lines(done)[0][k] for k in ("phrase", "lo", "hi")}, {"phrase": "2018", "lo": "2018-01-01", "hi": "2018-12-31"})
        self.assertEqual(run("when", "no time at all").returncode, 1)

    def test_issues(self):
        done = run("issues", "They must lift the embargo on fishing boats")
        self.assertEqual(done.returncode, 0)
        self.assertEqual(lines(done)[0]["issues"], ["fishing", "sanctions"])
        self.assertIn("themes.tsv:", lines(done)[0]["terms"][0]["by"])
        self.assertEqual(run("issues", "It rained").returncode, 1)

    def test_lines_keep_their_order_and_a_bad_one_its_place(self):
        done = run("when", "--jsonl", stdin='{"phrase": "2018"}\nnonsense\n{"phrase": "xyzzy"}\n')
        self.assertEqual(done.returncode, 3)
        answers = lines(done)
        self.assertEqual(answers[0]["lo"], "2018-01-01")
        self.assertIn("error", answers[1])
        self.assertIsNone(answers[2]["lo"])

    def test_resolve(self):
        done = run("resolve", "Norway")
        self.assertEqual(lines(done)[0]["actor"], "NOR")
        self.assertRegex(lines(done)[0]["rule"], r"\.tsv:\d+")
        done = run("resolve", "--jsonl", stdin='{"phrase": "the reforms"}\n')
        self.assertEqual((done.returncode, lines(done)[0]["actor"]), (0, None))

    def test_extract_keeps_the_text_byte_for_byte(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, "aid.txt")
            path.write_text(TEXTS["aid.txt"], encoding="utf-8")
            row = lines(run("extract", path))[0]
            self.assertEqual(row["text"], TEXTS["aid.txt"])
            for field in ("path", "title", "authors", "published", "outlet", "url", "language", "kind", "dropped", "notes"):
                self.assertIn(field, row)
            self.assertEqual(run("extract", path, pathlib.Path(folder, "missing.txt")).returncode, 3)


@unittest.skipUnless(HAS_NETWORK, "no network in models/")
class Label(unittest.TestCase):
    def ask(self, *documents, jobs=1):
        return run("label", "--jobs", jobs, stdin="".join(json.dumps(each) + "\n" for each in documents))

    def test_form_of_the_contract(self):
        text = TEXTS["talks.txt"]
        row = lines(self.ask({"id": "a1", "text": text, "date": "2018-01-12", "pairs": [[0, 6, 13, 17]]}))[0]
        self.assertEqual(list(row), "id kind sentences mentions statements events relations moments places notes".split())
        self.assertEqual(row["relations"][0]["pair"], [0, 6, 13, 17])
        self.assertEqual(len(row["relations"][0]["scores"]), 17)
        for begin, end in row["sentences"]:
            self.assertTrue(0 <= begin < end <= len(text))
        known = {statement["id"] for statement in row["statements"]} | {None}
        for statement in row["statements"]:
            self.assertIn(statement["inside"], known)
        for event in row["events"]:
            self.assertIn(event["inside"], known)
            self.assertIn(event["performed_by"], known)

    def test_an_event_without_date_has_that_of_its_document(self):
        text = "Norway urged Peru to release the pilots on 4 January 2018. Peru expelled the envoy of Norway."
        events = lines(self.ask({"id": "a1", "text": text, "date": "2018-02-01"}))[0]["events"]
        dates = {text[slice(*event["trigger"][0])]: event["date"] for event in events}
        self.assertEqual(dates["expelled"], {"lo": "2018-02-01", "hi": "2018-02-01", "precision": "day", "span": None, "from": "document"})
        self.assertTrue(all(date["from"] == ("moment" if date["span"] else "document") for date in dates.values()))

    def test_offsets_are_code_points(self):
        row = lines(self.ask({"id": 1, "text": "“Ça va”, 🕊 said. Norway urged Peru to release the pilots on 4 January 2018.", "date": "2018-02-01"}))[0]
        text = "“Ça va”, 🕊 said. Norway urged Peru to release the pilots on 4 January 2018."
        self.assertIn("4 January 2018", [text[m["span"][0]:m["span"][1]].removeprefix("on ") for m in row["moments"]])

    def test_any_number_of_jobs_gives_the_same_bytes_in_order(self):
        documents = [{"id": i, "text": f"{TEXTS['talks.txt']} It was day {i}."} for i in range(12)]
        one, three = self.ask(*documents), self.ask(*documents, jobs=3)
        self.assertEqual(one.stdout, three.stdout)
        self.assertEqual([row["id"] for row in lines(one)], list(range(12)))

    def test_a_bad_line_has_its_error_in_its_place(self):
        good = json.dumps({"id": "b", "text": TEXTS["aid.txt"]})
        done = run("label", stdin=f'{{"id": "a"}}\n{good}\n\n[1]\n{{"id": "c", "text": "Norway.", "pairs": [[0, 99, 1, 2]]}}\n')
        self.assertEqual(done.returncode, 3)
        rows = lines(done)
        self.assertEqual([row["id"] for row in rows], ["a", "b", None, "c"])
        self.assertEqual(["error" in row for row in rows], [True, False, True, True])


    def test_ids_are_texts_or_numbers(self):
        deep = "[" * 200000 + "]" * 200000
        text = json.dumps(TEXTS["aid.txt"])
        given = "".join(f'{{"id": {name}, "text": {text}}}\n' for name in (deep, '["a"]', "7", "null"))
        done = run("label", stdin=given)
        self.assertEqual(done.returncode, 3)
        self.assertEqual([("error" in row, row["id"]) for row in lines(done)], [(True, None), (True, None), (False, 7), (False, None)])

    def test_words_are_judged_on_request(self):
        text = "Norway arrested two pilots. Peru promised to release them next year."
        ask = {"id": 1, "text": text, "predicates": [[7, 15], [45, 52]]}
        first, second = lines(self.ask(ask))[0]["predicates"]
        self.assertEqual([first["span"], second["span"]], [[7, 15], [45, 52]])
        self.assertGreater(first["happened"], second["happened"])
        refused = lines(self.ask(ask | {"predicates": [[7, 999]]}))[0]
        self.assertIn("predicates", refused["error"])

    def test_pairs_in_a_text_that_is_not_stored_as_given_are_refused(self):
        row = lines(self.ask({"id": 1, "text": "\ufeffNorway urged Peru to talk.", "pairs": [[1, 7, 14, 18]]}))[0]
        self.assertIn("byte order mark", row["error"])

    def begin(self, **more):
        return subprocess.Popen([PROGRAM, "label"], stdin=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **more)

    def test_an_interrupt_ends_it_while_it_waits_for_a_line(self):
        waiting = self.begin(stdout=subprocess.PIPE)
        waiting.stdin.write(json.dumps({"id": 1, "text": TEXTS["aid.txt"]}) + "\n")
        waiting.stdin.flush()
        self.assertIn('"id":1', waiting.stdout.readline())
        waiting.stdin.write('{"id": 2, "te')
        waiting.stdin.flush()
        time.sleep(0.3)
        waiting.send_signal(signal.SIGINT)
        self.assertEqual(waiting.wait(timeout=20), 130)
        self.assertEqual(waiting.stdout.read(), "", "half a line is no bad line")
        for pipe in (waiting.stdin, waiting.stdout, waiting.stderr):
            pipe.close()

    def test_lost_output_ends_it_while_it_waits_for_a_line(self):
        with open("/dev/full", "w", encoding="utf-8") as full:
            waiting = self.begin(stdout=full)
            waiting.stdin.write(json.dumps({"id": 1, "text": TEXTS["aid.txt"]}) + "\n")
            waiting.stdin.flush()
            self.assertEqual(waiting.wait(timeout=60), 70)
        for pipe in (waiting.stdin, waiting.stderr):
            pipe.close()


@unittest.skipUnless(HAS_NETWORK, "no network in models/")
class Records(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.home = pathlib.Path(self.folder.name)
        (self.home / "news").mkdir()
        for name, text in TEXTS.items():
            (self.home / "news" / name).write_text(text, encoding="utf-8")

    def call(self, *words, **more):
        return run(*words, cwd=self.home, **more)

    def rows(self, *words):
        return lines(self.call("list", *words, "--format", "jsonl"))

    def test_read_then_read_again(self):
        done = self.call("read", "news")
        self.assertEqual((done.returncode, done.stdout), (0, ""), done.stderr)
        self.assertEqual(len(self.rows("documents")), 2)
        again = self.call("read", "news")
        self.assertEqual(again.returncode, 0)
        self.assertIn("2 known already", again.stderr)
        (self.home / "news" / "echo.txt").write_text(TEXTS["aid.txt"], encoding="utf-8")
        self.call("read", "news")
        copies = [row["copies"] for row in self.rows("documents") if row["copies"]]
        self.assertEqual(len(copies), 1)
        self.assertTrue(copies[0][0]["path"].endswith("echo.txt") or copies[0][0]["path"].endswith("aid.txt"))

    def test_quotes_are_the_words_of_the_document(self):
        self.call("read", "news")
        with sqlite3.connect(self.home / "demarche.db") as record:
            texts = dict(record.execute("SELECT id, text FROM document"))
        found = self.rows("statements") + self.rows("events") + self.rows("mentions")
        self.assertTrue(found)
        for row in found:
            self.assertIn(row["quote"], texts[row["document"]])
            self.assertIn("path", row)
        for row in self.rows("events"):
            begin, end = row["sentence"]
            self.assertEqual(texts[row["document"]][begin:end], row["quote"])

    def test_list_agrees_with_label(self):
        self.call("read", "news/talks.txt")
        labelled = lines(run("label", stdin=json.dumps({"id": 1, "text": TEXTS["talks.txt"]}) + "\n"))[0]
        for kind in ("statements", "events"):
            listed = self.rows(kind)
            self.assertEqual(len(listed), len(labelled[kind]), kind)
            for mine, theirs in zip(sorted(listed, key=lambda row: int(row["id"].split(".")[1][1:])), labelled[kind]):
                self.assertEqual(set(theirs) - set(mine), set(), kind)
                self.assertEqual(mine["id"].split(".")[1], theirs["id"])
                self.assertEqual(mine["score"], theirs["score"])

    def test_formats(self):
        self.call("read", "news")
        rows = list(csv.DictReader(io.StringIO(self.call("list", "documents", "--format", "csv").stdout)))
        self.assertEqual(len(rows), 2)
        table = self.call("list", "documents", env={**os.environ, "COLUMNS": "100"}).stdout
        self.assertTrue(all(len(line) <= 100 for line in table.splitlines()), table)
        out = self.home / "evidence.jsonl"
        self.assertEqual(self.call("export", "--table", "evidence", "--format", "jsonl", "-o", out).returncode, 0)
        self.assertTrue(out.read_text().startswith("{"))

    def test_findings_are_plain_columns(self):
        self.call("read", "news")
        for kind, column in (("happenings", "first_quote"), ("positions", "first_quote"), ("disputes", "first_items")):
            header, *rows = csv.reader(io.StringIO(self.call("list", kind, "--format", "csv").stdout))
            self.assertIn(column, header)
            self.assertFalse([cell for row in rows for cell in row if cell.startswith(("[{", "{"))], kind)

    def test_positions_are_a_matrix_and_found_by_synonym(self):
        self.call("read", "news")
        told = self.call("list", "positions", "--about", "weapons for", "--format", "jsonl").stdout
        pairs = self.call("list", "positions", "--matrix", "--format", "jsonl").stdout
        for line in (told + pairs).splitlines():
            self.assertIn("stance", json.loads(line))
        self.assertEqual(self.call("list", "positions", "--matrix", "--at", "1990").returncode, 1)
        self.assertEqual(self.call("list", "events", "--matrix").returncode, 2)
        self.assertEqual(self.call("list", "positions", "--at", "2018").returncode, 2)

    def test_show_of_a_finding_is_no_json(self):
        self.call("read", "news")
        for kind in ("happenings", "positions", "disputes"):
            for row in self.rows(kind)[:3]:
                self.assertNotIn('{"', self.call("show", row["id"]).stdout)

    def test_nothing_found_is_1(self):
        self.call("read", "news")
        self.assertEqual(self.call("list", "events", "--actor", "Atlantis").returncode, 1)
        self.assertIn("perhaps Norway", self.call("list", "events", "--actor", "Norwya").stderr)
        self.assertEqual(self.call("search", "xyzzyplugh").returncode, 1)
        self.assertEqual(self.call("show", "0000000000000000").returncode, 1)

    def test_show_explain_search(self):
        self.call("read", "news")
        document = self.rows("documents")[0]["id"]
        self.assertIn("path", self.call("show", document[:8]).stdout)
        self.assertEqual(self.call("search", "military aid").returncode, 0)
        for row in self.rows("statements") + self.rows("events"):
            told = self.call("explain", row["id"])
            self.assertEqual(told.returncode, 0, told.stderr)
            self.assertIn("read by demarche", told.stdout)

    def test_search_keeps_a_phrase_beside_other_words(self):
        self.call("read", "news")
        for words, code in [(['"military aid"', "Norway"], 0), (['"aid military"', "Norway"], 1), (["aid military", "Norway"], 1),
                            (['"aid military" Norway'], 1), (["aid", "military"], 0)]:
            self.assertEqual(self.call("search", *words).returncode, code, words)

    def test_a_folder_is_no_output_and_nothing_is_left_beside_it(self):
        self.call("read", "news")
        (self.home / "d.html").mkdir()
        for words in (["export", "-o", "d.html"], ["report", "-o", "d.html"]):
            done = self.call(*words)
            self.assertEqual(done.returncode, 2, done.stderr)
            self.assertIn("d.html: is a folder", done.stderr)
            self.assertEqual([each.name for each in self.home.iterdir() if each.name.startswith("d.html.")], [])

    def test_a_bad_input_is_3_and_a_row(self):
        done = self.call("read", "news", "missing.txt")
        self.assertEqual(done.returncode, 3)
        self.assertEqual(len(self.rows("failures")), 1)
        self.assertEqual(len(self.rows("documents")), 2)

    def test_a_folder_may_bring_its_own_actors(self):
        columns = "id name kind country sector member_of from to aliases by".split()
        row = ["NOR.REB.LRC", "Lantern Council", "armed_group", "NOR", "REB", "", "", "", "Lantern Council", "test"]
        (self.home / "news" / "actors.tsv").write_text("\t".join(columns) + "\n" + "\t".join(row) + "\n", encoding="utf-8")
        (self.home / "news" / "council.txt").write_text("The Lantern Council accused Peru of piracy.\n", encoding="utf-8")
        done = self.call("read", "news")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("NOR.REB.LRC", [row["id"] for row in self.rows("actors")])

    def test_standard_input(self):
        line = json.dumps({"id": "x1", "text": TEXTS["aid.txt"], "date": "2018-10-03", "outlet": "Example Times"})
        self.assertEqual(self.call("read", "-", stdin=line + "\n").returncode, 0)
        row = self.rows("documents")[0]
        self.assertEqual((row["given_id"], row["published"], row["outlet"]), ("x1", "2018-10-03", "Example Times"))

    def test_what_is_not_english_is_stored_and_said_to_be_unread(self):
        line = json.dumps({"text": "Le ministre a rejeté hier les accusations de la presse. Il a déclaré que le gouvernement ne céderait pas."})
        done = self.call("read", "-", stdin=line + "\n")
        self.assertEqual(done.returncode, 0)
        self.assertIn("1 of them stored only", done.stderr)

    def test_a_score_is_a_filter(self):
        self.call("read", "news")
        every, sure = self.rows("events"), self.rows("events", "--min-score", "0.9")
        self.assertEqual([row["id"] for row in every if row["score"] >= 0.9], [row["id"] for row in sure])

    def test_search_has_the_filters_of_list(self):
        self.call("read", "news")
        for kind, words, found in (("statements", ["--act", "deny"], 0), ("statements", ["--act", "promise"], 1),
                                   ("documents", ["--actor", "NOR"], 0), ("documents", ["--actor", "FRA"], 1),
                                   ("documents", ["--modality", "happened"], 2)):
            self.assertEqual(self.call("search", "peru", "--in", kind, *words).returncode, found, words)

    def test_a_document_cannot_command_the_terminal(self):
        text = TEXTS["talks.txt"] * 3 + "Norway \x1b]0;owned\x07 urged Peru\x9b31m to talk.\n"
        done = self.call("read", "-", stdin=json.dumps({"id": "x1", "text": text, "title": "A \x1b[31m title"}) + "\n")
        self.assertEqual(done.returncode, 0, done.stderr)
        document = self.rows("documents")[0]["id"]
        for words in (["show", document], ["list", "documents"], ["list", "events"], ["list", "statements"], ["search", "peru"],
                      ["explain", document + ".m1"], ["summary"]):
            out = self.call(*words).stdout
            self.assertFalse([c for c in out if (ord(c) < 32 and c not in "\n\t") or 127 <= ord(c) <= 159], words)

    def test_a_missing_network_leaves_no_record(self):
        self.assertEqual(self.call("read", "news", "--model", "nowhere").returncode, 2)
        self.assertFalse((self.home / "demarche.db").exists())

    def test_a_table_beside_the_folder_is_pointed_to(self):
        shutil.copy(ROOT / "samples/crisis/actors.tsv", self.home / "actors.tsv")
        self.assertIn("actors.tsv is not used; give it with --actors", self.call("read", "news").stderr)
        given = self.call("read", "news", "--actors", "actors.tsv", "--record", "other.db")
        self.assertNotIn("is not used", given.stderr)

    def test_a_statement_inside_itself_is_damage(self):
        self.call("read", "news/talks.txt")
        with sqlite3.connect(self.home / "demarche.db") as record:
            record.execute("UPDATE statement SET inside = nr")
        record.close()
        self.assertEqual(self.call("explain", self.rows("statements")[0]["id"]).returncode, 5)

    def test_findings_follow_the_lexicon(self):
        self.call("read", "news")
        data = self.home / "data"
        shutil.copytree(ROOT / "data", data)
        (self.home / "models").mkdir()
        home = {**os.environ, "DEMARCHE_HOME": str(self.home)}

        def stamp():
            self.call("list", "disputes", env=home)
            with sqlite3.connect(self.home / "demarche.db") as record:
                return record.execute("SELECT value FROM setting WHERE name = 'findings'").fetchone()[0]

        before = stamp()
        self.assertEqual(stamp(), before)
        with open(data / "lexicon" / "en" / "themes.tsv", "a", encoding="utf-8") as themes:
            themes.write("# a remark\n")
        self.assertNotEqual(stamp(), before)

    def everything(self):
        """All rows but those that say when and by which run."""
        with sqlite3.connect(self.home / "demarche.db") as record:
            tables = [name for (name,) in record.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '%text%' AND name NOT LIKE 'sqlite%'")]
            names = {number: re.sub(r"actors [0-9a-f]+", "actors", name) for number, name in record.execute("SELECT producer, name FROM producer")}
            rows = {}
            for name in set(tables) - {"run", "setting", "producer", "document"}:
                found = record.execute(f"SELECT * FROM {name}")
                by = [i for i, column in enumerate(found.description) if column[0] == "producer"]
                rows[name] = [tuple(names.get(cell) if i in by else cell for i, cell in enumerate(row)) for row in found]
            rows["document"] = record.execute("SELECT id, path, sentences, tokens, kind FROM document").fetchall()
            rows["words"] = record.execute("SELECT rowid FROM statement_text WHERE statement_text MATCH 'detained OR threatened'").fetchall()
        return rows

    def test_a_refresh_without_a_change_changes_nothing(self):
        self.call("read", "news")
        before = self.everything()
        without_network = self.home / "only_words"
        without_network.mkdir()
        shutil.copy(next((ROOT / "models").glob("*/model.xml")).parent / "vocab.txt", without_network)
        done = self.call("read", "--refresh", "--model", without_network)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("2 documents of demarche.db read anew", done.stderr)
        self.assertIn("nobody in them resolved otherwise", done.stderr)
        self.assertEqual(self.everything(), before)

    def test_a_correction_counts_until_it_is_undone(self):
        self.call("read", "news")
        event = next(row["id"] for row in self.rows("events", "--type", "SANCTION"))
        before = self.call("list", "events", "--format", "jsonl").stdout
        done = self.call("correct", event, "recipient=Chile", "date=early 2018", "--by", "A. Editor", "--why", "a slip")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual([row["id"] for row in self.rows("events", "--recipient", "CHL")], [event])
        told = self.call("explain", event).stdout
        for words in ("Chile (CHL)", "was read as Peru (PER)", "A. Editor", "a slip", "2018-01-01"):
            self.assertIn(words, told)
        self.call("read", "--refresh")
        self.assertEqual([row["id"] for row in self.rows("events", "--recipient", "CHL")], [event])
        self.assertEqual([row["state"] for row in self.rows("corrections")], ["in-force", "in-force"])
        self.assertEqual(self.call("correct", "--undo", "c1", "--undo", "c2").returncode, 0)
        self.assertEqual(self.call("list", "events", "--format", "jsonl").stdout, before)
        self.assertEqual(self.call("correct", "--redo", "c1").returncode, 0)
        self.assertEqual(len(self.rows("events", "--recipient", "CHL")), 1)

    def test_a_correction_that_cannot_be_is_refused(self):
        self.call("read", "news")
        event = next(row["id"] for row in self.rows("events", "--type", "SANCTION"))
        for words, part in ((["polarity=perhaps", "--why", "x"], "affirmed, negated"), (["colour=red", "--why", "x"], "modality"),
                            (["actor=Nobody At All", "--why", "x"], "no actor is called so"), (["date=blue", "--why", "x"], "no date"),
                            (["event=ACCUSE"], "--why"), ([], "field=value"), (["place=Zzyzxq", "--why", "x"], "gazetteer")):
            done = self.call("correct", event, *words)
            self.assertEqual(done.returncode, 2, words)
            self.assertIn(part, done.stderr)
        self.assertEqual(self.call("correct", "--undo", "c9").returncode, 2)
        self.assertEqual(self.rows("corrections"), [])

    def test_states_of_disputes_stay_and_are_set_aside_in_a_dossier(self):
        (self.home / "news" / "denial.txt").write_text(DENIAL, encoding="utf-8")
        self.call("read", "news")
        dispute = self.rows("disputes")[0]["id"]
        self.assertEqual(self.call("correct", dispute, "state=paraphrase", "--why", "the same thing twice").returncode, 0)
        (self.home / "more.txt").write_text("Peru accused Norway of sending warships. Norway denied it.\n", encoding="utf-8")
        self.call("read", "more.txt")
        self.assertEqual([row["id"] for row in self.rows("disputes", "--state", "paraphrase")], [dispute])
        page = self.call("report").stdout
        self.assertIn("set aside", page)
        self.assertIn("the same thing twice", page)

    def test_as_of_shows_what_was_published_until_then(self):
        stdin = "\n".join(json.dumps({"id": str(i), "date": f"2018-0{i}-01", "text": text}) for i, text in
                          enumerate(["Norway suspended military aid to Peru.", DENIAL], 1))
        stdin += "\n" + json.dumps({"id": "u", "text": "Nobody knows when Chile said this."})
        self.call("read", "-", stdin=stdin)
        done = self.call("list", "events", "--as-of", "2018-01", "--format", "jsonl")
        self.assertIn("1 published later and 1 without a date are left out", done.stderr)
        self.assertEqual({row["published"] for row in lines(done)}, {"2018-01-01"})
        self.assertIn("denial", {row["kind"] for row in self.rows("disputes")})
        self.assertNotIn("denial", {row["kind"] for row in self.rows("disputes", "--as-of", "2018-01")})
        report = self.home / "then.html"
        self.assertEqual(self.call("report", "--as-of", "2018-01", "-o", report).returncode, 0)
        self.assertIn("as known on 31 January 2018", report.read_text(encoding="utf-8"))
        self.assertEqual(self.call("verify", report).returncode, 0)
        self.assertEqual(self.call("list", "events", "--as-of", "then").returncode, 2)

    def test_every_number_of_a_dossier_is_checked(self):
        self.call("read", "news")
        for name in ("d.html", "d.md"):
            self.call("report", "-o", name)
            done = self.call("verify", name)
            self.assertEqual(done.returncode, 0, done.stdout)
            self.assertRegex(done.stdout, r"[1-9]\d* quotations and [1-9]\d* numbers")
            page = self.home / name
            text = page.read_text(encoding="utf-8")
            wrong = text.replace('value="2">2<', 'value="7">7<', 1) if name.endswith("html") else text.replace("[2](#number=documents)", "[7](#number=documents)", 1)
            self.assertNotEqual(wrong, text)
            page.write_text(wrong, encoding="utf-8")
            done = self.call("verify", name)
            self.assertEqual(done.returncode, 1)
            self.assertIn("the record counts 2", done.stdout)

    def test_edits_of_actors_reach_the_record_and_can_be_undone(self):
        self.call("read", "news")
        before = self.everything()
        steps = [(["add", "CHL.REB.CONDOR", "--name", "Condor Column", "--why", "its own communiqué", "--by", "jo"], "e1"),
                 (["merge", "PER", "CHL.REB.CONDOR", "--from", "2010"], "e2"),
                 (["alias", "NOR", "pilots", "--from", "2001"], "e3")]
        for words, edit in steps:
            done = self.call("actors", words[0], *words[1:])
            self.assertEqual((done.returncode, done.stdout), (0, edit + "\n"), done.stderr)
        done = self.call("read", "--refresh", "--actors", "actors.tsv")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertRegex(done.stderr, r"[1-9]\d* mentions? in [12] of them resolved otherwise")
        actors = {row["id"] for row in self.rows("actors")}
        self.assertIn("CHL.REB.CONDOR", actors)
        self.assertNotIn("PER", actors)
        self.assertEqual(self.call("actors", "merge", "CHL.REB.CONDOR", "PER").returncode, 2)   # a circle
        self.assertEqual(self.call("actors", "add", "CHL.REB.CONDOR", "--name", "Another").returncode, 2)
        self.assertIn("perhaps “CHL.REB.CONDOR”", self.call("actors", "alias", "CHL.REB.CONDUR", "X").stderr)
        self.assertIn("jo", self.call("actors", "list").stdout)
        for edit in ("e2", "e3", "e1"):
            self.assertEqual(self.call("actors", "undo", edit).returncode, 0)
        self.assertEqual(self.call("actors", "undo", "e2").returncode, 2)
        self.call("read", "--refresh", "--actors", "actors.tsv")
        self.assertEqual(self.everything(), before)
        self.assertIn("redo e1", self.call("actors", "redo", "e2").stderr)   # merged into what is undone
        for edit in ("e1", "e2"):
            self.assertEqual(self.call("actors", "redo", edit).returncode, 0)
        self.assertIn("undo e2", self.call("actors", "undo", "e1").stderr)
        listed = lines(self.call("actors", "list", "--format", "jsonl"))
        self.assertEqual([(row["edit"], row["undone"] is None) for row in listed], [("e1", True), ("e2", True), ("e3", False)])

    def test_a_record_of_an_older_program_is_read_once_more(self):
        self.call("read", "news")
        before = self.everything()
        with sqlite3.connect(self.home / "demarche.db") as record:
            record.execute("DELETE FROM annotations")
        record.close()
        done = self.call("read", "--refresh")
        self.assertIn("with the network", done.stderr)
        self.assertEqual(self.everything(), before)
        self.assertEqual(self.call("read").returncode, 2)
        self.assertEqual(self.call("read", "--refresh", "--record", "none.db").returncode, 2)
        self.assertFalse((self.home / "none.db").exists())

    def test_a_held_record_is_4(self):
        self.call("read", "news/aid.txt")
        holder = sqlite3.connect(self.home / "demarche.db", isolation_level=None)
        holder.execute("BEGIN IMMEDIATE")
        self.assertEqual(self.call("read", "news").returncode, 4)
        self.assertEqual(self.call("list", "documents").returncode, 0)
        holder.execute("ROLLBACK")
        holder.close()

    def test_a_damaged_record_is_5(self):
        (self.home / "demarche.db").write_bytes(b"x" * 9000)
        self.assertEqual(self.call("list", "documents").returncode, 5)
        self.assertEqual(self.call("read", "news").returncode, 5)

    def test_interrupted_is_130_and_keeps_what_is_done(self):
        with open(self.home / "many.jsonl", "w", encoding="utf-8") as out:
            for i in range(3000):
                out.write(json.dumps({"id": i, "text": f"{TEXTS['talks.txt']} It was day {i}."}) + "\n")
        reading = subprocess.Popen([PROGRAM, "read", "many.jsonl", "--jobs", "2", "--progress", "json"], cwd=self.home, stderr=subprocess.PIPE, text=True)
        first = reading.stderr.readline()
        self.assertIn('"read"', first)
        time.sleep(0.3)
        reading.send_signal(signal.SIGINT)
        _, told = reading.communicate(timeout=60)
        self.assertEqual(reading.returncode, 130, told)
        kept = len(self.rows("documents"))
        self.assertTrue(0 < kept < 3000, kept)
        self.assertIn(f"{kept} documents read", told)

    def test_progress_in_json(self):
        done = self.call("read", "news", "--progress", "json")
        states = [json.loads(line) for line in done.stderr.splitlines() if line.startswith("{")]
        self.assertEqual(states[-1]["state"], "done")
        self.assertEqual(states[-1]["read"], 2)
        self.assertTrue(all(state["share"] is None or state["share"] < 1 for state in states[:-1]))

    def test_doctor(self):
        self.call("read", "news")
        told = json.loads(self.call("doctor", "--format", "json").stdout)
        self.assertEqual(told["record"]["state"], "ok")
        self.assertEqual(told["record"]["documents"], 2)

    def test_readings_of_another_network_are_told_and_read_again(self):
        self.call("read", "news")
        before = self.everything()
        self.assertNotIn("another network", self.call("doctor").stdout)
        with sqlite3.connect(self.home / "demarche.db") as record:
            record.execute("UPDATE annotations SET network = 'an older one' WHERE doc = 1")
        record.close()
        told = "1 of 2 documents were read by another network; “demarche read --again --record demarche.db”"
        self.assertIn(told, self.call("doctor").stdout)
        self.assertEqual(self.call("read", "news").stderr.count(told), 1)
        self.assertIn("1 with the network", self.call("read", "--again").stderr)
        self.assertNotIn("another network", self.call("doctor").stdout)
        self.assertEqual(self.everything(), before)
        with sqlite3.connect(self.home / "demarche.db") as record:
            record.execute("UPDATE run SET program = 'demarche 0.0.1'")
        record.close()
        self.assertIn("2 of 2 documents were read by another version of the program; “demarche read --refresh", self.call("doctor").stdout)

    def test_doctor_calls_damaged_only_what_is(self):
        def state(name, sql=None, content=None):
            path = self.home / name
            if content is not None:
                path.write_bytes(content)
            if sql is not None:
                with sqlite3.connect(path) as other:
                    other.executescript(sql)
                other.close()
            return self.call("doctor", "--record", name).returncode

        self.assertEqual(state("empty.db", content=b""), 1)
        self.assertEqual(state("other.db", sql="CREATE TABLE recipe (name TEXT)"), 1)
        self.assertEqual(state("torn.db", content=b"x" * 9000), 5)
        self.assertEqual(state("none.db"), 0)
        self.assertEqual(self.call("doctor", "--upgrade", "--record", "none.db").returncode, 2)
        self.assertFalse((self.home / "none.db").exists())

    def test_the_fingerprint_covers_labels_and_vocabulary(self):
        network = next((pathlib.Path(os.environ["DEMARCHE_HOME"]) / "models").glob("*/model.xml")).parent

        def fingerprint(folder):
            return json.loads(self.call("doctor", "--format", "json", "--model", folder).stdout)["engine"].get("model")

        copy = self.home / network.name
        shutil.copytree(network, copy)
        self.assertEqual({fingerprint(network), fingerprint(copy), fingerprint(f"{copy}/")}, {fingerprint(network)})
        for name in ("labels.json", "vocab.txt"):
            before = fingerprint(copy)
            self.assertIsNotNone(before)
            with open(copy / name, "a", encoding="utf-8") as file:
                file.write("\n" if name == "labels.json" else "[one-more]\n")
            self.assertNotEqual(fingerprint(copy), before, name)

    def test_the_run_names_the_lexicon(self):
        self.call("read", "news/aid.txt")
        with sqlite3.connect(self.home / "demarche.db") as record:
            tables = record.execute("SELECT tables FROM run").fetchone()[0]
        self.assertRegex(tables, r"^actors [0-9a-f]{16}; lexicon [0-9a-f]{16}$")


if __name__ == "__main__":
    unittest.main()
