// SPDX-License-Identifier: Apache-2.0
#include <fmt/core.h>

#include <iostream>
#include <map>
#include <set>

#include "base/error.h"
#include "base/utf8.h"
#include "cli/context.h"
#include "cli/flat.h"
#include "cli/rows_for_people.h"
#include "cli/table.h"
#include "cli/tell.h"

namespace demarche::cli {

namespace {

using record::Json;
using record::Record;

// The words of a range; the document's text is kept, since the anchors of an item mostly lie in one.
class Words {
 public:
  explicit Words(const Record& record) : record_(record) {}
  const record::DocumentItem& document(const std::string& id) {
    auto known = documents_.find(id);
    if (known == documents_.end())
      known = documents_.emplace(id, record_.document(id).value_or(record::DocumentItem{})).first;
    return known->second;
  }
  std::string at(const std::string& id, record::Range range) {
    const std::string& text = document(id).text;
    const CodePoints points(text);
    const std::uint32_t begin = points.to_byte(range.begin);
    return text.substr(begin, points.to_byte(range.end) - begin);
  }

 private:
  const Record& record_;
  std::map<std::string, record::DocumentItem> documents_;
};

Json evidence_json(const Record& record, Words& words, const std::string& id) {
  Json out = Json::array();
  for (const auto& [document, evidence] : record.evidence(id)) {
    Json row;
    row["field"] = evidence.field;
    row["document"] = document;
    row["span"] = {evidence.span.begin, evidence.span.end};
    row["words"] = words.at(document, evidence.span);
    row["produced_by"] = evidence.produced_by;
    out.push_back(std::move(row));
  }
  return out;
}

Json document_json(const Record& record, Words& words, const std::string& id) {
  const record::DocumentItem& document = words.document(id);
  Json out;
  out["id"] = document.id;
  out["path"] = document.path;
  out["title"] = record::text_or_null_json(document.title);
  out["outlet"] = record::text_or_null_json(document.outlet);
  out["published"] = record::text_or_null_json(document.published);
  out["copies"] = record.copies(id).size();
  out["run"] = record.run(document.run);
  return out;
}

// The statements that an item stands inside, from the inner to the outer.
Json tellers_of(const Record& record, Words& words, const Json& item) {
  Json out = Json::array();
  std::set<std::string> seen;
  for (Json inside = item.value("inside", Json()); inside.is_string();) {
    const std::string id = inside;
    const Json statement = record.item(id);
    if (!statement.is_object() || !seen.insert(id).second)
      throw Error(ErrorKind::Corrupt, record.path().string() + ": " + item["id"].get<std::string>() +
                                          " stands inside " + id +
                                          ", which is not there or stands inside itself; restore a copy");
    out.push_back({{"statement", statement}, {"evidence", evidence_json(record, words, id)}});
    inside = statement.value("inside", Json());
  }
  return out;
}

// Says of the words of an actor or recipient when they are only the likeliest ones.
void mark_guesses(const Json& item, Json& evidence) {
  for (const auto& [field, parties] : {std::pair("actor", "actors"), std::pair("recipient", "recipients")}) {
    std::size_t next = 0;
    for (Json& row : evidence) {
      if (row["field"] != field || !item.contains(parties) || next >= item[parties].size()) continue;
      if (item[parties][next++].contains("guess")) row["guess"] = true;
    }
  }
}

// From the item outward: what it rests on, the statements it stands inside, the documents, the run that read them.
Json chain_of(const Record& record, const Json& item) {
  Words words(record);
  const std::string id = item["id"];
  Json out;
  out["item"] = item;
  out["evidence"] = evidence_json(record, words, id);
  if (item.contains("trigger")) mark_guesses(item, out["evidence"]);
  out["corrections"] = record.corrections(id);
  out["inside"] = tellers_of(record, words, item);
  std::map<std::string, bool> seen;
  out["documents"] = Json::array();
  if (item.contains("document")) seen[item["document"].get<std::string>()] = true;
  for (const Json& row : out["evidence"]) seen[row["document"].get<std::string>()] = true;
  for (const auto& [document, unused] : seen) out["documents"].push_back(document_json(record, words, document));
  return out;
}

std::string heading(const Json& item) {
  if (item.contains("trigger"))
    return one_line(fmt::format("{} {} {} {}", parties_text(item["actors"]), cell_text(item["event"]),
                                cell_text(item["mode"]), parties_text(item["recipients"])));
  if (item.contains("cue")) return one_line(fmt::format("{} {}", speaker_text(item), cell_text(item["act"])));
  return one_line(
      cell_text(item.value("question", item.value("issue", item.value("title", item.value("name", Json()))))));
}

// Names of a list, or the ids where a list has no names.
std::string joined_text(const Json& list) {
  std::string out;
  for (const Json& each : list) out += (out.empty() ? "" : ", ") + one_line(cell_text(each));
  return out;
}

// Why the passages of a happening were put together, from what they agree in.
std::string why_of_happening(const Json& item) {
  std::string told = "each tells of " + cell_text(item["event"]);
  if (!item["mode"].is_null()) told += " (" + cell_text(item["mode"]) + ")";
  if (!item["actors"].empty()) told += ", done by " + joined_text(item["actors"]);
  if (!item["recipients"].empty()) told += ", to " + joined_text(item["recipients"]);
  if (!item["theme"].is_null()) told += ", over " + cell_text(item["theme"]);
  return told + ", as a fact, on days that agree";
}

// In plain words; empty for an item that stands for itself.
std::string why_of(const Json& item) {
  if (item.contains("why")) return item["why"].is_null() ? "" : cell_text(item["why"]);
  if (item.contains("origins") && item.contains("event")) return why_of_happening(item);
  if (item.contains("issue") && item.contains("stance"))
    return "each is said by " + cell_text(item["name"]) + " and its words name the issue " + cell_text(item["issue"]) +
           "; neighbours in time of one stance are one position";
  return "";
}

void print_evidence(const Json& evidence, const std::string& margin) {
  Table table({{margin + "FIELD", 20}, {"WORDS", 0}, {"AT", 14}, {"DECIDED BY", 40}});
  for (const Json& row : evidence)
    table.add({margin + cell_text(row["field"]) + (row.contains("guess") ? ", a guess" : ""),
               "“" + one_line(cell_text(row["words"])) + "”",
               cell_text(row["span"][0]) + "–" + cell_text(row["span"][1]), cell_text(row["produced_by"])});
  if (!table.is_empty()) table.print(std::cout, terminal_width());
}

// “actor  Peru, was Norway  c3, by A. Bee on 2018-03-01: why”
void print_corrections(const Json& corrections) {
  if (corrections.empty()) return;
  std::cout << "\ncorrected by people\n";
  for (const Json& each : corrections) {
    std::cout << one_line(fmt::format("  {:<4} {}: {}, was read as {}  ({})\n", cell_text(each["id"]),
                                      cell_text(each["field"]), judged_text(each["value"]), judged_text(each["read"]),
                                      cell_text(each["state"])))
              << "\n       "
              << one_line(
                     fmt::format("{}, {}: {}", cell_text(each["by"]), cell_text(each["made"]), cell_text(each["why"])))
              << '\n';
    for (const Json& change : each["changes"])
      std::cout << "       "
                << one_line(fmt::format("{} by {}, {}: {}", change["act"] == "undo" ? "undone" : "done again",
                                        cell_text(change["by"]), cell_text(change["made"]), cell_text(change["why"])))
                << '\n';
  }
}

void print_document(const Json& document) {
  std::cout << "\nin document " << cell_text(document["id"]) << "  " << one_line(cell_text(document["title"])) << '\n';
  for (const char* field : {"outlet", "published", "path"}) {
    if (!document[field].is_null()) std::cout << "  " << one_line(cell_text(document[field])) << '\n';
  }
  if (document["copies"] != 0) std::cout << "  and " << document["copies"] << " further copies\n";
  const Json& run = document["run"];
  std::cout << "read by " << cell_text(run["program"]) << ", " << cell_text(run["started"]) << "\n  network "
            << cell_text(run["model"]) << "\n  tables " << cell_text(run["tables"]) << "\n";
}

void print_chain(const Json& chain) {
  std::cout << cell_text(chain["item"]["id"]) << "  " << heading(chain["item"]) << "\n\n";
  const std::string why = why_of(chain["item"]);
  if (!why.empty()) std::cout << "together because " << one_line(why) << "\n\n";
  print_evidence(chain["evidence"], "");
  print_corrections(chain["corrections"]);
  for (const Json& outer : chain["inside"]) {
    std::cout << "\ninside " << cell_text(outer["statement"]["id"]) << "  " << heading(outer["statement"]) << "\n";
    print_evidence(outer["evidence"], "  ");
  }
  for (const Json& document : chain["documents"]) print_document(document);
}

int explain(const std::string& id, const std::string& format, const Context& context) {
  const Record record(context.record, Record::Access::Read);
  const Json item = record.item(id);
  if (item.is_null() || !item.contains("id")) {
    tell("{}: nothing of this id in {}\n", id, context.record);
    return kNothing;
  }
  const Json chain = chain_of(record, item);
  if (format == "jsonl")
    std::cout << record::line_of(chain) << '\n';
  else
    print_chain(chain);
  return kDone;
}

}  // namespace

void add_explain(CLI::App& app, Context& context) {
  auto* command = app.add_subcommand("explain", "The chain of evidence of an item, down to the words");
  struct Options {
    std::string id, format = "text";
  };
  auto options = std::make_shared<Options>();
  command->add_option("ID", options->id, "As list prints it")->required();
  command->add_option("--format", options->format)->capture_default_str()->check(CLI::IsMember({"text", "jsonl"}));
  add_record_option(*command, context);
  command->footer(
      "Example:\n"
      "  demarche explain 4be1c0a2.e5    each field of the event with its words, their place and the rule or network "
      "that decided; the\n"
      "                                  statements it stands inside; the document, its copies, and the run that read "
      "it");
  command->callback([options, &context] { context.exit = explain(options->id, options->format, context); });
}

}  // namespace demarche::cli
