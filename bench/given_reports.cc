// SPDX-License-Identifier: Apache-2.0
#include "given_reports.h"

#include <fmt/format.h>

#include <array>
#include <chrono>
#include <cmath>

#include "text/text.h"

namespace demarche::bench {

namespace {

using analysis::Source;
using record::Range;

// A number from numbers, the same on every machine (SplitMix64).
std::uint64_t drawn(std::uint64_t seed, std::uint64_t what) {
  std::uint64_t z = seed * 0x9E3779B97F4A7C15u + what * 0xBF58476D1CE4E5B9u;
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
  return z ^ (z >> 31);
}

// Few states make most of the news: the square of an even draw.
std::size_t uneven(std::uint64_t number, std::size_t of) {
  const double part = static_cast<double>(number % 1000000) / 1e6;
  return static_cast<std::size_t>(part * part * static_cast<double>(of));
}

std::string syllables(std::uint64_t number, int count) {
  constexpr std::array<std::string_view, 16> kSyllables = {"ba",  "kor", "ti", "lem", "dra", "vo",  "sen", "mi",
                                                           "gar", "pel", "no", "rus", "ha",  "tel", "zu",  "fen"};
  std::string word;
  for (int i = 0; i < count; ++i, number /= kSyllables.size()) word += kSyllables[number % kSyllables.size()];
  word[0] = static_cast<char>(word[0] - 32);
  return word;
}

std::string state(std::size_t number) {
  return {static_cast<char>('A' + number % 12), static_cast<char>('A' + number / 12 % 12), 'Q'};
}

struct Type {
  std::string_view event, mode, verb;
};
constexpr std::array<Type, 10> kTypes = {{{"ASSAULT", "heavy-weapons", "shelled"},
                                          {"ASSAULT", "firearms", "raided"},
                                          {"COERCE", "seize", "seized"},
                                          {"COERCE", "arrest", "arrested"},
                                          {"SANCTION", "expel", "expelled"},
                                          {"MOBILIZE", "troops", "deployed"},
                                          {"REQUEST", "yield", "demanded"},
                                          {"ACCUSE", "allege", "accused"},
                                          {"CONSULT", "visit", "visited"},
                                          {"AID", "economic", "financed"}}};

// One deed, as whoever tells of it knows it.
struct Deed {
  Type type;
  std::size_t doer, recipient;
  std::string place, thing;
  int day;
  double figure;
};

Deed deed(std::uint64_t number, int days) {
  return {.type = kTypes[drawn(number, 1) % kTypes.size()],
          .doer = uneven(drawn(number, 2), 140),
          .recipient = uneven(drawn(number, 3), 140),
          .place = syllables(drawn(number, 4), 3),
          .thing = syllables(drawn(number, 5), 2),
          .day = 10000 + static_cast<int>(drawn(number, 6) % static_cast<std::uint64_t>(days)),
          .figure = static_cast<double>(drawn(number, 7) % 90 + 3)};
}

class Writer {
 public:
  Writer(std::size_t number, std::size_t of);
  void tell(const Deed& deed, bool by_a_speaker);
  Source source;

 private:
  Range add(std::string_view words);
  void add_party(std::vector<record::PartyItem>& parties, std::size_t who);
};

Range Writer::add(std::string_view words) {
  const auto begin = static_cast<std::uint32_t>(source.document.text.size());
  source.document.text += words;
  return {begin, static_cast<std::uint32_t>(source.document.text.size())};
}

void Writer::add_party(std::vector<record::PartyItem>& parties, std::size_t who) {
  const std::string id = state(who), name = syllables(who * 37 + 5, 2) + "ia";
  parties.push_back(
      {.actor = {.actor = id, .name = name, .country = id, .sector = {}}, .span = add(name), .produced_by = {}});
  source.reading.mentions.push_back({.span = parties.back().span,
                                     .head = parties.back().span,
                                     .kind = "actor",
                                     .entity = -1,
                                     .actor = parties.back().actor,
                                     .person = {},
                                     .produced_by = {}});
}

std::string shown(int day) { return show(Day(std::chrono::sys_days(std::chrono::days(day)))); }

void Writer::tell(const Deed& deed, bool by_a_speaker) {
  record::EventItem event;
  event.event = deed.type.event;
  event.mode = deed.type.mode;
  event.polarity = "affirmed";
  event.modality = "happened";
  event.score = 0.9F;
  event.sentence.begin = static_cast<std::uint32_t>(source.document.text.size());
  record::StatementItem said;
  if (by_a_speaker) {
    std::vector<record::PartyItem> speaker;
    add_party(speaker, deed.recipient);
    said.source = {speaker.front().span};
    said.speaker = speaker.front().actor.actor;
    said.cue = {add(" said that")};
    add(" ");
  }
  const auto content = static_cast<std::uint32_t>(source.document.text.size());
  add_party(event.actors, deed.doer);
  add(" ");
  event.trigger = {add(deed.type.verb)};
  add(fmt::format(" the {} works of ", deed.thing));
  add_party(event.recipients, deed.recipient);
  add(" at ");
  event.place = record::PlaceItem{
      .span = add(deed.place), .name = deed.place, .country = {}, .region = {}, .precision = "city", .produced_by = {}};
  add(fmt::format(" on {}, with {:.0f} dead.", shown(deed.day), deed.figure));
  event.sentence.end = static_cast<std::uint32_t>(source.document.text.size());
  event.date =
      record::DateItem{.lo = shown(deed.day), .hi = shown(deed.day), .precision = "day", .span = event.trigger[0]};
  event.quantities = {{.value = deed.figure,
                       .lo = deed.figure,
                       .hi = deed.figure,
                       .unit = "persons",
                       .kind = "killed",
                       .span = event.trigger[0]}};
  if (by_a_speaker) {
    said.content = {{content, event.sentence.end}};
    said.speaker_kind = "named";
    said.act = drawn(content, deed.doer) % 5 == 0 ? "accuse" : "assert";
    said.polarity = "affirmed";
    said.form = "indirect";
    said.score = 0.9F;
    event.inside = static_cast<int>(source.reading.statements.size());
    event.stance = "affirms";
    source.reading.statements.push_back(std::move(said));
  }
  source.reading.sentences.push_back(event.sentence);
  source.reading.events.push_back(std::move(event));
  add(" ");
}

Writer::Writer(std::size_t number, std::size_t of) {
  constexpr std::size_t kTold = 3;  // reports of one deed
  const int days = 3650;
  auto& document = source.document;
  document.id = fmt::format("{:016x}", drawn(number, 8));
  document.path = fmt::format("made/{}.txt", number);
  document.outlet = "The " + syllables(drawn(number, 9) % 200, 2) + " Post";
  document.kind = "news";
  for (std::uint64_t i = 0; i < kTold; ++i) {
    const Deed told = deed(drawn(number, 20 + i) % of, days);
    if (i == 0) document.published = shown(told.day + 1);
    tell(told, i == 1);
  }
}

}  // namespace

Source report(std::size_t number, std::size_t of) {
  Source made = Writer(number, of).source;
  made.reading.mentions.shrink_to_fit();
  made.reading.events.shrink_to_fit();
  made.document.text.shrink_to_fit();
  return made;
}

}  // namespace demarche::bench
