// SPDX-License-Identifier: Apache-2.0
#include "actors/edits.h"

#include <algorithm>
#include <array>
#include <utility>

#include "actors/content.h"
#include "actors/dictionary_names.h"
#include "base/error.h"

namespace demarche::actors {

namespace {

bool is_id(std::string_view text) {
  if (text.empty() || text.front() == '.' || text.back() == '.' || text.find("..") != std::string_view::npos)
    return false;
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '.'; });
}

std::string part_of(const std::string& id, int index) {
  std::size_t begin = 0;
  for (; index > 0 && begin != std::string::npos; --index) {
    begin = id.find('.', begin);
    if (begin != std::string::npos) ++begin;
  }
  return begin == std::string::npos ? "" : id.substr(begin, id.find('.', begin) - begin);
}

// What the parts of an id say of the kind of actor.
std::string kind_of_id(const std::string& id, const std::string& sector) {
  if (id.find('.') == std::string::npos) return "organisation";
  if (part_of(id, 1) == "P") return "person";
  if (sector == "REB" || sector == "UAF" || sector == "PRM") return "armed_group";
  if (sector == "MED") return "outlet";
  if (sector == "OPP" || sector == "PTY") return "party";
  const bool is_body = sector == "IGO" || sector == "NGO" || sector == "BUS";
  return is_body ? "organisation" : "institution";
}

std::string sector_of_id(const std::string& id) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kBodies = {
      {{"IGO", "IGO"}, {"UNO", "IGO"}, {"EUR", "IGO"}, {"NGO", "NGO"}, {"MNC", "BUS"}, {"MED", "MED"}}};
  for (const auto& [body, sector] : kBodies)
    if (part_of(id, 0) == body) return std::string(sector);
  const std::string second = part_of(id, 1);
  return second.size() == 3 ? second : "";
}

Interval interval(const EditTime& when) {
  const Interval out{first_day(when.from, "--from"), last_day(when.to, "--to")};
  if (out.from && out.to && *out.to < *out.from)
    throw Error(ErrorKind::Usage, "--from " + when.from + " --to " + when.to + ": it ends before it begins");
  return out;
}

bool overlap(const Interval& a, const Interval& b) {
  return (!a.from || !b.to || *a.from <= *b.to) && (!b.from || !a.to || *b.from <= *a.to);
}

std::string cell(const ProjectTable::Line& line, const std::string& column) {
  const auto found = line.cells.find(column);
  return found == line.cells.end() ? "" : found->second;
}

Interval interval_of(const ProjectTable::Line& line) {
  const std::string where = "line " + std::to_string(line.number);
  return {first_day(cell(line, "from"), where), last_day(cell(line, "to"), where)};
}

std::string joined(const std::vector<std::string>& values, const std::string& prefix) {
  std::string out;
  for (const std::string& value : values) (out += out.empty() ? "" : "|") += prefix + value;
  return out;
}

std::string time_text(const EditTime& when) {
  return (when.from.empty() ? "" : " from " + when.from) + (when.to.empty() ? "" : " to " + when.to);
}

}  // namespace

Editor::Editor(const Tables& tables, ProjectTable& table, EditAuthor author)
    : tables_(tables), resolver_(tables), table_(table), author_(std::move(author)) {}

bool Editor::is_known(const std::string& id) const {
  const Tables::Content& content = tables_.content();
  if (content.actor(id) != nullptr) return true;
  const std::size_t point = id.find('.');
  return point != std::string::npos && content.state(id.substr(0, point)) != nullptr &&
         role_of(content, id.substr(point + 1)) != nullptr;
}

// The id of an actor that is given by its id or by a name.
std::string Editor::known(const std::string& actor) const {
  if (is_known(actor)) return actor;
  const bool may_be_name = !is_id(actor) || actor.find('.') == std::string::npos;  // NATO, FARC
  if (may_be_name) {
    const auto found = resolver_.resolve_phrase(actor, {});
    if (found && found->person.empty() && !found->actor.starts_with('.')) return found->actor;
  }
  std::string near;
  for (const auto& [id, index] : tables_.content().actor_of_id) {
    if (is_misspelling(actor, id) && (near.empty() || id < near)) near = id;
  }
  throw Error(ErrorKind::NotFound, "“" + actor + "” is no actor that the tables know" +
                                       (near.empty() ? "" : "; perhaps “" + near + "”") +
                                       "; “demarche actors add” makes a new one");
}

