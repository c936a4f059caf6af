// SPDX-License-Identifier: Apache-2.0
#include "places/wording.h"

#include <unordered_set>

namespace demarche::places {

using Set = std::unordered_set<std::string_view>;

bool is_locative(std::string_view word) {
  static const Set kWords = {"in",         "at",         "near",      "from",      "around",  "outside",
                             "inside",     "across",     "to",        "into",      "towards", "toward",
                             "between",    "throughout", "reached",   "entered",   "left",    "outskirts",
                             "beyond",     "bombed",     "shelled",   "besieged",  "stormed", "retook",
                             "recaptured", "overran",    "encircled", "evacuated", "via"};
  return kWords.contains(word);
}

bool holds_a_place(std::string_view word) {
  static const Set kWords = {"in", "at", "near", "from", "outside", "inside", "around"};
  return kWords.contains(word);
}

bool is_time(std::string_view word) {
  static const Set kWords = {"march",  "may",    "august", "april",  "june",   "christmas", "easter", "ramadan",
                             "nov",    "dec",    "sept",   "oct",    "jan",    "feb",       "aug",    "sunday",
                             "monday", "friday", "first",  "second", "spring", "autumn"};
  return kWords.contains(word);
}

bool is_direction(std::string_view word) {
  static const Set kWords = {"north",        "south",     "east",      "west",         "northern",     "southern",
                             "eastern",      "western",   "central",   "upper",        "lower",        "greater",
                             "mainland",     "downtown",  "nearby",    "northeastern", "northwestern", "southeastern",
                             "southwestern", "northeast", "northwest", "southeast",    "southwest",    "neighbouring",
                             "neighboring",  "coastal",   "rural",     "far",          "war",          "occupied",
                             "port",         "besieged",  "historic"};
  return kWords.contains(word);
}

bool is_function_word(std::string_view word) {
  static const Set kWords = {
      "in",      "at",        "near",    "from",     "the",      "and",       "but",      "when",    "while",
      "after",   "before",    "since",   "for",      "with",     "on",        "to",       "as",      "if",
      "by",      "of",        "both",    "he",       "why",      "how",       "will",     "can",     "does",
      "did",     "is",        "has",     "may",      "although", "though",    "because",  "whereas", "unlike",
      "like",    "that",      "then",    "today",    "across",   "inside",    "outside",  "around",  "between",
      "against", "toward",    "towards", "into",     "over",     "under",     "during",   "via",     "where",
      "what",    "or",        "nor",     "this",     "she",      "it",        "they",     "we",      "you",
      "his",     "her",       "their",   "our",      "my",       "its",       "an",       "a",       "i",
      "not",     "no",        "yes",     "so",       "all",      "any",       "some",     "most",    "many",
      "much",    "more",      "one",     "two",      "three",    "who",       "which",    "there",   "here",
      "now",     "also",      "only",    "even",     "still",    "such",      "these",    "those",   "each",
      "other",   "another",   "until",   "about",    "above",    "below",     "behind",   "beyond",  "without",
      "within",  "among",     "along",   "through",  "than",     "too",       "very",     "just",    "yet",
      "ever",    "never",     "again",   "are",      "was",      "were",      "be",       "been",    "had",
      "have",    "do",        "would",   "could",    "should",   "must",      "might",    "let",     "us",
      "me",      "him",       "them",    "monday",   "tuesday",  "wednesday", "thursday", "friday",  "saturday",
      "sunday",  "meanwhile", "however", "moreover", "instead",  "once"};
  return kWords.contains(word);
}

bool is_title_behind(std::string_view word) {
  static const Set kWords = {"president",  "prime",      "foreign",   "defence",  "defense",  "interior",
                             "minister",   "ambassador", "general",   "says",     "province", "governorate",
                             "oblast",     "district",   "region",    "state",    "city",     "and",
                             "or",         "county",     "raion",     "rayon",    "town",     "village",
                             "river",      "valley",     "peninsula", "strip",    "area",     "municipality",
                             "department", "prefecture", "border",    "governor", "mayor"};
  return kWords.contains(word);
}

bool tells_region(std::string_view word) {
  static const Set kWords = {"province",   "region",    "state", "governorate", "oblast",    "department",
                             "prefecture", "provinces", "krai",  "emirate",     "territory", "canton"};
  return kWords.contains(word);
}

bool tells_district(std::string_view word) {
  static const Set kWords = {"district",     "county",  "raion",        "rayon",   "subdistrict",
                             "municipality", "tehsil",  "upazila",      "woreda",  "zone",
                             "parish",       "agency",  "cercle",       "regency", "districts",
                             "counties",     "commune", "sub-district", "division"};
  return kWords.contains(word);
}

bool tells_town(std::string_view word) {
  static const Set kWords = {"city",         "town",      "village",  "port",          "capital",      "suburb",
                             "settlement",   "hamlet",    "township", "neighbourhood", "neighborhood", "stronghold",
                             "cities",       "towns",     "villages", "outpost",       "resort",       "community",
                             "municipality", "outskirts", "commune"};
  return kWords.contains(word);
}

bool is_body(std::string_view word) {
  static const Set kWords = {"bank",    "university", "republic", "kingdom",      "bishop",     "institute", "duke",
                             "college", "emirate",    "voice",    "commonwealth", "archbishop", "treaty",    "battle",
                             "church",  "house",      "prince",   "princess",     "queen",      "school"};
  return kWords.contains(word);
}

bool is_act_of_firm(std::string_view word) {
  static const Set kWords = {"buys",  "bought", "sells",  "sold",   "acquires", "acquired",
                             "plays", "played", "scores", "scored", "beat",     "beats",
                             "draws", "drew",   "kicked", "signed", "merged",   "launches"};
  return kWords.contains(word);
}

bool stands_before_verb(std::string_view word) {
  static const Set kWords = {"has",   "had",       "have",        "also",       "later", "then",  "will",
                             "would", "again",     "now",         "and",        "may",   "could", "is",
                             "was",   "quickly",   "immediately", "repeatedly", "not",   "thus",  "therefore",
                             "so",    "yesterday", "today",       "promptly",   "never", "duly"};
  return kWords.contains(word);
}

bool is_act_of_government(std::string_view word) {
  static const Set kStems = {
      "accept",   "accuse",   "acknowledge", "admit",     "agree",     "announce",  "appeal",   "argue",     "ask",
      "assert",   "back",     "blame",       "call",      "cancel",    "cautione",  "claim",    "complain",  "condemn",
      "confirm",  "consider", "declare",     "decline",   "demand",    "denie",     "denounce", "deny",      "deplore",
      "dismisse", "dispute",  "endorse",     "expel",     "expelle",   "expresse",  "favour",   "favor",     "hail",
      "hope",     "impose",   "insist",      "insiste",   "oppose",    "offer",     "pledge",   "press",     "promise",
      "propose",  "protest",  "recall",      "recalle",   "recognise", "recognize", "refuse",   "reject",    "replie",
      "reply",    "respond",  "say",         "said",      "sanction",  "signal",    "summon",   "support",   "suspend",
      "suspect",  "threaten", "urge",        "vow",       "want",      "warn",      "welcome",  "wish",      "withdrew",
      "wishe",    "seek",     "sought",      "speak",     "spoke",     "regard",    "maintain", "retaliate", "lodge",
      "brand",    "describe", "hint",        "negotiate", "veto",      "vetoe",     "believe",  "fear"};
  static const Set kIrregular = {"gave",  "made", "sent", "kept",  "bound",   "held", "broke",
                                 "drew",  "paid", "told", "knew",  "thought", "saw",  "chose",
                                 "began", "got",  "sees", "gives", "makes",   "keeps"};
  if (kStems.contains(word) || kIrregular.contains(word)) return true;
  if (word.ends_with("ing"))
    word.remove_suffix(3);
  else if (word.ends_with("ed"))
    word.remove_suffix(kStems.contains(word.substr(0, word.size() - 1)) ? 1 : 2);
  else if (word.ends_with("es") && kStems.contains(word.substr(0, word.size() - 2)))
    word.remove_suffix(2);
  else if (word.ends_with('s'))
    word.remove_suffix(1);
  return kStems.contains(word);
}

bool is_personal_title(std::string_view word) {
  static const Set kWords = {
      "mr",     "mrs",       "ms",        "dr",          "gen",        "general", "col",    "colonel",
      "maj",    "major",     "capt",      "captain",     "lt",         "sgt",     "sen",    "senator",
      "rep",    "gov",       "president", "minister",    "ambassador", "judge",   "sheikh", "king",
      "queen",  "prince",    "princess",  "pope",        "lord",       "lady",    "sir",    "professor",
      "prof",   "secretary", "spokesman", "spokeswoman", "chancellor", "justice", "miss",   "commander",
      "mullah", "imam",      "rabbi",     "father",      "brother",    "sister",  "uncle"};
  return kWords.contains(word);
}

}  // namespace demarche::places
