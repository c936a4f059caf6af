// SPDX-License-Identifier: Apache-2.0
// How questions of disputes are put. Private to this folder.
#pragma once

#include <string>
#include <vector>

#include "analysis/passages/propositions.h"

namespace demarche::analysis {

std::string question_about(const Corpus& corpus, const Claim& claim);
// As it stands inside a sentence: "the foreign ministry", "two officials".
std::string name_in_question(const Corpus& corpus, const Voice& voice);
// The issue that two or more items share, or the first of the first.
std::string shared_theme(const std::vector<std::string>& one, const std::vector<std::string>& other);
// "Who is to blame (ambush)? Kelmoria blames the Front, the Front blames the River Guard." What is asked about is a
// word for a deed or thing; names stand in the answers.
std::string question_of_blame(const Propositions& propositions, const Passage& one, const Passage& other,
                              const std::string& answers);

}  // namespace demarche::analysis
