// SPDX-License-Identifier: Apache-2.0
#include "ingest/kind.h"

#include <re2/re2.h>

#include <map>
#include <set>
#include <string>

#include "ingest/dashed_turns.h"
#include "ingest/wording.h"

namespace demarche::ingest {

namespace {

std::size_t count_matches(const std::string& text, const RE2& pattern) {
  re2::StringPiece rest(text);
  std::size_t count = 0;
  while (RE2::FindAndConsume(&rest, pattern)) ++count;
  return count;
}

struct Wording {
  std::size_t paragraphs = 0, words = 0;
  std::size_t turns = 0;           // paragraphs that open with a speaker's label which comes back
  std::size_t questions = 0;       // turns that ask
  std::size_t dates = 0;           // full dates, months and years written out
  std::size_t dated_openings = 0;  // paragraphs whose first words hold a date
  std::size_t entries = 0;         // paragraphs that open with a date set apart: "3 May 1988 –", "Early June:"
  std::size_t bare_questions = 0;  // short paragraphs that ask, each followed by one that does not
  std::size_t years = 0;           // different ones
  std::size_t reports = 0;         // "said", "told", "announced"
  std::size_t first_person = 0;    // "I", "my"
  std::size_t oughts = 0;          // "must", "should", "ought", "needs to"
  std::size_t official = 0;        // "the Government of", "welcomes", "reaffirms", "calls upon"
};

void count_turns(const Parts& parts, Wording& wording) {
  std::map<std::string, std::size_t> turns;
  for (const Part& part : parts) {
    const auto words = words_of(speaker_label(part.plain));
    if (words.empty() || words.size() > 6 || part.zone != Zone::Body) continue;
    ++turns[words.back()];
    wording.questions += part.plain.ends_with('?');
  }
  for (const auto& [label, count] : turns) wording.turns += count >= 2 ? count : 0;
  const DashedTurns dashed = dashed_turns(parts);
  wording.turns += dashed.turns;
  wording.questions += dashed.questions;
}

void count_dates(const Part& part, std::set<std::string>& years, Wording& wording) {
  static const RE2 kDate(
      R"(\b(?:(?:January|February|March|April|May|June|July|August|September|October|November|December)(?:\s+\d{1,2},?)?\s+)?((?:1[6-9]|20)\d{2})\b)");
  static const RE2 kOpening(
      R"(^(?:(?:On|In|By|Since|From|Early in|Late in|During|Until|After|Before)\s+(?:the\s+)?)?(?:\p{L}+\s+){0,3}?(?:\d{1,2}\s+)?(?:\p{L}+\s+)?(?:\d{1,2},\s+)?(?:1[6-9]|20)\d{2}\b)");
  re2::StringPiece rest(part.plain);
  std::string year;
  while (RE2::FindAndConsume(&rest, kDate, &year)) {
    ++wording.dates;
    years.insert(year);
  }
  wording.dated_openings += RE2::PartialMatch(part.plain.substr(0, 80), kOpening);
}

bool is_entry(const Part& part) {
  static const RE2 kEntry(
      R"((?i)^\W*(?:(?:early|mid|late|end of)[ -])?(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?(?: \d{1,2}(?:[–-]\d{1,2})?)?|\d{1,2}(?:[–-]\d{1,2})? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|(?:1[6-9]|20)\d{2})(?:,? (?:(?:1[6-9]|20)\d{2}|[a-z]+(?: \d{1,2})?))?\s*(?:[:–—.,]|- |-$))");
  return RE2::PartialMatch(part.plain.substr(0, 60), kEntry);
}

bool asks_alone(const Part& part) { return part.plain.ends_with('?') && part.words <= 60; }

void count_questions(const Parts& parts, Wording& wording) {
  const Part* before = nullptr;
  for (const Part& part : parts) {
    if (part.zone != Zone::Body) continue;
    wording.bare_questions += before != nullptr && asks_alone(*before) && !asks_alone(part);
    before = &part;
  }
}

// The words of others are no sign of the author's own voice.
std::string without_quotations(std::string text) {
  static const RE2 kQuotation(R"(“[^”]*”|"[^"]*"|«[^»]*»)");
  RE2::GlobalReplace(&text, kQuotation, "…");
  return text;
}

Wording wording_of(const Parts& parts) {
  static const RE2 kReports(
      R"(\b(?:said|told|announced|reported|added|according to|declined to comment|says|tweeted|noted|explained|wrote|confirmed)\b)");
  static const RE2 kFirst(R"(\b(?:I|my|me|[Ww]e|[Oo]ur|us)\b)");
  static const RE2 kOught(R"(\b(?:must|should|ought to|needs? to|has to|have to|cannot afford)\b)");
  static const RE2 kOfficial(
      R"(\b(?:the Government of|The (?:Government|Ministry|Ministers|Council|Commission|Secretary-General|Parties)\b|reaffirm\w*|welcom(?:es|ed)\b|calls? (?:up)?on|called upon|takes? note|recall(?:s|ed)\b|condemn(?:s|ed)\b|regret(?:s|ted)\b|Report\b|study\b|participants)\b)");
  Wording wording;
  std::set<std::string> years;
  for (const Part& part : parts) {
    if (part.zone != Zone::Body) continue;
    ++wording.paragraphs;
    wording.words += part.words;
    const std::string own = without_quotations(part.plain);
    wording.reports += count_matches(own, kReports);
    wording.first_person += count_matches(own, kFirst);
    wording.oughts += count_matches(own, kOught);
    wording.official += count_matches(part.plain, kOfficial);
    count_dates(part, years, wording);
    wording.entries += is_entry(part);
  }
  wording.years = years.size();
  count_turns(parts, wording);
  count_questions(parts, wording);
  return wording;
}

bool is_interview(const Wording& wording, const SelfDescription& self) {
  if (wording.bare_questions >= 4 && wording.bare_questions * 4 >= wording.paragraphs) return true;
  if (wording.turns < 4) return false;
  const bool asked = wording.questions >= 2 || self.labelled_interview;
  return asked && wording.turns * 4 >= wording.paragraphs;
}

bool is_release(const Wording& wording, const SelfDescription& self) {
  static const RE2 kTitle(
      R"((?i)^(?:(?:joint|press|official) )?(?:statement|communiqu\S|declaration|joint statement|press release|resolution|remarks)\b|\bcommuniqu\S)");
  // "Communiqué of the Front", "MILITARY COMMUNIQUÉ NO. 31"; a report of one says more before it.
  static const RE2 kIssued(R"((?i)^(?:\pL+ )?communiqu\S (?:of|by|from|to|no)\b)");
  if (self.labelled_release || RE2::PartialMatch(self.title, kIssued)) return true;
  return RE2::PartialMatch(self.title, kTitle) && wording.official >= 2;
}

// Reference pages date their sentences over years and quote nobody.
bool is_chronology(const Wording& wording) {
  if (wording.entries >= 5 && wording.entries * 2 >= wording.paragraphs) return true;
  if (wording.words < 80 || wording.years < 4 || wording.dates < 6) return false;
  const std::size_t per_thousand = wording.dates * 1000 / wording.words;
  if (wording.dated_openings * 2 >= wording.paragraphs) return true;
  const bool dense = per_thousand >= 8 || wording.dated_openings * 3 >= wording.paragraphs;
  return dense && (wording.reports * 1000 / wording.words <= 6 || wording.dates >= wording.reports * 3);
}

bool is_opinion(const Wording& wording, const SelfDescription& self) {
  if (self.labelled_opinion && !self.labelled_news) return true;
  if (wording.words < 60) return false;
  const std::size_t arguing = (wording.oughts + wording.first_person) * 1000 / wording.words;
  const std::size_t reporting = wording.reports * 1000 / wording.words;
  if (self.has_author_biography) return reporting <= 12;
  // A voice of its own that argues more than it reports; reports keep "we" and "must" for those they quote.
  if (wording.oughts >= 1 && wording.first_person >= 1 && arguing >= 8 && arguing >= reporting) return true;
  return !self.authors.empty() && wording.oughts >= 3 && arguing >= 10 && reporting <= 3;
}

}  // namespace

DocumentKind kind_of(const Parts& parts, const SelfDescription& self) {
  const Wording wording = wording_of(parts);
  if (wording.words == 0) return DocumentKind::Other;
  if (is_interview(wording, self)) return DocumentKind::Interview;
  if (is_release(wording, self)) return DocumentKind::Release;
  if (wording.turns >= 4 && wording.turns * 2 >= wording.paragraphs) return DocumentKind::Transcript;
  if (is_opinion(wording, self)) return DocumentKind::Opinion;
  if (is_chronology(wording)) return DocumentKind::Chronology;
  return DocumentKind::News;
}

}  // namespace demarche::ingest
