// SPDX-License-Identifier: Apache-2.0
// The items of a record laid out for comparison: each event with who claims it and how, each statement with what it is
// about. Private to this folder.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "analysis/names/actors.h"
#include "analysis/texts/stored_text.h"

namespace demarche::analysis {

enum class Stance { Affirms, Denies, Demands, Promises, Refuses, Threatens, Asks };
std::string_view name_of(Stance stance);

// Whether it is told as a fact, as something to come, or as something wished, feared or supposed.
enum class Ground { Fact, Future, Supposed };

struct Claim {
  int document = 0, nr = 0;
  const record::EventItem* event = nullptr;
  int utterance = -1;     // the statement inside which it stands: index into Corpus::utterances
  int performed_by = -1;  // the same, of the statement that does the deed
  Voice voice;
  Stance stance = Stance::Affirms;
  Ground ground = Ground::Fact;
  Ids actors, recipients;
  std::vector<std::string> themes, stems;
  When when;
  int said = kNoDay;
  double score = 0;
  std::string id;  // of the event
  int quad() const;
  Ids parties() const;
};

struct Utterance {
  int document = 0, nr = 0;
  const record::StatementItem* statement = nullptr;
  Voice voice;
  Ids addressees;
  Ids about;           // actors named in its content, without the speaker
  std::string target;  // the first actor named behind the cue: "accused TARVESSA of …", "urged PERU to …"; empty when
                       // none stands near
  bool is_subject = false;  // the content begins with it: "that PERU arms them"
  bool is_bare = false;     // nothing is said but the target: "blamed PERU"
  std::vector<std::string> themes;
  record::Range whole, content;  // from its first to its last word; the same of its content
  record::Range quote;           // the sentence or two to show for it
  int inside = -1;               // index into Corpus::utterances
  int said = kNoDay;
  bool said_is_exact = false;
  std::vector<int> claims;  // indexes of the claims it makes itself
  double score = 0;
  std::string id;
  const std::string& act() const { return statement->act; }
};

class Identities;

struct Corpus {
  std::vector<Text> texts;
  std::vector<Claim> claims;
  std::vector<Utterance> utterances;
  const Lexicon* lexicon = nullptr;
  NameOf name_of_actor;
  std::shared_ptr<const Identities> identities;
  std::map<std::string, std::string> names;  // keys of names, as they are shown

  std::string name_of(const std::string& id) const;  // of an actor id or a key
  std::vector<std::string> names_of(const Ids& ids) const;
  Quote quote(const Claim& claim) const;
  Quote quote(const Utterance& utterance) const;
  // Of any words of a document (its index): who said them when, and the item they stand in.
  Quote quote(int document, record::Range span, int said, const std::string& item) const;
  const std::string& outlet(int document) const {
    return texts[static_cast<std::size_t>(document)].source->document.outlet;
  }
};

// `sources` must outlive the corpus. Sorted by document id, so that the order of storing does not show.
Corpus lay_out(const std::vector<Source>& sources, const Lexicon& lexicon, const NameOf& name_of);

// "Kelmoria and Tarvessa"
std::string names_in(const Corpus& corpus, const Ids& ids);

int quad_of(std::string_view event);

}  // namespace demarche::analysis
