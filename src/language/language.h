// SPDX-License-Identifier: Apache-2.0
// Language: Document → sentences, tokens, word pieces, all with byte spans into the text.
//
//   "Dr. Rizvi said no. “Talks are over,” she added."  →  two sentences, no cut behind "Dr."
//
// Sentences never cross a block. Word pieces are those of the reference BERT tokenizer (uncased WordPiece, Devlin et
// al. 2019), each with the bytes it stands for. A Splitter is immutable after construction and may be used from many
// threads at once.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "text/text.h"

namespace demarche::language {

// A maximal run of letters and digits, with inner apostrophe, hyphen, point or digit comma ("O'Brien", "al-Qaida",
// "U.S.", "7,000"), or one other visible character. A possessive is a token of its own: "Lima" + "'s", "rebels" + "'".
struct Token {
  Span span;
};

struct Piece {
  Span span;
  std::int32_t id = 0;
};

struct Sentence {
  Span span;
  std::uint32_t block = 0;                       // index into Document::blocks()
  std::uint32_t first_token = 0, end_token = 0;  // into Tokens::tokens
  std::uint32_t first_piece = 0, end_piece = 0;  // into Tokens::pieces
};

struct Tokens {
  std::vector<Sentence> sentences;
  std::vector<Token> tokens;
  std::vector<Piece> pieces;

  // The sentence that holds the byte, or the last one that begins before it; -1 when there is none.
  int sentence_at(std::uint32_t byte) const;
};

class WordPieces {
 public:
  // Throws Error{NotFound, Corrupt} when the vocabulary cannot be used.
  explicit WordPieces(const std::filesystem::path& vocabulary);
  ~WordPieces();
  WordPieces(WordPieces&&) noexcept;

  // Appends the pieces of text[span]; without [CLS] and [SEP], of any length.
  void split(std::string_view text, Span span, std::vector<Piece>& out) const;

 private:
  struct Vocabulary;
  std::unique_ptr<Vocabulary> vocabulary_;
};

class Splitter {
 public:
  explicit Splitter(const std::filesystem::path& vocabulary) : pieces_(vocabulary) {}
  // Sentences of all readable blocks (title, body), in text order; furniture, repeats and bylines give none.
  Tokens split(const Document& document) const;
  // The same for a phrase or sentence on its own.
  Tokens split_text(std::string_view text) const;
  const WordPieces& pieces() const { return pieces_; }

 private:
  WordPieces pieces_;
};

// Sentence spans of one block of text; for tests and for text that has no Document.
std::vector<Span> split_sentences(std::string_view text, Span block);
std::vector<Token> split_tokens(std::string_view text, Span span);

// "not", "never", "cannot", "didn't", with either apostrophe; the word in lower case.
bool is_negation(std::string_view word);
// Whether a verb is negated by the words just before it: "did not send", "has never armed", "nobody has accused",
// "neither Oslo nor Lima has threatened". "Not only" and what another verb negates ("did not say that it sent") do not
// count.
bool is_negated_before(std::string_view text, Span sentence, Span verb);

// Who of the speakers of an interview, briefing or debate puts the questions. A speaker is told by the last word of his
// label: "Ambassador Aino Lahti" and "LAHTI" are one. To be asked when all turns are counted.
class Speakers {
 public:
  static std::string key(std::string_view label);
  void count(std::string_view label, bool is_question);
  int turns(std::string_view label) const;
  std::size_t size() const { return habits_.size(); }
  // Calls himself so ("Q", "Question (Daily)"), asks in most of his turns, or, where two speak, far oftener than the
  // other: an interviewer may put a question as a statement.
  bool asks(std::string_view label) const;

 private:
  struct Habit {
    int turns = 0, questions = 0;
    double share() const { return static_cast<double>(questions) / turns; }
  };
  std::map<std::string, Habit> habits_;
};

}  // namespace demarche::language
