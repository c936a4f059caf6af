// SPDX-License-Identifier: Apache-2.0
#include "actors/content.h"

#include <algorithm>
#include <array>

#include "base/error.h"
#include "base/files.h"

namespace demarche::actors {

namespace {

template <typename Value, std::size_t N>
Value look_up(const std::array<std::pair<std::string_view, Value>, N>& table, std::string_view name, const TsvRow& row,
              std::string_view column) {
  for (const auto& [key, value] : table) {
    if (key == name) return value;
  }
  throw Error(ErrorKind::BadInput, row.where() + ": unknown " + std::string(column) + " “" + std::string(name) +
                                       "”; see data/actors/README.md");
}

ActorKind actor_kind(const TsvRow& row) {
  static constexpr std::array<std::pair<std::string_view, ActorKind>, 10> kKinds = {{
      {"state", ActorKind::State},
      {"past_state", ActorKind::PastState},
      {"territory", ActorKind::Territory},
      {"region", ActorKind::Region},
      {"people", ActorKind::People},
      {"institution", ActorKind::Institution},
      {"party", ActorKind::Party},
      {"armed_group", ActorKind::ArmedGroup},
      {"organisation", ActorKind::Organisation},
      {"outlet", ActorKind::Outlet},
  }};
  return look_up(kKinds, row["kind"], row, "kind");
}

std::uint32_t word_class(const TsvRow& row) {
  static constexpr std::array<std::pair<std::string_view, std::uint32_t>, 32> kClasses = {{
      {"determiner", kDeterminer},
      {"modifier", kModifier},
      {"former", kFormer},
      {"preposition", kPreposition},
      {"relative", kRelative},
      {"conjunction", kConjunction},
      {"participle", kParticiple},
      {"base", kBase},
      {"lead", kLead},
      {"locative", kLocative},
      {"motion", kMotion},
      {"town_noun", kTownNoun},
      {"copula", kCopula},
      {"honorific", kHonorific},
      {"title", kTitle},
      {"elect", kElect},
      {"function", kFunction},
      {"pronoun", kPronoun},
      {"plural_pair", kPairWord},
      {"group_noun", kGroupNoun},
      {"partitive", kPartitive},
      {"us_state_hint", kUsStateHint},
      {"given_name", kGivenName},
      {"he_name", kHeName},
      {"she_name", kSheName},
      {"work", kWork},
      {"maker", kMaker},
      {"town_part", kTownPart},
      {"town_verb", kTownVerb},
      {"town_state", kTownState},
      {"outsider", kOutsider},
      {"answer_verb", kAnswerVerb},
  }};
  return look_up(kClasses, row["class"], row, "class");
}

// Words of names that are written in several ways, on both sides of the ocean or in our letters.
using Variants = std::array<std::string_view, 6>;
constexpr std::array<Variants, 8> kVariants = {{
    {"organisation", "organization"},
    {"organisations", "organizations"},
    {"defence", "defense"},
    {"labour", "labor"},
    {"centre", "center"},
    {"mujahideen", "mujahidin", "mujahedin", "mujahedeen", "mujaheddin", "mojahedin"},
    {"jamaat", "jamaah", "jamaa", "jemaah"},
    {"harakat", "harkat"},
}};

const Variants* variants_of(const std::string& word) {
  const auto found = std::find_if(kVariants.begin(), kVariants.end(), [&](const Variants& variants) {
    return std::find(variants.begin(), variants.end(), word) != variants.end();
  });
  return found == kVariants.end() ? nullptr : &*found;
}

// The other spellings of the first word of a name that has any.
std::vector<std::string_view> spellings_of(const std::vector<std::string>& name) {
  std::vector<std::string_view> others;
  for (const std::string& word : name) {
    const Variants* variants = variants_of(word);
    if (variants == nullptr) continue;
    for (const std::string_view other : *variants)
      if (!other.empty() && other != word) others.push_back(other);
    break;
  }
  return others;
}

std::vector<std::string> respelt(std::vector<std::string> name, std::string_view spelling) {
  const auto word =
      std::find_if(name.begin(), name.end(), [](const std::string& each) { return variants_of(each) != nullptr; });
  *word = spelling;
  return name;
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

// "Cali cartel", "Workers' party": the last word of a name that newspapers write small.
bool may_be_small(std::string_view word) {
  static constexpr std::array<std::string_view, 8> kNouns = {"cartel",   "clan",  "gang",    "militia",
                                                             "movement", "party", "brigade", "brigades"};
  return std::find(kNouns.begin(), kNouns.end(), word) != kNouns.end();
}

}  // namespace

RoleKind role_kind(const TsvRow& row, std::string_view column) {
  static constexpr std::array<std::pair<std::string_view, RoleKind>, 7> kKinds = {{
      {"organ", RoleKind::Organ},
      {"office", RoleKind::Office},
      {"envoy", RoleKind::Envoy},
      {"generic", RoleKind::Generic},
      {"member", RoleKind::Member},
      {"people", RoleKind::People},
      {"coalition", RoleKind::Coalition},
  }};
  return look_up(kKinds, row[column], row, column);
}

Interval interval_of(const TsvRow& row) {
  return {first_day(row["from"], row.where()), last_day(row["to"], row.where())};
}

const ActorRow* Tables::Content::actor(std::string_view id) const {
  const auto found = actor_of_id.find(std::string(id));
  return found == actor_of_id.end() ? nullptr : &actors[found->second];
}

const ActorRow* Tables::Content::state(std::string_view country) const {
  const auto found = state_of_country.find(std::string(country));
  return found == state_of_country.end() ? nullptr : &actors[found->second];
}

const Status* Tables::Content::status(const std::string& id, std::optional<Day> day) const {
  const auto found = statuses.find(id);
  if (!day || found == statuses.end()) return nullptr;
  for (const Status& status : found->second) {
    if (status.when.holds(day)) return &status;
  }
  return nullptr;
}

std::vector<TsvRow> Loader::read(const std::filesystem::path& path, const std::vector<std::string>& columns) {
  digest_ += sha256_hex(read_file(path));
  return read_tsv(path, columns);
}

void Loader::load(const std::filesystem::path& data, const std::vector<std::filesystem::path>& project) {
  const std::filesystem::path folder = data / "actors";
  load_words(folder / "words.tsv");
  load_words(folder / "given_names.tsv");
  load_bodies(folder / "bodies.tsv");
  load_namesakes(folder / "namesakes.tsv");
  load_roles(folder / "roles.tsv");
  for (const auto& table : project) load_actors(table, Origin::Project);
  for (const char* table :
       {"states.tsv", "regions.tsv", "institutions.tsv", "armed_groups.tsv", "organisations.tsv", "outlets.tsv"}) {
    load_actors(folder / table, Origin::Hand);
  }
  load_actors(folder / "armed_groups_ucdp.tsv", Origin::Bulk);
  load_actors(folder / "capitals.tsv", Origin::Hand);
  load_towns(folder / "towns_by_hand.tsv", Origin::Hand);
  load_towns(folder / "towns.tsv", Origin::Bulk);
  load_statuses(folder / "statuses.tsv");
  load_holders(folder / "office_holders_by_hand.tsv");
  load_holders(folder / "office_holders.tsv");
  share_names();
  for (const auto& [row, origin] : capitals_) add_capital(row, origin);
  for (const TsvRow& row : alias_rows_) add_alias_row(row);
  for (const auto& [surname, persons] : content_.surnames) content_.surname_spellings.add(surname);
  content_.fingerprint = sha256_hex(digest_);
}

void Loader::load_words(const std::filesystem::path& path) {
  for (const TsvRow& row : read(path, {"word", "class"})) {
    content_.word_classes[fold_word(row["word"])] |= word_class(row);
  }
}

void Loader::load_bodies(const std::filesystem::path& path) {
  for (const TsvRow& row : read(path, {"noun", "sector", "name", "needs_country"})) {
    content_.body_nouns[fold_word(row["noun"])] = {row["sector"], row["name"], !row["needs_country"].empty(),
                                                   row.where()};
  }
}

void Loader::load_namesakes(const std::filesystem::path& path) {
  for (const TsvRow& row : read(path, {"name", "word"}))
    content_.namesakes[fold_word(row["name"])].push_back(fold_word(row["word"]));
}

void Loader::load_roles(const std::filesystem::path& path) {
  for (const TsvRow& row : read(path, {"id", "kind", "sector", "sector2", "name", "phrases"})) {
    Alias alias;
    alias.sense = Sense::Role;
    alias.index = static_cast<std::uint32_t>(content_.roles.size());
    content_.roles.push_back(
        {row["id"], row["name"], row["sector"], row["sector2"], role_kind(row, "kind"), row.where()});
    alias.where = static_cast<std::uint32_t>(content_.places.size());
    content_.places.push_back(row.where());
    for (const std::string& phrase : split_values(row["phrases"])) add_alias(phrase, alias);
  }
}

void Loader::load_statuses(const std::filesystem::path& path) {
  for (const TsvRow& row : read(path, {"id", "from", "to", "acts_as"})) {
    content_.statuses[row["id"]].push_back({interval_of(row), row["acts_as"], row.where()});
  }
}

void Loader::load_towns(const std::filesystem::path& path, Origin origin) {
  for (const TsvRow& row : read(path, {"name", "country"})) {
    const auto state = content_.state_of_country.find(row["country"]);
    if (state == content_.state_of_country.end())
      throw Error(ErrorKind::BadInput, row.where() + ": no state “" + row["country"] + "”");
    Alias alias;
    alias.sense = Sense::Town;
    alias.index = state->second;
    alias.is_bulk = origin == Origin::Bulk;
    alias.when = content_.actors[state->second].existed;
    alias.where = static_cast<std::uint32_t>(content_.places.size());
    content_.places.push_back(row.where());
    add_alias(row["name"], alias);
  }
}

void Loader::load_actors(const std::filesystem::path& path, Origin origin) {
  static const std::vector<std::string> kColumns = {"id",        "name", "kind", "country", "sector",
                                                    "member_of", "from", "to",   "aliases"};
  for (const TsvRow& row : read(path, kColumns)) {
    const std::string& kind = row["kind"];
    if (kind == "person") {
      add_person_row(row);
    } else if (kind == "alias") {
      alias_rows_.push_back(row);
    } else if (kind == "role") {
      add_role_row(row);
    } else if (kind == "merge") {
      add_merge_row(row);
    } else {
      add_actor(row, origin);
    }
  }
}

// A capital is a seat of its state while it is one, and nothing by itself.
void Loader::add_capital(const TsvRow& row, Origin origin) {
  const auto state = content_.actor_of_id.find(row["member_of"]);
  if (state == content_.actor_of_id.end()) {
    throw Error(ErrorKind::BadInput,
                row.where() + ": no state “" + row["member_of"] + "” above this capital; name it in member_of");
  }
  Alias alias;
  alias.sense = Sense::Seat;
  alias.index = state->second;
  alias.is_project = origin == Origin::Project;
  alias.when = interval_of(row);
  alias.where = static_cast<std::uint32_t>(content_.places.size());
  content_.places.push_back(row.where());
  add_alias(row["name"], alias);
  add_aliases(row["aliases"], alias);
}

void Loader::add_actor(const TsvRow& row, Origin origin) {
  // Its state may stand in a later table.
  if (row["kind"] == "capital") {
    capitals_.emplace_back(row, origin);
    return;
  }
  Alias alias;
  alias.index = static_cast<std::uint32_t>(content_.actors.size());
  alias.is_project = origin == Origin::Project;
  alias.is_bulk = origin == Origin::Bulk;
  alias.when = interval_of(row);
  alias.where = static_cast<std::uint32_t>(content_.places.size());
  content_.places.push_back(row.where());
  content_.actors.push_back({row["id"], row["name"], row["country"], row["sector"], std::string(row.get("sector2")),
                             row["member_of"], actor_kind(row), interval_of(row), row.where(), alias.is_project});
  const ActorRow& actor = content_.actors.back();
  const bool is_state =
      actor.kind == ActorKind::State || actor.kind == ActorKind::PastState || actor.kind == ActorKind::Territory;
  if (is_state) content_.state_of_country.emplace(actor.country, alias.index);
  content_.actor_of_id.emplace(actor.id, alias.index);
  if (row["name"].find('(') == std::string::npos) add_alias(row["name"], alias);
  add_aliases(row["aliases"], alias);
}

void Loader::add_aliases(std::string_view cell, Alias alias) {
  static constexpr std::array<std::pair<std::string_view, Sense>, 4> kPrefixes = {
      {{"adj:", Sense::Demonym}, {"people:", Sense::People}, {"seat:", Sense::Seat}, {"stem:", Sense::Stem}}};
  const Sense given = alias.sense;
  for (const std::string& value : split_values(cell)) {
    std::string_view name = value;
    alias.sense = given;
    for (const auto& [prefix, sense] : kPrefixes) {
      if (name.starts_with(prefix)) {
        alias.sense = sense;
        name.remove_prefix(prefix.size());
      }
    }
    add_alias(name, alias);
  }
}

void Loader::add_alias(std::string_view name, Alias alias) {
  const std::vector<Word> words = split_words(name);
  if (words.empty() || words.size() > 16) return;
  std::vector<std::string> key;
  for (std::size_t i = 0; i < words.size(); ++i) {
    key.push_back(words[i].fold);
    const auto bit = static_cast<std::uint16_t>(1u << i);
    const bool is_noun = i > 0 && i + 1 == words.size() && may_be_small(words[i].fold);
    if (words[i].upper && !is_noun) alias.capitals |= bit;
    if (words[i].all_upper && words[i].fold.size() <= 6) alias.acronyms |= bit;
    if (words[i].mixed && words[i].fold.size() <= 5) alias.mixed |= bit;
    if (words[i].possessive) alias.possessives |= bit;
  }
  content_.trie.add(key, static_cast<std::uint32_t>(content_.aliases.size()));
  if (alias.sense == Sense::Name) {
    for (const std::string_view spelling : spellings_of(key))
      content_.trie.add(respelt(key, spelling), static_cast<std::uint32_t>(content_.aliases.size()));
  }
  add_spellings(key, alias);
  content_.aliases.push_back(alias);
}

// Only adjectives of states and long names are looked for under another spelling: of others too many are a letter
// apart ("Indiana", "Syriac").
void Loader::add_spellings(const std::vector<std::string>& key, const Alias& alias) {
  constexpr std::size_t kLong = 8;
  const bool is_group = alias.sense == Sense::Name && content_.actors[alias.index].kind == ActorKind::ArmedGroup;
  if (is_group && alias.acronyms == 0) content_.group_spellings.add(joined(key));
  if (key.size() != 1) return;
  if (alias.sense == Sense::Name && key[0].size() >= kLong) {
    const ActorKind kind = content_.actors[alias.index].kind;
    if (kind == ActorKind::State || kind == ActorKind::ArmedGroup) content_.name_spellings.add(key[0]);
  }
  if (alias.sense != Sense::Demonym) return;
  const ActorKind kind = content_.actors[alias.index].kind;
  if (kind == ActorKind::State || kind == ActorKind::PastState || kind == ActorKind::Territory)
    content_.state_spellings.add(key[0]);
}

}  // namespace demarche::actors
