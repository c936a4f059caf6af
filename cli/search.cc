// SPDX-License-Identifier: Apache-2.0
#include <unistd.h>

#include <iostream>

#include "cli/context.h"
#include "cli/filters.h"
#include "cli/known_names.h"
#include "cli/table.h"
#include "cli/tell.h"
#include "cli/unknown.h"

namespace demarche::cli {

namespace {

using record::Json;
using record::Record;

struct SearchOptions {
  std::vector<std::string> words;
  std::string in = "documents", format = "table";
  std::uint64_t limit = 20;
  bool all = false;
  record::Query query;
};

std::string with_marks(std::string words, const std::string& begin, const std::string& end) {
  std::string out;
  for (const char byte : words) {
    if (byte == Record::kMarkBegin[0])
      out += begin;
    else if (byte == Record::kMarkEnd[0])
      out += end;
    else
      out += byte;
  }
  return out;
}

Json json_of(const record::Hit& hit) {
  Json out;
  out["id"] = hit.id;
  out["document"] = hit.document;
  out["path"] = hit.path;
  out["title"] = record::text_or_null_json(hit.title);
  out["outlet"] = record::text_or_null_json(hit.outlet);
  out["published"] = record::text_or_null_json(hit.published);
  out["words"] = with_marks(hit.words, "", "");
  out["score"] = record::rounded(-hit.rank);
  return out;
}

void print_for_people(const std::vector<record::Hit>& hits) {
  for (const record::Hit& hit : hits) {
    const std::string day = hit.published.empty() ? "" : hit.published + "  ";
    std::cout << day << one_line(hit.outlet.empty() ? hit.path : hit.outlet) << "  " << one_line(hit.title) << "  "
              << hit.id << '\n';
    for (const std::string& line : wrapped(one_line(with_marks(hit.words, "[", "]")), terminal_width() - 4))
      std::cout << "    " << line << '\n';
  }
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  // A word of the shell that holds spaces was quoted there, and means a phrase, unless it says itself what its phrases
  // are.
  for (const std::string& word : words) {
    const bool is_phrase =
        words.size() > 1 && word.find(' ') != std::string::npos && word.find('"') == std::string::npos;
    out += is_phrase ? " \"" + word + "\"" : " " + word;
  }
  return out;
}

int search(SearchOptions& given, const Context& context) {
  const Record record(context.record, Record::Access::Read);
  given.query.kind = record::kind_named(given.in);
  given.query.limit = given.all ? 0 : given.limit;
  name_by_ids(record, context, given.query);
  const auto hits = record.search(joined(given.words), given.query);
  if (given.format == "table") print_for_people(hits);
  if (given.format == "jsonl")
    for (const record::Hit& hit : hits) std::cout << record::line_of(json_of(hit)) << '\n';
  if (hits.empty()) {
    tell("Nothing found.\n");
    tell_unknown(record, given.query);
  }
  return hits.empty() ? kNothing : kDone;
}

}  // namespace

void add_search(CLI::App& app, Context& context) {
  auto* command = app.add_subcommand("search", "Full text of documents or of what was said");
  auto options = std::make_shared<SearchOptions>();
  command->add_option("QUERY", options->words, "Words that must all occur; \"a phrase\"; begin*")->required();
  command->add_option("--in", options->in, "Where to look")
      ->capture_default_str()
      ->check(CLI::IsMember({"documents", "statements"}));
  add_filters(*command, options->query);
  command->add_option("--format", options->format)->capture_default_str()->check(CLI::IsMember({"table", "jsonl"}));
  auto* limit = command->add_option("--limit", options->limit)
                    ->capture_default_str()
                    ->check(CLI::Range(1, 1000000000))
                    ->type_name("N");
  command->add_flag("--all", options->all, "All of them")->excludes(limit);
  add_record_option(*command, context);
  command->footer(
      "Examples:\n"
      "  demarche search ceasefire border\n"
      "  demarche search '\"safe havens\"' --since 2017 --in statements --speaker PAK");
  command->callback([options, &context] { context.exit = search(*options, context); });
}

}  // namespace demarche::cli
