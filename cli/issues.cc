// SPDX-License-Identifier: Apache-2.0
#include <iostream>

#include "analysis/analysis.h"
#include "base/error.h"
#include "base/utf8.h"
#include "cli/context.h"
#include "cli/lines.h"

namespace demarche::cli {

namespace {

using record::Json;

struct IssuesOptions {
  std::string text;
  bool jsonl = false;
};

// {"phrase", "issues": ["sanctions"], "terms": [{"issue", "span", "words", "by"}]}
Json json_of(const std::string& text, const analysis::Lexicon& lexicon) {
  const CodePoints points(text);
  Json terms = Json::array();
  for (const auto& match : lexicon.matches(text)) {
    terms.push_back({{"issue", match.theme},
                     {"span",
                      {points.from_byte(static_cast<std::uint32_t>(match.begin)),
                       points.from_byte(static_cast<std::uint32_t>(match.end))}},
                     {"words", text.substr(match.begin, match.end - match.begin)},
                     {"by", match.where}});
  }
  return {{"phrase", text}, {"issues", lexicon.themes(text)}, {"terms", terms}};
}

int issues(const IssuesOptions& given, const Context& context) {
  const analysis::Lexicon lexicon(data_folder(context));
  if (given.jsonl) return answer_lines([&](const Json& line) { return json_of(text_of(line, "phrase"), lexicon); });
  const Json found = json_of(given.text, lexicon);
  std::cout << record::line_of(found) << '\n';
  return found["issues"].empty() ? kNothing : kDone;
}

}  // namespace

void add_issues(CLI::App& app, Context& context) {
  auto* command = app.add_subcommand("issues", "A sentence → the issues that its words name");
  auto options = std::make_shared<IssuesOptions>();
  auto* text = command->add_option("TEXT", options->text, "“the sanctuary that the fighters enjoy”");
  auto* jsonl =
      command->add_flag("--jsonl", options->jsonl, "Lines {\"phrase\"} on standard input, answers on standard output");
  text->excludes(jsonl);
  command->footer("Example:\n  demarche issues \"They must close the sanctuaries beyond the border\"");
  command->callback([options, &context] {
    if (!options->jsonl && options->text.empty()) throw Error(ErrorKind::Usage, "issues needs a TEXT, or --jsonl");
    context.exit = issues(*options, context);
  });
}

}  // namespace demarche::cli
