// SPDX-License-Identifier: Apache-2.0
// JSON lines on standard input, one answer each on standard output, for commands that answer a phrase.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "cli/context.h"

namespace demarche::cli {

// A bad line gets {"phrase": …, "error": …} in its place, and the exit code says so.
int answer_lines(const std::function<record::Json(const record::Json&)>& answer);

// A text field of a question, empty when it is missing or null.
std::string text_of(const record::Json& question, const char* field);

// A date as people write it, exactly or with a time behind it. Throws Error{Usage}.
std::optional<Day> day_of(const std::string& text);

}  // namespace demarche::cli
