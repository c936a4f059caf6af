// SPDX-License-Identifier: Apache-2.0
// Whose government "the government" is: of the state that the text is about.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "actors/draft.h"
#include "actors/heading.h"

namespace demarche::actors {

// Whether those who are called so belong to a state ("the army", "judges"). Rebels may be anybody's, and an envoy is
// rather another state's.
bool belongs_to_a_state(const Role& role);

// Whether a phrase means several states' at once: "both armies", "the foreign ministers", "mediators".
bool is_of_many(std::string_view phrase);

// What the drafts of a document say of states. `drafts` are in text order and outlive this.
class MainState {
 public:
  MainState(const Tables::Content& content, std::string_view text, const std::vector<SentenceWords>& sentences,
            const std::vector<Draft>& drafts, const Heading& heading);

  // The state that the text is about: one that has a line of the heading to itself, the only one of the title, else the
  // one that its heading and text name at least three times and half as often again as any other. Empty when no state
  // stands out.
  const std::string& main() const { return main_; }

  // The country of an organ that is named without one ("the army", "officials", "the foreign ministry"): of the capital
  // where its sentence says it is, else of the only state named in the sentence just before of its paragraph, else of
  // the chapter or the text. Empty when none is known, where the one before and a text or chapter that names its state
  // in its title disagree, and for phrases that mean no organ of one state.
  std::string owner_of(std::size_t draft) const;

 private:
  void read_sections();
  std::string told_of_before(std::size_t draft) const;
  std::string capital_before(const Draft& draft) const;
  std::string state_of_organ(std::size_t draft) const;
  bool is_answer(std::size_t draft, const std::string& state) const;
  bool is_state(const Draft& draft) const;
  bool is_reached(const Draft& draft) const;
  std::string country_of(const Draft& draft) const;
  bool is_elsewhere(const Draft& draft) const;
  bool stands_elsewhere(const Draft& draft) const;
  std::string_view view(const Draft& draft) const {
    return text_.substr(draft.mention.span.begin, draft.mention.span.size());
  }
  bool is_owned_in_words(const Draft& draft) const;
  bool is_named_elsewhere(const std::string& country, std::uint32_t sentence) const;

  const Tables::Content& content_;
  std::string_view text_;
  const std::vector<SentenceWords>& sentences_;
  const std::vector<Draft>& drafts_;
  std::set<std::string> named_;  // countries that the text names otherwise than by a town
  std::string main_;
  std::string
      home_;  // the same, or the state whose capital the dateline names: where its people and police are at home
  std::map<std::string, std::set<std::uint32_t>> sentences_of_;  // in which a country is named
  std::string heading_;                                          // the state that speaks, in a release
  std::size_t body_ = 0;               // the first sentence behind the title; later headings open chapters
  bool is_titled_ = false;             // the heading or title names `main_`
  std::vector<std::string> sections_;  // of each sentence the state that the heading of its chapter names
};

}  // namespace demarche::actors
