// SPDX-License-Identifier: Apache-2.0
// Reader: the network. Document and tokens → typed, scored spans and links. Only this folder knows that there are
// tensors.
//
// One pass of an encoder per window of whole sentences gives names, the three layers of attribution with their links,
// predicates with their arguments, polarity and modality. What a statement contains is read once more by itself, which
// finds the statements inside statements. Pairs are read with both phrases marked.
//
// One window per inference request, so that a result depends on its window alone and never on batching or on the number
// of workers. A Reader is immutable after construction and may be used from many threads at once, each with a Scratch
// of its own.
#pragma once

#include <array>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "language/language.h"
#include "text/text.h"

namespace demarche::reader {

enum class NameKind { Person, Organisation, Place, Group, Facility, Other };

struct Name {
  Span span;
  NameKind kind = NameKind::Other;
  float score = 0;
};

// A phrase that fills a role, with the probability of the link. A guess is the likeliest phrase where none is likely
// enough: better than an empty side, and no reason to believe in the deed.
struct Argument {
  Span span;
  float score = 0;
  bool is_guess = false;
};

// Who says what: source, cue, content (Pareti 2012; PolNeAR, Newell et al. 2018).
struct Attribution {
  Spans source, cue, content;
  std::vector<Argument> addressees;
  std::string act;  // the network's guess, one of the acts of docs/annotation.md
  float act_score = 0;
  int inside = -1;  // index of the attribution whose content holds this one, -1 for none
  float score = 0;  // 0 to 1
};

// A word or phrase that tells of a political deed, with its PLOVER category.
struct Predicate {
  Spans trigger;
  std::string event;  // "REQUEST"
  std::string mode;   // "yield" or empty
  std::vector<Argument> actors, recipients;
  bool negated = false;
  std::string modality;  // one of the modalities of docs/annotation.md
  float score = 0;
};

// A word that stands for a phrase which means somebody or something: its head, of a name the last word, or a pronoun.
struct Anchor {
  enum class Kind { Person, Organisation, Place, Other };
  Span span;
  Kind kind = Kind::Other;
  int antecedent = -1;  // index of an earlier anchor that means the same, -1: the first of its kind
  float score = 0;      // the chance of that
  // Earlier anchors that it may go back to, one of each chain, likeliest first, with their chances: for readers who
  // know more, such as whether a name is a man's.
  struct Candidate {
    int anchor = -1;
    float score = 0;
  };
  std::vector<Candidate> candidates = {};
};

// Of a word that tells of a deed or state: whether it is told as having happened.
struct Judgement {
  bool negated = false;
  std::string modality;  // empty when the word lies outside the text
  float happened = 0;    // the chance that it is affirmed and happened or goes on
};

struct Annotations {
  std::vector<Name> names;
  std::vector<Attribution>
      attributions;                   // in text order of their first span; an outer one stands before its inner ones
  std::vector<Predicate> predicates;  // in text order of their triggers
  std::vector<Anchor> anchors;        // in text order
};

// Relation of a marked pair: probability per label. labels()[0] is "NONE", then the sixteen PLOVER events.
struct Relation {
  std::string event;
  std::array<float, 17> scores{};
};

class Reader {
 public:
  struct Scratch;  // one inference request with its buffers
  struct ScratchDeleter {
    void operator()(Scratch* scratch) const;
  };
  using ScratchPtr = std::unique_ptr<Scratch, ScratchDeleter>;

  // Loads the network below `folder` (model.xml, model.bin, labels.json, vocab.txt); what was compiled for this machine
  // is kept below `cache`, unless that is empty. Throws Error{NotFound, Corrupt}.
  explicit Reader(const std::filesystem::path& folder, const std::filesystem::path& cache = {});
  ~Reader();

  ScratchPtr make_scratch() const;
  Annotations annotate(const Document& document, const language::Tokens& tokens, Scratch& scratch) const;

  // The PLOVER relation from the first phrase to the second, both in one sentence (or nearby); NONE when they stand
  // further apart than a window.
  Relation relate(std::string_view text, const language::Tokens& tokens, Span subject, Span object,
                  Scratch& scratch) const;

  // What the text says of each of these words, one judgement a word.
  std::vector<Judgement> judge(const language::Tokens& tokens, const std::vector<Span>& words, Scratch& scratch) const;

  static const std::array<std::string, 17>& relation_labels();
  // "demarche-small 2026-11-21 sha256:…": which network wrote a reading.
  const std::string& fingerprint() const;

 private:
  struct Network;
  std::unique_ptr<Network> network_;
};

}  // namespace demarche::reader
