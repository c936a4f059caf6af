// SPDX-License-Identifier: Apache-2.0
#include "ingest/second_copy.h"

#include <algorithm>
#include <set>

#include "ingest/wording.h"

namespace demarche::ingest {

namespace {

class SecondCopy {
 public:
  explicit SecondCopy(const std::vector<PageParagraph>& paragraphs)
      : kinds_(paragraphs.size(), Kind::Fresh), holds_(paragraphs.size(), false) {
    std::set<std::vector<std::string>> seen;
    for (std::size_t at = 0; at < paragraphs.size(); ++at) {
      std::vector<std::string> words = words_of(paragraphs[at].text);
      distinct_.push_back(seen.size());
      if (words.size() < kFewestWords) {
        kinds_[at] = Kind::Short;
      } else if (!seen.insert(std::move(words)).second) {
        kinds_[at] = Kind::Copy;
      }
    }
    for (std::size_t at = 0; at < kinds_.size(); ++at) at = mark_run(at);
  }

  bool holds(std::size_t at) const { return holds_[at]; }

 private:
  enum class Kind { Fresh, Short, Copy };
  static constexpr std::size_t kFewestWords = 8;
  static constexpr std::size_t kShortestRun = 4;

  // Marks the run that begins with the copy `begin`, and returns its last paragraph.
  std::size_t mark_run(std::size_t begin) {
    if (kinds_[begin] != Kind::Copy) return begin;
    std::size_t copies = 0, last = begin;
    for (std::size_t at = begin; at < kinds_.size() && kinds_[at] != Kind::Fresh; ++at) {
      if (kinds_[at] != Kind::Copy) continue;
      ++copies;
      last = at;
    }
    if (copies >= kShortestRun && copies * 2 >= distinct_[begin])
      std::fill(holds_.begin() + static_cast<std::ptrdiff_t>(begin),
                holds_.begin() + static_cast<std::ptrdiff_t>(last) + 1, true);
    return last;
  }

  std::vector<Kind> kinds_;
  std::vector<std::size_t> distinct_;  // paragraphs seen before each
  std::vector<bool> holds_;
};

}  // namespace

void drop_second_copy(PageText& page) {
  const SecondCopy copy(page.paragraphs);
  std::vector<PageParagraph> kept;
  std::uint32_t words = 0;
  for (std::size_t at = 0; at < page.paragraphs.size(); ++at) {
    if (copy.holds(at)) {
      words += count_words(page.paragraphs[at].text);
    } else {
      kept.push_back(std::move(page.paragraphs[at]));
    }
  }
  page.paragraphs = std::move(kept);
  if (words > 0) page.dropped.push_back({"second copy of the article", words});
}

}  // namespace demarche::ingest
