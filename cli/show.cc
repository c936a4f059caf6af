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

// “name   value”, values wrapped beside the name; unknown ones are left out.
void print_fields(const record::Json& item) {
  constexpr int kName = 20;
  const int room = std::max(40, terminal_width() - kName);
  for (const auto& [name, value] : item.items()) {
    const bool is_range = value.is_array() && !value.empty() && value.front().is_number();
    const std::string text = one_line(is_range ? record::line_of(value) : cell_text(value));
    if (text.empty() || text == "[]") continue;
    std::string head = name;
    for (const std::string& line : wrapped(text, room)) {
      fmt::print("{:<{}}{}\n", head, kName, line);
      head.clear();
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