ProjectTable::Cells Editor::cells(const std::string& id, const std::string& kind, const EditTime& when,
                                  const std::string& edit) const {
  return {{"id", id},         {"kind", kind},           {"from", when.from},  {"to", when.to},
          {"by", author_.by}, {"on", show(author_.on)}, {"why", author_.why}, {"edit", edit}};
}

std::string Editor::add(const NewActor& actor, const EditTime& when) {
  notes_.clear();
  interval(when);
  if (!is_id(actor.id))
    throw Error(ErrorKind::Usage,
                "“" + actor.id + "” is no id; write parts of capitals and digits with points between: PER.REB.CONDOR");
  if (actor.name.empty()) throw Error(ErrorKind::Usage, actor.id + ": a new actor needs a name");
  const std::string sector = actor.sector.empty() ? sector_of_id(actor.id) : actor.sector;
  const std::string kind = actor.kind.empty() ? kind_of_id(actor.id, sector) : actor.kind;
  if (kind == "person" && actor.member_of.empty())
    throw Error(ErrorKind::Usage, actor.id + ": of a person, --member-of names the office: PER.GOV.MOD");
  if (const ActorRow* row = tables_.content().actor(actor.id); row != nullptr && kind != "person")
    throw Error(ErrorKind::Usage, actor.id + " is there already (" + row->where + ": " + row->name +
                                      "); “demarche actors alias” gives it further names");
  note_strange_country(actor);
  note_taken(actor.name, actor.id, when);
  for (const std::string& alias : actor.aliases) note_taken(alias, actor.id, when);
  const std::string edit = table_.next_edit();
  add_lines(actor, kind, when, edit);
  return edit;
}

// A state may be added after its organs, so that an unknown one is no fault yet.
void Editor::note_strange_country(const NewActor& actor) {
  const std::string country = actor.country.empty() ? part_of(actor.id, 0) : actor.country;
  static constexpr std::array<std::string_view, 8> kBodies = {"IGO", "UNO", "EUR", "NGO", "MNC", "MED", "IMG", "INT"};
  const bool is_body = std::find(kBodies.begin(), kBodies.end(), country) != kBodies.end();
  if (is_body || actor.kind == "state" || tables_.content().state(country) != nullptr) return;
  notes_.push_back(country + " is no state that the tables know; “demarche actors add " + country +
                   " --kind state --name …” makes it one");
}

void Editor::add_lines(const NewActor& actor, const std::string& kind, const EditTime& when, const std::string& edit) {
  ProjectTable::Cells line = cells(actor.id, kind, when, edit);
  line["name"] = actor.name;
  line["country"] = actor.country.empty() ? part_of(actor.id, 0) : actor.country;
  line["sector"] = actor.sector.empty() ? sector_of_id(actor.id) : actor.sector;
  line["member_of"] = actor.member_of;
  line["aliases"] = joined(actor.aliases, "");
  table_.append(line);
}

// A name that already is another one's in this table is not given away in silence; one of the built-in tables is.
void Editor::refuse_taken_name(const std::string& name, const std::string& id, const EditTime& when) {
  const Interval wanted = interval(when);
  for (const ProjectTable::Line& line : table_.lines()) {
    const bool is_alias = cell(line, "kind") == "alias" && !line.is_undone && cell(line, "id") != id;
    if (!is_alias || !overlap(interval_of(line), wanted)) continue;
    std::vector<std::string> names = split_values(cell(line, "aliases"));
    names.push_back(cell(line, "name"));
    for (const std::string& taken : names) {
      if (fold_phrase(taken) == fold_phrase(name))
        throw Error(ErrorKind::Usage, "“" + name + "” means " + cell(line, "id") + " in that time (" +
                                          table_.path().string() + ":" + std::to_string(line.number) +
                                          "); undo that first, or give other dates");
    }
  }
  note_taken(name, id, when);
}

void Editor::note_taken(const std::string& name, const std::string& id, const EditTime& when) {
  const Interval wanted = interval(when);
  const auto meant = resolver_.resolve_phrase(name, wanted.from ? wanted.from : wanted.to);
  if (meant && meant->actor != id && !meant->actor.starts_with('.'))
    notes_.push_back("“" + name + "” meant " + meant->actor + " until now (" + meant->rule + ")");
}

