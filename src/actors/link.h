// SPDX-License-Identifier: Apache-2.0
// Which mentions of a document mean the same: one actor id, one person, one name, an acronym in brackets, a pronoun.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "actors/chains.h"
#include "actors/draft.h"
#include "actors/grammar.h"
#include "actors/heading.h"
#include "actors/participants.h"
#include "actors/people.h"

namespace demarche::actors {

class Linker {
 public:
  Linker(const Tables::Content& content, std::string_view text, const std::vector<SentenceWords>& sentences,
         const Heading& heading, const Chains& chains, std::vector<Draft>& drafts)
      : content_(content), text_(text), sentences_(sentences), heading_(heading), chains_(chains), drafts_(drafts) {}

  // Adds short names, acronyms, pairs and pronouns to the drafts, sorts them and numbers their entities.
  void link();

  // Whose words a release or briefing is; nothing when its head does not say. After link().
  const std::optional<Resolution>& issuer() const { return issuer_; }

 private:
  void join_parts_of_names();
  void learn_persons();
  void name_by_surname(Draft& draft) const;
  void add_surnames();
  void add_acronyms();
  void add_acronym(std::uint32_t sentence, std::uint32_t at);
  void repeat_acronyms();
  void define_acronym(const Word& acronym, const Draft& meaning);
  void define_by_initials(std::uint32_t sentence, const Word& acronym);
  void redefine(Span acronym, const Draft& meaning);
  void add_pairs();
  void name_officials();
  void affiliate_persons();
  bool is_affiliation(const SentenceWords& sentence, Span between) const;
  void name_participants();
  Draft& draft_of_label(Span label, std::uint32_t sentence);
  std::optional<Resolution> answerer(const Participants& turns, const std::string& key) const;
  void adopt_owners();
  void adopt_wider();
  void adopt_main_state();
  void name_issuer(const std::string& state);
  bool is_issuers_own(const Draft& draft) const;
  void adopt_issuer();
  const Draft* last_of_noun(std::size_t before, const std::string& noun) const;
  void number_entities();
  void number(Draft& draft);
  std::string key_of(const Draft& draft);
  bool is_covered(Span span) const;
  const Draft* draft_ending_at(std::uint32_t sentence, std::uint32_t end) const;
  std::string_view view(Span span) const { return text_.substr(span.begin, span.size()); }

  const Tables::Content& content_;
  std::string_view text_;
  const std::vector<SentenceWords>& sentences_;
  const Heading& heading_;
  const Chains& chains_;
  std::vector<Draft>& drafts_;
  std::optional<Resolution> issuer_;
  People people_;
  std::map<std::string, int> entities_;
  std::map<std::string, Draft> acronyms_;  // as written → what it stands for
};

// The folded words of a phrase without its article.
std::string without_determiner(const Tables::Content& content, std::string_view text);

// "National Liberation Army (ELN)": of the armies of that name the one whose acronym it is.
void tell_namesakes_apart(const Tables::Content& content, std::string_view text, const SentenceWords& sentence,
                          std::vector<Draft>& drafts);

// Pronouns of one document, after the entities of all else are numbered: what the reader says they go back to, else the
// last that fits. `entities` are those of the chains' anchors; `drafts` are in text order; pronouns are added.
void add_pronouns(const Tables::Content& content, const Chains& chains, const std::vector<int>& entities,
                  const std::vector<SentenceWords>& sentences, std::vector<Draft>& drafts);

// By begin, longer first.
void sort_drafts(std::vector<Draft>& drafts);

}  // namespace demarche::actors
