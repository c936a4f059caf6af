// SPDX-License-Identifier: Apache-2.0
// Whom the source of each statement of a document means. Private to this folder.
//
//   "Mr Vint ruled this out. Georgia, he told the deputies, …"   →   both Vint's side
//   "“We have withdrawn,” the Front said."                       →   "we" is the Front
//   "An interview with Norway's consul … A: We shall stay."      →   "A" is the consul, and so is "we"
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analysis/names/identities.h"

namespace demarche::analysis {

class Speakers {
 public:
  // All must outlive it.
  Speakers(int document, const Text& text, const Identities& identities);
  // Actor id or key of a name of statement `nr` (from 0); the reading's own, which may be empty, when nothing better is
  // known.
  std::string of(int nr) const;

 private:
  enum class Sex { Unknown, He, She };
  // A statement whose source names a person.
  struct Person {
    std::uint32_t at = 0;
    int statement = 0;
    Sex sex = Sex::Unknown;
  };
  const record::StatementItem& statement(int nr) const { return statements_[static_cast<std::size_t>(nr)]; }
  std::string by_words(int nr) const;
  std::string by_pronoun(int nr, Sex sex) const;
  std::string by_entity(int nr, Identities::Kind kind) const;
  std::string around(int nr, int depth) const;
  Sex sex_of(record::Range phrase) const;
  bool is_label(int nr) const;
  std::string guest() const;
  void gather_persons();

  int document_;
  const Text& text_;
  const Identities& identities_;
  const std::vector<record::StatementItem>& statements_;
  std::vector<Person> persons_;  // in text order
};

}  // namespace demarche::analysis
