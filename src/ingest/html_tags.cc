// SPDX-License-Identifier: Apache-2.0
#include "ingest/html_tags.h"

#include <algorithm>
#include <array>

namespace demarche::ingest {

namespace {

constexpr std::array<std::string_view, 99> kTags = {
    "a",        "abbr",    "address", "article", "aside",   "audio",  "b",        "base",     "big",      "blockquote",
    "body",     "br",      "button",  "canvas",  "caption", "center", "cite",     "code",     "col",      "dd",
    "del",      "details", "dialog",  "div",     "dl",      "dt",     "em",       "embed",    "fieldset", "figcaption",
    "figure",   "font",    "footer",  "form",    "h1",      "h2",     "h3",       "h4",       "h5",       "h6",
    "head",     "header",  "hr",      "html",    "i",       "iframe", "img",      "input",    "ins",      "label",
    "legend",   "li",      "link",    "main",    "map",     "mark",   "math",     "menu",     "meta",     "nav",
    "noscript", "object",  "ol",      "option",  "p",       "param",  "picture",  "pre",      "q",        "s",
    "script",   "section", "select",  "small",   "source",  "span",   "strike",   "strong",   "style",    "sub",
    "summary",  "sup",     "svg",     "table",   "tbody",   "td",     "template", "textarea", "tfoot",    "th",
    "thead",    "time",    "title",   "tr",      "track",   "u",      "ul",       "video",    "wbr"};
constexpr std::array<std::string_view, 19> kAttributes = {
    "aria-hidden", "charset", "class",    "content", "datetime", "hidden", "href",  "id",    "itemprop", "itemtype",
    "lang",        "name",    "property", "pubdate", "rel",      "role",   "style", "title", "type"};
constexpr std::size_t kFirstNamed = static_cast<std::size_t>(Tag::A);

static_assert(std::is_sorted(kTags.begin(), kTags.end()) && std::is_sorted(kAttributes.begin(), kAttributes.end()));
static_assert(static_cast<std::size_t>(Tag::Wbr) == kFirstNamed + kTags.size() - 1);
static_assert(static_cast<std::size_t>(Attribute::Type) == kAttributes.size() - 1);

template <std::size_t size>
std::optional<std::size_t> place_of(std::string_view name, const std::array<std::string_view, size>& names) {
  std::array<char, 16> small{};
  if (name.size() > small.size()) return std::nullopt;
  std::transform(name.begin(), name.end(), small.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  const std::string_view wanted(small.data(), name.size());
  const auto found = std::lower_bound(names.begin(), names.end(), wanted);
  if (found == names.end() || *found != wanted) return std::nullopt;
  return static_cast<std::size_t>(found - names.begin());
}

}  // namespace

Tag tag_named(std::string_view name) {
  const auto place = place_of(name, kTags);
  return place ? static_cast<Tag>(*place + kFirstNamed) : Tag::Other;
}

std::optional<Attribute> attribute_named(std::string_view name) {
  const auto place = place_of(name, kAttributes);
  return place ? std::optional(static_cast<Attribute>(*place)) : std::nullopt;
}

std::string_view name_of(Tag tag) { return kTags[static_cast<std::size_t>(tag) - kFirstNamed]; }

bool is_block(Tag tag) {
  return is_one_of<Tag::Address, Tag::Article, Tag::Aside, Tag::Blockquote, Tag::Body, Tag::Caption, Tag::Center,
                   Tag::Dd, Tag::Details, Tag::Dialog, Tag::Div, Tag::Dl, Tag::Dt, Tag::Fieldset, Tag::Figcaption,
                   Tag::Figure, Tag::Footer, Tag::Form, Tag::H1, Tag::H2, Tag::H3, Tag::H4, Tag::H5, Tag::H6, Tag::Head,
                   Tag::Header, Tag::Hr, Tag::Html, Tag::Legend, Tag::Li, Tag::Main, Tag::Menu, Tag::Nav, Tag::Ol,
                   Tag::Option, Tag::P, Tag::Pre, Tag::Section, Tag::Summary, Tag::Table, Tag::Tbody, Tag::Tfoot,
                   Tag::Thead, Tag::Tr, Tag::Ul>(tag);
}

bool is_void(Tag tag) {
  return is_one_of<Tag::Base, Tag::Br, Tag::Col, Tag::Embed, Tag::Hr, Tag::Img, Tag::Input, Tag::Link, Tag::Meta,
                   Tag::Param, Tag::Source, Tag::Track, Tag::Wbr>(tag);
}

bool holds_raw_text(Tag tag) {
  return is_one_of<Tag::Script, Tag::Style, Tag::Textarea, Tag::Title, Tag::Iframe, Tag::Noscript>(tag);
}

bool is_scope(Tag tag) {
  return is_one_of<Tag::Table, Tag::Td, Tag::Th, Tag::Html, Tag::Body, Tag::Button, Tag::Template, Tag::Object>(tag);
}

bool is_list(Tag tag) { return is_one_of<Tag::Ul, Tag::Ol, Tag::Menu, Tag::Dl>(tag); }

bool is_cell(Tag tag) { return is_one_of<Tag::Td, Tag::Th>(tag); }

}  // namespace demarche::ingest
