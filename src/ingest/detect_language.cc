// SPDX-License-Identifier: Apache-2.0
// The header of CLD2 needs FILE and does not include it, so the order matters.
// clang-format off
#include <cstdio>

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>
// clang-format on

#include "base/utf8.h"
#include "ingest/ingest.h"

namespace demarche::ingest {

namespace {

constexpr std::size_t kFewestLetters = 24;
constexpr std::size_t kSample = 64 << 10;

bool has_enough_letters(std::string_view text) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < text.size() && letters < kFewestLetters;)
    letters += is_letter(next_code_point(text, at));
  return letters >= kFewestLetters;
}

}  // namespace

std::string detect_language(std::string_view text) {
  const std::string_view sample = cut_utf8(text, kSample);
  if (!has_enough_letters(sample)) return "und";
  CLD2::Language best[3];
  int percent[3];
  int text_bytes = 0;
  bool reliable = false;
  const CLD2::CLDHints no_hints = {nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
  double scores[3];
  int valid = 0;
  CLD2::ExtDetectLanguageSummaryCheckUTF8(sample.data(), static_cast<int>(sample.size()), true, &no_hints, 0, best,
                                          percent, scores, nullptr, &text_bytes, &reliable, &valid);
  if (!reliable || best[0] == CLD2::UNKNOWN_LANGUAGE || percent[0] < 50) return "und";
  return CLD2::LanguageCode(best[0]);
}

}  // namespace demarche::ingest
