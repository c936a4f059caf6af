// SPDX-License-Identifier: Apache-2.0
#include "ingest/closing.h"

#include <re2/re2.h>

#include <algorithm>
#include <optional>

#include "ingest/bylines.h"
#include "ingest/self_lines.h"
#include "ingest/wording.h"

namespace demarche::ingest {

namespace {

constexpr std::size_t kLongestFoot = 8;  // open parts

// "– Dr. Jane Roe is a Lima-based analyst. Twitter: @roe", "The author is Jane Roe", "About the speaker. …"
struct Biography {
  std::string name;
  bool sure = false;      // its wording or what stands around it leaves no doubt
  bool reporter = false;  // of the outlet's own staff
  bool of_author = true;
};

std::optional<Biography> biography_in(const Part& part) {
  static const RE2 kAbout(
      R"((?i)^(?:about )?the (author|writer|speaker|interviewee|contributor|columnist)s?\b[.:]?\s*(?:is|was|are)?[.:]?\s*(.*)$)");
  static const RE2 kPerson(
      R"(^([–—-]\s*)?((?:\p{Lu}[\p{L}’'.-]*\s+){1,5}?)(?:,[^,]{3,60},\s+)?(?:is|was|are|has been|has served|served|teaches|reports|covers|works|writes|has covered|has reported|heads|leads)\s.*$)");
  static const RE2 kSure(
      R"((?i)\btwitter\b|@\w{3,}|\bcan be reached\b|\b(?:her|his|their) (?:latest |new |most recent )?book\b|\bis the author of\b|\b-?based (?:political |security |independent )?(?:analyst|journalist|writer|commentator|researcher|columnist)|\b(?:previously|formerly) served\b|\bviews (?:expressed )?(?:here |in this article )?are (?:her|his|their) own\b|\bviews expressed\b)");
  static const RE2 kStaff(
      R"(\b(?:reports|covers|covered|reported|writes|correspondent|reporter|staff writer|bureau chief)\b)");
  std::string role, name, dash;
  if (part.words > 110 || part.plain.size() > 2000) return std::nullopt;
  if (RE2::FullMatch(part.plain, kAbout, &role, &name)) {
    const bool of_author = lowered(role) != "speaker" && lowered(role) != "interviewee";
    const std::string first = name.substr(0, name.find_first_of(",.;"));
    return Biography{looks_like_person(first) ? first : "", true, false, of_author};
  }
  if (!RE2::FullMatch(part.plain, kPerson, &dash, &name)) return std::nullopt;
  const bool sure = !dash.empty() || RE2::PartialMatch(part.plain, kSure);
  return Biography{squeezed(name), sure, RE2::PartialMatch(part.plain, kStaff), true};
}

class Foot {
 public:
  Foot(Parts& parts, SelfDescription& self, BareNames bare_names)
      : parts_(parts), self_(self), bare_names_(bare_names) {}

  void read() {
    read_credits();
    read_biographies();
    read_date_lines();
    settle_rests();
  }

 private:
  std::size_t begin() const { return parts_.size() > kLongestFoot * 2 ? parts_.size() - kLongestFoot * 2 : 0; }

  void read_credits() {
    for (std::size_t at = begin(); at < parts_.size(); ++at) {
      Part& part = parts_[at];
      if (!part.settled && is_wire_stamp(part)) part.settle(Zone::Dateline, "wire stamp");
      if (!part.settled) read_reporting_credit(part, self_);
    }
  }

  // Below the last paragraph, so that no row of a table is taken for the document's own date.
  void read_date_lines() {
    for (std::size_t at = parts_.size(); at-- > begin();) {
      Part& part = parts_[at];
      if (part.settled) continue;
      if (part.is_row || part.words > 12 || !read_date_line(part, self_)) return;
    }
  }

  // From the end upwards, as long as nothing but furniture and biographies is met.
  void read_biographies() {
    std::size_t seen = 0;
    for (std::size_t at = parts_.size(); at-- > 1 && seen < kLongestFoot;) {
      Part& part = parts_[at];
      if (part.settled && part.reason != "editor's note") continue;
      ++seen;
      if (!is_biography(at) && part.words >= 6 && part.is_sentence && !part.settled) return;
    }
  }

  bool is_biography(std::size_t at) {
    Part& part = parts_[at];
    const auto biography = biography_in(part);
    if (!biography) return false;
    const bool introduced =
        at > 0 && !parts_[at - 1].settled && biography_in(parts_[at - 1]) && parts_[at - 1].words <= 12;
    if (!biography->sure && !introduced && !is_known_author(self_, biography->name) && !speaks(biography->name))
      return false;
    if (!biography->sure && !introduced && speaks(biography->name))
      return part.settle(Zone::Furniture, "biography of the speaker"), true;
    if (biography->of_author && looks_like_person(biography->name)) add_author_once(biography->name);
    self_.has_author_biography = self_.has_author_biography || (biography->of_author && !biography->reporter);
    part.settle(Zone::Furniture, "author biography");
    return true;
  }

  // Turns of an interview carry the name as their label.
  bool speaks(std::string_view name) const {
    const auto words = words_of(name);
    const auto turns = std::count_if(parts_.begin(), parts_.end(), [&](const Part& part) {
      const auto label = words_of(speaker_label(part.plain));
      return !label.empty() && !words.empty() && label.back() == words.back();
    });
    return turns >= 2;
  }

  void add_author_once(const std::string& name) {
    if (!is_known_author(self_, name)) add_author(self_, name);
  }

  // Lines below the last paragraph that are no sentences: headlines of other pages, names of books, slogans.
  void settle_rests() {
    std::size_t last = parts_.size();
    while (last > 0 && (parts_[last - 1].settled || !parts_[last - 1].is_sentence)) --last;
    bool furniture = false;
    for (std::size_t at = last; at < parts_.size(); ++at) {
      Part& part = parts_[at];
      furniture = furniture ||
                  (part.settled && part.zone == Zone::Furniture && part.reason != "markup" && part.reason != "rule");
      const bool name = looks_like_person(part.plain) && part.words <= 5;
      if (!part.settled && name && !part.is_item) {
        if (bare_names_ == BareNames::AreAuthors) add_author(self_, part.plain);
        part.settle(Zone::Byline, "name");
      }
      if (!part.settled && (is_issuer(part) || is_desk(part.plain))) part.settle(Zone::Byline, "credit");
      if (!part.settled && furniture && part.words <= 25 && !part.is_item) part.settle(Zone::Furniture, "page footer");
    }
  }

  Parts& parts_;
  SelfDescription& self_;
  BareNames bare_names_;
};

}  // namespace

bool is_known_author(const SelfDescription& self, std::string_view name) {
  const auto words = words_of(name);
  const auto shares_surname = [&](const std::string& each) {
    const auto known = words_of(each);
    return !known.empty() && !words.empty() && std::find(words.begin(), words.end(), known.back()) != words.end();
  };
  return std::any_of(self.authors.begin(), self.authors.end(), shares_surname);
}

void read_foot(Parts& parts, SelfDescription& self, BareNames bare_names) { Foot(parts, self, bare_names).read(); }

}  // namespace demarche::ingest
