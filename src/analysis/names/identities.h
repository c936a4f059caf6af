// SPDX-License-Identifier: Apache-2.0
// Who is who in a record: one key for all phrases of all its documents that name the same person or group whom no table
// knows. Private to this folder.
//
//   "Free Iori Front (FIF)" … "the Front" … "FIF" in another document   →   "name:free iori front"
//   "Colonel Dario Vint of the Northern Front" … "Mr Vint"              →   "name:northern front": he speaks for it
//   "militants", "the ministry", "Halim" where two of that name occur   →   nothing
//
// Computed over all documents at once, in the order of their ids; the same documents give the same keys.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "analysis/names/name_reader.h"

namespace demarche::analysis {

// A person or group named in a document. `id` is an actor id, or the key of a name.
struct Named {
  record::Range span;  // code points
  std::string id;
  int name = -1;  // full name: number in the table; -1 for an actor of the reading
  bool is_person = false;
  bool is_sure = false;    // that it is a person or group at all, and no place or thing
  bool overrules = false;  // what the reading took from its tables
};

class Identities {
 public:
  // `words` must outlive it.
  Identities(const std::vector<Text>& texts, const NameWords& words);

  // Whom a phrase names: the person or group that it is about, not one that only stands in it. Null when nobody.
  const Named* named_by(int document, const Text& text, record::Range phrase) const;
  // Whom "the company", "the front" means: the nearest group before it that may be called so. Null when nobody.
  const Named* called(int document, const Text& text, record::Range phrase) const;
  // The only one that the names in an entity of the reading mean. Empty for none and for several.
  enum class Kind { Person, Group };
  std::string of_entity(int document, const Text& text, record::Range phrase, Kind kind) const;
  // The doer or recipient behind a phrase, who may also be a thing or a place: only sure names count. `known` is the
  // actor that the reading gives it, which only what the record itself introduces overrules.
  std::string of_party(int document, const Text& text, record::Range phrase, const std::string& known) const;

  // Persons and groups without an actor, in text order.
  const std::vector<Named>& in(int document) const { return named_[static_cast<std::size_t>(document)]; }
  // Key to the name as it is shown: as it was first written in full.
  const std::map<std::string, std::string>& names() const { return shown_; }
  const NameWords& words() const { return *words_; }

 private:
  const NameWords* words_ = nullptr;
  NameTable table_;
  std::vector<std::vector<Named>> named_;  // by document
  std::map<std::string, std::string> shown_;
};

}  // namespace demarche::analysis
