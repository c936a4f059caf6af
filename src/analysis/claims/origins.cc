// SPDX-License-Identifier: Apache-2.0
#include "analysis/claims/origins.h"

#include <algorithm>
#include <map>
#include <numeric>

#include "analysis/claims/credits.h"
#include "analysis/words/hashed.h"
#include "analysis/words/words.h"

namespace demarche::analysis {

namespace {

Shingles sorted(Shingles shingles) {
  std::sort(shingles.begin(), shingles.end());
  shingles.erase(std::unique(shingles.begin(), shingles.end()), shingles.end());
  return shingles;
}

Shingles runs_of(std::string_view text, std::size_t length) {
  Shingles shingles;
  const auto words = words_of(text);
  for (std::size_t at = 0; at + length <= words.size(); ++at) {
    std::uint64_t hash = hashed(words[at].text);
    for (std::size_t i = 1; i < length; ++i) hash = hashed(words[at + i].text, hash);
    shingles.push_back(hash);
  }
  return sorted(std::move(shingles));
}

}  // namespace

Shingles shingles_of(std::string_view text) { return runs_of(text, 5); }

Shingles sampled_shingles(std::string_view text) {
  Shingles shingles = runs_of(text, 3);
  std::erase_if(shingles, [](std::uint64_t hash) { return (hash >> 32) % 4 != 0; });
  return shingles;
}

double containment(const Shingles& one, const Shingles& other) {
  if (one.empty() || other.empty()) return 0;
  std::size_t both = 0;
  for (auto a = one.begin(), b = other.begin(); a != one.end() && b != other.end();) {
    if (*a == *b)
      ++both, ++a, ++b;
    else if (*a < *b)
      ++a;
    else
      ++b;
  }
  return static_cast<double>(both) / static_cast<double>(std::min(one.size(), other.size()));
}

namespace {

// What one document tells of a happening.
struct Account {
  const Text* text = nullptr;
  std::string sentences;
  Shingles shingles;
  std::vector<std::string> credits;  // of its claims, each once
  bool is_credited = true;           // it has all of them from others
  Ids agencies;
};

bool gives_as_source(const Account& one, const Account& other) {
  return one.is_credited && std::any_of(one.credits.begin(), one.credits.end(), [&](const std::string& credit) {
           return is_printed_under(*other.text, credit);
         });
}

bool have_one_origin(const Account& one, const Account& other) {
  return containment(one.shingles, other.shingles) >= kSameOrigin ||
         containment(one.text->shingles, other.text->shingles) >= kSameText || share(one.agencies, other.agencies) ||
         gives_as_source(one, other) || gives_as_source(other, one) ||
         (one.is_credited && other.is_credited && share(one.credits, other.credits));
}

std::vector<Account> accounts_of(const Corpus& corpus, const std::vector<Told>& told) {
  std::map<int, Account> by_document;
  for (const Told& passage : told) {
    Account& account = by_document[passage.document];
    account.text = &corpus.texts[static_cast<std::size_t>(passage.document)];
    account.sentences += account.text->words(passage.sentence) + "\n";
    const std::string credit = credit_of(corpus, passage);
    if (credit.empty())
      account.is_credited = false;
    else
      insert_sorted(account.credits, credit);
  }
  std::vector<Account> accounts;
  for (auto& [document, account] : by_document) {
    account.shingles = shingles_of(account.sentences);
    account.agencies = agencies_above(*account.text);
    accounts.push_back(std::move(account));
  }
  return accounts;
}

}  // namespace

int count_origins(const Corpus& corpus, const std::vector<Told>& told) {
  const std::vector<Account> accounts = accounts_of(corpus, told);
  std::vector<std::size_t> origin(accounts.size());
  std::iota(origin.begin(), origin.end(), 0U);
  for (std::size_t i = 0; i < accounts.size(); ++i) {
    for (std::size_t j = i + 1; j < accounts.size(); ++j) {
      if (origin[i] == origin[j] || !have_one_origin(accounts[i], accounts[j])) continue;
      std::replace(origin.begin(), origin.end(), origin[j], origin[i]);
    }
  }
  std::sort(origin.begin(), origin.end());
  return static_cast<int>(std::unique(origin.begin(), origin.end()) - origin.begin());
}

}  // namespace demarche::analysis
