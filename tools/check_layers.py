# SPDX-License-Identifier: Apache-2.0
"""Fails when a source file includes a module that src/layers.txt does not allow.

    python3 tools/check_layers.py src
"""
import pathlib
import re
import sys

INCLUDE = re.compile(r'#include "(\w+)/(\w+)\.h"')


def allowed_modules(table):
    """Module → the modules it may use. A module may use only modules listed above it: the table itself cannot hold a cycle."""
    allowed = {}
    for line in table.read_text().splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        name, uses = line.split(":")
        unknown = set(uses.split()) - set(allowed)
        if unknown:
            sys.exit(f"{table}: {name} uses {', '.join(sorted(unknown))}, not listed above it")
        allowed[name.strip()] = set(uses.split())
    return allowed


def faults_of(file, module, allowed):
    for number, line in enumerate(file.read_text().splitlines(), 1):
        found = INCLUDE.match(line)
        if not found or found[1] == module:
            continue
        used, header = found.groups()
        if used not in allowed.get(module, ()):
            yield f"{file}:{number}: {module} may not include {used}"
        elif header != used and used != "base":
            yield f"{file}:{number}: include {used}/{used}.h, not {used}/{header}.h"


def main(src):
    allowed = allowed_modules(src / "layers.txt")
    faults = []
    for file in sorted(src.rglob("*.[hc]*")):
        if file.parent != src and file.suffix in (".h", ".cc"):  # demarche.h sees every face
            faults += faults_of(file, file.relative_to(src).parts[0], allowed)
    print("\n".join(faults), end="\n" if faults else "")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1])))
