// SPDX-License-Identifier: Apache-2.0
#include "ingest/charset.h"

#include <re2/re2.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>

#include "base/error.h"
#include "base/utf8.h"
#include "ingest/charset_labels.h"
#include "ingest/wording.h"

namespace demarche::ingest {

namespace {

constexpr std::size_t kDetectionSample = 64 << 10;
constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

// Empty for what is no label of the web.
std::string charset_of_label(std::string_view label) {
  const std::string plain = lowered(trim(label));
  if (plain.empty() || plain.find(' ') != std::string::npos) return {};
  for (const CharsetLabels& each : kCharsetLabels) {
    if (each.labels.find(" " + plain + " ") != std::string_view::npos) return std::string(each.charset);
  }
  return {};
}

using Converter = std::unique_ptr<UConverter, decltype(&ucnv_close)>;

std::optional<std::string> convert(std::string_view bytes, const std::string& charset) {
  UErrorCode status = U_ZERO_ERROR;
  const Converter from(ucnv_open(charset.c_str(), &status), ucnv_close);
  const Converter to(ucnv_open("UTF-8", &status), ucnv_close);
  if (U_FAILURE(status)) return std::nullopt;
  std::string out;
  std::array<char, 1 << 14> chunk;
  std::array<UChar, 1 << 13> pivot;
  UChar* pivot_begin = pivot.data();
  UChar* pivot_end = pivot.data();
  const char* source = bytes.data();
  for (UBool fresh = true;; fresh = false) {
    char* target = chunk.data();
    status = U_ZERO_ERROR;
    ucnv_convertEx(to.get(), from.get(), &target, chunk.data() + chunk.size(), &source, bytes.data() + bytes.size(),
                   pivot.data(), &pivot_begin, &pivot_end, pivot.data() + pivot.size(), fresh, true, &status);
    out.append(chunk.data(), target);
    if (status != U_BUFFER_OVERFLOW_ERROR) break;
  }
  if (U_FAILURE(status)) return std::nullopt;
  return out;
}

std::size_t count_replacements(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = text.find(kReplacement); at != std::string_view::npos; at = text.find(kReplacement, at + 3))
    ++count;
  return count;
}

struct Utf8Errors {
  std::size_t bad = 0;
  std::size_t good = 0;  // well-formed characters outside ASCII
};

Utf8Errors utf8_errors(std::string_view bytes) {
  Utf8Errors errors;
  for (std::size_t at = 0; at < bytes.size();) {
    if (static_cast<unsigned char>(bytes[at]) < 0x80) {
      ++at;
      continue;
    }
    const std::size_t before = at;
    const bool bad = next_code_point(bytes, at) == 0xFFFD && at - before == 1;
    ++(bad ? errors.bad : errors.good);
  }
  return errors;
}

std::string repaired_utf8(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size());
  for (std::size_t at = 0; at < bytes.size();) append_utf8(out, next_code_point(bytes, at));
  return out;
}

struct Mark {
  std::string_view bytes, charset;
};

std::optional<Mark> byte_order_mark(std::string_view bytes) {
  static constexpr std::array<Mark, 5> kMarks = {{{"\xEF\xBB\xBF", "utf-8"},
                                                  {{"\xFF\xFE\0\0", 4}, "utf-32le"},
                                                  {{"\0\0\xFE\xFF", 4}, "utf-32be"},
                                                  {"\xFF\xFE", "utf-16le"},
                                                  {"\xFE\xFF", "utf-16be"}}};
  for (const Mark& mark : kMarks) {
    if (bytes.starts_with(mark.bytes)) return mark;
  }
  return std::nullopt;
}

// UTF-16 without a mark shows in text of the Latin script as a zero in nearly every second byte.
std::string_view unmarked_utf16(std::string_view bytes) {
  const std::string_view sample = bytes.substr(0, 4096);
  std::array<std::size_t, 2> zeros = {0, 0};
  for (std::size_t at = 0; at < sample.size(); ++at) zeros[at % 2] += sample[at] == '\0';
  const std::size_t half = sample.size() / 2;
  if (half < 4) return {};
  if (zeros[1] * 10 > half * 7 && zeros[0] * 10 < half) return "utf-16le";
  if (zeros[0] * 10 > half * 7 && zeros[1] * 10 < half) return "utf-16be";
  return {};
}

