// SPDX-License-Identifier: Apache-2.0
#include "places/places.h"

#include <algorithm>

#include "places/atlas.h"
#include "places/choice.h"
#include "places/context.h"
#include "places/names.h"
#include "places/sentence.h"

namespace demarche::places {
namespace {

// Beyond this margin a choice helps to make others.
constexpr double kSure = 1.5;

class Finder {
 public:
  Finder(const Atlas& atlas, const Wording& wording, const Document& document, const language::Tokens& tokens,
         const Clues& clues)
      : atlas_(atlas), wording_(wording), context_(atlas), chooser_(atlas, wording, sentences_, context_, clues.names) {
    add_datelines(document);
    first_of_text_ = sentences_.size();
    std::uint32_t block = UINT32_MAX;
    for (const language::Sentence& sentence : tokens.sentences) {
      sentences_.emplace_back(atlas, wording, document.text(), name_words(document.text(), tokens, sentence),
                              sentence.block != block);
      block = sentence.block;
    }
    context_.read(sentences_);
    for (const std::string& country : clues.countries) context_.add_actor(country);
  }

  std::vector<Place> find() {
    // First what the text itself tells, then what is sure, then the rest in the light of these.
    for (const Choice& choice : all())
      if (choice.is_told && chooser_.is_credible(choice)) take_as_anchor(choice);
    for (const Choice& choice : all())
      if (!choice.is_told && choice.margin >= kSure && tells_where(choice)) take_as_anchor(choice);
    std::vector<Place> places;
    for (const Choice& choice : all())
      if (chooser_.is_credible(choice)) places.push_back(place_of(choice));
    std::sort(places.begin(), places.end(), [](const Place& a, const Place& b) { return a.span < b.span; });
    return places;
  }

 private:
  // What ingest set apart as a dateline gives no sentences, and is read here only.
  void add_datelines(const Document& document) {
    for (const Block& block : document.blocks()) {
      if (block.zone != Zone::Dateline) continue;
      language::Tokens tokens;
      tokens.tokens = language::split_tokens(document.text(), block.span);
      const language::Sentence whole{
          .span = block.span, .first_token = 0, .end_token = static_cast<std::uint32_t>(tokens.tokens.size())};
      sentences_.emplace_back(atlas_, wording_, document.text(), name_words(document.text(), tokens, whole), true);
    }
  }

  std::vector<Choice> all() const {
    std::vector<Choice> choices;
    for (std::size_t i = 0; i < sentences_.size(); ++i)
      for (const Candidate& candidate : sentences_[i].candidates()) {
        choices.push_back(chooser_.choose(candidate, i));
        choices.back().is_dateline |= i < first_of_text_;
      }
    return choices;
  }

  // A capital that means its government is no place here, but says what the text is about.
  bool tells_where(const Choice& choice) const {
    return chooser_.is_credible(choice) || chooser_.means_government(choice);
  }

  void take_as_anchor(const Choice& choice) {
    const Entry& entry = atlas_.entry(choice.bearer->entry);
    if (choice.is_told) chooser_.remember(choice);
    if (choice.is_dateline) return context_.add_dateline(entry);
    if (entry.kind != Kind::Country) context_.add_anchor(entry, choice.candidate->name, choice.sentence);
  }

  Place place_of(const Choice& choice) const {
    const Entry& entry = atlas_.entry(choice.bearer->entry);
    const Entry& spot = atlas_.with_spot(entry);
    return {.span = choice.candidate->span,
            .name = std::string(atlas_.name(entry)),
            .geonameid = entry.geonameid,
            .country = std::string(atlas_.country_code(entry.country)),
            .region = std::string(atlas_.region_name(entry)),
            .latitude = spot.latitude / 100'000.0,
            .longitude = spot.longitude / 100'000.0,
            .precision = std::string(precision_of(spot.kind)),
            .is_dateline = choice.is_dateline,
            .rule = atlas_.rule_of(*choice.bearer)};
  }

  const Atlas& atlas_;
  const Wording& wording_;
  std::vector<Sentence> sentences_;
  std::size_t first_of_text_ = 0;
  Context context_;
  Chooser chooser_;
};

}  // namespace

struct Gazetteer::Content {
  Atlas atlas;
  Wording wording;
  std::string fingerprint;
};

Gazetteer::Gazetteer(const std::filesystem::path& data)
    : content_(new Content{Atlas(data), Wording(data / "lexicon" / "en" / "place_words.tsv"), {}}) {
  content_->fingerprint = content_->atlas.fingerprint();
}
Gazetteer::~Gazetteer() = default;

std::vector<Place> Gazetteer::find(const Document& document, const language::Tokens& tokens, const Clues& clues) const {
  auto places = Finder(content_->atlas, content_->wording, document, tokens, clues).find();
  content_->atlas.give_back();
  return places;
}

const std::string& Gazetteer::fingerprint() const { return content_->fingerprint; }

}  // namespace demarche::places
