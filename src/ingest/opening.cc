// SPDX-License-Identifier: Apache-2.0
#include "ingest/opening.h"

#include <re2/re2.h>

#include <algorithm>
#include <optional>
#include <set>

#include "base/utf8.h"
#include "ingest/dates.h"
#include "ingest/wording.h"

namespace demarche::ingest {

namespace {

constexpr std::size_t kLongestHead = 25;  // parts
constexpr std::size_t kLongestFoot = 8;

re2::StringPiece piece(std::string_view text) { return {text.data(), text.size()}; }

void add_author(SelfDescription& self, std::string_view name) {
  const std::string plain = squeezed(name);
  if (plain.empty() || is_desk(plain)) return;
  const auto same = [&](const std::string& each) { return words_of(each) == words_of(plain); };
  if (std::none_of(self.authors.begin(), self.authors.end(), same)) self.authors.push_back(plain);
}

bool is_turn(std::string_view plain) { return !speaker_label(plain).empty(); }

// A paragraph of the article itself, which ends the head.
bool is_prose(const Part& part) {
  if (part.settled || part.is_heading) return false;
  if (is_turn(part.plain) && part.words >= 6 && part.is_sentence && names_in_byline(part.plain).empty()) return true;
  if (part.words >= 45 || (part.words >= 12 && part.is_sentence && dateline_length(part.plain) > 0)) return true;
  if (part.words >= 20 && (part.is_sentence || part.plain.ends_with(':'))) return true;
  const bool full_stop = part.plain.ends_with('.') || part.plain.ends_with(".\"") || part.plain.ends_with(".”");
  return full_stop && part.words >= 6 && !is_upper_case(part.plain);
}

std::size_t first_prose(const Parts& parts) {
  const auto found = std::find_if(parts.begin(), parts.end(), is_prose);
  return static_cast<std::size_t>(found - parts.begin());
}

const std::set<std::string, std::less<>>& section_words() {
  static const std::set<std::string, std::less<>> kWords = {"opinion",
                                                            "opinions",
                                                            "analysis",
                                                            "commentary",
                                                            "comment",
                                                            "editorial",
                                                            "op-ed",
                                                            "oped",
                                                            "op",
                                                            "ed",
                                                            "perspective",
                                                            "perspectives",
                                                            "viewpoint",
                                                            "view",
                                                            "views",
                                                            "column",
                                                            "columnist",
                                                            "columnists",
                                                            "feature",
                                                            "features",
                                                            "interview",
                                                            "interviews",
                                                            "news",
                                                            "world",
                                                            "politics",
                                                            "asia",
                                                            "africa",
                                                            "europe",
                                                            "americas",
                                                            "middle",
                                                            "east",
                                                            "south",
                                                            "north",
                                                            "west",
                                                            "central",
                                                            "international",
                                                            "national",
                                                            "foreign",
                                                            "policy",
                                                            "affairs",
                                                            "diplomacy",
                                                            "security",
                                                            "defence",
                                                            "defense",
                                                            "report",
                                                            "reports",
                                                            "explainer",
                                                            "background",
                                                            "urgent",
                                                            "breaking",
                                                            "exclusive",
                                                            "live",
                                                            "letters",
                                                            "latest",
                                                            "update",
                                                            "expert",
                                                            "guest",
                                                            "essay",
                                                            "special",
                                                            "local",
                                                            "business",
                                                            "economy",
                                                            "region",
                                                            "regional",
                                                            "conversations",
                                                            "conversation",
                                                            "q",
                                                            "a",
                                                            "top",
                                                            "story",
                                                            "stories",
                                                            "home",
                                                            "in",
                                                            "depth",
                                                            "and",
                                                            "the",
                                                            "on",
                                                            "military",
                                                            "dispatch",
                                                            "global",
                                                            "blog",
                                                            "blogs",
                                                            "article",
                                                            "articles"};
  return kWords;
}

bool is_section_label(std::string_view label) {
  const auto words = words_of(label);
  return !words.empty() && words.size() <= 5 && std::all_of(words.begin(), words.end(), [](const std::string& word) {
    return section_words().count(word) > 0;
  });
}

void note_label(SelfDescription& self, std::string_view label) {
  static const RE2 kOpinion(
      R"((?i)\b(?:opinions?|op-?ed|comment|commentary|editorial|perspectives?|viewpoint|column|columnists?|essay)\b)");
  static const RE2 kInterview(R"((?i)\b(?:interviews?|q ?& ?a|conversations?)\b)");
  static const RE2 kNews(R"((?i)\b(?:news|report|breaking|urgent)\b)");
  self.labelled_opinion = self.labelled_opinion || RE2::PartialMatch(piece(label), kOpinion);
  self.labelled_interview = self.labelled_interview || RE2::PartialMatch(piece(label), kInterview);
  self.labelled_news = self.labelled_news || RE2::PartialMatch(piece(label), kNews);
}

// "The Courier - Opinion": the outlet beside its section.
bool read_outlet_and_section(const Part& part, SelfDescription& self) {
  static const RE2 kSides(R"(^(.{3,40}?)\s+([-–—|/])\s+(.{3,30})$)");
  std::string outlet, stroke, section;
  if (!RE2::FullMatch(part.plain, kSides, &outlet, &stroke, &section) || !is_section_label(section) ||
      is_section_label(outlet))
    return false;
  if (part.words > 8) return false;
  // "Basin / Interview" is a path of sections.
  if (stroke != "/" || is_upper_case(outlet) || has_organisation_word(outlet)) self.outlet = outlet;
  note_label(self, section);
  return true;
}

bool read_section_label(const Part& part, SelfDescription& self) {
  std::string label = part.plain;
  const bool stroke = label.ends_with('|') || label.starts_with('|');
  if (!is_section_label(label) && !(stroke && part.words <= 4)) return false;
  // A title may consist of such words too ("Foreign Policy in South Asia"); a label is short.
  if (part.words > 3 && !stroke && label.find('/') == std::string::npos) return false;
  note_label(self, label);
  return true;
}

bool read_site_header(const Part& part, SelfDescription& self) {
  static const RE2 kWelcome(R"((?i)^\|?\s*welcome to\s+(.+?)\s*\|?$)");
  std::string outlet;
  if (!RE2::FullMatch(part.plain, kWelcome, &outlet) || part.words > 12) return false;
  self.outlet = outlet;
  return true;
}

// Words of a date line beside its date: labels, a place, an edition number.
bool is_date_rest(std::string_view rest) {
  static const RE2 kLabel(
      R"((?i)\b(?:(?:first |originally )?(?:published|posted|created|issued|released|dated?|updated|modified|reviewed|edited|filed)(?: on| at| by)?|last|page|press|news|)"
      R"(media|release|statement|on|at|by|edt|est|gmt|utc|zulu|ist|pkt|bst|cet|cest|et|am|pm|a\.m\.|p\.m\.|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|\p{L}+day|updated?)\b)");
  std::string left(rest);
  RE2::GlobalReplace(&left, kLabel, " ");
  std::size_t tokens = 0;
  for (std::size_t at = 0; at < left.size();) {
    const std::size_t begin = std::min(left.find_first_not_of(' ', at), left.size());
    at = std::min(left.find(' ', begin), left.size());
    tokens += count_words(std::string_view(left).substr(begin, at - begin)) > 0;
  }
  return tokens <= 4 && !ends_like_sentence(trim(rest));
}

bool read_date_line(Part& part, SelfDescription& self) {
  static const RE2 kModified(R"((?i)\b(?:modified|updated|last|reviewed|edited)\b)");
  static const RE2 kPublished(R"((?i)\b(?:published|posted|released|issued)\b)");
  static const RE2 kRelease(R"((?i)\b(?:press|news|media) (?:release|statement)\b)");
  if (part.words > 22) return false;
  const auto date = find_date(part.plain);
  if (!date) return false;
  const std::string before = part.plain.substr(0, date->begin), after = part.plain.substr(date->end);
  const auto names = names_in_byline(before);
  if (names.empty() && !is_date_rest(before + " " + after)) return false;
  for (const std::string& name : names) add_author(self, name);
  const bool modified = RE2::PartialMatch(before, kModified) && !RE2::PartialMatch(before, kPublished);
  Published& field = modified ? self.modified : self.published;
  if (!field.day) field = date->published;
  self.labelled_release = self.labelled_release || RE2::PartialMatch(part.plain, kRelease);
  part.settle(names.empty() ? Zone::Dateline : Zone::Byline, modified        ? "date of last change"
                                                             : names.empty() ? "date"
                                                                             : "byline");
  return true;
}

bool is_release_line(const Part& part) {
  static const RE2 kLine(
      R"((?i)^(?:press|news|media) (?:release|statement|note|communiqu\p{L})\b.*|^for immediate (?:release|use|publication)\b.*|^embargoed? (?:until|for)\b.*)");
  return part.words <= 8 && RE2::FullMatch(part.plain, kLine);
}

// "OPA 080611 JUN 21": the wire's own stamp of day and hour.
bool is_wire_stamp(const Part& part) {
  static const RE2 kStamp(R"(^(?:[A-Z]{2,8}[ -])?\d{6}Z? [A-Z]{3} \d{2,4}$)");
  return part.words <= 5 && RE2::FullMatch(part.plain, kStamp);
}

bool is_reference(const Part& part) {
  static const RE2 kReference(R"((?i)^(?:no|nr|ref|reference|doc|document|issue|vol)\.?\s*:?\s*[\w/.-]*\d[\w/.-]*$)");
  static const RE2 kSlug(R"(^[A-Z]{2,6}\d{2,}\b[A-Z\d\s-]*$)");
  return part.words <= 6 && (RE2::FullMatch(part.plain, kReference) || RE2::FullMatch(part.plain, kSlug));
}

// Only a label like "Ministry of Foreign Affairs" can be mistaken for a title: nouns in capitals with "of" and "and"
// between.
bool is_issuer(const Part& part) {
  static const RE2 kName(
      R"((?:[\p{Lu}\d][\p{L}\d’'.&-]*|of|for|the|and|in|on|de|&)(?:\s+(?:[\p{Lu}\d][\p{L}\d’'.&-]*|of|for|the|and|in|on|de|&))*)");
  return part.words >= 2 && part.words <= 9 && has_organisation_word(part.plain) && RE2::FullMatch(part.plain, kName);
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

// "(Reporting by A and B; editing by C)"
bool read_reporting_credit(Part& part, SelfDescription& self) {
  static const RE2 kCredit(R"((?i)^[(\[]?(?:additional )?(?:reporting|writing|written|compiled) by\s+([^;.)]+).*$)");
  std::string names;
  if (part.words > 40 || !RE2::FullMatch(part.plain, kCredit, &names)) return false;
  for (const std::string& name : names_in_byline("By " + names)) add_author(self, name);
  part.settle(Zone::Byline, "reporting credit");
  return true;
}

bool is_known_author(const SelfDescription& self, std::string_view name) {
  const auto words = words_of(name);
  const auto shares_surname = [&](const std::string& each) {
    const auto known = words_of(each);
    return !known.empty() && !words.empty() && std::find(words.begin(), words.end(), known.back()) != words.end();
  };
  return std::any_of(self.authors.begin(), self.authors.end(), shares_surname);
}

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

namespace {

constexpr std::size_t kLongestDateline = 120;

// The dash that ends a dateline: begins behind the place and ends where the sentence begins.
Piece dash_in(std::string_view start) {
  static const RE2 kDash(R"(\s*(?:\s-{1,2}|–|—|―|\s--)\s+)");
  re2::StringPiece found;
  const re2::StringPiece whole = piece(start);
  if (!kDash.Match(whole, 0, whole.size(), RE2::UNANCHORED, &found, 1)) return {};
  const auto begin = static_cast<std::size_t>(found.data() - start.data());
  return {begin, begin + found.size()};
}

bool is_place_in_capitals(std::string_view place) {
  return count_words(place) <= 5 && is_upper_case(place) && place.find_first_of("\"?!;:") == std::string_view::npos;
}

bool is_place(std::string_view place) {
  const std::size_t comma = place.find(',');
  const std::string_view rest = comma == std::string_view::npos ? std::string_view() : trim(place.substr(comma + 1));
  if (!rest.empty() && (count_words(rest) > 4 || !starts_with_upper(rest))) return false;
  return is_place_in_capitals(trim(place.substr(0, comma)));
}

// "SARROW. Three days after …"
std::size_t place_with_stop(std::string_view start) {
  const std::size_t stop = start.find(". ");
  if (stop == std::string_view::npos || stop < 4 || stop > 40) return 0;
  const bool capital_behind = starts_with_upper(start.substr(stop + 2));
  return capital_behind && is_place_in_capitals(start.substr(0, stop)) && count_words(start.substr(0, stop)) <= 3
             ? stop + 2
             : 0;
}

}  // namespace

std::size_t dateline_length(std::string_view paragraph) {
  static const RE2 kAgency(R"(\s*[(\[][^()\[\]]*[)\]]\s*$)");
  static const RE2 kDate(
      R"((?i),?\s*(?:[a-z]{3,9}day,?\s+)?(?:[a-z]{3,9}\.?\s+\d{1,2}|\d{1,2}\s+[a-z]{3,9})(?:,?\s+\d{4})?\s*$)");
  const std::string_view start = paragraph.substr(0, kLongestDateline);
  const Piece dash = dash_in(start);
  if (dash.end == 0 || dash.end >= paragraph.size()) return place_with_stop(start);
  std::string place(start.substr(0, dash.begin));
  const bool agency = RE2::Replace(&place, kAgency, "");
  const bool dated = RE2::Replace(&place, kDate, "");
  if (is_place(place)) return dash.end;
  const bool named = starts_with_upper(place) && count_words(place) <= 5 && count_words(place) >= 1;
  return named && agency && (dated || place.find(',') != std::string::npos || count_words(place) <= 2)
             ? dash.end
             : place_with_stop(start);
}

DatelineFacts facts_in_dateline(std::string_view dateline) {
  static const RE2 kAgency(R"([(\[]([^()\[\]]{2,40})[)\]])");
  DatelineFacts facts;
  if (const auto date = find_date(dateline)) facts.published = date->published;
  RE2::PartialMatch(piece(dateline), kAgency, &facts.agency);
  return facts;
}

SelfDescription describe(Parts& parts, const Known& known) {
  SelfDescription self{.authors = known.authors};
  const std::size_t prose = first_prose(parts);
  const bool has_head = prose < parts.size() && prose <= kLongestHead;
  if (has_head) Head(parts, self, known.title, known.bare_names).read(prose);
  Foot(parts, self, known.bare_names).read();
  if (prose < parts.size()) read_inner_lines(parts, prose, self);
  return self;
}

}  // namespace demarche::ingest
