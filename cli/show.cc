// SPDX-License-Identifier: Apache-2.0
#include <fmt/core.h>

#include <iostream>

#include "cli/context.h"
#include "cli/flat.h"
#include "cli/refresh.h"
#include "cli/rows_for_people.h"
#include "cli/table.h"
#include "cli/tell.h"

namespace demarche::cli {

namespace {

using record::Json;

constexpr int kName = 20;

// Beside its name, wrapped; nothing for an empty text.
void print_field(std::string name, const std::string& text) {
  if (text.empty() || text == "[]") return;
  for (const std::string& line : wrapped(one_line(text), std::max(40, terminal_width() - kName))) {
    fmt::print("{:<{}}{}\n", name, kName, line);
    name.clear();
  }
}

std::string field_text(const Json& row, const char* field) {
  const auto found = row.find(field);
  return found == row.end() ? std::string() : cell_text(*found);
}

// “2021-06-08, Orm Press Agency: “…”  6cf12c89.s11”
std::string quotation(const Json& evidence) {
  const std::string outlet = field_text(evidence, "outlet");
  const std::string from = outlet.empty() ? field_text(evidence, "path") : outlet;
  const std::string date = field_text(evidence, "date");
  return fmt::format("{}{}: “{}”  {}", date.empty() ? "" : date + ", ", from, field_text(evidence, "quote"),
                     field_text(evidence, "item"));
}

// “lo 2018-01-01, hi 2018-12-31”, “Kelmoria: denies”, a quotation: whatever the object is.
std::string object_text(const Json& object) {
  if (object.contains("quote") && object.contains("outlet")) return quotation(object);
  if (object.contains("names")) return field_text(object, "names") + ": " + field_text(object, "stance");
  std::string out;
  for (const auto& [name, value] : object.items()) {
    if (name == "evidence") continue;  // printed below it
    const std::string text = value.is_object() ? object_text(value) : cell_text(value);
    if (!text.empty()) out += (out.empty() ? "" : ", ") + name + " " + text;
  }
  return out;
}

// The quotation or quotations that prove an object of a list.
void print_evidence(const Json& object) {
  const auto evidence = object.find("evidence");
  if (evidence == object.end()) return;
  if (evidence->is_object()) return print_field("", "  " + object_text(*evidence));
  for (const Json& quote : *evidence) print_field("", "  " + object_text(quote));
}

void print_objects(std::string name, const Json& list) {
  for (const Json& each : list) {
    print_field(name, object_text(each));
    name.clear();
    print_evidence(each);
  }
}

// “name   value”; unknown ones are left out.
void print_fields(const Json& item) {
  for (const auto& [name, value] : item.items()) {
    const bool is_range = value.is_array() && !value.empty() && value.front().is_number();
    if (is_range) {
      print_field(name, record::line_of(value));
    } else if (value.is_object()) {
      print_field(name, object_text(value));
    } else if (value.is_array() && !value.empty() && value.front().is_object()) {
      print_objects(name, value);
    } else {
      print_field(name, cell_text(value));
    }
  }
}

int show(const std::string& id, const std::string& format, const Context& context) {
  const record::Record record(context.record, record::Record::Access::Read);
  const record::Json item = record.item(id);
  if (item.is_null()) {
    tell("{}: nothing of this id in {}\n", id, context.record);
    return kNothing;
  }
  if (format == "jsonl") {
    std::cout << record::line_of(item) << '\n';
    return kDone;
  }
  print_fields(item);
  if (format == "text") {
    if (const auto document = id.find('.') == std::string::npos ? record.document(id) : std::nullopt)
      fmt::print("\n{}\n", harmless(document->text));
  }
  return kDone;
}

}  // namespace

void add_show(CLI::App& app, Context& context) {
  auto* command = app.add_subcommand(
      "show", "Show one item: a document, statement, event, mention, happening, position, dispute or actor");
  struct Options {
    std::string id, format = "text";
  };
  auto options = std::make_shared<Options>();
  command->add_option("ID", options->id, "As list prints it")->required();
  command->add_option("--format", options->format, "text (of a document with its words), fields or jsonl")
      ->capture_default_str()
      ->check(CLI::IsMember({"text", "fields", "jsonl"}));
  add_record_option(*command, context);
  command->footer(
      "Examples:\n"
      "  demarche show 4be1c0a2          a document, with its text\n"
      "  demarche show 4be1c0a2.e5       the fifth event read in it\n"
      "  demarche show PAK               an actor");
  command->callback([options, &context] { context.exit = show(options->id, options->format, context); });
}

}  // namespace demarche::cli
