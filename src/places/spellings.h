// SPDX-License-Identifier: Apache-2.0
// Further spellings that follow from a name by rule: "Salihorsk District" is also called Salihorsk, "Ar Raqqah" Raqqa.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace demarche::places {

// A folded name without the words for its kind of division; empty when nothing else is left or there are none.
//   "salihorsk district" → "salihorsk", "municipio de chalatenango sur" → "chalatenango sur"
std::string without_kind(std::string_view folded);

// How else English texts write a folded Arabic name: "ar raqqah" → "raqqah", "al raqqah", "raqqa", "al raqqa".
std::vector<std::string> arabic_spellings(std::string_view folded);
bool writes_arabic(std::string_view country);

}  // namespace demarche::places
