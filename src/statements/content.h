// SPDX-License-Identifier: Apache-2.0
// What the words of a content tell of the statement: whether they are quoted, and whether they say no.
#pragma once

#include <string_view>

#include "statements/statements.h"
#include "text/text.h"

namespace demarche::statements {

// Whether a text opens with a quotation mark, of whatever direction; whether it ends with one, stops and blanks aside.
bool begins_quotation(std::string_view text);
bool ends_quotation(std::string_view text);

// Direct when all of it stands in quotation marks, mixed when some of it does.
Form form_of(const Document& document, const Spans& content);

// "it had not sent troops", "We do not support", "no aid was sent": the main clause says that it is not so.
bool is_negated(const Document& document, const Spans& content);

// "the", "that", "to": a piece that says nothing.
bool is_empty_talk(std::string_view piece);

// Whether `outer` holds all of `inner`.
using demarche::holds;
bool holds(const Spans& outer, const Spans& inner);

// Whether some piece of the one shares a byte with some piece of the other.
bool overlap(const Spans& a, const Spans& b);

}  // namespace demarche::statements
