// SPDX-License-Identifier: Apache-2.0
// Short notation for tests of disputes: a text, and what the reading is taken to have found in it.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "analysis/analysis.h"

namespace demarche::analysis::given {

inline const Lexicon& lexicon() {
  static const Lexicon loaded(std::filesystem::path(DEMARCHE_SOURCE) / "data");
  return loaded;
}

// `find` stops at the first place of the words; each call adds to what was read and returns the text.
class Told {
 public:
  explicit Told(const std::string& text, const std::string& published = "1921-06-08",
                const std::string& outlet = "The Courier", const std::string& kind = "news") {
    source_.document.text = text;
    source_.document.id = "d " + outlet + published;
    source_.document.published = published;
    source_.document.outlet = outlet;
    source_.document.kind = kind;
  }
  Told& said(const std::string& by, const std::string& act, const std::string& content, const std::string& cue = "") {
    record::StatementItem item;
    item.content = {find(content)};
    if (!cue.empty()) item.cue = {find(cue)};
    item.speaker = item.speaker_name = by;
    item.speaker_kind = "named";
    item.act = act;
    item.polarity = "affirmed";
    item.score = 0.9F;
    source_.reading.statements.push_back(item);
    return *this;
  }
  Told& names(const std::string& id, const std::string& words) {
    record::MentionItem item;
    item.span = item.head = find(words);
    item.actor.actor = id;
    source_.reading.mentions.push_back(item);
    return *this;
  }
  // A turn of an interview, behind its label.
  Told& turn(const std::string& label, const std::string& act, const std::string& words) {
    said("", act, words);
    auto& item = source_.reading.statements.back();
    const record::Range content = item.content.front();
    item.source = {{content.begin - 3, content.begin - 2}};
    item.cue = {{content.begin - 2, content.begin - 1}};
    if (label == "Q") item.speaker = "MED", item.speaker_kind = "outlet";
    return *this;
  }
  // An event of the last statement, or told by the text itself.
  Told& did(const std::string& event, const std::string& trigger, const std::string& by, const std::string& to = "",
            bool is_said = true) {
    record::EventItem item;
    item.event = event;
    item.modality = "happened";
    item.polarity = "affirmed";
    item.trigger = {find(trigger)};
    item.sentence = sentence_around(item.trigger.front());
    if (!by.empty()) item.actors.push_back(party(by));
    if (!to.empty()) item.recipients.push_back(party(to));
    item.inside = is_said ? static_cast<int>(source_.reading.statements.size()) - 1 : -1;
    item.performed_by = -1;
    item.score = 0.9F;
    source_.reading.events.push_back(item);
    return *this;
  }
  // A day that the text names.
  Told& on(const std::string& words, const std::string& first, const std::string& last = "") {
    record::MomentItem item;
    item.kind = "date";
    item.date = {.lo = first, .hi = last.empty() ? first : last, .precision = "day", .span = find(words)};
    source_.reading.moments.push_back(item);
    return *this;
  }
  // Something to come, of that day.
  Told& planned(const std::string& event, const std::string& trigger, const std::string& by, const std::string& day) {
    record::EventItem item;
    item.event = event;
    item.modality = "promised";
    item.stance = "promises";
    item.polarity = "affirmed";
    item.trigger = {find(trigger)};
    item.sentence = {0, static_cast<std::uint32_t>(source_.document.text.size())};
    item.actors.push_back(
        {.actor = {.actor = by, .name = by, .country = {}, .sector = {}}, .span = {0, 1}, .produced_by = {}});
    item.date = record::DateItem{.lo = day, .hi = day, .precision = "day", .span = {}};
    item.inside = static_cast<int>(source_.reading.statements.size()) - 1;
    item.performed_by = -1;
    item.score = 0.9F;
    source_.reading.events.push_back(item);
    return *this;
  }
  const Source& source() const { return source_; }

 private:
  record::Range find(const std::string& words) const {
    const std::size_t at = source_.document.text.find(words);
    EXPECT_NE(at, std::string::npos) << words;
    return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
  }
  record::PartyItem party(const std::string& id) const {
    return {.actor = {.actor = id, .name = id, .country = {}, .sector = {}}, .span = {0, 1}, .produced_by = {}};
  }
  record::Range sentence_around(record::Range trigger) const {
    const std::string& text = source_.document.text;
    const std::size_t before = text.rfind(". ", trigger.begin), after = text.find('.', trigger.end);
    return {before == std::string::npos ? 0 : static_cast<std::uint32_t>(before + 2),
            static_cast<std::uint32_t>(std::min(after + 1, text.size()))};
  }
  Source source_;
};

inline std::vector<Dispute> disputes_in(const std::vector<Told>& texts, const std::string& kind) {
  std::vector<Source> sources;
  for (const Told& told : texts) sources.push_back(told.source());
  auto found = find(sources, lexicon(), [](const std::string& id) { return id; }).disputes;
  std::erase_if(found, [&](const Dispute& dispute) { return dispute.kind != kind; });
  return found;
}

inline bool shows(const Side& side, const std::string& words) {
  return std::any_of(side.evidence.begin(), side.evidence.end(),
                     [&](const Quote& quote) { return quote.words.find(words) != std::string::npos; });
}

}  // namespace demarche::analysis::given
