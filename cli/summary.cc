// SPDX-License-Identifier: Apache-2.0
#include <fmt/core.h>

#include "analysis/analysis.h"
#include "cli/context.h"
#include "cli/refresh.h"
#include "cli/table.h"
#include "cli/tell.h"

namespace demarche::cli {

namespace {

using analysis::Count;
using record::Json;

void print_counts(const char* title, const std::vector<Count>& counts, std::size_t most) {
  if (counts.empty()) return;
  fmt::print("\n{}\n", title);
  for (std::size_t i = 0; i < counts.size() && i < most; ++i)
    fmt::print("  {:>6}  {}\n", counts[i].number, one_line(counts[i].name));
}

// "Norway and 2 more (denies)"
std::string side_in_brief(const Json& side) {
  const auto& names = side.at("names");
  std::string out = names.empty() ? "?" : names[0].get<std::string>();
  if (names.size() > 1) out += fmt::format(" and {} more", names.size() - 1);
  return out + " (" + side.at("stance").get<std::string>() + ")";
}

void print_dispute(const Json& dispute) {
  fmt::print("  {:.2f}  {}\n", dispute.at("score").get<double>(), one_line(dispute.at("question").get<std::string>()));
  std::string sides;
  for (const auto& side : dispute.at("sides")) sides += (sides.empty() ? "" : "  |  ") + side_in_brief(side);
  fmt::print("        {}: {}\n", dispute.at("kind").get<std::string>(), one_line(sides));
}

int summary(const std::string& as_of, const Context& context) {
  const record::Record record = record_as_of(context, as_of);
  const analysis::Summary all = analysis::summary(record);
  if (all.documents == 0) {
    tell("{}: no documents; “demarche read PATH” brings them in\n", context.record);
    return kNothing;
  }
  fmt::print("{} documents of {} outlets; {} not read, {} failed\n", all.documents, all.outlets, all.unread,
             all.failures);
  fmt::print("{} statements ({} by speakers unknown to the tables), {} events\n", all.statements, all.unresolved,
             all.events);
  fmt::print("{} happenings, {} positions, {} disputes\n", all.happenings, all.positions, all.disputes);
  print_counts("What is said", all.acts, 8);
  print_counts("What is done", all.quads, all.quads.size());
  print_counts("Who to whom", all.dyads, all.dyads.size());
  if (!all.top_disputes.empty()) fmt::print("\nWhere the accounts part\n");
  for (const Json& dispute : all.top_disputes) print_dispute(dispute);
  return kDone;
}

}  // namespace

void add_summary(CLI::App& app, Context& context) {
  auto* command = app.add_subcommand("summary", "What a record holds, at one look");
  auto as_of = std::make_shared<std::string>();
  add_as_of(*command, *as_of);
  add_record_option(*command, context);
  command->footer("Example:\n  demarche summary --record talks.db");
  command->callback([as_of, &context] { context.exit = summary(*as_of, context); });
}

}  // namespace demarche::cli
