// SPDX-License-Identifier: Apache-2.0
// Words, dates and codes as dictionaries write them.
#pragma once

#include <string>
#include <string_view>

#include "actors/dictionary.h"

namespace demarche::actors {

std::string utf8_of_latin1(std::string_view bytes);
bool contains(std::string_view text, std::string_view part);
std::string lower_ascii(std::string_view text);
void replace_all(std::string& text, std::string_view old, std::string_view by);

// A replacement character or an unprintable one stands in it.
bool is_damaged(std::string_view line);

// "BUSINESSMAN_" → "businessman"; one blank between words.
std::string phrase_of(std::string_view name);

// The plural that PETRARCH makes of a noun without one of its own.
std::string plural_of(const std::string& noun);

// What is left of a line before its comment.
std::string_view without_comment(std::string_view line);

// What is wrong with a code ("USALREB": parts of three letters), empty when nothing is.
std::string wrong_in_code(std::string_view code);

// Reads ">011222", "<900823", "930120-010120", "20121204" or nothing into a code; what is wrong with it, else empty.
std::string wrong_in_days(std::string_view text, DictionaryCode& code);

}  // namespace demarche::actors
