// SPDX-License-Identifier: Apache-2.0
// JSON lines on standard input, one answer each on standard output, for commands that answer a phrase.
#pragma once

#include <functional>
#include <iostream>
#include <string>

#include "base/error.h"
#include "cli/context.h"

namespace demarche::cli {

// A bad line gets {"phrase": …, "error": …} in its place, and the exit code says so.
inline int answer_lines(const std::function<record::Json(const record::Json&)>& answer) {
  int exit = kDone;
  for (std::string line; std::getline(std::cin, line);) {
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    const record::Json question = record::Json::parse(line, nullptr, false);
    record::Json out;
    try {
      if (!question.is_object() || !question.contains("phrase") || !question["phrase"].is_string())
        throw Error(ErrorKind::BadInput, "a line must be {\"phrase\": \"…\"}");
      out = answer(question);
    } catch (const std::exception& error) {
      out["phrase"] = question.is_object() ? question.value("phrase", record::Json()) : record::Json();
      out["error"] = error.what();
      exit = kSomeFailed;
    }
    std::cout << record::line_of(out) << '\n';
  }
  return exit;
}

// A text field of a question, empty when it is missing or null.
inline std::string text_of(const record::Json& question, const char* field) {
  const auto found = question.find(field);
  return found != question.end() && found->is_string() ? found->get<std::string>() : std::string();
}

// A date as people write it, exactly or with a time behind it. Throws Error{Usage}.
inline std::optional<Day> day_of(const std::string& text) {
  if (text.empty()) return std::nullopt;
  if (const auto day = parse_day(text.substr(0, 10))) return day;
  throw Error(ErrorKind::Usage, text + ": no date; write 2018-03-07");
}

}  // namespace demarche::cli
