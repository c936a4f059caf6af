// SPDX-License-Identifier: Apache-2.0
// A phrase in its sentences, read as a little document: its own appositions, acronyms and full names count, and a role
// that nobody owns is that of the only state named.
//
//   "police"      in "In Lusaka police broke up a prayer."                         →  ZMB.COP
//   "ADF patrol"  in "… the Ambazonia Defence Forces (ADF) … an ADF patrol …"      →  CMR.REB, whoever else is called
//   ADF "the army"    in "Kenya accused the army."                                     →  nobody's: Kenya is the other
//   party
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "actors/phrase.h"

namespace demarche::actors {

// `alone` is what the phrase, of these words, was read as by itself; returned where its sentences say no more.
std::optional<Resolution> read_in_context(const Tables::Content& content, const PhraseReading& alone,
                                          const std::vector<Word>& phrase, std::optional<Day> day,
                                          std::string_view context);

}  // namespace demarche::actors
