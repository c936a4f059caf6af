// SPDX-License-Identifier: Apache-2.0
// What comparing costs:  findings [N]      N made documents (given_reports.h), 10,000 when left out
//
// One line per stage: seconds, those of the processors, the memory that is held behind it, and the peak of the process
// so far. Then all of analysis::find with one document more, as it runs when findings are asked for after a document
// came in.
#include <fmt/core.h>
#include <malloc.h>
#include <sys/resource.h>

#include <chrono>
#include <cstdlib>
#include <set>

#include "analysis/disputes/disputes.h"
#include "analysis/disputes/shortfalls.h"
#include "analysis/figures/figure_matters.h"
#include "analysis/happenings/happenings.h"
#include "analysis/intents/intents.h"
#include "analysis/intents/surroundings.h"
#include "analysis/positions/positions.h"
#include "given_reports.h"

namespace demarche::bench {

namespace {

using namespace analysis;

double peak_megabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

double held_megabytes() {
  const auto heap = mallinfo2();
  return static_cast<double>(heap.uordblks + heap.hblkhd) / (1 << 20);
}

// Of all threads: what a busy machine does not make longer.
double processor_seconds() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const auto seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
  };
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

template <class Work>
auto timed(const char* what, Work work) {
  const auto begin = std::chrono::steady_clock::now();
  const double used = processor_seconds();
  auto made = work();
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
  fmt::print("{:<28}{:>9.2f} s{:>9.2f} s CPU{:>9.0f} MB held{:>9.0f} MB peak\n", what, seconds.count(),
             processor_seconds() - used, held_megabytes(), peak_megabytes());
  std::fflush(stdout);
  return made;
}

// Each stage alone, in the order of analysis::find.
void run_stages(const std::vector<Source>& sources, const Lexicon& lexicon) {
  const Corpus corpus = timed("laid out", [&] { return lay_out(sources, lexicon, [](const auto& id) { return id; }); });
  std::size_t happenings = 0;
  {
    const auto groups = timed("grouped", [&] { return group_claims(corpus); });
    happenings = groups.groups.size();
    timed("happenings told", [&] { return happenings_of(corpus, groups).size(); });
  }
  timed("positions", [&] { return find_positions(corpus).size(); });
  const auto accusations = timed("accusations", [&] { return accusations_of(corpus); });
  std::set<int> answered;
  Disputes found;
  const auto rule = [&](const char* name, auto work) {
    timed(name, [&] {
      work();
      return found.size();
    });
  };
  const Propositions propositions = timed("propositions", [&] { return Propositions(corpus); });
  rule("denials", [&] { find_denials(propositions, accusations, answered, found); });
  rule("noted silences", [&] { find_noted_silences(propositions, found); });
  rule("rival accounts", [&] { find_rival_accounts(propositions, found); });
  rule("unanswered", [&] { find_unanswered(corpus, accusations, answered, found); });
  rule("mutual accusations", [&] { find_mutual_accusations(corpus, accusations, found); });
  std::vector<PlainAmount> amounts;
  {
    const auto figures = timed("figures given", [&] { return figures_given(corpus); });
    timed("matters of figures", [&] { return matters_of(figures).size(); });
    rule("figures", [&] { find_figures(propositions, figures, found); });
    amounts = plain_amounts(figures);
  }
  rule("culprits", [&] { find_culprits(corpus, accusations, found); });
  rule("places and times", [&] { find_places_and_times(corpus, found); });
  const Intents intents = timed("intents", [&] { return Intents(corpus); });
  Surroundings surroundings(propositions, intents);
  rule("refusals", [&] { find_refusals(corpus, intents, surroundings, found); });
  rule("contradictory demands", [&] { find_contradictory_demands(corpus, found); });
  rule("opposed demands", [&] { find_opposed_demands(corpus, intents, surroundings, found); });
  rule("reversals", [&] { find_reversals(corpus, found); });
  rule("changed accounts", [&] { find_changed_accounts(propositions, found); });
  rule("turns", [&] { find_turns(corpus, intents, surroundings, found); });
  rule("broken promises", [&] { find_broken_promises(corpus, amounts, intents, surroundings, found); });
  fmt::print("{} claims, {} happenings, {} disputes\n", corpus.claims.size(), happenings, found.size());
}

int run(std::size_t count) {
  const Lexicon lexicon(std::filesystem::path(DEMARCHE_SOURCE) / "data");
  auto sources = timed("made", [&] {
    std::vector<Source> all;
    all.reserve(count + 1);
    for (std::size_t i = 0; i < count; ++i) all.push_back(report(i, count));
    return all;
  });
  run_stages(sources, lexicon);
  sources.push_back(report(count, count));
  const auto begin = std::chrono::steady_clock::now();
  timed("all findings, two threads", [&] { return find(sources, lexicon, [](const auto& id) { return id; }); });
  const std::chrono::duration<double, std::milli> more = std::chrono::steady_clock::now() - begin;
  fmt::print("one more document: {:.0f} ms, for all is computed anew\n", more.count());
  return 0;
}

}  // namespace

}  // namespace demarche::bench

int main(int count, char** arguments) {
  return demarche::bench::run(count > 1 ? std::strtoul(arguments[1], nullptr, 10) : 10000);
}
