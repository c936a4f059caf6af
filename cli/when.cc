// SPDX-License-Identifier: Apache-2.0
#include <iostream>

#include "base/error.h"
#include "cli/context.h"
#include "cli/lines.h"
#include "moments/moments.h"

namespace demarche::cli {

namespace {

using record::Json;

struct WhenOptions {
  std::string phrase, date;
  bool jsonl = false;
};

Json json_of(const std::string& phrase, const std::optional<moments::Moment>& found) {
  const auto day = [](const std::optional<Day>& value) { return value ? Json(show(*value)) : Json(); };
  Json out;
  out["phrase"] = phrase;
  out["lo"] = found ? day(found->lo) : Json();
  out["hi"] = found ? day(found->hi) : Json();
  out["precision"] = found ? Json(found->precision) : Json();
  out["timex"] = found ? record::text_or_null_json(found->timex) : Json();
  out["kind"] = found ? Json(name_of(found->kind)) : Json();
  return out;
}

int when(const WhenOptions& given) {
  const auto answer = [](const std::string& phrase, const std::string& date) {
    return json_of(phrase, moments::resolve_phrase(phrase, day_of(date)));
  };
  if (given.jsonl)
    return answer_lines([&](const Json& line) { return answer(text_of(line, "phrase"), text_of(line, "date")); });
  const Json found = answer(given.phrase, given.date);
  std::cout << record::line_of(found) << '\n';
  return found["kind"].is_null() ? kNothing : kDone;
}

}  // namespace

void add_when(CLI::App& app, Context& context) {
  auto* command = app.add_subcommand("when", "A time expression → an interval of days");
  auto options = std::make_shared<WhenOptions>();
  auto* phrase = command->add_option("PHRASE", options->phrase, "“early 2008”, “last Tuesday”");
  command->add_option("--date", options->date, "When it was written")->type_name("DAY");
  auto* jsonl = command->add_flag("--jsonl", options->jsonl,
                                  "Lines {\"phrase\", \"date\"} on standard input, answers on standard output");
  phrase->excludes(jsonl);
  command->footer("Examples:\n  demarche when \"early 2008\"\n  demarche when \"last Tuesday\" --date 2018-01-12");
  command->callback([options, &context] {
    if (!options->jsonl && options->phrase.empty()) throw Error(ErrorKind::Usage, "when needs a PHRASE, or --jsonl");
    context.exit = when(*options);
  });
}

}  // namespace demarche::cli
