// SPDX-License-Identifier: Apache-2.0
// Lines of a stream that somebody else fills: bounded, so that one without an end cannot fill the memory.
#pragma once

#include <cstdint>
#include <istream>
#include <string>

namespace demarche {

enum class LineState { Read, TooLong, End };

// Takes one line without its end. Of a line longer than `limit` bytes the rest is skipped, not stored.
LineState read_line(std::istream& in, std::string& line, std::uint64_t limit);

}  // namespace demarche
