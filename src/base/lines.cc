// SPDX-License-Identifier: Apache-2.0
#include "base/lines.h"

namespace demarche {

LineState read_line(std::istream& in, std::string& line, std::uint64_t limit) {
  line.clear();
  std::streambuf* const buffer = in.rdbuf();
  bool any = false, too_long = false;
  for (int byte = buffer->sbumpc(); byte != std::char_traits<char>::eof(); byte = buffer->sbumpc()) {
    any = true;
    if (byte == '\n') return too_long ? LineState::TooLong : LineState::Read;
    too_long = too_long || line.size() >= limit;
    if (!too_long) line += static_cast<char>(byte);
  }
  if (!any) return LineState::End;
  return too_long ? LineState::TooLong : LineState::Read;
}

}  // namespace demarche
