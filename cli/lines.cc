// SPDX-License-Identifier: Apache-2.0
#include "cli/lines.h"

#include <iostream>

#include "base/error.h"
#include "base/lines.h"

namespace demarche::cli {

namespace {

using record::Json;

// Reads on behind a line that is too long: it is one bad line.
Json question_in(LineState state, const std::string& line) {
  if (state == LineState::TooLong)
    throw Error(ErrorKind::BadInput, "larger than " + std::to_string(record::kMaxLine) + " bytes");
  return record::object_in(line);
}

Json phrase_of(const Json& question) {
  const auto phrase = question.find("phrase");
  return phrase != question.end() && phrase->is_string() ? *phrase : Json();
}

bool is_blank(const std::string& line) { return line.find_first_not_of(" \t\r") == std::string::npos; }

}  // namespace

int answer_lines(const std::function<Json(const Json&)>& answer) {
  int exit = kDone;
  std::string line;
  while (std::cout) {
    const LineState state = read_line(std::cin, line, record::kMaxLine);
    if (state == LineState::End) break;
    if (state == LineState::Read && is_blank(line)) continue;
    Json question, out;
    try {
      question = question_in(state, line);
      if (phrase_of(question).is_null()) throw Error(ErrorKind::BadInput, "a line must be {\"phrase\": \"…\"}");
      out = answer(question);
    } catch (const std::exception& error) {
      out = {{"phrase", phrase_of(question)}, {"error", error.what()}};
      exit = kSomeFailed;
    }
    std::cout << record::line_of(out) << '\n';
  }
  return exit;
}

std::string text_of(const Json& question, const char* field) {
  const auto found = question.find(field);
  return found != question.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::optional<Day> day_of(const std::string& text) {
  if (text.empty()) return std::nullopt;
  if (const auto day = parse_day(text.substr(0, 10))) return day;
  throw Error(ErrorKind::Usage, text + ": no date; write 2018-03-07");
}

}  // namespace demarche::cli