std::string Editor::alias(const std::string& actor, const std::vector<std::string>& names, const std::string& sense,
                          const EditTime& when) {
  notes_.clear();
  const std::string id = known(actor);
  const Interval wanted = interval(when);
  if (names.empty()) throw Error(ErrorKind::Usage, id + ": no further name was given");
  for (const std::string& name : names) {
    if (fold_phrase(name).empty()) throw Error(ErrorKind::Usage, "“" + name + "” holds no word");
    refuse_taken_name(name, id, when);
    const auto meant = resolver_.resolve_phrase(name, wanted.from);
    if (sense.empty() && meant && meant->actor == id && meant->rule.find("composition") == std::string::npos)
      throw Error(ErrorKind::Usage, "“" + name + "” means " + id + " already (" + meant->rule + ")");
  }
  const std::string edit = table_.next_edit();
  ProjectTable::Cells line = cells(id, "alias", when, edit);
  const std::string prefix = sense.empty() ? "" : sense + ":";
  const ActorRow* row = tables_.content().actor(id);
  line["name"] = prefix + names.front();
  line["country"] = row != nullptr ? row->country : part_of(id, 0);
  line["sector"] = row != nullptr ? row->sector : sector_of_id(id);
  line["aliases"] = joined({names.begin() + 1, names.end()}, prefix);
  table_.append(line);
  return edit;
}

void Editor::refuse_second_merge(const std::string& id, const std::string& into, const EditTime& when) const {
  const Interval wanted = interval(when);
  std::string end = into;
  for (const ProjectTable::Line& line : table_.lines()) {
    if (cell(line, "kind") != "merge" || line.is_undone || !overlap(interval_of(line), wanted)) continue;
    const std::string at = table_.path().string() + ":" + std::to_string(line.number);
    if (cell(line, "id") == id)
      throw Error(ErrorKind::Usage,
                  id + " is merged into " + cell(line, "member_of") + " in that time (" + at + "); undo that first");
    if (cell(line, "id") == end) end = cell(line, "member_of");
    if (end == id)
      throw Error(ErrorKind::Usage,
                  into + " is merged into " + id + " in that time (" + at + "); the two would go in a circle");
  }
}

std::string Editor::merge(const std::string& actor, const std::string& into, const EditTime& when) {
  notes_.clear();
  const std::string id = known(actor), target = known(into);
  interval(when);
  if (id == target || target.starts_with(id + "."))
    throw Error(ErrorKind::Usage, id + " cannot be merged into " + target + ", which is itself or lies below it");
  refuse_second_merge(id, target, when);
  const std::string edit = table_.next_edit();
  ProjectTable::Cells line = cells(id, "merge", when, edit);
  line["name"] = name_of_id(tables_.content(), id);
  line["country"] = part_of(id, 0);
  line["sector"] = sector_of_id(id);
  line["member_of"] = target;
  table_.append(line);
  notes_.push_back(id + " and all below it is " + target + time_text(when));
  return edit;
}

std::string Editor::split(const std::string& actor, const NewActor& part, const EditTime& when) {
  notes_.clear();
  const std::string id = known(actor);
  NewActor made = part;
  const ActorRow* whole = tables_.content().actor(id);
  const ActorRow* row = tables_.content().actor(part.id);
  if (row != nullptr)
    throw Error(ErrorKind::Usage, part.id + " is there already (" + row->where +
                                      "); “demarche actors alias” gives it names that were " + id + "'s");
  if (made.country.empty() && whole != nullptr) made.country = whole->country;
  if (made.sector.empty() && whole != nullptr) made.sector = whole->sector;
  const std::vector<std::string> names = std::exchange(made.aliases, {});
  for (const std::string& name : names) refuse_taken_name(name, part.id, when);
  const std::vector<std::string> notes = notes_;
  const std::string edit = add(made, when);
  notes_ = notes;
  if (names.empty()) return edit;
  ProjectTable::Cells line = cells(part.id, "alias", when, edit);
  line["name"] = names.front();
  line["country"] = made.country.empty() ? part_of(part.id, 0) : made.country;
  line["sector"] = made.sector;
  line["aliases"] = joined({names.begin() + 1, names.end()}, "");
  table_.append(line);
  return edit;
}

}  // namespace demarche::actors
