// SPDX-License-Identifier: Apache-2.0
// What an amount counts: a currency, a percent sign, or a noun within a few words behind it. What was done to the
// counted persons is read from the words around: "14 dead", "14 people were wounded", "killed at least 14", "a death
// toll of 14". The nearest that fits decides; what follows the number goes before what precedes it, so that "14 were
// killed and 30 wounded" comes out right.
//
// Rupees, rials, dinars and francs belong to several states: without an adjective their unit stays the noun, never a
// guess.
#include "quantities/counted.h"

#include <algorithm>

namespace demarche::quantities {

namespace {

// "HK$", "NT$": the letters before the sign.
std::string_view code_of_dollar(std::string_view letters) {
  if (letters == "a") return "AUD";
  if (letters == "c") return "CAD";
  if (letters == "hk") return "HKD";
  if (letters == "nt") return "TWD";
  if (letters == "s") return "SGD";
  return letters == "r" ? "BRL" : "USD";
}

std::string code_before(const Lexemes& lexemes, const Amount& amount) {
  if (amount.number == 0) return {};
  const std::size_t sign = amount.number - (lexemes.is(amount.number - 1, ".") && amount.number > 1 ? 2 : 1);
  if (!lexemes[sign].is(Sense::Money) || sign < amount.first) return {};
  const bool has_letters = sign > 0 && lexemes.is(sign, "$") && lexemes[sign].is_glued && !lexemes[sign - 1].is_number;
  return std::string(has_letters ? code_of_dollar(lexemes[sign - 1].lower)
                                 : std::string_view(lexemes[sign].entry->code));
}

// Behind the currency: "33 billion US dollars", "half a million of the new francs".
std::optional<Counted> money_behind(const Lexemes& lexemes, const Amount& amount) {
  for (std::size_t i = amount.end; i < amount.end + 4; ++i) {
    const auto money = lexemes.phrase(i, Sense::Money);
    if (money && !is_one_of(lexemes[i].lower, {"$", "€", "£", "¥", "₹"}))
      return Counted{.end = i + money->words, .unit = money->entry->code, .kind = "money", .noun = {}};
    const bool may_stand_between =
        lexemes[i].is_capital || is_one_of(lexemes[i].lower, {"-", "of", "in", "u", "s", ".", "worth"});
    if (!may_stand_between) return std::nullopt;
  }
  return std::nullopt;
}

bool may_modify(const Lexeme& lexeme) {
  if (lexeme.is_number || lexeme.lower.empty() || lexeme.is(Sense::Stop)) return false;
  return !is_one_of(lexeme.lower, {".", ";", ":", "(", ")", "!", "?", "\"", "“", "”"});
}

bool is_plural(const Lexeme& noun) {
  const std::string& word = noun.lower;
  if (word.size() < 4 || noun.is_capital || !noun.entry) return false;
  return word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("ous") && !word.ends_with("us");
}

// "14 of its soldiers", "forty of the sixty-two houses": over the words that lead to the noun.
std::size_t behind_of(const Lexemes& lexemes, std::size_t at) {
  if (!lexemes.is(at, "of") ||
      !is_one_of(lexemes[at + 1].lower, {"its", "their", "his", "her", "our", "the", "these", "those"}))
    return at;
  const auto number = read_amount(lexemes, at + 2);
  return number && !number->is_share ? number->end : at + 2;
}

bool ends_with_any(std::string_view word, std::initializer_list<std::string_view> endings) {
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) {
    return word.size() > ending.size() + 2 && word.ends_with(ending);
  });
}

// The counted noun, over at most five words of description: "2 million registered and unregistered refugees".
std::optional<std::size_t> persons_behind(const Lexemes& lexemes, std::size_t at) {
  for (std::size_t i = behind_of(lexemes, at), last = i + 6; i < last; ++i) {
    const bool describes = lexemes[i].is(Sense::State) && is_persons(lexemes[i + 1]);  // "14 wounded soldiers"
    if (is_persons(lexemes[i]) && !describes) return i;
    const bool is_plain_of = lexemes.is(i, "of") && i == at;
    if (!may_modify(lexemes[i]) && !is_plain_of && !lexemes.is(i, "and")) return std::nullopt;
    if (is_plural(lexemes[i]) && !lexemes.is(i + 1, "and")) return std::nullopt;  // "nine parties and ten members"
  }
  return std::nullopt;
}

bool breaks_clause(const Lexeme& lexeme) {
  return lexeme.is_number || lexeme.is(Sense::Break) || is_one_of(lexeme.lower, {".", ";", "!", "?", ":", "(", ")"});
}

