// SPDX-License-Identifier: Apache-2.0
#include "cli/correction_values.h"

#include <algorithm>

#include "actors/actors.h"
#include "base/error.h"
#include "moments/moments.h"
#include "places/places.h"

namespace demarche::cli {

using record::Json;

struct CorrectionValues::Tables {
  explicit Tables(const engine::Options& options)
      : data(options.data), actors(options.data, options.project_tables), resolver(actors) {}
  std::filesystem::path data;
  actors::Tables actors;
  actors::Resolver resolver;
};

CorrectionValues::CorrectionValues(const record::Record& record, const Context& context, std::string item)
    : record_(record), context_(context) {
  const auto kind = record.kind_of(item);
  if (!kind)
    throw Error(ErrorKind::NotFound,
                item + ": nothing of this id in " + context.record + "; “demarche list” shows the ids");
  kind_ = *kind;
  const Json row = record.item(item);
  if (const auto found = row.find("published"); found != row.end() && found->is_string()) published_ = *found;
}

CorrectionValues::~CorrectionValues() = default;

CorrectionValues::Tables& CorrectionValues::tables() {
  if (!tables_) {
    engine::Options options{.data = data_folder(context_), .model = {}};
    options.project_tables.assign(context_.actors.begin(), context_.actors.end());
    tables_ = std::make_unique<Tables>(options);
  }
  return *tables_;
}

record::Change CorrectionValues::change(const std::string& given) {
  const std::size_t equals = given.find('=');
  if (equals == std::string::npos || equals == 0)
    throw Error(ErrorKind::Usage, given + ": write field=value; an empty value clears the field");
  const record::Correctable& field = record::correctable_field(kind_, given.substr(0, equals));
  return {std::string(field.field), value(field, given.substr(equals + 1))};
}

Json CorrectionValues::value(const record::Correctable& field, const std::string& text) {
  if (text.empty()) {
    if (!field.may_be_empty) throw Error(ErrorKind::Usage, std::string(field.field) + "=: cannot be empty");
    return nullptr;
  }
  switch (field.value) {
    case record::ValueKind::Choice:
      record::check_choice(field, text);
      return text;
    case record::ValueKind::Text:
      return text;
    case record::ValueKind::Truth:
      if (text != "true" && text != "false")
        throw Error(ErrorKind::Usage, std::string(field.field) + "=" + text + ": no such value; there are true, false");
      return text == "true";
    case record::ValueKind::Day:
      return day(text);
    case record::ValueKind::Period:
      return period(text);
    case record::ValueKind::Place:
      return place(text);
    case record::ValueKind::Actor:
      return actor(text);
    case record::ValueKind::Actors:
      break;
  }
  return actors(text);
}

// An id or the exact name of somebody whom the record knows.
Json CorrectionValues::actor_of_record(const std::string& text) const {
  const auto folded = [](std::string word) {
    std::transform(word.begin(), word.end(), word.begin(), [](unsigned char byte) { return std::tolower(byte); });
    return word;
  };
  Json found;
  record_.list({.kind = record::Kind::Actors}, [&](Json&& row) {
    const bool is_meant = row["id"] == text || (row["name"].is_string() && folded(row["name"]) == folded(text));
    if (found.is_null() && is_meant)
      found = {{"actor", row["id"]}, {"name", row["name"]}, {"country", row["country"]}, {"sector", row["sector"]}};
  });
  return found;
}

Json CorrectionValues::actor_of_tables(const std::string& text) {
  const std::string name = tables().actors.name_of_actor(text);
  if (name != text)
    return {{"actor", text}, {"name", name}, {"country", text.substr(0, text.find('.'))}, {"sector", ""}};
  const auto found = tables().resolver.resolve_phrase(text, parse_day(published_));
  if (!found) return {};
  return {{"actor", found->actor},
          {"name", found->name},
          {"country", found->country},
          {"sector", found->sector},
          {"person", found->person}};
}

Json CorrectionValues::actor(const std::string& text) {
  Json found = actor_of_record(text);
  if (found.is_null()) found = actor_of_tables(text);
  if (found.is_null())
    throw Error(
        ErrorKind::Usage,
        "“" + text + "”: no actor is called so; write an id, PER or PER.GOV, or a name that “demarche resolve” knows");
  return found;
}

// A name may hold a comma itself: the whole is tried first.
Json CorrectionValues::actors(const std::string& text) {
  const std::size_t comma = text.find_first_of(",|");
  if (comma == std::string::npos) return Json::array({actor(text)});
  if (Json whole = actor_of_record(text); !whole.is_null()) return Json::array({whole});
  Json out = Json::array();
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find_first_of(",|", at), text.size());
    const std::size_t begin = std::min(text.find_first_not_of(' ', at), end);
    if (begin < end) out.push_back(actor(text.substr(begin, end - begin)));
    at = end + 1;
  }
  return out;
}

Json CorrectionValues::period(const std::string& text) const {
  const auto found = moments::resolve_phrase(text, parse_day(published_));
  if (!found || (!found->lo && !found->hi))
    throw Error(ErrorKind::Usage,
                "date=" + text + ": no date; write 2018, 2018-03, 2018-03-07 or what “demarche when” understands");
  const auto shown = [](const std::optional<Day>& day) { return day ? Json(show(*day)) : Json(); };
  return {{"lo", shown(found->lo)}, {"hi", shown(found->hi)}, {"precision", found->precision}};
}

Json CorrectionValues::day(const std::string& text) const {
  const Json found = period(text);
  if (found["lo"].is_null() || found["lo"] != found["hi"])
    throw Error(ErrorKind::Usage, "date=" + text + ": a document has one day; write 2018-03-07");
  return found["lo"];
}

namespace {

// The name as a text of its own, which is what the gazetteer looks into.
std::vector<places::Place> places_in(const std::filesystem::path& data, const std::string& name) {
  const std::string text = "It was in " + name + ".";
  const Span all{0, static_cast<std::uint32_t>(text.size())};
  const Document document(text, {}, {{all, Zone::Body, ""}});
  language::Tokens tokens;
  tokens.tokens = language::split_tokens(text, all);
  tokens.sentences = {
      {.span = all, .block = 0, .first_token = 0, .end_token = static_cast<std::uint32_t>(tokens.tokens.size())}};
  return places::Gazetteer(data).find(document, tokens);
}

}  // namespace

Json CorrectionValues::place(const std::string& text) {
  const auto found = places_in(tables().data, text);
  if (found.empty())
    throw Error(ErrorKind::Usage,
                "place=" + text + ": the gazetteer knows no such place; add its country, “" + text + ", Peru”");
  const places::Place& first = found.front();
  return {{"name", first.name},          {"country", first.country}, {"region", first.region},
          {"lat", first.latitude},       {"lon", first.longitude},   {"precision", first.precision},
          {"geonameid", first.geonameid}};
}

}  // namespace demarche::cli
