// SPDX-License-Identifier: Apache-2.0
// Ingest: bytes → Documents.
//
//   page.html, article.txt, notes.md, feed.jsonl, a folder, standard input
//     → clean text, title, authors, outlet, date, language, kind, and for each block the zone it belongs to.
//
// For plain text the Document's text is the input after decoding, byte for byte; furniture and repeats are marked as
// blocks, not cut out. For HTML the text is the visible text of the kept blocks, paragraphs separated by a blank line;
// what was dropped is counted by reason. Non-English text is kept whole, with its language, and is not read.
//
// All functions are pure and may be called from many threads.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "text/text.h"

namespace demarche::ingest {

struct Limits {
  std::uint64_t max_bytes = 64u << 20;  // of one document
  std::uint32_t max_depth = 256;        // nested HTML elements; deeper ones are flattened
};

struct Dropped {
  std::string reason;  // "navigation", "comment form", …
  std::uint32_t words = 0;
};

struct Extract {
  Document document;
  std::vector<Dropped> dropped;
};

// What is known beforehand of a document; empty fields are found in its text.
struct Hints {
  std::string path = {};
  std::string given_id = {}, title = {}, outlet = {}, url = {}, author = {};
  std::string date = {};  // any form that ingest reads in a page
};

enum class Format { Text, Markdown, Html, JsonLines };

// From the ending, or, when that says nothing, from the first bytes. Throws Error{BadInput} for a format that Demarche
// does not read.
Format format_of(const std::filesystem::path& path, std::string_view first_bytes);

// One document of plain text, Markdown or HTML. Throws Error{BadInput} when the bytes hold no text (binary, empty).
Extract extract(std::string_view bytes, Format format, const Hints& hints, const Limits& limits = {});

// One line {"id", "text" or "html", "title", "date", "url", "outlet", "author"}. Throws Error{BadInput} naming what is
// wrong with it.
Extract extract_json_line(std::string_view line, const std::string& path, const Limits& limits = {});

// Where documents are read from. A folder stands for the files below it that Demarche reads, in order of their names;
// "-" is standard input (JSON lines).
struct Failure {
  std::string path;  // "feed.jsonl:17" for a line
  std::string message;
};

// Calls `take` for every document found below `paths`, in a fixed order, and `fail` for every input that could not be
// used; never throws for one bad input. Returns early when `take` returns false; what `take` or `fail` throws comes
// through.
void for_each_document(const std::vector<std::string>& paths, const Limits& limits,
                       const std::function<bool(Extract&&)>& take, const std::function<void(Failure&&)>& fail);

// The files that for_each_document would open: what progress is measured against. Missing paths are left to it to
// report.
struct Inventory {
  std::uint64_t files = 0;
  std::uint64_t bytes = 0;
};
Inventory inventory(const std::vector<std::string>& paths);

// "en", "ur", …; "und" when the text is too short or too mixed to tell.
std::string detect_language(std::string_view text);

}  // namespace demarche::ingest
