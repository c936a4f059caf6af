// SPDX-License-Identifier: Apache-2.0
#include "analysis/passages/settings.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <unordered_map>

namespace demarche::analysis {

namespace {

bool meet(record::Range one, record::Range other) { return one.begin < other.end && other.begin < one.end; }

void add(const Keys& keys, float nearness, std::unordered_map<Key, float>& setting) {
  for (const Key key : keys) {
    float& known = setting[key];
    known = std::max(known, nearness);
  }
}

}  // namespace

Setting Settings::of(int document, record::Range range) const {
  constexpr float kOwn = 1, kSentence = 0.6F, kBefore = 0.4F, kEarlier = 0.2F, kHead = 0.15F;
  const auto [begin, end] = propositions_.of_document(document);
  int nr = -1;
  for (int i = begin; i < end && nr < 0; ++i)
    if (meet(propositions_.at(i).sentence, range)) nr = propositions_.at(i).nr;
  std::unordered_map<Key, float> near;
  std::set<Key> names;
  for (int i = begin; i < end; ++i) {
    const Passage& passage = propositions_.at(i);
    const int back = nr - passage.nr;
    if (back < 0) break;
    if (back == 0) add(passage.keys, meet(passage.range, range) ? kOwn : kSentence, near);
    if (back == 1) add(passage.keys, kBefore, near);
    if (back == 2) add(passage.keys, kEarlier, near);
    if (passage.nr < 2) add(passage.keys, kHead, near);
    if (back > 1) continue;
    for (const std::string& name : passage.names) names.insert(propositions_.number(name));
  }
  Setting setting{.keys = {near.begin(), near.end()}, .names = {names.begin(), names.end()}};
  std::sort(setting.keys.begin(), setting.keys.end());
  return setting;
}

Nearness Settings::compare(const Setting& one, const Setting& other) const {
  double shared = 0, of_one = 0, of_other = 0;
  for (const auto& [key, near] : one.keys) of_one += weight_of(key) * near * near;
  for (const auto& [key, near] : other.keys) of_other += weight_of(key) * near * near;
  for (auto a = one.keys.begin(), b = other.keys.begin(); a != one.keys.end() && b != other.keys.end();) {
    if (a->first == b->first) shared += weight_of(a->first) * a->second * b->second;
    const bool is_before = a->first <= b->first, is_behind = b->first <= a->first;
    if (is_before) ++a;
    if (is_behind) ++b;
  }
  const double both = std::sqrt(of_one * of_other);
  return {.weight = shared, .share = both > 0 ? shared / both : 0};
}

bool names_exclude(const Setting& one, const Setting& other) {
  return !share(one.names, other.names) && !one.names.empty() && !other.names.empty();
}

}  // namespace demarche::analysis
