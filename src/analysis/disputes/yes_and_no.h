// SPDX-License-Identifier: Apache-2.0
// Which passages affirm and which say no, and what the no is about. Private to this folder.
#pragma once

#include "analysis/disputes/disputes.h"
#include "analysis/passages/propositions.h"

namespace demarche::analysis {

bool may_be_affirmed(const Passage& passage);
// Said by somebody, and not merely told by the text.
bool is_attributed(const Passage& passage);
// Somebody stands behind it: who says it, or whoever argues in an opinion or a study.
bool is_somebodys(const Passage& passage);
// Who says no: by words of rejecting, or by a negative of his own.
bool says_no(const Passage& passage);
// What both speak of stands in the clause that negates: who says that he closed the camp "and did not ask why" denies
// no camp. Words of rejecting deny all that is said.
bool denies_matter(const Passage& no, const Likeness& likeness);
// The accused denies something on the issue of the accusation, within four hundred days.
bool about_the_same(const Accusation& accusation, const Utterance& denial);

}  // namespace demarche::analysis
