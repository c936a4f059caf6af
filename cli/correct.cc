// SPDX-License-Identifier: Apache-2.0
#include <fmt/core.h>
#include <pwd.h>
#include <unistd.h>

#include <cstdlib>

#include "base/error.h"
#include "cli/context.h"
#include "cli/correction_values.h"
#include "cli/refresh.h"
#include "cli/rows_for_people.h"
#include "cli/tell.h"

namespace demarche::cli {

namespace {

struct CorrectOptions {
  std::string item, why, by;
  std::vector<std::string> changes, undo, redo;
};

// The name under which this person is known to the machine.
std::string login_name() {
  if (const char* name = std::getenv("USER"); name != nullptr && *name != '\0') return name;
  const passwd* entry = getpwuid(geteuid());
  return entry != nullptr ? entry->pw_name : "unknown";
}

record::Attribution attribution(const CorrectOptions& given) {
  return {given.by.empty() ? login_name() : given.by, given.why};
}

void print_entries(const record::Record& record, const std::vector<std::string>& ids) {
  for (const std::string& id : ids) {
    const record::Json entry = record.item(id);
    fmt::print("{}  {} {}: {} (was read as {})\n", id, short_id({{"id", entry["item"]}}),
               entry["field"].get<std::string>(), judged_text(entry["value"]), judged_text(entry["read"]));
  }
}

void tell_consequences(record::Kind kind, const std::vector<record::Change>& changes) {
  if (kind != record::Kind::Documents) return;
  for (const record::Change& change : changes) {
    if (change.field == "date")
      tell("Words such as “on Monday” are dated from it at the next “demarche read --refresh”.\n");
  }
}

int correct(const CorrectOptions& given, const Context& context) {
  if (given.changes.empty())
    throw Error(ErrorKind::Usage, "correct needs field=value; “demarche correct --help” lists the fields");
  if (given.why.empty()) throw Error(ErrorKind::Usage, "correct needs --why: who reads it later wants the reason");
  refresh_findings(context);  // an id of a finding may be of those that are not made yet
  record::Record record(context.record, record::Record::Access::Write);
  CorrectionValues values(record, context, given.item);
  std::vector<record::Change> changes;
  for (const std::string& change : given.changes) changes.push_back(values.change(change));
  print_entries(record, record.correct(given.item, changes, attribution(given)));
  tell_consequences(*record.kind_of(given.item), changes);
  return kDone;
}

int take_back(const CorrectOptions& given, const Context& context) {
  if (!given.changes.empty() || !given.item.empty())
    throw Error(ErrorKind::Usage,
                "--undo and --redo name corrections (c12), no item; “demarche list corrections” shows them");
  record::Record record(context.record, record::Record::Access::Write);
  for (const std::string& id : given.undo) record.undo_correction(id, attribution(given));
  for (const std::string& id : given.redo) record.redo_correction(id, attribution(given));
  for (const auto* ids : {&given.undo, &given.redo}) {
    for (const std::string& id : *ids) fmt::print("{}  {}\n", id, record.item(id)["state"].get<std::string>());
  }
  return kDone;
}

// “event: event, mode, actor, …”
std::string fields_in_words() {
  std::string out;
  for (const auto kind :
       {record::Kind::Documents, record::Kind::Statements, record::Kind::Events, record::Kind::Mentions,
        record::Kind::Actors, record::Kind::Happenings, record::Kind::Positions, record::Kind::Disputes}) {
    out += fmt::format("  {:<11}", record::name_of(kind));
    for (const auto& field : record::correctable_fields(kind)) out += fmt::format(" {}", field.field);
    out += '\n';
  }
  return out;
}

}  // namespace

void add_correct(CLI::App& app, Context& context) {
  auto* command = app.add_subcommand("correct", "Say what is right: an entry of your own that outranks what was read");
  auto options = std::make_shared<CorrectOptions>();
  command->add_option(
      "ID", options->item,
      "As list prints it: a document, statement, event, mention, actor, happening, position or dispute");
  command->add_option("CHANGES", options->changes, "What is right; “field=” clears a field")->type_name("FIELD=VALUE");
  command->add_option("--why", options->why, "The reason, kept with the entry")->type_name("TEXT");
  command->add_option("--by", options->by, "Who says so; your login name when not given")->type_name("NAME");
  command->add_option("--undo", options->undo, "Take a correction back; its entry stays")->type_name("CORRECTION");
  command->add_option("--redo", options->redo, "Put it in force again")->type_name("CORRECTION");
  add_record_option(*command, context);
  command->add_option("--data", context.data, "Folder of the knowledge tables")->type_name("DIR");
  command->add_option("--actors", context.actors, "An actor table of your own")
      ->allow_extra_args(false)
      ->type_name("FILE");
  command->footer(
      "Fields:\n" + fields_in_words() +
      "Examples:\n"
      "  demarche correct 4be1c0a2.e5 actor=PER --why \"the text says Lima\"\n"
      "  demarche correct 4be1c0a2.e5 event=COERCE mode=arrest date=\"early March 2018\" --why \"arrest, no attack\"\n"
      "  demarche correct 4be1c0a2.s3 right=false --why \"a headline, nobody says this\"\n"
      "  demarche correct d0b6d2f9c4a1e733 state=explained-by-time --why \"the ban was lifted between the two\"\n"
      "  demarche correct --undo c3 --why \"the paper corrected itself\"\n"
      "  demarche list corrections\n"
      "An actor is an id or a name; several are joined by commas. A date is what “demarche when” understands. A state "
      "of a\n"
      "dispute is open, real, explained-by-time, paraphrase or error. An illegal value is answered with the legal "
      "ones.\n"
      "Nothing is erased: “demarche explain ID” shows both, who, when and why.");
  command->callback([options, &context] {
    const bool takes_back = !options->undo.empty() || !options->redo.empty();
    context.exit = takes_back ? take_back(*options, context) : correct(*options, context);
  });
}

}  // namespace demarche::cli