// "killed at least 14", "the arrest of 12", "toll rose to 14": looking back a few words, never across a passive or
// another number.
std::string kind_before(const Lexemes& lexemes, std::size_t first, std::size_t reach) {
  for (std::size_t back = 1; back <= reach && back <= first; ++back) {
    const std::size_t i = first - back;
    if (breaks_clause(lexemes[i]) || lexemes[i].is(Sense::Number)) return {};
    if (!lexemes[i].is(Sense::Deed)) continue;
    const bool is_passive = i > 0 && (lexemes[i - 1].is(Sense::Be) || (i > 1 && lexemes[i - 2].is(Sense::Be))) &&
                            !lexemes[i].lower.ends_with("ing");
    return is_passive ? std::string() : lexemes[i].entry->deed;
  }
  return {};
}

// "claimed 14 lives", "cost 14 lives"
bool are_lost_lives(const Lexemes& lexemes, const Amount& amount, std::string_view noun) {
  if (noun != "lives") return false;
  for (std::size_t back = 1; back <= 3 && back <= amount.first; ++back)
    if (is_one_of(lexemes[amount.first - back].lower,
                  {"claimed", "claiming", "claims", "cost", "costing", "took", "taking", "taken", "lost"}))
      return true;
  return false;
}

std::string kind_of_persons(const Lexemes& lexemes, const Amount& amount, std::size_t noun) {
  const Lexeme& word = lexemes[noun];
  for (std::size_t i = amount.end; i < noun; ++i)
    if (lexemes[i].is(Sense::State)) return lexemes[i].entry->state;
  if (const auto kind = kind_behind(lexemes, noun + 1); !kind.empty()) return std::string(kind);
  if (are_lost_lives(lexemes, amount, word.lower)) return "killed";
  constexpr std::size_t kReach = 5;
  if (auto kind = kind_before(lexemes, amount.first, kReach); !kind.empty() && kind != "troops") return kind;
  if (word.is(Sense::Armed)) return "troops";
  return word.is(Sense::Refugee) ? "displaced" : "count";
}

Counted persons(std::size_t end, std::string kind, std::string noun = {}) {
  return {.end = end, .unit = "persons", .kind = std::move(kind), .noun = std::move(noun)};
}

// "14 wounded", "14 were killed", "two thousand under arms": the state itself is what is counted.
std::optional<Counted> read_state(const Lexemes& lexemes, const Amount& amount) {
  const auto phrase = lexemes.phrase(amount.end, Sense::State);
  if (phrase && phrase->words > 1) return persons(amount.end + phrase->words, phrase->entry->state);
  const auto kind = kind_behind(lexemes, amount.end);
  if (kind.empty()) return std::nullopt;
  const bool is_direct = lexemes[amount.end].is(Sense::State);
  const bool describes = is_direct && is_persons(lexemes[amount.end + 1]);  // "14 wounded soldiers"
  if (describes) return std::nullopt;
  return persons(amount.end + is_direct, std::string(kind));
}

std::optional<Counted> read_persons(const Lexemes& lexemes, const Amount& amount) {
  const auto noun = persons_behind(lexemes, amount.end);
  if (!noun) return std::nullopt;
  return persons(*noun + 1, kind_of_persons(lexemes, amount, *noun), lexemes[*noun].lower);
}

bool ends_phrase(const Lexeme& next) {
  return next.lower.empty() || next.is(Sense::Stop) || next.is(Sense::Behind) ||
         is_one_of(next.lower, {",", ".", "and", ";", "near", "so", "others", "?", "!", "\"", "”", "’", ")"});
}

// "killing 14", "a death toll of 14", "put the dead at 27": no noun, but a word that asks for persons.
std::optional<Counted> read_after_deed(const Lexemes& lexemes, const Amount& amount) {
  if (!ends_phrase(lexemes[amount.end])) return std::nullopt;
  constexpr std::size_t kReach = 5, kFar = 12;
  const bool is_linked = amount.first > 0 && lexemes[amount.first - 1].is(Sense::Link);
  auto kind = kind_before(lexemes, amount.first, is_linked ? kFar : kReach);
  return kind.empty() ? std::nullopt : std::optional(persons(amount.end, std::move(kind)));
}

// "140,000 tonnes", "1.4 billion cubic metres"
std::optional<Counted> read_measure(const Lexemes& lexemes, const Amount& amount) {
  const std::size_t at = amount.end + lexemes.is(amount.end, "-");
  const auto unit = lexemes.phrase(at, Sense::Unit);
  if (!unit) return std::nullopt;
  std::size_t end = at + unit->words;
  std::string noun;
  if (lexemes.is(end, "of") && may_modify(lexemes[end + 1])) noun = lexemes[end + 1].lower, end += 2;
  return Counted{.end = end, .unit = unit->entry->code, .kind = "measure", .noun = noun};
}

// "a crew of seventeen"
std::optional<Counted> read_team(const Lexemes& lexemes, const Amount& amount) {
  const std::size_t first = amount.first;
  if (first < 2 || !lexemes.is(first - 1, "of") || !is_persons(lexemes[first - 2]) || !ends_phrase(lexemes[amount.end]))
    return std::nullopt;
  return lexemes[first - 2].lower.ends_with('s')
             ? std::nullopt
             : std::optional(persons(amount.end, "count", lexemes[first - 2].lower));
}

