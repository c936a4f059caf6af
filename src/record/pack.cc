// SPDX-License-Identifier: Apache-2.0
#include "record/pack.h"

#include <algorithm>
#include <bit>

namespace demarche::record {

namespace {

class Packer {
 public:
  std::string take() { return std::move(bytes_); }

  void put(std::uint64_t number) {
    for (; number >= 0x80; number >>= 7) bytes_ += static_cast<char>((number & 0x7F) | 0x80);
    bytes_ += static_cast<char>(number);
  }
  void put(float score) {
    const auto bits = std::bit_cast<std::uint32_t>(score);
    for (int shift = 0; shift < 32; shift += 8) bytes_ += static_cast<char>((bits >> shift) & 0xFF);
  }
  void put(const std::string& text) {
    put(std::uint64_t{text.size()});
    bytes_ += text;
  }
  // Places may go back, so the sign stands in the lowest bit.
  void put(Span span) {
    const std::int64_t step = std::int64_t{span.begin} - last_;
    put(static_cast<std::uint64_t>(step < 0 ? -step * 2 + 1 : step * 2));
    put(std::uint64_t{span.size()});
    last_ = span.begin;
  }
  void put(const Spans& spans) {
    put(std::uint64_t{spans.size()});
    for (const Span span : spans) put(span);
  }
  void put(const std::vector<reader::Argument>& arguments) {
    put(std::uint64_t{arguments.size()});
    for (const reader::Argument& argument : arguments) {
      put(argument.span);
      put(argument.score);
      put(std::uint64_t{argument.is_guess});
    }
  }
  // -1 and up.
  void put_index(int index) { put(static_cast<std::uint64_t>(index + 1)); }

 private:
  std::string bytes_;
  std::int64_t last_ = 0;
};

// Reads as far as the bytes make sense; `fail` is told once they do not, and everything read from then on is empty.
class Unpacker {
 public:
  Unpacker(std::string_view bytes, std::size_t text_size) : bytes_(bytes), text_size_(text_size) {}

  bool is_whole() const { return !failed_ && at_ == bytes_.size(); }

  std::uint64_t number() {
    std::uint64_t value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      if (at_ >= bytes_.size()) return fail();
      const auto byte = static_cast<unsigned char>(bytes_[at_++]);
      value |= std::uint64_t{byte & 0x7Fu} << shift;
      if (byte < 0x80) return value;
    }
    return fail();
  }
  // Of a list whose items take a byte or more each.
  std::size_t count() {
    const std::uint64_t value = number();
    return value <= bytes_.size() - at_ ? value : fail();
  }
  float score() {
    if (bytes_.size() - at_ < 4) return static_cast<float>(fail());
    std::uint32_t bits = 0;
    for (int shift = 0; shift < 32; shift += 8)
      bits |= std::uint32_t{static_cast<unsigned char>(bytes_[at_++])} << shift;
    return std::bit_cast<float>(bits);
  }
  std::string text() {
    const std::size_t size = count();
    std::string out(bytes_.substr(at_, size));
    at_ += size;
    return out;
  }
  Span span() {
    const std::uint64_t step = number(), size = number();
    const std::int64_t begin =
        last_ + (step & 1 ? -static_cast<std::int64_t>(step >> 1) : static_cast<std::int64_t>(step >> 1));
    if (begin < 0 || size > text_size_ || static_cast<std::uint64_t>(begin) > text_size_ - size) return fail(), Span{};
    last_ = begin;
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + static_cast<std::int64_t>(size))};
  }
  Spans spans() {
    Spans out(count());
    for (Span& each : out) each = span();
    return out;
  }
  std::vector<reader::Argument> arguments() {
    std::vector<reader::Argument> out(count());
    for (reader::Argument& each : out) {
      each.span = span();
      each.score = score();
      each.is_guess = number() != 0;
    }
    return out;
  }
  // -1, or the index of an item of a list that long.
  int index(std::size_t size) {
    const std::uint64_t value = number();
    return static_cast<int>(value <= size ? value : fail()) - 1;
  }

 private:
  std::uint64_t fail() {
    failed_ = true;
    at_ = bytes_.size();
    return 0;
  }

  std::string_view bytes_;
  std::size_t at_ = 0, text_size_;
  std::int64_t last_ = 0;
  bool failed_ = false;
};

void put(Packer& out, const reader::Name& name) {
  out.put(name.span);
  out.put(static_cast<std::uint64_t>(name.kind));
  out.put(name.score);
}

void put(Packer& out, const reader::Attribution& each) {
  for (const Spans* spans : {&each.source, &each.cue, &each.content}) out.put(*spans);
  out.put(each.addressees);
  out.put(each.act);
  out.put(each.act_score);
  out.put_index(each.inside);
  out.put(each.score);
}

void put(Packer& out, const reader::Predicate& each) {
  out.put(each.trigger);
  out.put(each.event);
  out.put(each.mode);
  out.put(each.actors);
  out.put(each.recipients);
  out.put(std::uint64_t{each.negated});
  out.put(each.modality);
  out.put(each.score);
}

void put(Packer& out, const reader::Anchor& each) {
  out.put(each.span);
  out.put(static_cast<std::uint64_t>(each.kind));
  out.put_index(each.antecedent);
  out.put(each.score);
}

template <class Item>
void put_all(Packer& out, const std::vector<Item>& items) {
  out.put(std::uint64_t{items.size()});
  for (const Item& item : items) put(out, item);
}

// `size` is how many there are of them.
void take(Unpacker& in, std::size_t, reader::Name& name) {
  name.span = in.span();
  name.kind = static_cast<reader::NameKind>(std::min<std::uint64_t>(in.number(), 5));
  name.score = in.score();
}

void take(Unpacker& in, std::size_t size, reader::Attribution& each) {
  for (Spans* spans : {&each.source, &each.cue, &each.content}) *spans = in.spans();
  each.addressees = in.arguments();
  each.act = in.text();
  each.act_score = in.score();
  each.inside = in.index(size);
  each.score = in.score();
}

void take(Unpacker& in, std::size_t, reader::Predicate& each) {
  each.trigger = in.spans();
  each.event = in.text();
  each.mode = in.text();
  each.actors = in.arguments();
  each.recipients = in.arguments();
  each.negated = in.number() != 0;
  each.modality = in.text();
  each.score = in.score();
}

void take(Unpacker& in, std::size_t size, reader::Anchor& each) {
  each.span = in.span();
  each.kind = static_cast<reader::Anchor::Kind>(std::min<std::uint64_t>(in.number(), 3));
  each.antecedent = in.index(size);
  each.score = in.score();
}

template <class Item>
void take_all(Unpacker& in, std::vector<Item>& items) {
  items.resize(in.count());
  for (Item& item : items) take(in, items.size(), item);
}

}  // namespace

std::string packed(const reader::Annotations& annotations) {
  Packer out;
  put_all(out, annotations.names);
  put_all(out, annotations.attributions);
  put_all(out, annotations.predicates);
  put_all(out, annotations.anchors);
  return out.take();
}

std::optional<reader::Annotations> unpacked(std::string_view bytes, std::size_t text_size) {
  Unpacker in(bytes, text_size);
  reader::Annotations out;
  take_all(in, out.names);
  take_all(in, out.attributions);
  take_all(in, out.predicates);
  take_all(in, out.anchors);
  if (!in.is_whole()) return {};
  return out;
}

}  // namespace demarche::record
