// SPDX-License-Identifier: Apache-2.0
// compile_places TABLES UNPACKED OUT: one step of the build; see CMakeLists.txt.
#include <cstdio>
#include <exception>

#include "places/compile.h"

int main(int count, char** arguments) {
  if (count != 4) {
    std::fprintf(stderr, "usage: compile_places TABLES UNPACKED OUT\n");
    return 2;
  }
  try {
    demarche::places::compile_gazetteer(arguments[1], arguments[2], arguments[3]);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "compile_places: %s\n", error.what());
    return 1;
  }
}
