// SPDX-License-Identifier: Apache-2.0
// He or she: what a pronoun, a title and a given name tell.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "actors/draft.h"

namespace demarche::actors {

enum class Sex { Unknown, He, She };

// "his" → He, "herself" → She, "they" → Unknown; in lower case.
Sex sex_of(const std::string& pronoun);

// Of each entity whose names tell ("Mrs Orel", "Ada Ilves"; data/actors/given_names.tsv). A name of one word, which may
// be a surname, tells only where no longer one does.
std::map<int, Sex> sexes_of(const Tables::Content& content, const std::vector<SentenceWords>& sentences,
                            const std::vector<Draft>& drafts);

}  // namespace demarche::actors
