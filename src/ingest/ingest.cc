// SPDX-License-Identifier: Apache-2.0
#include "ingest/ingest.h"

#include <array>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "base/error.h"
#include "base/utf8.h"
#include "ingest/assemble.h"
#include "ingest/charset.h"
#include "ingest/dates.h"
#include "ingest/page_text.h"
#include "ingest/wording.h"

namespace demarche::ingest {

namespace {

using Json = nlohmann::json;

constexpr int kMaxJsonDepth = 64;

std::string remedy_for(std::string_view ending) {
  return "format " + std::string(ending) + " is not read yet; convert it to text or HTML";
}

std::optional<Format> format_of_ending(std::string_view ending) {
  static constexpr std::array<std::pair<std::string_view, Format>, 11> kEndings = {{
      {".txt", Format::Text},
      {".text", Format::Text},
      {".md", Format::Markdown},
      {".markdown", Format::Markdown},
      {".html", Format::Html},
      {".htm", Format::Html},
      {".xhtml", Format::Html},
      {".shtml", Format::Html},
      {".jsonl", Format::JsonLines},
      {".ndjson", Format::JsonLines},
      {".json", Format::JsonLines},
  }};
  for (const auto& [each, format] : kEndings) {
    if (each == ending) return format;
  }
  return std::nullopt;
}

// Endings that name a format which is not text, or text that means something else.
bool is_unread_ending(std::string_view ending) {
  static constexpr std::array<std::string_view, 35> kEndings = {
      ".pdf",  ".doc", ".docx", ".odt", ".rtf", ".epub", ".eml", ".msg", ".mbox", ".warc", ".wet",    ".gz",
      ".zip",  ".bz2", ".xz",   ".zst", ".tar", ".7z",   ".xml", ".rss", ".atom", ".csv",  ".tsv",    ".xls",
      ".xlsx", ".ppt", ".pptx", ".png", ".jpg", ".jpeg", ".gif", ".db",  ".mp3",  ".mp4",  ".parquet"};
  for (const std::string_view each : kEndings) {
    if (each == ending) return true;
  }
  return false;
}

Format format_of_bytes(std::string_view first_bytes) {
  const std::string start = lowered(trim(first_bytes.substr(0, 1024)));
  if (start.starts_with("<!doctype html") || start.starts_with("<html") || start.find("<body") != std::string::npos)
    return Format::Html;
  if (start.starts_with('{')) return Format::JsonLines;
  return Format::Text;
}

void refuse_known_binary(std::string_view bytes) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kMagic = {
      {{"%PDF-", ".pdf"},
       {"PK\x03\x04", ".zip or .docx"},
       {"\x1F\x8B", ".gz"},
       {"{\\rtf", ".rtf"},
       {"\x89PNG", ".png"},
       {"\xD0\xCF\x11\xE0", ".doc"}}};
  for (const auto& [magic, name] : kMagic) {
    if (bytes.starts_with(magic)) throw Error(ErrorKind::BadInput, remedy_for(name));
  }
}

void check_size(std::size_t size, const Limits& limits) {
  const std::uint64_t longest = std::min<std::uint64_t>(limits.max_bytes, 0xFFFFFFFEu);
  if (size > longest) throw Error(ErrorKind::BadInput, "larger than " + std::to_string(longest) + " bytes; split it");
}

void check_text(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t code_point = next_code_point(text, at);
    if (is_letter(code_point) || is_digit(code_point)) return;
  }
  throw Error(ErrorKind::BadInput, "empty: it holds no word");
}

Draft draft_of_text(Decoded decoded) {
  Draft draft{
      .text = std::move(decoded.text), .parts = {}, .known = {}, .dropped = {}, .notes = std::move(decoded.notes)};
  draft.parts = split_text(draft.text);
  return draft;
}

std::string value_of(const std::map<std::string, std::string>& entries, std::initializer_list<const char*> keys) {
  for (const char* key : keys) {
    const auto found = entries.find(key);
    if (found != entries.end() && !found->second.empty()) return found->second;
  }
  return {};
}

Draft draft_of_markdown(Decoded decoded, Hints& hints) {
  Draft draft{
      .text = std::move(decoded.text), .parts = {}, .known = {}, .dropped = {}, .notes = std::move(decoded.notes)};
  MarkdownParts markdown = split_markdown(draft.text);
  draft.parts = std::move(markdown.parts);
  const auto fill = [&](std::string& field, std::initializer_list<const char*> keys) {
    if (field.empty()) field = value_of(markdown.front_matter, keys);
  };
  fill(hints.title, {"title", "headline"});
  fill(hints.outlet, {"outlet", "publication", "publisher", "source", "site"});
  fill(hints.author, {"author", "authors", "by"});
  fill(hints.date, {"date", "published", "pubdate", "created"});
  fill(hints.url, {"url", "link", "canonical"});
  if (const auto updated = find_date(value_of(markdown.front_matter, {"updated", "modified", "lastmod"})))
    draft.known.modified = updated->published;
  return draft;
}

