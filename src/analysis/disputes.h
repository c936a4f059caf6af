// SPDX-License-Identifier: Apache-2.0
// Disputes: one function per kind, and what they share. Private to this folder.
#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "analysis/claims.h"
#include "analysis/given_figures.h"
#include "analysis/happenings.h"
#include "analysis/propositions.h"

namespace demarche::analysis {

// Gathers the two or more sides of one dispute and weighs them.
class DisputeMaker {
 public:
  DisputeMaker(const Corpus& corpus, std::string kind) : corpus_(corpus), kind_(std::move(kind)) {}

  // Sides with the same key are one; they stand in the order in which they were first added.
  void add(const std::string& side, const Voice& voice, const std::string& stance, const Claim& claim);
  void add(const std::string& side, const Voice& voice, const std::string& stance, const Utterance& utterance);
  void add(const std::string& side, const Voice& voice, const std::string& stance, Quote quote, double score);
  // A side that says nothing: the accused who does not answer.
  void add_silent(const std::string& side, const Ids& who, const std::string& stance);
  std::size_t side_count() const { return sides_.size(); }
  bool has_evidence_in(const std::string& side) const { return sides_.contains(side); }

  // `about` makes the id: what the dispute is about, not who brought evidence, so that the id stays when evidence is
  // added.
  Dispute finish(const std::string& about, std::string question, const std::string& event, const std::string& theme,
                 double importance);

 private:
  struct Entry {
    int order = 0;
    Side side;
    std::map<std::string, double> weights;  // by document
  };
  double weight(const Entry& entry) const;
  void tidy(Side& side, Dispute& dispute) const;
  void join_namesakes();

  const Corpus& corpus_;
  std::string kind_;
  std::map<std::string, Entry> sides_;
};

double weight_of(const Corpus& corpus, const Claim& claim);
// 0 to 1: force before words, known parties before unknown ones, between states before within one.
double importance_of(const Claim& claim);

std::string names_in(const Corpus& corpus, const Ids& ids);
std::string question_about(const Corpus& corpus, const Claim& claim);
// As it stands inside a sentence: "the foreign ministry", "two officials".
std::string name_in_question(const Corpus& corpus, const Voice& voice);
// The issue that two or more items share, or the first of the first.
std::string shared_theme(const std::vector<std::string>& one, const std::vector<std::string>& other);
// At most `letters` code points, cut at a word.
std::string shortened(const std::string& words, std::size_t letters);

// Between two places, over the sphere.
double kilometres(const record::PlaceItem& a, const record::PlaceItem& b);

// Whether two claims are of one proposition: what one affirms and the other may deny.
bool same_proposition(const Claim& affirmed, const Claim& denied);

// An accusation: a statement that accuses, or a deed of accusing.
struct Accusation {
  int utterance = -1, claim = -1;  // the statement; the ACCUSE event. One of the two is known.
  Voice accuser;
  Ids accused, about;
  std::vector<std::string> themes;
  std::vector<int> claims;  // what the accused is said to have done
  int document = 0, said = kNoDay;
  std::uint32_t at = 0;  // where it stands in the text
};
std::vector<Accusation> accusations_of(const Corpus& corpus);

// "Who is to blame (ambush)? Kelmoria blames the Front, the Front blames the River Guard." What is asked about is a
// word for a deed or thing; names stand in the answers.
std::string question_of_blame(const Propositions& propositions, const Passage& one, const Passage& other,
                              const std::string& answers);

class Intents;
class Surroundings;
using Disputes = std::vector<Dispute>;
// `answered` collects the accusations (by index) that a denial answers.
void find_denials(const Propositions& propositions, const std::vector<Accusation>& accusations, std::set<int>& answered,
                  Disputes& found);
// Accounts of one deed by two voices, in one passage of a text or in two texts, that name another doer, place or time.
void find_rival_accounts(const Propositions& propositions, Disputes& found);
// Accusations to which the text notes that there was no answer.
void find_noted_silences(const Propositions& propositions, Disputes& found);
void find_unanswered(const Corpus& corpus, const std::vector<Accusation>& accusations, const std::set<int>& answered,
                     Disputes& found);
void find_mutual_accusations(const Corpus& corpus, const std::vector<Accusation>& accusations, Disputes& found);
void find_figures(const Propositions& propositions, const std::vector<GivenFigure>& figures, Disputes& found);
void find_culprits(const Corpus& corpus, const std::vector<Accusation>& accusations, Disputes& found);
void find_places_and_times(const Corpus& corpus, Disputes& found);
void find_refusals(const Corpus& corpus, const Intents& intents, Surroundings& surroundings, Disputes& found);
void find_contradictory_demands(const Corpus& corpus, Disputes& found);  // to fight and to talk
// To open and to close.
void find_opposed_demands(const Corpus& corpus, const Intents& intents, Surroundings& surroundings, Disputes& found);
void find_reversals(const Corpus& corpus, Disputes& found);                      // by deeds and issue
void find_turns(const Corpus& corpus, const Intents& intents, Disputes& found);  // by words
void find_broken_promises(const Corpus& corpus, const Intents& intents, Surroundings& surroundings, Disputes& found);
// Said versus did: what became of the promises among the positions.
void note_outcomes(const Intents& intents, std::vector<Position>& positions);

}  // namespace demarche::analysis