// "twelve missiles", "1,100 automatic rifles": a plural noun behind at most two describing words.
std::optional<Counted> read_things(const Lexemes& lexemes, const Amount& amount) {
  constexpr std::size_t kReach = 5;
  const std::size_t from = behind_of(lexemes, amount.end);
  for (std::size_t i = from; i < from + kReach; ++i) {
    const Lexeme& noun = lexemes[i];
    if (noun.is(Sense::Time) || noun.is(Sense::Uncounted) || !may_modify(noun)) return std::nullopt;
    const bool is_pair_of_names = noun.is_capital || is_one_of(noun.lower, {"and", ",", "of"});
    if (is_pair_of_names && i > from) return std::nullopt;
    const bool is_beast = is_one_of(noun.lower, {"aircraft", "cattle", "livestock"});
    // "30 weavers were killed", "injured 30 weavers": whoever is hurt or held is a person, whatever he is called.
    std::string befell(is_plural(noun) ? kind_behind(lexemes, i + 1) : std::string_view());
    if (const auto before = kind_before(lexemes, amount.first, 1);
        befell.empty() && is_plural(noun) && (before == "killed" || before == "injured"))
      befell = before;
    if (is_one_of(befell, {"killed", "injured", "arrested"})) return persons(i + 1, befell, noun.lower);
    if (is_plural(noun) || is_beast)
      return Counted{.end = i + 1, .unit = noun.lower, .kind = "count", .noun = noun.lower};
    if (is_one_of(noun.lower, {"and", ",", "of"})) return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace

bool is_persons(const Lexeme& lexeme) {
  if (lexeme.is(Sense::Person) || lexeme.is(Sense::Armed) || lexeme.is(Sense::Refugee)) return true;
  return ends_with_any(lexeme.lower, {"ists", "ians", "men", "women"});
}

std::string_view kind_behind(const Lexemes& lexemes, std::size_t at) {
  for (std::size_t i = at; i < at + 5; ++i) {
    const auto state = lexemes.phrase(i, Sense::State);
    if (state && !lexemes[i].is_capital) return state->entry->state;
    if (!lexemes[i].is(Sense::Auxiliary) && !lexemes[i].is(Sense::Be)) return {};
  }
  return {};
}

std::optional<Counted> read_percent(const Lexemes& lexemes, const Amount& amount) {
  const auto percent = [](std::size_t end) {
    return Counted{.end = end, .unit = "percent", .kind = "percent", .noun = {}};
  };
  if (amount.is_share) return percent(amount.end);
  const std::size_t at = amount.end + (lexemes.is(amount.end, "-") ? 1 : 0);
  if (lexemes.is(at, "%") || lexemes.is(at, "percent") || lexemes.is(at, "pc")) return percent(at + 1);
  if (lexemes.is(at, "per") && lexemes.is(at + 1, "cent")) return percent(at + 2);
  if (lexemes.is(at, "percentage") && lexemes[at + 1].lower.starts_with("point")) return percent(at + 2);
  return std::nullopt;
}

// "a debt of $255 million", "$47 million in damages"
std::optional<Counted> read_money(const Lexemes& lexemes, const Amount& amount) {
  std::string code = code_before(lexemes, amount);
  auto money = code.empty() ? money_behind(lexemes, amount)
                            : std::optional(Counted{.end = amount.end, .unit = code, .kind = "money", .noun = {}});
  if (!money) return std::nullopt;
  money->noun = noun_before(lexemes, amount);
  if (money->noun.empty() && lexemes.is(money->end, "in") && may_modify(lexemes[money->end + 1]) &&
      !lexemes[money->end + 1].is_capital)
    money->noun = lexemes[money->end + 1].lower;
  return money;
}

// Over the words that lead back from the link to the noun: "the DEBT stood at", "the number of GUNS is put at".
std::string noun_before(const Lexemes& lexemes, const Amount& amount) {
  std::size_t at = amount.first;
  if (at == 0 || !lexemes[at - 1].is(Sense::Link)) return {};
  while (at > 0 && amount.first - at < 4 &&
         (lexemes[at - 1].is(Sense::Link) || lexemes[at - 1].is(Sense::Rise) || lexemes[at - 1].is(Sense::Auxiliary)))
    --at;
  if (at == 0) return {};
  const Lexeme& noun = lexemes[at - 1];
  return may_modify(noun) && !noun.is_capital && noun.entry && !noun.is(Sense::Before) &&
                 !is_one_of(noun.lower, {",", "-"})
             ? noun.lower
             : "";
}

std::optional<Counted> read_counted(const Lexemes& lexemes, const Amount& amount) {
  for (auto reader : {read_measure, read_state, read_persons, read_team, read_after_deed, read_things})
    if (auto counted = reader(lexemes, amount)) return counted;
  return std::nullopt;
}

}  // namespace demarche::quantities
