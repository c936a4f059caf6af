// SPDX-License-Identifier: Apache-2.0
#include "quantities/wordlist.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "base/error.h"
#include "base/tsv.h"

namespace demarche::quantities {

namespace {

constexpr std::pair<std::string_view, Sense> kNames[] = {{"number", Sense::Number},
                                                         {"scale", Sense::Scale},
                                                         {"short", Sense::Short},
                                                         {"vague", Sense::Vague},
                                                         {"part", Sense::Part},
                                                         {"bound", Sense::Bound},
                                                         {"behind", Sense::Behind},
                                                         {"money", Sense::Money},
                                                         {"unit", Sense::Unit},
                                                         {"person", Sense::Person},
                                                         {"armed", Sense::Armed},
                                                         {"refugee", Sense::Refugee},
                                                         {"state", Sense::State},
                                                         {"deed", Sense::Deed},
                                                         {"time", Sense::Time},
                                                         {"numbered", Sense::Numbered},
                                                         {"uncounted", Sense::Uncounted},
                                                         {"far", Sense::Far},
                                                         {"be", Sense::Be},
                                                         {"auxiliary", Sense::Auxiliary},
                                                         {"break", Sense::Break},
                                                         {"stop", Sense::Stop},
                                                         {"link", Sense::Link},
                                                         {"rise", Sense::Rise},
                                                         {"before", Sense::Before},
                                                         {"month", Sense::Month}};

Sense sense_named(std::string_view name, const TsvRow& row) {
  const auto found =
      std::find_if(std::begin(kNames), std::end(kNames), [&](const auto& each) { return each.first == name; });
  if (found == std::end(kNames))
    throw Error(ErrorKind::BadInput, row.where() + ": no sense “" + std::string(name) + "”");
  return found->second;
}

// "cubic metre*1000000000"
void take_unit(WordEntry& entry, const std::string& argument) {
  const auto star = argument.find('*');
  entry.code = argument.substr(0, star);
  if (star != std::string::npos) entry.factor = std::strtod(argument.c_str() + star + 1, nullptr);
}

void take(WordEntry& entry, Sense sense, const std::string& argument) {
  entry.senses |= 1u << static_cast<unsigned>(sense);
  switch (sense) {
    case Sense::Number:
    case Sense::Scale:
    case Sense::Vague:
    case Sense::Part:
      entry.number = std::strtod(argument.c_str(), nullptr);
      return;
    case Sense::Short:
      entry.short_scale = std::strtod(argument.c_str(), nullptr);
      return;
    case Sense::State:
      entry.state = argument;
      return;
    case Sense::Deed:
      entry.deed = argument;
      return;
    case Sense::Unit:
      take_unit(entry, argument);
      return;
    case Sense::Money:
    case Sense::Bound:
    case Sense::Behind:
      entry.code = argument;
      return;
    default:
      return;
  }
}

}  // namespace

WordList::WordList(const std::filesystem::path& table) {
  for (const TsvRow& row : read_tsv(table, {"word", "sense", "by"})) {
    const std::string& sense = row["sense"];
    const auto colon = sense.find(':');
    const Sense kind = sense_named(std::string_view(sense).substr(0, colon), row);
    const std::string argument = colon == std::string::npos ? "" : sense.substr(colon + 1);
    auto words = split_values(row["word"], ' ');
    if (words.size() == 1) {
      take(words_[words.front()], kind, argument);
      continue;
    }
    Phrase phrase{.words = std::move(words), .entry = {}};
    take(phrase.entry, kind, argument);
    phrases_[phrase.words.front()].push_back(std::move(phrase));
  }
  for (auto& [first, phrases] : phrases_)
    std::stable_sort(phrases.begin(), phrases.end(),
                     [](const Phrase& a, const Phrase& b) { return a.words.size() > b.words.size(); });
}

const WordEntry& WordList::of(std::string_view word) const {
  static const WordEntry kNone;
  const auto found = words_.find(word);
  return found == words_.end() ? kNone : found->second;
}

const std::vector<WordList::Phrase>& WordList::phrases(std::string_view first) const {
  static const std::vector<Phrase> kNone;
  const auto found = phrases_.find(first);
  return found == phrases_.end() ? kNone : found->second;
}

}  // namespace demarche::quantities
