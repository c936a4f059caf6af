// SPDX-License-Identifier: Apache-2.0
#include "ingest/self_lines.h"

#include <re2/re2.h>

#include <algorithm>
#include <iterator>

#include "base/utf8.h"
#include "ingest/bylines.h"
#include "ingest/datelines.h"
#include "ingest/dates.h"
#include "ingest/wording.h"

namespace demarche::ingest {

namespace {

re2::StringPiece piece(std::string_view text) { return {text.data(), text.size()}; }

// Sorted. The formatter would give each word a line.
// clang-format off
constexpr std::string_view kSectionWords[] = {
    "a", "affairs", "africa", "americas", "analysis", "and", "article", "articles", "asia", "background", "blog",
    "blogs", "breaking", "business", "central", "column", "columnist", "columnists", "comment", "commentary",
    "conversation", "conversations", "defence", "defense", "depth", "diplomacy", "dispatch", "east", "economy",
    "ed", "editorial", "essay", "europe", "exclusive", "expert", "explainer", "feature", "features", "foreign",
    "global", "guest", "home", "in", "international", "interview", "interviews", "latest", "letters", "live",
    "local", "middle", "military", "national", "news", "north", "on", "op", "op-ed", "oped", "opinion", "opinions",
    "perspective", "perspectives", "policy", "politics", "q", "region", "regional", "report", "reports", "security",
    "south", "special", "stories", "story", "the", "top", "update", "urgent", "view", "viewpoint", "views", "west",
    "world"};
// clang-format on

bool is_section_word(std::string_view word) {
  return std::binary_search(std::begin(kSectionWords), std::end(kSectionWords), word);
}

bool is_section_label(std::string_view label) {
  const auto words = words_of(label);
  return !words.empty() && words.size() <= 5 &&
         std::all_of(words.begin(), words.end(), [](const std::string& word) { return is_section_word(word); });
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

}  // namespace

void add_author(SelfDescription& self, std::string_view name) {
  const std::string plain = squeezed(name);
  if (plain.empty() || is_desk(plain)) return;
  const auto same = [&](const std::string& each) { return words_of(each) == words_of(plain); };
  if (std::none_of(self.authors.begin(), self.authors.end(), same)) self.authors.push_back(plain);
}

bool is_turn(std::string_view plain) { return !speaker_label(plain).empty(); }

bool is_prose(const Part& part) {
  if (part.settled || part.is_heading) return false;
  if (is_turn(part.plain) && part.words >= 6 && part.is_sentence && names_in_byline(part.plain).empty()) return true;
  if (part.words >= 45 || (part.words >= 12 && part.is_sentence && dateline_length(part.plain) > 0)) return true;
  if (part.words >= 20 && (part.is_sentence || part.plain.ends_with(':'))) return true;
  const bool full_stop = part.plain.ends_with('.') || part.plain.ends_with(".\"") || part.plain.ends_with(".”");
  return full_stop && part.words >= 6 && !is_upper_case(part.plain);
}

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
      R"((?i)^(?:press|news|media) (?:release|statement|note|bulletin|handout|communiqu\p{L})(?:\P{L}.*)?|^communiqu\p{L} (?:no|nr|number)\P{L}.*|^note verbale(?:\P{L}.*)?|^for immediate (?:release|use|publication)\b.*|^embargoed? (?:until|for)\b.*|^(?:press|information|public information|media) (?:cent(?:re|er)|office|service|department|division|bureau|section|secretariat|commission)$)");
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

bool read_reporting_credit(Part& part, SelfDescription& self) {
  static const RE2 kCredit(R"((?i)^[(\[]?(?:additional )?(?:reporting|writing|written|compiled) by\s+([^;.)]+).*$)");
  std::string names;
  if (part.words > 40 || !RE2::FullMatch(part.plain, kCredit, &names)) return false;
  for (const std::string& name : names_in_byline("By " + names)) add_author(self, name);
  part.settle(Zone::Byline, "reporting credit");
  return true;
}

}  // namespace demarche::ingest
