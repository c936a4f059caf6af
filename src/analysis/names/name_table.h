// SPDX-License-Identifier: Apache-2.0
// All names of a record, each once, and which of them are forms of one another. Private to this folder.
#pragma once

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "analysis/words/names.h"
#include "record/record.h"

namespace demarche::analysis {

struct Name {
  std::vector<std::string> words;
  std::string initials, shown;   // `shown`: as it was first written
  std::set<std::string> called;  // "company": what texts call it beside its name
  bool has_body = false, is_short = false, is_organ = false;
  int persons = 0, groups = 0, towns = 0;  // weight of what shows it to be a person's, a group's or a place's
  bool is_group() const { return has_body || groups > std::max(persons, towns); }
  bool is_person() const { return !has_body && persons >= groups && persons > towns; }
  bool is_town() const { return !has_body && towns > 0 && towns >= persons + groups; }
  // Whether "the company" or "the front" may mean it.
  bool is_called(const std::string& noun) const;
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
  std::string person;          // the office holder's name that goes with `actor`
  bool is_guess = false;       // `actor` is what the text around suggests
  std::uint32_t sentence = 0;  // counted from the start of the text
};

struct DocumentNames {
  int day = 0;
  std::vector<NamePlace> places;  // in text order
  std::map<int, int> introduced;  // short form → what the text says it stands for
};

// Whether a name is a matter of this module: no actor has it, or its bearer acts for one.
bool is_unknown(const NamePlace& place);

// Which full name a shorter one stands for: the only one of its document that may be meant, else the only one of the
// record. Call once all names are in the table.
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