Draft draft_of_page(Decoded decoded, const Hints& hints, const Limits& limits) {
  const HtmlTree page = parse_html(decoded.text, limits.max_depth);
  Draft draft{
      .text = {}, .parts = {}, .known = metadata_of(page, hints.url), .dropped = {}, .notes = std::move(decoded.notes)};
  draft.furniture = Draft::Furniture::Cut;
  PageText article = article_of(page, hints.title.empty() ? draft.known.title : hints.title);
  for (const PageParagraph& paragraph : article.paragraphs) {
    if (!draft.text.empty()) draft.text += "\n\n";
    const auto begin = static_cast<std::uint32_t>(draft.text.size());
    draft.text += paragraph.text;
    Part part = make_part(paragraph.text, {begin, static_cast<std::uint32_t>(draft.text.size())});
    part.is_heading = paragraph.is_heading;
    part.is_row = paragraph.is_row;
    draft.parts.push_back(std::move(part));
  }
  draft.dropped = std::move(article.dropped);
  for (const std::vector<std::string>* notes :
       {&page.notes(), &std::as_const(article.notes), &std::as_const(draft.known.notes)}) {
    draft.notes.insert(draft.notes.end(), notes->begin(), notes->end());
  }
  return draft;
}

Draft draft_of(std::string_view bytes, Format format, Hints& hints, const Limits& limits) {
  Decoded decoded = decode(bytes, format == Format::Html ? declared_charset(bytes) : std::string());
  check_size(decoded.text.size(), limits);
  check_text(decoded.text);
  switch (format) {
    case Format::Html:
      return draft_of_page(std::move(decoded), hints, limits);
    case Format::Markdown:
      return draft_of_markdown(std::move(decoded), hints);
    default:
      return draft_of_text(std::move(decoded));
  }
}

Json parse_object(std::string_view line) {
  bool deep = false;
  const auto shallow = [&](int depth, Json::parse_event_t, Json&) {
    deep = deep || depth > kMaxJsonDepth;
    return depth <= kMaxJsonDepth;
  };
  Json object = Json::parse(line, shallow, false);
  if (deep)
    throw Error(ErrorKind::BadInput,
                "nested deeper than " + std::to_string(kMaxJsonDepth) + " levels; flatten the object");
  if (object.is_discarded()) throw Error(ErrorKind::BadInput, "no valid JSON; write one object per line");
  if (!object.is_object()) throw Error(ErrorKind::BadInput, "no JSON object; write {\"text\": …} per line");
  return object;
}

// The first of the keys that holds a string; a number counts for identifiers.
std::string string_at(const Json& object, std::initializer_list<const char*> keys) {
  for (const char* key : keys) {
    const auto found = object.find(key);
    if (found == object.end()) continue;
    if (found->is_string() && !found->get_ref<const std::string&>().empty()) return found->get<std::string>();
    if (found->is_number_integer()) return found->dump();
  }
  return {};
}

std::string authors_at(const Json& object) {
  const auto list = object.find("authors");
  if (list == object.end() || !list->is_array()) return string_at(object, {"author", "authors", "byline"});
  std::string all;
  for (const Json& each : *list) {
    if (each.is_string()) all += (all.empty() ? "" : "; ") + each.get<std::string>();
  }
  return all;
}

// Names of the fields as trafilatura, news-please, newspaper and schema.org exports write them.
Hints hints_in(const Json& object, const std::string& path) {
  return {.path = path,
          .given_id = string_at(object, {"id", "story_id", "guid"}),
          .title = string_at(object, {"title", "headline"}),
          .outlet = string_at(object, {"outlet", "sitename", "media_name", "source_domain", "hostname"}),
          .url = string_at(object, {"url", "link"}),
          .author = authors_at(object),
          .date = string_at(object, {"date", "published", "date_publish", "publish_date", "datePublished", "pubDate"})};
}

}  // namespace

Format format_of(const std::filesystem::path& path, std::string_view first_bytes) {
  const std::string ending = lowered(path.extension().string());
  if (const auto format = format_of_ending(ending)) return *format;
  if (is_unread_ending(ending)) throw Error(ErrorKind::BadInput, remedy_for(ending));
  refuse_known_binary(first_bytes);
  return format_of_bytes(first_bytes);
}

Extract extract(std::string_view bytes, Format format, const Hints& hints, const Limits& limits) {
  check_size(bytes.size(), limits);
  refuse_known_binary(bytes);
  if (format == Format::JsonLines) return extract_json_line(bytes, hints.path, limits);
  Hints known = hints;
  Draft draft = draft_of(bytes, format, known, limits);
  if (draft.parts.empty())
    throw Error(ErrorKind::BadInput, "the page holds no article text; check that it is not drawn by a script");
  return assemble(std::move(draft), known);
}

Extract extract_json_line(std::string_view line, const std::string& path, const Limits& limits) {
  check_size(line.size(), limits);
  const Json object = parse_object(line);
  const std::string html = string_at(object, {"html"});
  const std::string text = string_at(object, {"text", "maintext", "articleBody", "body", "content"});
  if (html.empty() && text.empty()) throw Error(ErrorKind::BadInput, "neither \"text\" nor \"html\" holds anything");
  return text.empty() ? extract(html, Format::Html, hints_in(object, path), limits)
                      : extract(text, Format::Text, hints_in(object, path), limits);
}

}  // namespace demarche::ingest
