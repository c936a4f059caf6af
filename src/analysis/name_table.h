// SPDX-License-Identifier: Apache-2.0
// All names of a record, each once, and which of them are forms of one another. Private to this folder.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "analysis/names.h"
#include "record/record.h"

namespace demarche::analysis {

struct Name {
  std::vector<std::string> words;
  std::string initials, shown;  // `shown`: as it was first written
  bool has_body = false, is_short = false, is_organ = false;
  int persons = 0, groups = 0, towns = 0;  // where it shows to be a person's, a group's or a place's
  bool is_group() const { return has_body || groups > persons; }
  bool is_person() const { return !is_group() && persons > 0; }
  bool is_town() const { return !has_body && towns > 0 && towns >= persons + groups; }
};

class NameTable {
 public:
  // The number of a name; it is entered when it is new.
  int number_of(const NameUse& use, std::string_view shown);
  Name& at(int number) { return names_[static_cast<std::size_t>(number)]; }
  const Name& at(int number) const { return names_[static_cast<std::size_t>(number)]; }
  int size() const { return static_cast<int>(names_.size()); }

 private:
  std::vector<Name> names_;
  std::map<std::string, int> numbers_;
};

// A name where it stands in a document.
struct NamePlace {
  record::Range span;          // code points
  int name = -1;               // number in the table
  std::string actor;           // the id that the reading gives it, or empty
  std::uint32_t sentence = 0;  // counted from the start of the text
  bool is_officer = false;     // a person: `actor` is whom he acts for
  bool is_guess = false;       // … as the text around suggests
  bool is_unknown() const { return actor.empty() || is_officer; }
};

struct DocumentNames {
  std::vector<NamePlace> places;  // in text order
  std::map<int, int> introduced;  // short form → what the text says it stands for
};

// Which full name a shorter one stands for: the only one of its document that may be meant, else the only one of the
// record.
class NameForms {
 public:
  NameForms(const NameTable& table, const std::vector<DocumentNames>& documents);
  // -1 where several may be meant, and where the words say nothing by themselves ("the Front", and no full name).
  int full(int document, int name) const;

 private:
  enum class Scope { Document, Record };
  void enter(std::map<std::string, std::vector<int>>& index, int name) const;
  int longer_form(const std::map<std::string, std::vector<int>>& index, int name, const std::map<int, int>& known,
                  Scope scope) const;
  std::map<int, int> forms_in(const DocumentNames& document) const;
  void join_all(const std::vector<DocumentNames>& documents);
  bool may_stand_for(const Name& name, const Name& full, Scope scope) const;

  const NameTable& table_;
  std::vector<std::map<int, int>> in_document_;  // name → full name, -1 when several may be meant
  std::map<int, int> in_record_;
};

}  // namespace demarche::analysis