std::string detected_charset(std::string_view bytes) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&status), ucsdet_close);
  const auto size = static_cast<std::int32_t>(std::min(bytes.size(), kDetectionSample));
  ucsdet_setText(detector.get(), bytes.data(), size, &status);
  const UCharsetMatch* match = ucsdet_detect(detector.get(), &status);
  if (U_FAILURE(status) || match == nullptr) return "windows-1252";
  const char* name = ucsdet_getName(match, &status);
  const bool sure = ucsdet_getConfidence(match, &status) >= 25;
  if (U_FAILURE(status) || !sure || lowered(name).starts_with("utf-8")) return "windows-1252";
  return charset_of_label(name);
}

// Control characters that text does not hold: more than one in 64 means a program or a picture.
bool is_binary(std::string_view text) {
  const auto controls = std::count_if(text.begin(), text.end(), [](char byte) {
    const auto code = static_cast<unsigned char>(byte);
    return (code < 0x20 && code != '\t' && code != '\n' && code != '\r' && code != '\f' && code != 0x1B) ||
           code == 0x7F;
  });
  return static_cast<std::size_t>(controls) * 64 > text.size();
}

[[noreturn]] void refuse_binary() {
  throw Error(ErrorKind::BadInput, "the bytes are no text; convert the file to text or HTML");
}

void drop_nuls(Decoded& decoded) {
  const auto nuls = std::count(decoded.text.begin(), decoded.text.end(), '\0');
  if (nuls == 0) return;
  std::erase(decoded.text, '\0');
  decoded.notes.push_back(std::to_string(nuls) + " NUL bytes left out");
}

std::string as_said(std::string_view bytes, std::string_view declared, std::vector<std::string>& notes) {
  for (const std::string& charset :
       {charset_of_label(declared), detected_charset(bytes), std::string("windows-1252")}) {
    if (charset.empty()) continue;
    const auto text = convert(bytes, charset);
    if (!text || count_replacements(*text) * 1000 > text->size()) continue;
    notes.push_back("read as " + charset);
    return *text;
  }
  notes.push_back("read as UTF-8 with replacements");
  return repaired_utf8(bytes);
}

std::string decoded_text(std::string_view bytes, std::string_view declared, std::vector<std::string>& notes) {
  if (const auto mark = byte_order_mark(bytes)) {
    const std::string_view rest = bytes.substr(mark->bytes.size());
    if (mark->charset != "utf-8") return convert(rest, std::string(mark->charset)).value_or("");
    return is_valid_utf8(rest) ? std::string(rest) : repaired_utf8(rest);
  }
  if (const std::string_view wide = unmarked_utf16(bytes); !wide.empty()) {
    notes.push_back("read as " + std::string(wide));
    return convert(bytes, std::string(wide)).value_or("");
  }
  const Utf8Errors errors = utf8_errors(bytes);
  const bool escapes = lowered(declared).starts_with("iso-2022") && bytes.find('\x1B') != std::string_view::npos;
  if (errors.bad == 0 && !escapes) return std::string(bytes);
  if (is_binary(bytes)) refuse_binary();
  // A stray byte in a page that is UTF-8 elsewhere is damage, not another character set.
  if (errors.good >= 4 && errors.bad * 10 <= errors.good) {
    notes.push_back(std::to_string(errors.bad) + " bytes are not UTF-8 and were replaced");
    return repaired_utf8(bytes);
  }
  return as_said(bytes, declared, notes);
}

}  // namespace

Decoded decode(std::string_view bytes, std::string_view declared) {
  Decoded decoded;
  decoded.text = decoded_text(bytes, declared, decoded.notes);
  drop_nuls(decoded);
  if (is_binary(decoded.text)) refuse_binary();
  return decoded;
}

std::string declared_charset(std::string_view page) {
  static const RE2 kCharset(R"((?i)<(?:meta|\?xml)\b[^>]{0,500}?(?:charset|encoding)\s*=\s*["']?\s*([a-z0-9_:-]+))");
  std::string label;
  RE2::PartialMatch(page.substr(0, 4096), kCharset, &label);
  return label;
}

}  // namespace demarche::ingest
