// SPDX-License-Identifier: Apache-2.0
#include "cli/rows_for_people.h"

#include <fmt/core.h>

#include <filesystem>

#include "cli/flat.h"

namespace demarche::cli {

namespace {

using record::Json;
using record::Kind;

std::string text(const Json& row, const char* field) {
  const auto found = row.find(field);
  return found == row.end() ? std::string() : one_line(cell_text(*found));
}

std::string party_text(const Json& party) {
  const std::string id = text(party, "actor"), name = text(party, "name");
  if (name.empty() || name == id) return id.empty() ? "?" : id;
  return id.empty() ? name : fmt::format("{} ({})", name, id);
}

// An outlet says more than a path; a path more than nothing.
std::string origin_text(const Json& row) {
  const std::string outlet = text(row, "outlet");
  return outlet.empty() ? std::filesystem::path(text(row, "path")).filename().string() : outlet;
}

std::string quotation(const Json& row) {
  const std::string words = text(row, "quote");
  const bool has_marks = words.starts_with("“") || words.starts_with("\"") || words.starts_with("‘");
  return has_marks || words.empty() ? words : fmt::format("“{}”", words);
}

std::string event_text(const Json& row) {
  const std::string mode = text(row, "mode");
  return mode.empty() ? text(row, "event") : fmt::format("{} {}", text(row, "event"), mode);
}

// “affirmed” goes without saying.
std::string manner_text(const Json& row) {
  const std::string modality = text(row, "modality");
  return text(row, "polarity") == "negated" ? fmt::format("not {}", modality) : modality;
}

std::string event_day(const Json& row) {
  const std::string day = row["date"].is_null() ? "" : date_text(row["date"]);
  const std::string published = text(row, "published");
  return !day.empty() || published.empty() ? day : fmt::format("({})", published);
}

std::string who_to_whom(const Json& row) {
  const std::string actors = parties_text(row["actors"]), recipients = parties_text(row["recipients"]);
  const std::string who = actors.empty() ? "?" : actors;
  return recipients.empty() ? who : fmt::format("{} → {}", who, recipients);
}

std::vector<std::string> event_cells(const Json& row) {
  return {event_day(row),   who_to_whom(row), event_text(row), manner_text(row),
          teller_text(row), quotation(row),   short_id(row)};
}

std::vector<std::string> statement_cells(const Json& row) {
  std::string act = text(row, "act");
  if (text(row, "polarity") == "negated") act += " (not)";
  return {text(row, "published"),          speaker_text(row), act, quotation(row),
          shortened(origin_text(row), 24), short_id(row)};
}

std::vector<std::string> document_cells(const Json& row) {
  const bool is_unread = text(row, "sentences") == "0";
  return {text(row, "published"),
          text(row, "outlet"),
          is_unread ? "not read (" + text(row, "language") + ")" : text(row, "kind"),
          text(row, "title").empty() ? text(row, "path") : text(row, "title"),
          text(row, "statements"),
          text(row, "events"),
          std::to_string(row["copies"].size()),
          text(row, "id").substr(0, 8)};
}

std::vector<std::string> cells_of(const Json& row, std::initializer_list<const char*> fields) {
  std::vector<std::string> out;
  for (const char* field : fields) out.push_back(text(row, field));
  return out;
}

std::string side_text(const Json& side) {
  const Json& names = side.contains("names") && !side["names"].empty() ? side["names"] : side["who"];
  std::string who;
  for (const Json& name : names) who += (who.empty() ? "" : ", ") + cell_text(name);
  return fmt::format("{} {}", who, text(side, "stance"));
}

std::vector<std::string> dispute_cells(const Json& row) {
  std::string sides;
  for (const Json& side : row["sides"]) {
    if (!sides.empty()) sides += "; ";
    sides += side_text(side);
  }
  const std::string score = fmt::format("{:.2f}", row.value("score", 0.0));
  return {score, text(row, "kind"), text(row, "state"), text(row, "question"), sides, text(row, "id")};
}

std::vector<std::string> correction_cells(const Json& row) {
  const std::string item = text(row, "item");
  return {text(row, "id"),          item.empty() ? "?" : short_id({{"id", item}}),
          text(row, "field"),       judged_text(row["value"]),
          judged_text(row["read"]), text(row, "state"),
          text(row, "by"),          text(row, "made").substr(0, 10),
          text(row, "why")};
}

std::vector<std::string> happening_cells(const Json& row) {
  const Json& date = row["date"];
  const std::string day = date.is_object() ? date_text(date) : cell_text(date);
  return {day,
          text(row, "actors"),
          event_text(row),
          text(row, "recipients"),
          row["evidence"].empty() ? std::string() : text(row["evidence"].front(), "quote"),
          text(row, "reports"),
          text(row, "origins"),
          text(row, "id")};
}

}  // namespace

std::string short_id(const Json& row) {
  const std::string id = text(row, "id");
  const std::size_t point = id.find('.');
  return point == std::string::npos ? id : id.substr(0, std::min<std::size_t>(8, point)) + id.substr(point);
}

std::string judged_text(const Json& value) {
  if (value.is_null() || (value.is_array() && value.empty())) return "nothing";
  if (value.is_boolean()) return value.get<bool>() ? "right" : "withdrawn";
  if (value.is_array()) {
    std::string out;
    for (const Json& each : value) out += (out.empty() ? "" : ", ") + judged_text(each);
    return out;
  }
  if (!value.is_object()) return one_line(cell_text(value));
  if (value.contains("lo")) return date_text(value);
  if (!value.contains("actor")) return text(value, "name");
  const std::string person = text(value, "person");
  return person.empty() ? party_text(value) : fmt::format("{}, {}", person, party_text(value));
}

std::string date_text(const Json& date) {
  const std::string lo = text(date, "lo"), hi = text(date, "hi"), precision = text(date, "precision");
  if (lo.empty() && hi.empty()) return {};
  if (lo == hi) return lo;
  if (lo.empty()) return fmt::format("until {}", hi);
  if (hi.empty()) return fmt::format("since {}", lo);
  if (precision == "year") return lo.substr(0, 4);
  if (precision == "month") return lo.substr(0, 7);
  return fmt::format("{} to {}", lo, hi);
}

std::string parties_text(const Json& parties) {
  if (parties.empty()) return {};
  std::string out;
  for (const Json& party : parties) {
    if (!out.empty()) out += ", ";
    out += party_text(party);
  }
  return out;
}

std::string speaker_text(const Json& statement) {
  const std::string person = text(statement, "speaker_person"), name = text(statement, "speaker_name"),
                    id = text(statement, "speaker");
  std::string who = person.empty() ? name : person;
  if (who.empty()) who = text(statement, "speaker_words");
  if (who.empty()) who = fmt::format("[{}]", text(statement, "speaker_kind"));
  return id.empty() || id == who ? who : fmt::format("{} ({})", who, id);
}

std::string teller_text(const Json& event) {
  if (event["act"].is_null()) return "the document";
  const std::string stance = text(event, "stance");
  return fmt::format("{}: {}", speaker_text(event), stance.empty() ? text(event, "act") : stance);
}

std::vector<Column> people_columns(Kind kind) {
  switch (kind) {
    case Kind::Events:
      return {{"DATE", 12},        {"WHO → WHOM", 32}, {"EVENT", 18}, {"HOW", 12},
              {"WHO SAYS SO", 24}, {"WORDS", 0},       {"ID", 14}};
    case Kind::Statements:
      return {{"DATE", 10}, {"SPEAKER", 30}, {"ACT", 12}, {"WORDS", 0}, {"DOCUMENT", 24}, {"ID", 14}};
    case Kind::Documents:
      return {{"DATE", 10}, {"OUTLET", 24}, {"KIND", 13},  {"TITLE", 0},
              {"SAID", 5},  {"DONE", 5},    {"COPIES", 6}, {"ID", 8}};
    case Kind::Actors:
      return {{"ID", 28}, {"NAME", 0}, {"MENTIONS", 8}, {"DOCUMENTS", 9}, {"SAYS", 6}, {"DOES", 6}, {"IS DONE TO", 10}};
    case Kind::Mentions:
      return {{"WORDS", 0}, {"KIND", 8}, {"ACTOR", 24}, {"NAME", 32}, {"ID", 14}};
    case Kind::Happenings:
      return {{"DATE", 12}, {"WHO", 22},    {"EVENT", 18},  {"TO WHOM", 22},
              {"WORDS", 0}, {"REPORTS", 7}, {"ORIGINS", 7}, {"ID", 18}};
    case Kind::Positions:
      return {{"SINCE", 10}, {"ACTOR", 24}, {"ISSUE", 28}, {"STANCE", 12}, {"CHANGE", 9}, {"WORDS", 0}};
    case Kind::Disputes:
      return {{"SCORE", 5}, {"KIND", 22}, {"STATE", 10}, {"QUESTION", 0}, {"SIDES", 48}, {"ID", 18}};
    case Kind::Corrections:
      return {{"ID", 5},     {"ITEM", 18}, {"FIELD", 10}, {"VALUE", 28}, {"WAS READ AS", 28},
              {"STATE", 10}, {"BY", 12},   {"WHEN", 10},  {"WHY", 0}};
    case Kind::Figures:
      return {{"DATE", 10}, {"MATTER", 36}, {"FIGURE", 26}, {"GIVEN BY", 28}, {"WORDS", 0}, {"ID", 18}};
    case Kind::Failures:
      return {{"PATH", 48}, {"WHAT WENT WRONG", 0}, {"WHEN", 20}};
  }
  return {};
}

std::vector<std::string> people_cells(Kind kind, const Json& row) {
  switch (kind) {
    case Kind::Events:
      return event_cells(row);
    case Kind::Statements:
      return statement_cells(row);
    case Kind::Documents:
      return document_cells(row);
    case Kind::Actors:
      return cells_of(row,
                      {"id", "name", "mentions", "documents", "statements", "events_as_actor", "events_as_recipient"});
    case Kind::Mentions:
      return {text(row, "quote"), text(row, "kind"), text(row, "actor"), text(row, "name"), short_id(row)};
    case Kind::Happenings:
      return happening_cells(row);
    case Kind::Positions:
      return cells_of(row, {"since", "name", "issue", "stance", "change", "text"});
    case Kind::Disputes:
      return dispute_cells(row);
    case Kind::Corrections:
      return correction_cells(row);
    case Kind::Figures:
      return {text(row, "date"),
              text(row, "matter"),
              text(row, "text"),
              text(row, "name"),
              text(row["evidence"].front(), "quote"),
              text(row, "id")};
    case Kind::Failures:
      return cells_of(row, {"path", "message", "noted"});
  }
  return {};
}

}  // namespace demarche::cli
