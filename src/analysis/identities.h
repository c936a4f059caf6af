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

#include "analysis/affiliations.h"
#include "analysis/name_table.h"

namespace demarche::analysis {

struct Text;

// A person or group named in a document. `id` is an actor id, or the key of a name.
struct Named {
  record::Range span;  // code points
  std::string id;
  bool is_person = false;
  bool is_sure = false;    // that it is a person or group at all, and no place or thing
  bool overrules = false;  // what the reading took from its tables
};

class Identities {
 public:
  // `words` must outlive it.
  Identities(const std::vector<Text>& texts, const NameWords& words);

  // Whom the source of a statement means. `known` is the actor that the reading gives it, which only what the record
  // itself introduces overrules; else the name in the phrase, else that of its entity. Empty when nobody is known.
  std::string of_voice(int document, const Text& text, record::Range phrase, const std::string& known) const;
  // The same of one who does something or to whom it is done, who may be a thing or a place: only sure names count.
  // `known` is given back when there is none.
  std::string of_party(int document, const Text& text, record::Range phrase, const std::string& known) const;
  // Persons and groups without an actor, in text order.
  const std::vector<Named>& in(int document) const { return named_[static_cast<std::size_t>(document)]; }
  // Key to the name as it is shown: as it was first written in full.
  const std::map<std::string, std::string>& names() const { return shown_; }

 private:
  const Named* named_by(int document, const Text& text, record::Range phrase) const;
  std::string of_entity(int document, const Text& text, record::Range phrase) const;

  const NameWords* words_ = nullptr;
  std::vector<std::vector<Named>> named_;  // by document
  std::map<std::string, std::string> shown_;
};

}  // namespace demarche::analysis
