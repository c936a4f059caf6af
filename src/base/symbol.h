// SPDX-License-Identifier: Apache-2.0
// A text that comes back many times: an actor's id, a kind, a voice. Each text is kept once in the process, for as long
// as it runs; a Symbol is a pointer to it. It reads as the std::string that it stands for, costs eight bytes and is
// compared for equality at once. For texts of which there are few or that come back, not for the words of documents.
//
// Any thread may make and read symbols.
#pragma once

#include <compare>
#include <concepts>
#include <cstddef>
#include <functional>
#include <ostream>
#include <string>
#include <string_view>

namespace demarche {

class Symbol;

template <class Text>
concept PlainText = std::convertible_to<const Text&, std::string_view> && !std::same_as<Text, Symbol>;

class Symbol {
 public:
  Symbol() : text_(&none()) {}
  template <PlainText Text>
  Symbol(const Text& text) : text_(kept(text)) {}  // NOLINT: meant to be made from any text

  const std::string& text() const { return *text_; }
  operator const std::string&() const { return *text_; }  // NOLINT: meant to be read as one
  operator std::string_view() const { return *text_; }    // NOLINT

  bool empty() const { return text_->empty(); }
  std::size_t size() const { return text_->size(); }
  char operator[](std::size_t at) const { return (*text_)[at]; }
  std::size_t find(std::string_view part, std::size_t from = 0) const { return text_->find(part, from); }
  std::size_t find(char letter, std::size_t from = 0) const { return text_->find(letter, from); }
  bool starts_with(std::string_view start) const { return text_->starts_with(start); }
  bool ends_with(std::string_view end) const { return text_->ends_with(end); }
  std::string substr(std::size_t from, std::size_t count = std::string::npos) const {
    return text_->substr(from, count);
  }
  void clear() { text_ = &none(); }

  friend bool operator==(Symbol one, Symbol other) { return one.text_ == other.text_; }
  friend std::strong_ordering operator<=>(Symbol one, Symbol other) { return *one.text_ <=> *other.text_; }
  template <PlainText Text>
  friend bool operator==(Symbol one, const Text& other) {
    return *one.text_ == std::string_view(other);
  }
  template <PlainText Text>
  friend std::strong_ordering operator<=>(Symbol one, const Text& other) {
    return std::string_view(*one.text_) <=> std::string_view(other);
  }
  friend std::string operator+(Symbol one, Symbol other) { return *one.text_ + *other.text_; }
  template <PlainText Text>
  friend std::string operator+(Symbol one, const Text& other) {
    return std::string(*one.text_).append(std::string_view(other));
  }
  template <PlainText Text>
  friend std::string operator+(const Text& one, Symbol other) {
    return std::string(std::string_view(one)).append(*other.text_);
  }
  friend std::ostream& operator<<(std::ostream& out, Symbol symbol) { return out << *symbol.text_; }

 private:
  static const std::string& none();
  static const std::string* kept(std::string_view text);

  const std::string* text_;
};

}  // namespace demarche

template <>
struct std::hash<demarche::Symbol> {
  std::size_t operator()(demarche::Symbol symbol) const { return std::hash<const void*>()(&symbol.text()); }
};
