// SPDX-License-Identifier: Apache-2.0
#include "ingest/bylines.h"

#include <re2/re2.h>

#include <algorithm>

#include "base/utf8.h"
#include "ingest/wording.h"

namespace demarche::ingest {

namespace {

re2::StringPiece piece(std::string_view text) { return {text.data(), text.size()}; }

}  // namespace

bool is_desk(std::string_view name) {
  static const RE2 kDesk(
      R"((?i)^(?:(?:our |the |from )?(?:[a-z ]* )?(?:staff|desk|correspondents?|reporters?|agencies|agency|newsroom|web desk|bureau|editors?|editorial board|wires?|team|admin|administrator|webmaster|guest|anonymous)(?: and agencies| writers?| reporters?| report)?|)"
      R"(reuters|afp|ap|associated press|the associated press|agence france-presse|xinhua|tass|interfax|dpa|ani|pti|ians|anadolu(?: agency)?|bbc news|news desk|monitoring)$)");
  return name.size() <= 60 && RE2::FullMatch(piece(trim(name)), kDesk);
}

std::vector<std::string> names_in_byline(std::string_view line) {
  static const RE2 kByline(
      R"((?i)^[\s|·•]*(?:by|written by|words by|story by|text by|text|interview(?:ed)?(?: by)?|author|analysis by|opinion by|report by)\b\s*:?\s+(.+)$)");
  static const RE2 kPlace(R"(\s+(?:in|at|from)\s+\p{Lu}[\p{L} ]+$)");
  static const RE2 kTail(R"([\s|,·•–—-]+$)");
  static const RE2 kBetween(R"(\s*(?:,\s*(?:and\s+)?|;\s*|\s+and\s+|\s*&\s*|\s*\|\s*|\s+·\s+)\s*)");
  std::string names;
  const std::string plain = squeezed(line);
  if (plain.size() > 160 || !RE2::FullMatch(plain, kByline, &names)) return {};
  RE2::Replace(&names, kTail, "");
  RE2::Replace(&names, kPlace, "");
  RE2::GlobalReplace(&names, kBetween, "\n");
  std::vector<std::string> result;
  for (std::size_t begin = 0; begin <= names.size();) {
    const std::size_t end = std::min(names.find('\n', begin), names.size());
    const std::string name = squeezed(std::string_view(names).substr(begin, end - begin));
    if (looks_like_person(name) ||
        (is_upper_case(name) && count_words(name) >= 2 && count_words(name) <= 4 && !has_organisation_word(name))) {
      result.push_back(name);
    } else if (!is_desk(name) && result.empty()) {
      return {};
    }
    begin = end + 1;
  }
  return result;
}

}  // namespace demarche::ingest
