// SPDX-License-Identifier: Apache-2.0
// Passages and what they claim, in a form in which two of them can be compared whether or not an event was coded in
// them. Private to this folder.
//
// A passage is what one voice says within one sentence: the part of a statement's content that stands in it, or the
// sentence itself in the voice of its document. Its proposition is
//   keys     families of words of one meaning ("haven", "sanctuary" → shelter) and stems of all other words that carry
//            meaning
//   parties  the actors named in it, and the speaker where it says "we"
//   marks    what it does to others: negates, rejects, blames, tells of silence (marks.tsv)
//
//   "Pakistan shelters the Haqqani network"                     {shelter, pakis, haqqa, netwo}  PAK, …
//   "safe havens that Pakistan provides to the Haqqanis"        {shelter, give, pakis, haqqa}   PAK, …
//   "Pakistan's troops crossed into Afghanistan"                {troops, enter, pakis, afgha}   PAK, AFG
//
// The first two share what is rare and what is done, the third only a name. A key weighs the more the fewer passages of
// the record have it.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "analysis/claims/claims.h"
#include "analysis/names/identities.h"
#include "analysis/words/numbered.h"

namespace demarche::analysis {

struct Passage {
  int document = 0, nr = 0;  // nr: its sentence, counted from the start of the text
  int utterance = -1;        // whose content it is; -1: the document's own words
  record::Range range, sentence;
  Voice voice;
  std::string act;                 // of the statement; empty for the document's own words
  Keys keys;                       // as numbers, sorted: Propositions::word
  std::vector<std::string> names;  // those of the keys that are written with a capital letter
  Ids parties;
  Keys negated;                    // those of the keys that stand in a clause that negates
  std::vector<std::string> marks;  // sorted
  bool is_negative = false;        // denies by its own words: “never”, “no such”; not “will not”
  bool is_rejection = false;       // “nonsense”, “denied it”
  bool is_question = false, is_unreal = false, is_title = false;
  bool is_first = false;   // of its statement
  bool is_argued = false;  // the document's own words, of an opinion or a study: its author's view
  int turn = -1;           // the outermost statement around it: a turn of an interview
  int said = kNoDay;
  double score = 0.9;
  bool has_mark(std::string_view mark) const;
};

// What two passages share.
struct Likeness {
  double weight = 0;  // sum over the shared keys
  double share = 0;   // of the weight of the lighter passage, 0 to 1
  Keys keys;
  std::vector<std::string> parties;
  int matters = 0;  // shared keys that are no names
};

class Propositions {
 public:
  explicit Propositions(const Corpus& corpus);
  const Corpus& corpus() const { return corpus_; }
  const std::vector<Passage>& all() const { return passages_; }
  const Passage& at(int index) const { return passages_[static_cast<std::size_t>(index)]; }
  // Indexes of the passages of a document, in the order of the text.
  std::pair<int, int> of_document(int document) const;
  // A key as it is written: “shelt”, “=deed shelter”.
  const std::string& word(Key key) const { return keys_.word(key); }
  Key number(const std::string& word) const { return keys_.known(word); }  // of a key or a name of a passage
  // Those with a key, in order.
  const std::vector<int>& with_key(Key key) const { return by_key_[key]; }
  // Passages that share a key with it that is rare enough to tell something; in a large record, those of at most 500.
  std::set<int> related(const Passage& passage) const;
  double weight_of(Key key) const { return weights_[key]; }
  // Whether one of the keys is a family of deeds.
  bool has_deed(const Keys& keys) const;
  Likeness compare(const Passage& one, const Passage& other) const;
  // The passage in which a claim stands; -1 when there is none.
  int passage_of(const Claim& claim) const;
  Quote quote(const Passage& passage) const;
  std::string cite(const Passage& passage) const;  // its own words, in quotation marks
  // The words of the first that most say what both are about, "Latumena", "haven"; when they share none, what it is
  // about itself.
  std::vector<std::string> topic(const Passage& one, const Passage& other) const;

 private:
  void add_document(int document);
  void add_sentence(int document, int nr, record::Range sentence, bool is_title);
  void add(Passage passage);
  void weigh();
  bool rejects(const Passage& passage) const;
  std::vector<std::string> words_for(const Keys& keys, const std::string& words) const;
  void take_marks_of_cue(Passage& passage) const;
  void name_the_asked(int document);
  Voice mouth_of(const Utterance& utterance);
  const Corpus& corpus_;
  Numbered keys_;
  std::vector<Passage> passages_;
  std::vector<int> first_;  // by document
  std::vector<std::vector<int>> by_key_;
  std::vector<double> weights_;                  // by key
  std::vector<std::vector<int>> utterances_of_;  // by document
  Voice last_;                                   // who spoke last in the document being added
};

// Whether a key is a family of deeds.
bool is_deed(const std::string& key);
// Whether two voices are, or may be, of one mouth: equal, an organ and its state, a person and his movement by name.
bool same_mouth(const Passage& one, const Passage& other);
// Whether a passage speaks of a voice: it is among its parties, or its name stands there.
bool speaks_of(const Passage& passage, const Voice& voice);
// Whose words they are is known: a named actor, or a name that is no pronoun.
bool is_known_voice(const Voice& voice);

}  // namespace demarche::analysis
