// SPDX-License-Identifier: Apache-2.0
// A project's own actor table, edited by command.
#include <cstdlib>
#include <ctime>
#include <iostream>

#include "actors/edits.h"
#include "base/error.h"
#include "cli/context.h"
#include "cli/lines.h"
#include "cli/tell.h"

namespace demarche::cli {

namespace {

struct ActorsOptions {
  std::string file = "actors.tsv", by, why, from, to;
  actors::NewActor made;
  std::string actor, other, edit, sense;
  std::vector<std::string> names;
  std::string format = "table";
};

using Shared = std::shared_ptr<ActorsOptions>;

Day today() {
  const std::time_t now = std::time(nullptr);
  return std::chrono::floor<std::chrono::days>(std::chrono::system_clock::from_time_t(now));
}

std::string author(const ActorsOptions& given) {
  if (!given.by.empty()) return given.by;
  const char* user = std::getenv("USER");
  return user != nullptr && *user != '\0' ? user : "unknown";
}

void tell_next(const ActorsOptions& given, const std::string& edit) {
  tell(
      "Take it back with “demarche actors undo {} --actors {}”; bring readings up to date with “demarche read "
      "--refresh --actors {}”.\n",
      edit, given.file, given.file);
}

// One edit: the table as it is, the edit, the table saved if it still loads.
template <class Change>
int change(const ActorsOptions& given, const Context& context, Change&& make) {
  const std::filesystem::path data = data_folder(context);
  actors::ProjectTable table(given.file);
  const bool is_new = !std::filesystem::exists(given.file);
  const actors::Tables tables(
      data, is_new ? std::vector<std::filesystem::path>{} : std::vector<std::filesystem::path>{given.file});
  actors::Editor editor(tables, table, {.by = author(given), .on = today(), .why = given.why});
  const std::string edit = make(editor);
  table.save(data);
  for (const std::string& note : editor.notes()) tell("{}\n", note);
  std::cout << edit << '\n';
  tell_next(given, edit);
  return kDone;
}

int undo(const ActorsOptions& given, const Context& context, bool again) {
  actors::ProjectTable table(given.file);
  const std::size_t count = again ? table.redo(given.edit) : table.undo(given.edit, author(given), today());
  table.save(data_folder(context));
  tell("{}: {} line{} of {} {}\n", given.edit, count, count == 1 ? "" : "s", given.file,
       again ? "brought back" : "taken back; “demarche actors redo " + given.edit + "” brings it back");
  return kDone;
}

record::Json json_of(const actors::ProjectTable::Line& line) {
  record::Json out;
  out["line"] = line.number;
  for (const char* column : {"edit", "kind", "id", "name", "member_of", "aliases", "from", "to", "by", "on", "why"}) {
    const auto cell = line.cells.find(column);
    out[column] = record::text_or_null_json(cell == line.cells.end() ? "" : cell->second);
  }
  out["undone"] = record::text_or_null_json(line.undone);
  return out;
}

std::string in_words(const actors::ProjectTable::Line& line) {
  const auto cell = [&](const char* column) {
    const auto found = line.cells.find(column);
    return found == line.cells.end() ? std::string() : found->second;
  };
  std::string what = cell("kind") + " " + cell("id");
  if (cell("kind") == "merge")
    what += " into " + cell("member_of");
  else
    what += " “" + cell("name") + (cell("aliases").empty() ? "" : "|" + cell("aliases")) + "”";
  for (const char* end : {"from", "to"})
    if (!cell(end).empty()) what += std::string(" ") + end + " " + cell(end);
  if (!cell("by").empty())
    what += "  (" + cell("by") + (cell("on").empty() ? "" : ", " + cell("on")) +
            (cell("why").empty() ? "" : ": " + cell("why")) + ")";
  return what + (line.is_undone ? "  undone " + line.undone : "");
}

int list_lines(const ActorsOptions& given) {
  if (!std::filesystem::exists(given.file))
    throw Error(ErrorKind::NotFound,
                given.file + ": no such table; “demarche actors add” or “alias” begins one, --actors names another");
  const std::vector<actors::ProjectTable::Line> lines = actors::ProjectTable(given.file).lines();
  for (const auto& line : lines) {
    const auto edit = line.cells.find("edit");
    if (given.format == "jsonl")
      std::cout << record::line_of(json_of(line)) << '\n';
    else
      std::cout << fmt::format("{:>5}  {:<5}{}\n", line.number, edit == line.cells.end() ? "" : edit->second,
                               in_words(line));
  }
  return lines.empty() ? kNothing : kDone;
}

CLI::App* action(CLI::App& actors, const char* name, const char* says, const Shared& options, Context& context) {
  auto* command = actors.add_subcommand(name, says);
  command->add_option("--actors", options->file, "The table; made when it is not there")
      ->capture_default_str()
      ->type_name("FILE");
  command->add_option("--data", context.data, "Folder of the built-in tables")->type_name("DIR");
  return command;
}

void add_note_options(CLI::App& command, const Shared& options) {
  command.add_option("--why", options->why, "The reason or source, kept in the table")->type_name("TEXT");
  command.add_option("--by", options->by, "Who says so; the user's name when not given")->type_name("NAME");
}

void add_time_options(CLI::App& command, const Shared& options, const char* what) {
  command
      .add_option("--from", options->from, std::string("First day on which ") + what + ": 2018, 2018-10 or 2018-10-03")
      ->type_name("DAY");
  command.add_option("--to", options->to, "Last day of that")->type_name("DAY");
  add_note_options(command, options);
}

void add_actor_options(CLI::App& command, const Shared& options) {
  command.add_option("--name", options->made.name, "Its name in texts and tables")->required()->type_name("NAME");
  command
      .add_option(
          "--kind", options->made.kind,
          "institution, party, armed_group, organisation, outlet, state, person, …; follows from the id when not given")
      ->type_name("KIND");
  command.add_option("--country", options->made.country, "Follows from the id when not given")->type_name("CODE");
  command.add_option("--sector", options->made.sector, "GOV, MIL, REB, …; follows from the id when not given")
      ->type_name("CODE");
  command.add_option("--member-of", options->made.member_of, "The actor above it; of a person, the office")
      ->type_name("ID");
}

actors::EditTime time_of(const ActorsOptions& given) { return {given.from, given.to}; }

void add_add(CLI::App& app, Context& context) {
  auto options = std::make_shared<ActorsOptions>();
  auto* command = action(app, "add", "A new actor, or a person's term of office", options, context);
  command->add_option("ID", options->made.id, "COUNTRY.SECTOR.NAME: PER.REB.CONDOR")->required();
  add_actor_options(*command, options);
  command->add_option("--alias", options->made.aliases, "A further name; may be given several times")
      ->allow_extra_args(false)
      ->type_name("NAME");
  add_time_options(*command, options, "it exists, or holds the office");
  command->callback([options, &context] {
    context.exit =
        change(*options, context, [&](actors::Editor& editor) { return editor.add(options->made, time_of(*options)); });
  });
}

void add_alias(CLI::App& app, Context& context) {
  auto options = std::make_shared<ActorsOptions>();
  auto* command = action(app, "alias", "Further names of an actor, built-in or of your own", options, context);
  command->add_option("ACTOR", options->actor, "Its id, or a name that resolves to it")->required();
  command->add_option("NAME", options->names, "The further names")->required();
  command
      ->add_option("--as", options->sense,
                   "What they are: adj (adjective), people, seat (town or building that stands for it)")
      ->check(CLI::IsMember({"adj", "people", "seat"}))
      ->type_name("SENSE");
  add_time_options(*command, options, "they mean it");
  command->callback([options, &context] {
    context.exit = change(*options, context, [&](actors::Editor& editor) {
      return editor.alias(options->actor, options->names, options->sense, time_of(*options));
    });
  });
}

void add_merge(CLI::App& app, Context& context) {
  auto options = std::make_shared<ActorsOptions>();
  auto* command = action(app, "merge", "One actor is another, with all below it", options, context);
  command->add_option("ACTOR", options->actor, "Who is merged: an id, or a name")->required();
  command->add_option("INTO", options->other, "Who it is from then on")->required();
  add_time_options(*command, options, "they are one");
  command->callback([options, &context] {
    context.exit = change(*options, context, [&](actors::Editor& editor) {
      return editor.merge(options->actor, options->other, time_of(*options));
    });
  });
}

void add_split(CLI::App& app, Context& context) {
  auto options = std::make_shared<ActorsOptions>();
  auto* command = action(app, "split", "A part of an actor becomes one of its own", options, context);
  command->add_option("ACTOR", options->actor, "What it was part of: an id, or a name")->required();
  command->add_option("ID", options->made.id, "The new actor's id")->required();
  add_actor_options(*command, options);
  command
      ->add_option("--take", options->made.aliases,
                   "A name that means the new actor from then on; may be given several times")
      ->allow_extra_args(false)
      ->type_name("NAME");
  add_time_options(*command, options, "it is one of its own");
  command->callback([options, &context] {
    context.exit = change(*options, context, [&](actors::Editor& editor) {
      return editor.split(options->actor, options->made, time_of(*options));
    });
  });
}

void add_list_and_undo(CLI::App& app, Context& context) {
  auto options = std::make_shared<ActorsOptions>();
  auto* list = action(app, "list", "The lines of the table, with their edits", options, context);
  list->add_option("--format", options->format, "For people, or one JSON object per line")
      ->capture_default_str()
      ->check(CLI::IsMember({"table", "jsonl"}));
  list->callback([options, &context] { context.exit = list_lines(*options); });
  for (const bool again : {false, true}) {
    auto own = std::make_shared<ActorsOptions>();
    auto* command =
        again ? action(app, "redo", "Brings back what was undone", own, context)
              : action(app, "undo", "Takes back an edit or a line; it stays in the table as a comment", own, context);
    command->add_option("EDIT", own->edit, "“e3”, or the number of a line")->required();
    if (!again)
      command->add_option("--by", own->by, "Who takes it back; the user's name when not given")->type_name("NAME");
    command->callback([own, again, &context] { context.exit = undo(*own, context, again); });
  }
}

}  // namespace

void add_actors(CLI::App& app, Context& context) {
  auto* command = app.add_subcommand("actors", "Edit an actor table of your own: add, alias, merge, split, undo");
  command->require_subcommand(1);
  add_add(*command, context);
  add_alias(*command, context);
  add_merge(*command, context);
  add_split(*command, context);
  add_list_and_undo(*command, context);
  command->footer(
      "Examples:\n"
      "  demarche actors add PER.REB.CONDOR --name \"Condor Column\" --alias \"the Column\" --from 2012 --why \"its "
      "first communiqué\"\n"
      "  demarche actors alias PER.GOV.MFA \"Torre Tagle\" --as seat\n"
      "  demarche actors merge PER.REB.CONDOR PER.REB.PUMA --from 2015-03-01\n"
      "  demarche actors list\n"
      "  demarche actors undo e3\n"
      "Then: demarche read --refresh --actors actors.tsv");
}

}  // namespace demarche::cli
