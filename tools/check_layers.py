# SPDX-License-Identifier: Apache-2.0
"""Fails when a source file includes a module, or a folder within one, that src/layers.txt does not allow.

    python3 tools/check_layers.py src
"""
import pathlib
import re
import sys

INCLUDE = re.compile(r'#include "(\w+)/((?:\w+/)*)(\w+)\.h"')


def allowed_by(table):
    """Module → the modules it may use, “module/folder” → the folders. Each may use only what is listed above it: the
    table itself cannot hold a cycle."""
    allowed = {}
    for line in table.read_text().splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        name, uses = line.split(":")
        module, inside, _ = name.rpartition("/")
        uses = {module + inside + use for use in uses.split()}
        unknown = uses - set(allowed)
        if unknown:
            sys.exit(f"{table}: {name} uses {', '.join(sorted(unknown))}, not listed above it")
        allowed[name.strip()] = uses
    return allowed


def fault_inside(home, used, header, allowed):
    """None, or e.g. "analysis/words may not include analysis/claims". A module's own face is open to all its folders."""
    if "/" not in home or home == used or header == used or used in allowed.get(home, ()):
        return None
    return f"{home} may not include {used}"


def fault_between(module, used, header, allowed):
    if used not in allowed.get(module, ()):
        return f"{module} may not include {used}"
    if header != used and used != "base":
        return f"include {used}/{used}.h, not {used}/{header}.h"
    return None


def faults_of(file, home, allowed):
    module = home.split("/")[0]
    for number, line in enumerate(file.read_text().splitlines(), 1):
        found = INCLUDE.match(line)
        if not found:
            continue
        used, folders, header = found.groups()
        if used == module:
            fault = fault_inside(home, (used + "/" + folders).rstrip("/"), header, allowed)
        else:
            fault = fault_between(module, used, folders + header, allowed)
        if fault:
            yield f"{file}:{number}: {fault}"


def main(src):
    allowed = allowed_by(src / "layers.txt")
    faults = []
    for file in sorted(src.rglob("*.[hc]*")):
        if file.parent != src and file.suffix in (".h", ".cc"):  # demarche.h sees every face
            faults += faults_of(file, file.relative_to(src).parent.as_posix(), allowed)
    print("\n".join(faults), end="\n" if faults else "")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1])))
