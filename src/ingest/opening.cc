// SPDX-License-Identifier: Apache-2.0
#include "ingest/opening.h"

#include <re2/re2.h>

#include <algorithm>
#include <optional>

#include "base/utf8.h"
#include "ingest/bylines.h"
#include "ingest/closing.h"
#include "ingest/dashed_turns.h"
#include "ingest/dates.h"
#include "ingest/self_lines.h"
#include "ingest/wording.h"

namespace demarche::ingest {

namespace {

constexpr std::size_t kLongestHead = 25;  // parts

std::size_t first_prose(const Parts& parts) {
  const auto found = std::find_if(parts.begin(), parts.end(), is_prose);
  return static_cast<std::size_t>(found - parts.begin());
}

bool same_words(std::string_view left, std::string_view right) { return words_of(left) == words_of(right); }

// Reads the head line by line; what no rule claims are candidates for the title.
class Head {
 public:
  Head(Parts& parts, SelfDescription& self, std::string_view known_title, BareNames bare_names)
      : parts_(parts), self_(self), known_title_(known_title), bare_names_(bare_names) {}

  void read(std::size_t end) {
    for (std::size_t at = 0; at < end; ++at) read_line(at);
    if (candidates_.empty() && !names_.empty() && known_title_.empty()) candidates_.push_back(take_first_name());
    set_aside_issuers();
    choose_title();
    settle_names();
  }

 private:
  void read_line(std::size_t at) {
    Part& part = parts_[at];
    if (part.settled) return read_settled(part);
    if (!known_title_.empty() && same_words(part.plain, known_title_))
      return candidates_.insert(candidates_.begin(), at), void(titled_ = true);
    if (read_site_header(part, self_)) return part.settle(Zone::Furniture, "site header");
    if (read_outlet_and_section(part, self_) || read_section_label(part, self_))
      return part.settle(Zone::Furniture, "section label");
    if (is_day_of_visit(at)) return part.settle(Zone::Furniture, "day of the visit");
    if (read_date_line(part, self_)) return;
    if (is_release_line(part)) return self_.labelled_release = true, part.settle(Zone::Dateline, "release line");
    if (is_reference(part)) return part.settle(Zone::Dateline, "reference number");
    if (const auto names = names_in_byline(part.plain); !names.empty()) return settle_byline(part, names);
    if (is_desk(part.plain)) return part.settle(Zone::Byline, "desk");
    if (looks_like_person(part.plain)) return names_.push_back(at);
    if (!names_.empty() && names_.back() + 1 == at && has_office_word(part.plain) && part.words <= 16)
      return part.settle(Zone::Byline, "office");
    candidates_.push_back(at);
  }

  // A site that welcomes its reader tells the day, too: the reader's, not that of the article.
  bool is_day_of_visit(std::size_t at) const {
    constexpr std::size_t kFew = 5;  // words of "Friday, March 29, 2024"
    return at > 0 && parts_[at - 1].reason == "site header" && parts_[at].words <= kFew && find_date(parts_[at].plain);
  }

  // A menu row may still hold the day and the site's name.
  void read_settled(const Part& part) {
    read_site_header(Part(part), self_);
    const auto date = part.reason == "front matter" ? std::nullopt : find_date(part.plain);
    if (date && !self_.published.day && part.words <= 22) self_.published = date->published;
  }

  void settle_byline(Part& part, const std::vector<std::string>& names) {
    static const RE2 kInterview(R"((?i)^interview)");
    self_.labelled_interview = self_.labelled_interview || RE2::PartialMatch(part.plain, kInterview);
    for (const std::string& name : names) add_author(self_, name);
    part.settle(Zone::Byline, "byline");
  }

  std::size_t take_first_name() {
    const std::size_t first = names_.front();
    names_.erase(names_.begin());
    return first;
  }

  void set_aside_issuers() {
    for (auto each = candidates_.begin(); each != candidates_.end() && candidates_.size() > 1;) {
      Part& part = parts_[*each];
      const bool masthead = each == candidates_.begin() && part.words <= 3 && is_upper_case(part.plain);
      if (titled_ && each == candidates_.begin()) {
        ++each;
        continue;
      }
      if (!masthead && !is_issuer(part)) {
        ++each;
        continue;
      }
      if (self_.outlet.empty() && *each < kLongestHead) self_.outlet = part.plain;
      part.settle(Zone::Byline, masthead ? "masthead" : "issuer");
      each = candidates_.erase(each);
    }
  }

  void choose_title() {
    if (candidates_.empty()) return;
    const auto full = [&](std::size_t at) { return parts_[at].words >= 4; };
    const auto found = titled_ ? candidates_.begin() : std::find_if(candidates_.begin(), candidates_.end(), full);
    const std::size_t title = found == candidates_.end() ? candidates_.front() : *found;
    if (known_title_.empty()) self_.title = parts_[title].plain;
    for (const std::size_t each : candidates_) {
      Part& part = parts_[each];
      if (each == title) part.settle(Zone::Title, known_title_.empty() || titled_ ? "title" : "subtitle");
      if (each < title) part.settle(Zone::Furniture, "site header");
      if (each > title && part.words >= 4) part.settle(Zone::Title, "subtitle");
      if (each > title && part.words < 4)
        part.settle(part.is_heading ? Zone::Title : Zone::Furniture, part.is_heading ? "heading" : "section label");
    }
  }

  // A bare name is the author's, unless an office below it says that the person is the one who is talked to.
  void settle_names() {
    for (const std::size_t at : names_) {
      parts_[at].settle(Zone::Byline, "name");
      const bool office_below = at + 1 < parts_.size() && parts_[at + 1].reason == "office";
      if (!office_below && bare_names_ == BareNames::AreAuthors) add_author(self_, parts_[at].plain);
    }
  }

  Parts& parts_;
  SelfDescription& self_;
  std::string_view known_title_;
  BareNames bare_names_;
  bool titled_ = false;
  std::vector<std::size_t> names_, candidates_;
};

// Short lines between paragraphs: crossheads, and the name below a pull quote.
void read_inner_lines(Parts& parts, std::size_t begin, const SelfDescription& self) {
  for (std::size_t at = begin; at < parts.size(); ++at) {
    Part& part = parts[at];
    if (part.settled) continue;
    const bool line = part.words > 0 && part.words <= 9 && !part.is_sentence && !part.is_item &&
                      starts_with_upper(part.plain) && part.plain.find_first_of(":;,") == std::string::npos;
    if (part.is_heading) {
      part.settle(Zone::Title, "heading");
    } else if (line && looks_like_person(part.plain) && (at > 0 || is_known_author(self, part.plain))) {
      part.settle(Zone::Byline, "name");
    } else if (line && at + 1 < parts.size() && is_prose(parts[at + 1])) {
      part.settle(Zone::Title, "heading");
    }
  }
}

}  // namespace

SelfDescription describe(Parts& parts, const Known& known) {
  SelfDescription self{.authors = known.authors};
  const std::size_t prose = std::min(first_prose(parts), dashed_turns(parts).first);
  const bool has_head = prose < parts.size() && prose <= kLongestHead;
  if (has_head) Head(parts, self, known.title, known.bare_names).read(prose);
  read_foot(parts, self, known.bare_names);
  if (prose < parts.size()) read_inner_lines(parts, prose, self);
  return self;
}

}  // namespace demarche::ingest
