// SPDX-License-Identifier: Apache-2.0
// What an amount counts. Private to this folder.
#pragma once

#include <optional>
#include <string>

#include "quantities/numbers.h"

namespace demarche::quantities {

struct Counted {
  std::size_t end = 0;  // behind the words that say it
  std::string unit, kind, noun;
};

// Nothing when the words around do not say what is counted.
std::optional<Counted> read_counted(const Lexemes& lexemes, const Amount& amount);
std::optional<Counted> read_money(const Lexemes& lexemes, const Amount& amount);
std::optional<Counted> read_percent(const Lexemes& lexemes, const Amount& amount);

// The noun to which a link ties the number: "the number of GUNS at fewer than 200", "a DEBT of $255 million".
std::string noun_before(const Lexemes& lexemes, const Amount& amount);

bool is_persons(const Lexeme& lexeme);
// "[people] were killed", "[people] dead": what became of them, over auxiliaries and adverbs only.
std::string_view kind_behind(const Lexemes& lexemes, std::size_t at);

}  // namespace demarche::quantities
