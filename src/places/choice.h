// SPDX-License-Identifier: Apache-2.0
// Which of the entries that bear a name is meant, and whether the name is a place here at all.
//
// The weight of an entry is a sum in which one is about a factor of ten in people: how many live there, how much the
// document says of its country and region, how near it lies to places already known, how it bears the name, and what
// the words beside the name say ("province", "the town of", "…, Illinois"). A name that also belongs to a large place
// far away, and for whose small bearer nothing speaks, gives nothing rather than a guess.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "places/context.h"
#include "places/sentence.h"
#include "places/wording.h"
#include "reader/reader.h"

namespace demarche::places {

// What the network takes the words of a candidate for.
enum class Taken { Unread, Place, Nothing, Part, Other };

// Where a candidate lies as the text itself says: "Springfield, Illinois", "Tripoli in Lebanon", "the Iraqi town of …".
// Several when that name is ambiguous in its turn: Georgia.
struct Whereabouts {
  std::vector<std::uint32_t> entries;  // countries and regions
  std::vector<std::uint8_t> countries;
  bool names(const Entry& entry, const Atlas& atlas) const;
  bool empty() const { return entries.empty() && countries.empty(); }
};

struct Choice {
  const Candidate* candidate = nullptr;
  std::size_t sentence = 0;
  std::optional<Bearer> bearer;  // the most likely one
  Taken taken = Taken::Unread;
  Whereabouts whereabouts;
  double margin = 0;           // before the next one in another place
  double people_of_rival = 0;  // of the largest other place of the name
  bool is_told = false;        // the text itself says where it lies
  bool is_dateline = false;
};

class Chooser {
 public:
  Chooser(const Atlas& atlas, const Wording& wording, const std::vector<Sentence>& sentences, const Context& context,
          const std::vector<reader::Name>* names)
      : atlas_(atlas), wording_(wording), sentences_(sentences), context_(context), names_(names) {}

  Choice choose(const Candidate& candidate, std::size_t sentence) const;
  // A capital that stands for its government: "Islamabad's offer", "ties with Beijing", "Tehran rejected it".
  bool means_government(const Choice& choice) const;
  // Whether the choice is good enough to be told.
  bool is_credible(const Choice& choice) const;
  // What a name of this document was told to be stays so: "Springfield, Illinois", then "Springfield".
  void remember(const Choice& choice);

 private:
  double weight(const Bearer& bearer, const Candidate& candidate, std::size_t sentence,
                const Whereabouts& whereabouts) const;
  double weight_of_kind(const Entry& entry, const Candidate& candidate, std::size_t sentence) const;
  double weight_of_namesakes(const Entry& entry, const Candidate& candidate) const;
  double weight_of_bearing(const Bearer& bearer, bool has_kind_beside) const;
  Whereabouts whereabouts_of(const Candidate& candidate, std::size_t sentence) const;
  void read_behind(const Candidate& candidate, const Sentence& sentence, Whereabouts& found) const;
  std::optional<std::size_t> end_of_apposition(const Sentence& sentence, std::size_t first, Whereabouts& found) const;
  void read_before(const Candidate& candidate, const Sentence& sentence, Whereabouts& found) const;
  bool add(const Sentence& sentence, std::size_t at, bool is_abbreviation, Whereabouts& found) const;
  Taken taken_for(const Candidate& candidate, const Sentence& sentence) const;
  double points_of_surroundings(const Choice& choice) const;
  double points_of_entry(const Choice& choice, const Entry& entry) const;
  bool is_doubtful(const Candidate& candidate, const Sentence& sentence) const;
  bool acts(const Choice& choice) const;
  bool is_owner_of_policy(const Choice& choice) const;
  bool is_party(const Choice& choice) const;
  bool stands_alone(const Choice& choice) const;
  bool is_subject(const Choice& choice) const;
  bool names_a_thing(const Choice& choice) const;
  bool is_ship_or_model(const Choice& choice) const;
  bool is_team(const Choice& choice) const;
  std::size_t first_of(const Choice& choice) const;
  bool is_located(const Choice& choice) const;
  bool goes_with_place(const NameWord& word) const;
  bool leads_to_a_place(std::string_view word) const;
  bool is_called_town(const Candidate& candidate, const Sentence& sentence) const;
  bool has_kind(const Candidate& candidate, const Sentence& sentence, Part kind) const;

  const Atlas& atlas_;
  const Wording& wording_;
  const std::vector<Sentence>& sentences_;
  const Context& context_;
  const std::vector<reader::Name>* names_;
  std::map<std::string, std::uint32_t, std::less<>> told_;  // by the words of the text
};

}  // namespace demarche::places
