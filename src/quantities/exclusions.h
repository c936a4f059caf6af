// SPDX-License-Identifier: Apache-2.0
// Numbers that are no quantity of a matter: years, dates, ages, clock times, ranks, numbered things. Private to this
// folder.
#pragma once

#include "quantities/numbers.h"

namespace demarche::quantities {

// "C3%B4", "F-16", "2.10.3": a piece of something longer.
bool is_piece(const Lexemes& lexemes, const Amount& amount);

// "14 May", "in 2008", "a 30-year-old", "5:30", "the 19th", "Resolution 1267", "Warehouse Six", "one of them".
bool is_no_quantity(const Lexemes& lexemes, const Amount& amount);

// "40 km north of", "within 3 miles of": where a place lies.
bool is_distance(const Lexemes& lexemes, const Amount& amount, std::size_t end);

// Whether a number with nothing counted may still be a figure: "the organisers more than 300", "he had treated five".
bool may_stand_alone(const Lexemes& lexemes, const Amount& amount);

}  // namespace demarche::quantities
