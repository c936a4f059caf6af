// SPDX-License-Identifier: Apache-2.0
#include <iostream>

#include "cli/context.h"
#include "cli/tell.h"
#include "ingest/ingest.h"

namespace demarche::cli {

namespace {

using record::Json;
using record::text_or_null_json;

Json json_of(const ingest::Extract& extract) {
  const Document& document = extract.document;
  const Metadata& about = document.metadata();
  Json out;
  out["path"] = about.path;
  if (!about.given_id.empty()) out["id"] = about.given_id;
  out["title"] = text_or_null_json(about.title);
  out["authors"] = about.authors;
  out["published"] = about.published.stamp.empty() && about.published.day ? Json(show(*about.published.day))
                                                                          : text_or_null_json(about.published.stamp);
  out["outlet"] = text_or_null_json(about.outlet);
  out["url"] = text_or_null_json(about.url);
  out["language"] = about.language;
  out["kind"] = name_of(about.kind);
  out["text"] = document.text();
  out["dropped"] = Json::array();
  for (const auto& dropped : extract.dropped)
    out["dropped"].push_back({{"reason", dropped.reason}, {"words", dropped.words}});
  out["notes"] = Json::array();
  for (const Note& note : document.notes()) out["notes"].push_back(note.message);
  return out;
}

int extract(const std::vector<std::string>& paths) {
  std::uint64_t found = 0, failed = 0;
  ingest::for_each_document(
      paths, {},
      [&](ingest::Extract&& each) {
        std::cout << record::line_of(json_of(each)) << '\n';
        ++found;
        return true;
      },
      [&](ingest::Failure&& failure) {
        tell("failed: {}: {}\n", failure.path, failure.message);
        ++failed;
      });
  if (failed > 0) return kSomeFailed;
  return found > 0 ? kDone : kNothing;
}

}  // namespace

void add_extract(CLI::App& app, Context& context) {
  auto* command = app.add_subcommand("extract", "Pages and files → text and metadata, one JSON line each");
  auto paths = std::make_shared<std::vector<std::string>>();
  command->add_option("FILE", *paths, "Files and folders; “-” is standard input")->required();
  command->footer("Example:\n  demarche extract page.html | jq -r .text");
  command->callback([paths, &context] { context.exit = extract(*paths); });
}

}  // namespace demarche::cli
