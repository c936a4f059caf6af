// SPDX-License-Identifier: Apache-2.0
#include "ingest/linked_data.h"

#include <re2/re2.h>

#include <algorithm>
#include <optional>

namespace demarche::ingest {

namespace {

using Json = nlohmann::json;

constexpr int kMaxJsonDepth = 64;
constexpr std::size_t kMaxJsonBytes = 4 << 20;

std::optional<Json> parse_bounded(std::string_view text) {
  const auto shallow = [](int depth, Json::parse_event_t, Json&) { return depth <= kMaxJsonDepth; };
  Json parsed = Json::parse(text, shallow, false, true);
  if (parsed.is_discarded() || parsed.is_null()) return std::nullopt;
  return parsed;
}

// Pages write line ends inside strings, semicolons behind the object and comment marks around it.
std::optional<Json> parse_leniently(std::string_view text) {
  if (text.size() > kMaxJsonBytes) return std::nullopt;
  if (auto parsed = parse_bounded(text)) return parsed;
  static const RE2 kAround(R"(^\s*(?:<!--|/\*.*?\*/|//<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\]\]>|\]\]>|;)\s*$)");
  static const RE2 kTrailingComma(R"(,(\s*[}\]]))");
  std::string repaired(text);
  RE2::GlobalReplace(&repaired, kAround, "");
  RE2::GlobalReplace(&repaired, kTrailingComma, "\\1");
  std::replace_if(
      repaired.begin(), repaired.end(), [](char byte) { return static_cast<unsigned char>(byte) < 0x20; }, ' ');
  return parse_bounded(repaired);
}

std::string type_of(const Json& object) {
  if (!object.contains("@type")) return {};
  const Json& type = object["@type"];
  if (type.is_string()) return type.get<std::string>();
  std::string all;
  for (const Json& each : type) all += each.is_string() ? each.get<std::string>() + " " : "";
  return all;
}

bool is_article(const Json& object) {
  const std::string type = type_of(object);
  for (const char* name : {"Article", "BlogPosting", "Report", "LiveBlog", "Review"}) {
    if (type.find(name) != std::string::npos) return true;
  }
  return false;
}

}  // namespace

void LinkedData::add(std::string_view script, std::vector<std::string>& notes) {
  const auto parsed = parse_leniently(script);
  if (!parsed) return notes.push_back("JSON-LD could not be read");
  documents_.push_back(*parsed);
}

void LinkedData::index() {
  for (const Json& each : documents_) collect(each);
}

const LinkedData::Json* LinkedData::find(const char* key) const {
  for (const bool articles_only : {true, false}) {
    for (const Json* each : objects_) {
      if (each->contains(key) && (!articles_only || is_article(*each))) return &(*each)[key];
    }
  }
  return nullptr;
}

const LinkedData::Json* LinkedData::article_value(const char* key) const {
  for (const Json* each : objects_) {
    if (is_article(*each) && each->contains(key)) return &(*each)[key];
  }
  return nullptr;
}

std::vector<std::string> LinkedData::names(const Json& value) const {
  Names names;
  add_names(value, 0, names);
  return std::move(names.found);
}

bool LinkedData::is_opinion() const {
  return std::any_of(objects_.begin(), objects_.end(),
                     [](const Json* each) { return type_of(*each).find("Opinion") != std::string::npos; });
}

void LinkedData::add_names(const Json& value, int depth, Names& names) const {
  if (names.values_left == 0) return;
  --names.values_left;
  if (value.is_string()) names.found.push_back(value.get<std::string>());
  if (value.is_object()) add_names_of_object(value, depth, names);
  if (!value.is_array() || depth >= 4) return;
  for (const Json& each : value) {
    if (names.values_left == 0) return;
    add_names(each, depth + 1, names);
  }
}

void LinkedData::add_names_of_object(const Json& value, int depth, Names& names) const {
  if (value.contains("name") && depth < 6) return add_names(value["name"], depth + 1, names);
  if (!value.contains("@id") || !value["@id"].is_string() || depth >= 4) return;
  const auto found = by_id_.find(value["@id"].get<std::string>());
  if (found != by_id_.end() && found->second != &value) add_names(*found->second, depth + 1, names);
}

// As deep as parse_bounded lets JSON be.
void LinkedData::collect(const Json& value) {
  if (value.is_array() || value.is_object()) {
    if (value.is_object()) objects_.push_back(&value);
    if (value.is_object() && value.contains("@id") && value["@id"].is_string() && value.size() > 1)
      by_id_.emplace(value["@id"].get<std::string>(), &value);
    for (const Json& each : value) collect(each);
  }
}

}  // namespace demarche::ingest
