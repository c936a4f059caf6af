// SPDX-License-Identifier: Apache-2.0
#include "record/query.h"

#include <algorithm>
#include <array>
#include <set>
#include <vector>

#include "base/error.h"
#include "record/filter.h"
#include "record/values.h"
#include "text/text.h"

namespace demarche::record {

namespace {

constexpr std::array<std::string_view, 11> kKinds = {"documents", "actors",     "mentions",   "statements",
                                                     "events",    "happenings", "positions",  "disputes",
                                                     "figures",   "failures",   "corrections"};

void check_value(std::string_view filter, const std::string& value, const Names& allowed) {
  if (value.empty() || holds(allowed, value)) return;
  throw Error(ErrorKind::Usage,
              "--" + std::string(filter) + " " + value + ": no such value; there are " + joined(allowed));
}

// Which filters each kind answers, in the order of kKinds.
const std::array<std::set<std::string_view>, 11> kFilters = {{
    {"actor", "about", "type", "since", "until", "document", "outlet"},
    {"actor", "document", "outlet", "since", "until"},
    {"actor", "since", "until", "document", "outlet"},
    {"actor", "recipient", "speaker", "about", "type", "act", "polarity", "since", "until", "document", "outlet",
     "min-score"},
    {"actor", "recipient", "speaker", "about", "type", "act", "polarity", "modality", "since", "until", "document",
     "outlet", "min-score"},
    {"actor", "recipient", "about", "type", "since", "until", "document", "outlet", "min-score"},
    {"actor", "speaker", "about", "since", "until", "document", "outlet", "min-score"},
    {"actor", "speaker", "about", "type", "state", "since", "until", "document", "outlet", "min-score"},
    {"actor", "speaker", "about", "type", "since", "until", "document", "outlet"},
    {"document", "since", "until"},
    {"document", "state", "since", "until"},
}};

void check_filter(Kind kind, std::string_view filter, const std::string& value) {
  const auto& known = kFilters[static_cast<std::size_t>(kind)];
  if (value.empty() || known.contains(filter)) return;
  throw Error(ErrorKind::Usage, "--" + std::string(filter) + " does not apply to " + std::string(name_of(kind)) +
                                    "; these do: " + joined(Names(known.begin(), known.end())));
}

const Names& types_of(Kind kind) {
  if (kind == Kind::Documents) return document_kinds();
  if (kind == Kind::Disputes) return dispute_kinds();
  if (kind == Kind::Figures) return quantity_kinds();
  return event_types();
}

}  // namespace

std::string_view name_of(Kind kind) { return kKinds[static_cast<std::size_t>(kind)]; }

Kind kind_named(std::string_view name) {
  const auto found = std::find(kKinds.begin(), kKinds.end(), name);
  if (found != kKinds.end()) return static_cast<Kind>(found - kKinds.begin());
  throw Error(ErrorKind::Usage, std::string(name) + ": nothing of this kind is kept; there are " +
                                    joined(Names(kKinds.begin(), kKinds.end())));
}

void Query::validate() const {
  check_filter(kind, "actor", actor);
  check_filter(kind, "recipient", recipient);
  check_filter(kind, "speaker", speaker);
  check_filter(kind, "about", about);
  check_filter(kind, "type", type);
  check_filter(kind, "act", act);
  check_filter(kind, "polarity", polarity);
  check_filter(kind, "modality", modality);
  check_filter(kind, "state", state);
  check_filter(kind, "since", since);
  check_filter(kind, "until", until);
  check_filter(kind, "document", document);
  check_filter(kind, "outlet", outlet);
  check_filter(kind, "min-score", min_score > 0 ? "given" : "");
  if (!(min_score >= 0 && min_score <= 1))
    throw Error(ErrorKind::Usage, "--min-score " + std::to_string(min_score) + ": lies not between 0 and 1");
  check_value("type", type, types_of(kind));
  check_value("act", act, acts());
  check_value("polarity", polarity, polarities());
  check_value("modality", modality, modalities());
  check_value("state", state, kind == Kind::Corrections ? correction_states() : dispute_states());
  if (!about.empty() && !holds_word(about))
    throw Error(ErrorKind::Usage, "--about " + about + ": needs a word, with a letter or digit in it");
  if (!since.empty() && !until.empty() && day_at(since, Edge::First) > day_at(until, Edge::Last))
    throw Error(ErrorKind::Usage, "--since " + since + " lies behind --until " + until);
  if (!since.empty()) day_at(since, Edge::First);
  if (!until.empty()) day_at(until, Edge::Last);
}

std::string day_at(std::string_view text, Edge edge) {
  const std::string given(text);
  if (text.size() == 10 && parse_day(given)) return given;
  const bool is_year = text.size() == 4, is_month = text.size() == 7;
  const auto first = is_year ? parse_day(given + "-01-01") : is_month ? parse_day(given + "-01") : std::nullopt;
  if (!first) throw Error(ErrorKind::Usage, given + ": no date; write 2018, 2018-03 or 2018-03-07");
  if (edge == Edge::First) return show(*first);
  if (is_year) return given + "-12-31";
  return show(Day(first->year() / first->month() / std::chrono::last));
}

}  // namespace demarche::record
