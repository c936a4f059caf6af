// SPDX-License-Identifier: Apache-2.0
// The elements and attributes of HTML that ingest tells apart, and what the standard says of each element.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace demarche::ingest {

// From the third on in the order of their names, as tag_named looks them up.
enum class Tag : std::uint8_t {
  Text,
  Other,
  A,
  Abbr,
  Address,
  Article,
  Aside,
  Audio,
  B,
  Base,
  Big,
  Blockquote,
  Body,
  Br,
  Button,
  Canvas,
  Caption,
  Center,
  Cite,
  Code,
  Col,
  Dd,
  Del,
  Details,
  Dialog,
  Div,
  Dl,
  Dt,
  Em,
  Embed,
  Fieldset,
  Figcaption,
  Figure,
  Font,
  Footer,
  Form,
  H1,
  H2,
  H3,
  H4,
  H5,
  H6,
  Head,
  Header,
  Hr,
  Html,
  I,
  Iframe,
  Img,
  Input,
  Ins,
  Label,
  Legend,
  Li,
  Link,
  Main,
  Map,
  Mark,
  Math,
  Menu,
  Meta,
  Nav,
  Noscript,
  Object,
  Ol,
  Option,
  P,
  Param,
  Picture,
  Pre,
  Q,
  S,
  Script,
  Section,
  Select,
  Small,
  Source,
  Span,
  Strike,
  Strong,
  Style,
  Sub,
  Summary,
  Sup,
  Svg,
  Table,
  Tbody,
  Td,
  Template,
  Textarea,
  Tfoot,
  Th,
  Thead,
  Time,
  Title,
  Tr,
  Track,
  U,
  Ul,
  Video,
  Wbr
};

// The attributes that ingest looks at, in the order of their names; all others are skipped.
enum class Attribute : std::uint8_t {
  AriaHidden,
  Charset,
  Class,
  Content,
  Datetime,
  Hidden,
  Href,
  Id,
  Itemprop,
  Itemtype,
  Lang,
  Name,
  Property,
  Pubdate,
  Rel,
  Role,
  Style,
  Title,
  Type
};

// Upper or lower case. Tag::Other for an element that is not listed.
Tag tag_named(std::string_view name);
std::optional<Attribute> attribute_named(std::string_view name);
// In lower case. Not of Text and Other.
std::string_view name_of(Tag tag);

template <Tag... tags>
bool is_one_of(Tag tag) {
  return ((tag == tags) || ...);
}

bool is_block(Tag tag);
// Has neither content nor end tag.
bool is_void(Tag tag);
// Its content is not markup; it ends only at its own end tag.
bool holds_raw_text(Tag tag);
// Where an element that ends by itself stops looking for what it ends.
bool is_scope(Tag tag);
bool is_list(Tag tag);
bool is_cell(Tag tag);

}  // namespace demarche::ingest
