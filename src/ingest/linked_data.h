// SPDX-License-Identifier: Apache-2.0
// What a page says of itself in JSON-LD (schema.org). Private to this folder.
#pragma once

#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace demarche::ingest {

// All objects of a page's JSON-LD, and the objects inside them by their "@id". First all scripts are added, then they
// are indexed, then asked.
class LinkedData {
 public:
  using Json = nlohmann::json;

  void add(std::string_view script, std::vector<std::string>& notes);
  void index();

  // Of the first article that has `key`, or else of the first object that has it; nullptr when none has.
  const Json* find(const char* key) const;
  const Json* article_value(const char* key) const;
  // The names of a value: a text, an object with a name, a reference to one, or a list of such.
  std::vector<std::string> names(const Json& value) const;
  bool is_opinion() const;

 private:
  // References multiply: a list that names one long list a thousand times must not be followed a million times, whether
  // or not a name comes of it.
  struct Names {
    std::vector<std::string> found;
    int values_left = 1000;
  };

  void add_names(const Json& value, int depth, Names& names) const;
  void add_names_of_object(const Json& value, int depth, Names& names) const;
  void collect(const Json& value);

  std::vector<Json> documents_;
  std::vector<const Json*> objects_;
  std::map<std::string, const Json*> by_id_;
};

}  // namespace demarche::ingest
