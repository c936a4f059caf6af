// SPDX-License-Identifier: Apache-2.0
#include "statements/draft.h"

#include <algorithm>
#include <tuple>

#include "statements/content.h"

namespace demarche::statements {

Span first_span(const Statement& statement) {
  Span first{UINT32_MAX, UINT32_MAX};
  for (const Spans* spans : {&statement.source, &statement.cue, &statement.content}) {
    if (!spans->empty()) first = std::min(first, spans->front());
  }
  return first;
}

// Later statements are the inner ones.
int innermost(const Draft& statements, const Spans& passage) {
  for (int i = static_cast<int>(statements.size()) - 1; i >= 0; --i) {
    if (holds(statements[static_cast<std::size_t>(i)].content, passage)) return i;
  }
  return -1;
}

const Statement* enclosing_of(const Draft& statements, const Statement& statement) {
  return statement.inside < 0 ? nullptr : &statements[static_cast<std::size_t>(statement.inside)];
}

Draft in_text_order(Draft statements) {
  std::vector<std::size_t> order(statements.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  const auto depth = [&](std::size_t i) {
    int levels = 0;
    for (int at = statements[i].inside; at >= 0; at = statements[static_cast<std::size_t>(at)].inside) ++levels;
    return levels;
  };
  // Where the outermost statement around it begins, then how deep it stands, then where it begins itself.
  const auto root = [&](std::size_t i) {
    while (statements[i].inside >= 0) i = static_cast<std::size_t>(statements[i].inside);
    return first_span(statements[i]);
  };
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const auto key = [&](std::size_t i) { return std::tuple(root(i), depth(i), first_span(statements[i])); };
    return key(a) < key(b);
  });
  std::vector<int> moved(statements.size());
  for (std::size_t i = 0; i < order.size(); ++i) moved[order[i]] = static_cast<int>(i);
  Draft sorted;
  for (const std::size_t i : order) {
    sorted.push_back(std::move(statements[i]));
    if (sorted.back().inside >= 0) sorted.back().inside = moved[static_cast<std::size_t>(sorted.back().inside)];
  }
  return sorted;
}

}  // namespace demarche::statements
