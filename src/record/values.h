// SPDX-License-Identifier: Apache-2.0
// The words that a field may hold: what queries and corrections are checked against. Private to this folder.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace demarche::record {

using Names = std::vector<std::string_view>;

const Names& acts();
const Names& polarities();
const Names& modalities();
const Names& stances();  // what a speaker holds of an event
const Names& position_stances();
const Names& changes();  // of a position
const Names& forms();    // of a statement
const Names& document_kinds();
const Names& dispute_kinds();
const Names& dispute_states();
const Names& quantity_kinds();
const Names& correction_states();
const Names& event_types();
// Empty for an event without modes.
const Names& modes_of(std::string_view event);

std::string joined(const Names& names);  // "affirmed, negated"
bool holds(const Names& names, std::string_view name);

}  // namespace demarche::record
