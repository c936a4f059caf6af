// SPDX-License-Identifier: Apache-2.0
// Amounts and counts of a text.
//
// Each quantity is a number (see numbers.h) and what it counts: a currency, a percent sign, or a noun within a few
// words behind it. What was done to the counted persons is read from the words around: "14 dead", "14 people were
// wounded", "killed at least 14", "a death toll of 14". The nearest that fits decides; what follows the number goes
// before what precedes it, so that "14 were killed and 30 wounded" comes out right.
//
// Bounds, in lo and hi:
//   14                     lo = hi = 14
//   at least 40, over 40   value 40, lo 40, hi infinite: no upper bound is told
//   up to 40, under 40     value 40, lo 0, hi 40
//   almost 40              value 40, lo 36, hi 40
//   about 40               value 40, lo 36, hi 44
//   between 20 and 30      value 25 (the middle), lo 20, hi 30
//   dozens, hundreds       value = lo = 24, 200; hi 99, 999
//
// Rupees, rials, dinars and francs belong to several states: without an adjective their unit stays the noun, never a
// guess. Years, dates, ages, clock times, ordinals, numbered resolutions and addresses are no quantities.
#include "events/events.h"
#include "events/numbers.h"

namespace demarche::events {
namespace {

// What an amount counts, up to lexeme `end`.
struct Counted {
  std::size_t end = 0;
  std::string unit, kind;
};

std::string_view code_of_money(std::string_view word) {
  struct Money {
    std::string_view word, code;
  };
  static constexpr Money kMoney[] = {
      {"$", "USD"},         {"€", "EUR"},        {"£", "GBP"},       {"¥", "JPY"},         {"₹", "INR"},
      {"usd", "USD"},       {"eur", "EUR"},      {"gbp", "GBP"},     {"pkr", "PKR"},       {"inr", "INR"},
      {"afn", "AFN"},       {"rs", "rupees"},    {"dollar", "USD"},  {"dollars", "USD"},   {"euro", "EUR"},
      {"euros", "EUR"},     {"pound", "GBP"},    {"pounds", "GBP"},  {"sterling", "GBP"},  {"yuan", "CNY"},
      {"renminbi", "CNY"},  {"yen", "JPY"},      {"rubles", "RUB"},  {"roubles", "RUB"},   {"rupee", "rupees"},
      {"rupees", "rupees"}, {"afghanis", "AFN"}, {"shekels", "ILS"}, {"lira", "TRY"},      {"hryvnia", "UAH"},
      {"hryvnias", "UAH"},  {"naira", "NGN"},    {"rials", "rials"}, {"riyals", "riyals"}, {"dinars", "dinars"},
      {"francs", "francs"}, {"rand", "ZAR"},     {"ringgit", "MYR"}, {"baht", "THB"},      {"rupiah", "IDR"}};
  for (const Money& money : kMoney)
    if (money.word == word) return money.code;
  return {};
}

// "Australian dollars", "Indian rupees"
std::string_view code_of_national_money(std::string_view adjective, std::string_view code) {
  struct National {
    std::string_view adjective, general, code;
  };
  static constexpr National kNational[] = {
      {"indian", "rupees", "INR"},   {"pakistani", "rupees", "PKR"}, {"nepali", "rupees", "NPR"},
      {"nepalese", "rupees", "NPR"}, {"lankan", "rupees", "LKR"},    {"australian", "USD", "AUD"},
      {"canadian", "USD", "CAD"},    {"singapore", "USD", "SGD"},    {"hong", "USD", "HKD"},
      {"swiss", "francs", "CHF"},    {"iranian", "rials", "IRR"},    {"omani", "rials", "OMR"},
      {"saudi", "riyals", "SAR"},    {"qatari", "riyals", "QAR"},    {"iraqi", "dinars", "IQD"},
      {"kuwaiti", "dinars", "KWD"},  {"libyan", "dinars", "LYD"},    {"egyptian", "GBP", "EGP"},
      {"sudanese", "GBP", "SDG"},    {"lebanese", "GBP", "LBP"},     {"syrian", "GBP", "SYP"},
      {"zealand", "USD", "NZD"}};
  for (const National& national : kNational)
    if (national.adjective == adjective && national.general == code) return national.code;
  return code;
}

// "HK$", "NT$": the letters before the sign.
std::string_view code_of_dollar(std::string_view letters) {
  if (letters == "a") return "AUD";
  if (letters == "c") return "CAD";
  if (letters == "hk") return "HKD";
  if (letters == "nt") return "TWD";
  if (letters == "s") return "SGD";
  return letters == "r" ? "BRL" : "USD";
}

// A currency before the number ("$23bn") or behind it ("33 billion US dollars").
std::optional<Counted> read_money(const Lexemes& lexemes, const Amount& amount) {
  if (amount.number > amount.first) {
    const std::size_t sign = amount.number - (lexemes.is(amount.number - 1, ".") ? 2 : 1);
    const bool has_letters = sign > 0 && lexemes.is(sign, "$") && lexemes[sign].is_glued;
    const std::string_view code =
        has_letters ? code_of_dollar(lexemes[sign - 1].lower) : code_of_money(lexemes[sign].lower);
    if (!code.empty()) return Counted{amount.end, std::string(code), "money"};
  }
  for (std::size_t i = amount.end; i < amount.end + 4; ++i) {
    const std::string_view code = code_of_money(lexemes[i].lower);
    if (!code.empty() && !lexemes[i].lower.empty()) {
      const bool has_adjective = i > amount.end;
      return Counted{i + 1, std::string(has_adjective ? code_of_national_money(lexemes[i - 1].lower, code) : code),
                     "money"};
    }
    const bool may_stand_between =
        lexemes[i].is_capital || is_one_of(lexemes[i].lower, {"-", "of", "in", "u", "s", "."});
    if (!may_stand_between) return std::nullopt;
  }
  return std::nullopt;
}

std::optional<Counted> read_percent(const Lexemes& lexemes, const Amount& amount) {
  const std::size_t at = amount.end + (lexemes.is(amount.end, "-") ? 1 : 0);
  if (lexemes.is(at, "%") || lexemes.is(at, "percent") || lexemes.is(at, "pc"))
    return Counted{at + 1, "percent", "percent"};
  if (lexemes.is(at, "per") && lexemes.is(at + 1, "cent")) return Counted{at + 2, "percent", "percent"};
  if (lexemes.is(at, "percentage") && lexemes[at + 1].lower.starts_with("point"))
    return Counted{at + 2, "percent", "percent"};
  return std::nullopt;
}

bool ends_with_any(std::string_view word, std::initializer_list<std::string_view> endings) {
  for (std::string_view ending : endings)
    if (word.size() > ending.size() + 2 && word.ends_with(ending)) return true;
  return false;
}

bool is_troops(std::string_view word) {
  return is_one_of(word, {"troops", "soldiers", "soldier", "servicemen", "marines", "peacekeepers", "personnel",
                          "reservists", "conscripts", "paratroopers", "commandos", "guardsmen"});
}

bool is_displaced(std::string_view word) {
  return is_one_of(word, {"refugees", "refugee", "returnees", "evacuees", "idps", "displaced"});
}

bool is_persons(std::string_view word) {
  if (is_troops(word) || is_displaced(word)) return true;
  if (is_one_of(word, {"people",     "person",     "persons",     "civilians",     "civilian",        "men",
                       "man",        "women",      "woman",       "children",      "child",           "experts",
                       "expert",     "officers",   "officer",     "police",        "policemen",       "fighters",
                       "fighter",    "militants",  "militant",    "rebels",        "insurgents",      "gunmen",
                       "terrorists", "protesters", "protestors",  "demonstrators", "students",        "workers",
                       "officials",  "guards",     "hostages",    "prisoners",     "prisoner",        "detainees",
                       "migrants",   "villagers",  "residents",   "citizens",      "members",         "others",
                       "victims",    "passengers", "pilgrims",    "worshippers",   "suspects",        "leaders",
                       "commanders", "lawmakers",  "diplomats",   "diplomat",      "envoys",          "journalists",
                       "journalist", "doctors",    "teachers",    "participants",  "delegates",       "voters",
                       "candidates", "lives",      "bodies",      "inhabitants",   "families",        "advisers",
                       "advisors",   "trainers",   "contractors", "mercenaries",   "pilots",          "sailors",
                       "fishermen",  "girls",      "boys",        "attackers",     "bombers",         "volunteers",
                       "recruits",   "employees",  "nationals",   "americans",     "representatives", "discussants",
                       "infants"}))
    return true;
  return ends_with_any(word, {"ists", "ians", "men", "women"});
}

bool is_time_unit(std::string_view word) {
  return is_one_of(word, {"year",     "years",     "month",    "months",  "week",   "weeks",   "day",    "days",
                          "hour",     "hours",     "minute",   "minutes", "second", "seconds", "decade", "decades",
                          "century",  "centuries", "am",       "pm",      "o",      "a",       "p",      "january",
                          "february", "march",     "april",    "may",     "june",   "july",    "august", "september",
                          "october",  "november",  "december", "jan",     "feb",    "mar",     "apr",    "jun",
                          "jul",      "aug",       "sept",     "sep",     "oct",    "nov",     "dec"});
}

// The kind that a participle or noun right behind the count tells: "30 wounded", "14 dead".
std::string_view kind_of_state(std::string_view word) {
  if (is_one_of(word, {"killed", "dead", "deaths", "fatalities", "martyred", "slain", "executed", "murdered",
                       "beheaded", "massacred"}))
    return "killed";
  if (is_one_of(word, {"wounded", "injured", "injuries", "hurt", "maimed"})) return "injured";
  if (is_one_of(word, {"arrested", "detained", "arrests", "jailed", "imprisoned", "apprehended", "detentions"}))
    return "arrested";
  if (is_one_of(word, {"displaced", "uprooted", "evacuated", "homeless", "expelled", "deported"})) return "displaced";
  return {};
}

// The kind that an active verb or its noun before the count tells: "killed", "wounding", "the arrest of".
std::string_view kind_of_verb(std::string_view word) {
  if (is_one_of(word,
                {"killed", "killing", "kill", "kills", "murdered", "murdering", "executed", "executing", "massacred",
                 "slaughtered", "beheaded", "deaths", "death", "killings", "murder", "martyring", "toll"}))
    return "killed";
  if (is_one_of(word, {"wounded", "wounding", "injured", "injuring", "wounds", "injures"})) return "injured";
  if (is_one_of(word, {"arrested", "arresting", "arrest", "arrests", "detained", "detaining", "detention", "jailed",
                       "jailing", "imprisoned", "imprisoning", "apprehended", "apprehending"}))
    return "arrested";
  if (is_one_of(word, {"displaced", "displacing", "uprooted", "uprooting", "evacuated", "evacuating", "deported",
                       "expelled"}))
    return "displaced";
  return {};
}

bool is_be(std::string_view word) {
  return is_one_of(word, {"was", "were", "been", "be", "are", "is", "being", "got"});
}

bool is_auxiliary(std::string_view word) {
  return is_be(word) || is_one_of(word, {"have",     "has",       "had",        "who",      "also",     "reportedly",
                                         "later",    "already",   "allegedly",  "feared",   "either",   "both",
                                         "severely", "seriously", "critically", "lightly",  "forcibly", "internally",
                                         "more",     "others",    "left",       "confirmed"});
}

// "[people] were killed", "[people] dead": the participle behind the counted noun, over auxiliaries and adverbs only.
std::string_view kind_behind(const Lexemes& lexemes, std::size_t at) {
  for (std::size_t i = at; i < at + 5; ++i) {
    const auto kind = kind_of_state(lexemes[i].lower);
    if (!kind.empty() && !lexemes[i].is_capital) return kind;
    if (!is_auxiliary(lexemes[i].lower)) return {};
  }
  return {};
}

bool breaks_clause(const Lexeme& lexeme) {
  return lexeme.is_number || is_one_of(lexeme.lower, {".", ";", "!", "?", ":", "(", ")", "who", "that", "while", "but",
                                                      "with", "after", "said"});
}

// "killed at least 14", "the arrest of 12", "toll rose to 14": looking back a few words, never across a passive or
// another number.
std::string_view kind_before(const Lexemes& lexemes, std::size_t first) {
  for (std::size_t back = 1; back <= 5 && back <= first; ++back) {
    const std::size_t i = first - back;
    if (breaks_clause(lexemes[i])) return {};
    const auto kind = kind_of_verb(lexemes[i].lower);
    if (kind.empty()) continue;
    const bool is_passive = i > 0 && (is_be(lexemes[i - 1].lower) || (i > 1 && is_be(lexemes[i - 2].lower))) &&
                            !lexemes[i].lower.ends_with("ing");
    return is_passive ? std::string_view() : kind;
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

bool may_modify(const Lexeme& lexeme) {
  if (lexeme.is_number || lexeme.lower.empty()) return false;
  return !is_one_of(lexeme.lower, {"in",  "on",   "at",   "by", "for", "from", "with",  "to",     "that", "which",
                                   "who", "was",  "were", "is", "are", "has",  "have",  "had",    "been", ".",
                                   ";",   ":",    "(",    ")",  "!",   "?",    "after", "before", "when", "as",
                                   "the", "said", "\"",   "“",  "”",   "per",  "than"});
}

// The counted noun, over at most five words of description: "2 million registered and unregistered refugees".
std::optional<std::size_t> noun_behind(const Lexemes& lexemes, std::size_t at) {
  for (std::size_t i = at; i < at + 6; ++i) {
    const std::string& word = lexemes[i].lower;
    if (is_persons(word) && (word != "displaced" || !is_persons(lexemes[i + 1].lower))) return i;
    const bool is_of_them =
        is_one_of(word, {"of"}) && is_one_of(lexemes[i + 1].lower, {"its", "their", "his", "the", "these", "those"});
    if (is_of_them)
      ++i;
    else if (!may_modify(lexemes[i]) && word != "of")
      return std::nullopt;
  }
  return std::nullopt;
}

std::string kind_of_persons(const Lexemes& lexemes, const Amount& amount, std::size_t noun) {
  const std::string& word = lexemes[noun].lower;
  for (std::size_t i = amount.end; i < noun; ++i)
    if (const auto kind = kind_of_state(lexemes[i].lower); !kind.empty()) return std::string(kind);
  if (const auto kind = kind_behind(lexemes, noun + 1); !kind.empty()) return std::string(kind);
  if (are_lost_lives(lexemes, amount, word)) return "killed";
  if (const auto kind = kind_before(lexemes, amount.first); !kind.empty()) return std::string(kind);
  if (is_troops(word)) return "troops";
  if (is_displaced(word)) return "displaced";
  return "count";
}

std::optional<Counted> read_persons(const Lexemes& lexemes, const Amount& amount) {
  // "14 wounded", "14 were killed": the state itself is what is counted.
  if (const auto kind = kind_behind(lexemes, amount.end); !kind.empty()) {
    const bool is_direct = !kind_of_state(lexemes[amount.end].lower).empty();
    const bool describes = is_direct && is_persons(lexemes[amount.end + 1].lower);  // "14 wounded soldiers"
    if (!describes) return Counted{amount.end + is_direct, "persons", std::string(kind)};
  }
  const auto noun = noun_behind(lexemes, amount.end);
  if (noun) return Counted{*noun + 1, "persons", kind_of_persons(lexemes, amount, *noun)};
  return std::nullopt;
}

// "killing 14", "a death toll of 14": no noun, but a verb that asks for persons.
std::optional<Counted> read_bare(const Lexemes& lexemes, const Amount& amount) {
  const auto kind = kind_before(lexemes, amount.first);
  const std::string& next = lexemes[amount.end].lower;
  const bool ends = next.empty() || is_one_of(next, {",",     ".",    "and",  ";",  "in",   "on",    "when",
                                                     "after", "of",   "as",   "by", "near", "at",    "during",
                                                     "while", "with", "from", "so", "or",   "since", "others"});
  return kind.empty() || !ends ? std::nullopt : std::optional(Counted{amount.end, "persons", std::string(kind)});
}

// "twelve missiles", "300 armoured vehicles": a plural noun right behind, or behind one describing word.
std::optional<Counted> read_things(const Lexemes& lexemes, const Amount& amount) {
  const bool is_pair = amount.value <= 2 && !lexemes[amount.number].is_number;
  if (is_pair) return std::nullopt;  // "the two countries" tells no figure
  for (std::size_t i = amount.end; i < amount.end + 2; ++i) {
    const Lexeme& noun = lexemes[i];
    const bool is_plural = noun.lower.size() > 3 && noun.lower.ends_with('s') && !noun.lower.ends_with("ss") &&
                           !noun.lower.ends_with("ous") && !noun.is_capital;
    const bool is_uncounted = is_time_unit(noun.lower) || is_one_of(noun.lower, {"was", "has", "times", "its", "this",
                                                                                 "ones", "sides", "thus", "does"});
    if (is_uncounted || !may_modify(noun)) return std::nullopt;
    if (is_plural || is_one_of(noun.lower, {"km", "kilometres", "tonnes", "aircraft"}))
      return Counted{i + 1, noun.lower, "count"};
    if (noun.is_capital || is_one_of(noun.lower, {"and", ",", "of", "-"})) return std::nullopt;
  }
  return std::nullopt;
}

bool is_numbered_thing(std::string_view word) {
  return is_one_of(
      word, {"resolution", "resolutions", "article", "section", "chapter", "page",    "pages", "route",  "highway",
             "flight",     "room",        "no",      "number",  "numbers", "unscr",   "act",   "sector", "phase",
             "version",    "paragraph",   "clause",  "group",   "#",       "channel", "type",  "model",  "category",
             "level",      "part",        "volume",  "boeing",  "figure",  "table"});
}

bool is_date_word(std::string_view word) { return is_time_unit(word) && word.size() > 2; }

// "2008": four digits that no noun of persons claims are a year.
bool may_be_year(const Lexemes& lexemes, const Amount& amount) {
  const double value = lexemes[amount.number].value;
  if (!amount.is_plain_digits || amount.end != amount.number + 1 || value < 1500 || value > 2199) return false;
  const bool is_led_in =
      amount.first > 0 &&
      is_one_of(lexemes[amount.first - 1].lower, {"in", "since", "of", "by", "until", "from", "during", "late", "early",
                                                  "mid", "the", "after", "before", ",", "and", "through", "year"});
  return amount.first == amount.number && (is_led_in || !is_persons(lexemes[amount.end].lower));
}

// "C3%B4", "F-16", "2.10.3": a piece of something longer.
bool is_piece(const Lexemes& lexemes, const Amount& amount) {
  const Lexeme& first = lexemes[amount.first];
  if (amount.first == 0 || amount.number != amount.first || !first.is_glued || !first.is_number) return false;
  return !is_one_of(lexemes[amount.first - 1].lower, {"(", "\"", "“", "‘", "'", "[", "—"});
}

bool is_no_quantity(const Lexemes& lexemes, const Amount& amount) {
  const Lexeme& next = lexemes[amount.end];
  const std::size_t behind = amount.end + (next.lower == "-" ? 1 : 0);
  if (is_time_unit(lexemes[behind].lower)) return true;
  if (next.is_glued && (is_one_of(next.lower, {":", "/", "st", "nd", "rd", "th", "s", "'", "’"}) ||
                        (next.lower == "-" && lexemes[amount.end + 1].is_capital)))
    return true;
  if (may_be_year(lexemes, amount)) return true;
  if (amount.first == 0) return false;
  const Lexeme& before = lexemes[amount.first - 1];
  const bool is_date = is_date_word(before.lower) && before.is_capital && lexemes[amount.number].value <= 31;
  return is_numbered_thing(before.lower) || is_date || is_one_of(before.lower, {"aged", "age"});
}

// "one of them", "no one", "this one": a pronoun, unless it counts persons.
bool is_pronoun(const Lexemes& lexemes, const Amount& amount) {
  return amount.end == amount.number + 1 && lexemes.is(amount.number, "one") &&
         !is_persons(lexemes[amount.end].lower) && kind_behind(lexemes, amount.end).empty();
}

std::optional<Counted> read_counted(const Lexemes& lexemes, const Amount& amount) {
  if (is_piece(lexemes, amount) || amount.value == 0) return std::nullopt;
  if (auto percent = read_percent(lexemes, amount)) return percent;
  if (auto money = read_money(lexemes, amount)) return money;
  if (is_no_quantity(lexemes, amount) || is_pronoun(lexemes, amount)) return std::nullopt;
  for (auto reader : {read_persons, read_bare, read_things})
    if (auto counted = reader(lexemes, amount)) return counted;
  return std::nullopt;
}

}  // namespace

std::vector<Quantity> find_quantities(std::string_view text, Span within) {
  const Lexemes lexemes(text, within);
  std::vector<Quantity> quantities;
  for (std::size_t at = 0; at < lexemes.size();) {
    const auto amount = read_amount(lexemes, at);
    const auto counted = amount ? read_counted(lexemes, *amount) : std::nullopt;
    if (counted) {
      const Span span{lexemes[amount->first].span.begin, lexemes[counted->end - 1].span.end};
      quantities.push_back({amount->value, amount->lo, amount->hi, counted->unit, counted->kind, span});
    }
    at = counted ? counted->end : amount ? amount->end : at + 1;
  }
  return quantities;
}

}  // namespace demarche::events
