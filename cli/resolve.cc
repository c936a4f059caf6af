// SPDX-License-Identifier: Apache-2.0
#include <iostream>

#include "actors/actors.h"
#include "base/error.h"
#include "cli/context.h"
#include "cli/lines.h"

namespace demarche::cli {

namespace {

using record::Json;
using record::text_or_null_json;

struct ResolveOptions {
  std::string phrase, date, context;
  bool jsonl = false;
};

Json json_of(const std::string& phrase, const std::optional<actors::Resolution>& found) {
  Json out;
  out["phrase"] = phrase;
  const actors::Resolution none;
  const actors::Resolution& answer = found ? *found : none;
  out["actor"] = text_or_null_json(answer.actor);
  out["country"] = answer.country;
  out["sector"] = answer.sector;
  out["sector2"] = answer.sector2;
  out["person"] = text_or_null_json(answer.person);
  out["name"] = text_or_null_json(answer.name);
  out["rule"] = text_or_null_json(answer.rule);
  out["score"] = record::rounded(answer.score);
  return out;
}

int resolve(const ResolveOptions& given, const Context& context) {
  const engine::Options folders = engine_options(context);
  const actors::Tables tables(folders.data, folders.project_tables);
  const actors::Resolver resolver(tables);
  const auto answer = [&](const std::string& phrase, const std::string& date, const std::string& sentence) {
    return json_of(phrase, resolver.resolve_phrase(phrase, day_of(date), sentence));
  };
  if (given.jsonl)
    return answer_lines([&](const Json& line) {
      return answer(text_of(line, "phrase"), text_of(line, "date"), text_of(line, "context"));
    });
  const Json found = answer(given.phrase, given.date, given.context);
  std::cout << record::line_of(found) << '\n';
  return found["actor"].is_null() ? kNothing : kDone;
}

}  // namespace

void add_resolve(CLI::App& app, Context& context) {
  auto* command = app.add_subcommand("resolve", "A noun phrase → the actor of the knowledge tables");
  auto options = std::make_shared<ResolveOptions>();
  auto* phrase = command->add_option("PHRASE", options->phrase, "“Pakistani foreign minister”");
  command->add_option("--date", options->date, "When it was written: who held the office, what the group was then")
      ->type_name("DAY");
  command->add_option("--context", options->context, "The sentence it stands in")->type_name("SENTENCE");
  auto* jsonl =
      command->add_flag("--jsonl", options->jsonl,
                        "Lines {\"phrase\", \"date\", \"context\"} on standard input, answers on standard output");
  phrase->excludes(jsonl);
  add_engine_options(*command, context);
  command->footer(
      "Examples:\n  demarche resolve \"Pakistani foreign minister\" --date 2018-01-12\n  demarche resolve --jsonl < "
      "phrases.jsonl");
  command->callback([options, &context] {
    if (!options->jsonl && options->phrase.empty()) throw Error(ErrorKind::Usage, "resolve needs a PHRASE, or --jsonl");
    context.exit = resolve(*options, context);
  });
}

}  // namespace demarche::cli
