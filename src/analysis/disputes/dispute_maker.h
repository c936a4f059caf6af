// SPDX-License-Identifier: Apache-2.0
// Puts a dispute together: gathers its two or more sides and weighs them. Private to this folder.
#pragma once

#include <map>
#include <string>

#include "analysis/claims/claims.h"

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

}  // namespace demarche::analysis
