// SPDX-License-Identifier: Apache-2.0
// Words that tell that a name beside them is, or is not, a place. All take folded words.
#pragma once

#include <string_view>

namespace demarche::places {

bool is_locative(std::string_view word);           // "in", "towards", "across"
bool holds_a_place(std::string_view word);         // behind it even "Victoria" is a place: "in", "near", "from"
bool is_time(std::string_view word);               // "in March", "at Christmas": times wherever they stand
bool is_direction(std::string_view word);          // "northern", "central", "south": before a name that stays a place
bool is_function_word(std::string_view word);      // has a capital only since it opens a sentence
bool is_title_behind(std::string_view word);       // a capital word that does not make the name before it longer
bool tells_region(std::string_view word);          // "province", "oblast"
bool tells_district(std::string_view word);        // "district", "county"
bool tells_town(std::string_view word);            // "city", "village"
bool is_body(std::string_view word);               // "Bank of …", "University of …"
bool is_act_of_government(std::string_view word);  // "denied", "warns": what a capital does when it means a government
bool is_act_of_firm(std::string_view word);        // "sells", "scored": of firms and teams
bool stands_before_verb(std::string_view word);    // "has", "also", "would"
bool is_personal_title(std::string_view word);     // "mr", "general": what follows is a person

}  // namespace demarche::places
