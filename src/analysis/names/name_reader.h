// SPDX-License-Identifier: Apache-2.0
// Reads the names of documents into the table, with what their texts show of them. Private to this folder.
#pragma once

#include <vector>

#include "analysis/names/affiliations.h"
#include "analysis/names/name_table.h"

namespace demarche::analysis {

struct Text;

class NameReader {
 public:
  NameReader(const NameWords& words, NameTable& table) : words_(words), table_(table) {}
  // Documents are numbered in the order in which they are read.
  DocumentNames read(const Text& text);
  // The introductions of persons in all documents so far.
  std::vector<Affiliation>& introductions() { return introductions_; }

 private:
  NamePlace place_of(const Text& text, const std::vector<NameToken>& tokens, const NameUse& use);
  void weigh(const std::string& text, const std::vector<NameToken>& tokens, const NameUse& use, Name& name) const;
  void take_mentions(const record::ReadingItems& reading, NamePlace& place);
  void take_mention(const record::MentionItem& mention, NamePlace& place);
  void take_brackets(const std::string& text, const std::vector<NameToken>& tokens, const std::vector<NameUse>& uses,
                     DocumentNames& names);

  const NameWords& words_;
  NameTable& table_;
  std::vector<Affiliation> introductions_;
  int document_ = 0;
};

// The first of items sorted by where they begin that may reach into a range; none is longer than 400 code points.
template <class Item>
auto first_near(const std::vector<Item>& items, record::Range range) {
  constexpr std::uint32_t kLongest = 400;
  const std::uint32_t from = range.begin > kLongest ? range.begin - kLongest : 0;
  return std::lower_bound(items.begin(), items.end(), from,
                          [](const Item& item, std::uint32_t begin) { return item.span.begin < begin; });
}

inline bool overlap(record::Range one, record::Range other) { return one.begin < other.end && other.begin < one.end; }
inline bool lies_in(record::Range inner, record::Range outer) {
  return outer.begin <= inner.begin && inner.end <= outer.end;
}

}  // namespace demarche::analysis
