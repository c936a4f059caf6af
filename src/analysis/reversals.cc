// SPDX-License-Identifier: Apache-2.0
// One actor against its own earlier word: what it refused and then did, what it did and then stopped, what it promised
// and did not do.
//
// A reversal is looked for per actor, counterpart and issue, along time. One change of course is a reversal; an issue
// on which the record shows an actor now this, now that, many times over is a noisy issue and gives nothing.
#include <algorithm>

#include "analysis/disputes.h"
#include "analysis/identity.h"
#include "analysis/words.h"

namespace demarche::analysis {

namespace {

enum class Course { For, Against };

struct Step {
  int day = kNoDay, last = kNoDay;  // of its period
  Course course = Course::For;
  int claim = -1, utterance = -1;
  std::string id;
};

// "REJECT peace talks with C" and "CONSULT C about peace talks" are the two ends of one line.
bool course_of(const Claim& claim, Course& course) {
  const std::string& type = claim.event->event;
  const bool is_for_talks = type == "CONSULT" || type == "AGREE" || type == "COOPERATE";
  if (claim.ground == Ground::Future && claim.event->polarity == "negated" && is_for_talks)
    return course = Course::Against, true;
  if (claim.stance == Stance::Promises && is_for_talks && agree(claim.actors, {claim.voice.id}))
    return course = Course::For, true;
  if (claim.stance != Stance::Affirms || claim.ground == Ground::Supposed || claim.event->polarity == "negated")
    return false;
  if (type == "REJECT" || (type == "SANCTION" && claim.event->mode != "convict")) return course = Course::Against, true;
  if (type == "AGREE" || type == "CONCEDE" || type == "COOPERATE" || type == "CONSULT" || type == "SUPPORT" ||
      type == "AID") {
    return course = Course::For, true;
  }
  return false;
}

bool course_of(const Utterance& utterance, Course& course) {
  const bool is_negated = utterance.statement->polarity == "negated";
  if (utterance.act() == "refuse") return course = Course::Against, !is_negated;
  // "There will be no negotiation with them, now or later."
  if (utterance.act() == "assert" && is_negated)
    return course = Course::Against, share(utterance.themes, {"mediation", "peace talks"});
  if (utterance.act() == "agree" || utterance.act() == "promise" || utterance.act() == "offer")
    return course = Course::For, !is_negated;
  return false;
}

using Lines = std::map<std::string, std::vector<Step>>;  // actor | counterpart | issue

void add_step(Lines& lines, const std::string& actor, const Ids& counterparts, const std::vector<std::string>& themes,
              const Step& step) {
  for (const std::string& other : voices_of(counterparts)) {
    if (other == actor) continue;
    for (const std::string& theme : themes) lines[actor + "|" + other + "|" + theme].push_back(step);
  }
}

// Undated accounts in a chronology are ordered by nothing: its day of publication is not theirs.
bool has_day(const Corpus& corpus, const Claim& claim) {
  if (claim.when.is_known() && !claim.when.is_coarse()) return true;
  const std::string& kind = corpus.texts[static_cast<std::size_t>(claim.document)].source->document.kind;
  return claim.said != kNoDay && !claim.when.is_known() && kind != "chronology" && kind != "other";
}

void add_claims(const Corpus& corpus, Lines& lines) {
  for (std::size_t i = 0; i < corpus.claims.size(); ++i) {
    const Claim& claim = corpus.claims[i];
    Course course;
    if (!has_day(corpus, claim) || !course_of(claim, course)) continue;
    const Step step{.day = claim.when.is_known() ? claim.when.lo : claim.said,
                    .last = claim.when.is_known() ? claim.when.hi : claim.said,
                    .course = course,
                    .claim = static_cast<int>(i),
                    .id = claim.id};
    const Ids actors = voices_of(claim.actors);
    // Deeds of equals name all of them as actors.
    for (const std::string& actor : actors)
      add_step(lines, actor, claim.recipients.empty() ? claim.actors : claim.recipients, claim.themes, step);
  }
}

void add_utterances(const Corpus& corpus, Lines& lines) {
  for (std::size_t i = 0; i < corpus.utterances.size(); ++i) {
    const Utterance& utterance = corpus.utterances[i];
    Course course;
    if (!utterance.voice.is_named_actor() || utterance.said == kNoDay || !course_of(utterance, course)) continue;
    const std::string& kind = corpus.texts[static_cast<std::size_t>(utterance.document)].source->document.kind;
    if (kind == "chronology" && !utterance.said_is_exact) continue;
    const Step step{.day = utterance.said,
                    .last = utterance.said,
                    .course = course,
                    .utterance = static_cast<int>(i),
                    .id = utterance.id};
    add_step(lines, utterance.voice.id, utterance.addressees.empty() ? utterance.about : utterance.addressees,
             utterance.themes, step);
  }
}

int changes_in(const std::vector<Step>& steps) {
  int changes = 0;
  for (std::size_t i = 1; i < steps.size(); ++i) changes += steps[i].course != steps[i - 1].course;
  return changes;
}

void add_evidence(DisputeMaker& maker, const Corpus& corpus, const Step& step, const std::string& side,
                  const std::string& stance) {
  if (step.claim >= 0) {
    const Claim& claim = corpus.claims[static_cast<std::size_t>(step.claim)];
    Voice doer = claim.voice;
    if (!claim.actors.empty())
      doer = {.id = voice_of(claim.actors.front()),
              .speaker = claim.actors.front(),
              .name = corpus.name_of(claim.actors.front()),
              .kind = "named",
              .key = {}};
    maker.add(side, doer, stance, claim);
  } else {
    const Utterance& utterance = corpus.utterances[static_cast<std::size_t>(step.utterance)];
    maker.add(side, utterance.voice, stance, utterance);
  }
}

std::vector<std::string> split(const std::string& key) {
  const auto first = key.find('|'), second = key.find('|', first + 1);
  return {key.substr(0, first), key.substr(first + 1, second - first - 1), key.substr(second + 1)};
}

bool is_for(const Step& step) { return step.course == Course::For; }

Dispute reversal(const Corpus& corpus, const std::string& key, const std::vector<Step>& steps, std::size_t turn) {
  const auto parts = split(key);
  DisputeMaker maker(corpus, "reversal");
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const std::string before = is_for(steps[0]) ? "was for it" : "was against it",
                      after = is_for(steps[turn]) ? "is for it" : "is against it";
    if (i < turn)
      add_evidence(maker, corpus, steps[i], "before", before + " until " + day_text(steps[turn - 1].day));
    else
      add_evidence(maker, corpus, steps[i], "after", after + " since " + day_text(steps[turn].day));
  }
  const std::string question = "Has " + corpus.name_of(parts[0]) + " changed its course on " + parts[2] + " towards " +
                               corpus.name_of(parts[1]) + "?";
  return maker.finish(key, question, "", parts[2], 0.9);
}

}  // namespace

void find_reversals(const Corpus& corpus, Disputes& found) {
  Lines lines;
  add_claims(corpus, lines);
  add_utterances(corpus, lines);
  std::set<std::string> told;  // by the ids of the turning steps: one quarrel may carry several issues
  for (auto& [key, line] : lines) {
    std::vector<Step>& steps = line;  // a structured binding cannot be captured before clang 16
    std::sort(steps.begin(), steps.end(),
              [](const Step& a, const Step& b) { return std::tie(a.day, a.id) < std::tie(b.day, b.id); });
    if (steps.size() < 2 || changes_in(steps) != 1) continue;
    const auto turn =
        std::find_if(steps.begin(), steps.end(), [&](const Step& step) { return step.course != steps.front().course; });
    const auto index = static_cast<std::size_t>(turn - steps.begin());
    if (turn->day - steps[index - 1].last < 2) continue;
    if (!told.insert(steps[index - 1].id + turn->id).second) continue;
    found.push_back(reversal(corpus, key, steps, index));
  }
}

namespace {

bool is_promise(const Corpus& corpus, const Claim& claim) {
  if (claim.event->polarity == "negated" || claim.actors.empty()) return false;
  if (claim.event->modality == "promised") return true;
  if (claim.event->modality != "planned" || claim.utterance < 0) return false;
  const Utterance& utterance = corpus.utterances[static_cast<std::size_t>(claim.utterance)];
  return utterance.act() == "promise" && agree(claim.actors, {utterance.voice.id});
}

bool is_contrary_type(std::string_view promised, std::string_view done) {
  static const std::multimap<std::string_view, std::string_view> kContrary = {
      {"RETREAT", "ASSAULT"},    {"RETREAT", "MOBILIZE"}, {"RETREAT", "COERCE"}, {"AID", "SANCTION"},
      {"COOPERATE", "SANCTION"}, {"COOPERATE", "REJECT"}, {"CONSULT", "REJECT"}, {"CONCEDE", "REJECT"},
      {"SUPPORT", "REJECT"},     {"AGREE", "REJECT"}};
  const auto range = kContrary.equal_range(promised);
  return std::any_of(range.first, range.second, [&](const auto& pair) { return pair.second == done; });
}

int day_of(const Claim& claim) { return claim.when.is_known() ? claim.when.lo : claim.said; }

bool breaks(const Claim& promise, const Claim& deed) {
  constexpr int kTwoYears = 730;
  if (!agree(promise.actors, deed.actors) || !may_agree(promise.recipients, deed.recipients)) return false;
  if (promise.said == kNoDay || deed.said == kNoDay || day_of(deed) == kNoDay) return false;
  if (deed.said <= promise.said || day_of(deed) < promise.said || deed.said > promise.said + kTwoYears) return false;
  const bool is_undone =
      deed.event->event == promise.event->event && deed.stance == Stance::Denies && deed.ground == Ground::Fact;
  const bool has_likeness = share(promise.themes, deed.themes) || share(promise.stems, deed.stems);
  // "Did not" before the day for which it was promised breaks nothing.
  if (is_undone) return has_likeness && (!promise.when.is_known() || deed.said >= promise.when.lo);
  const bool is_contrary = deed.stance == Stance::Affirms && deed.ground == Ground::Fact &&
                           deed.event->polarity != "negated" &&
                           is_contrary_type(promise.event->event, deed.event->event);
  return is_contrary && share(promise.themes, deed.themes) && agree(promise.recipients, deed.recipients);
}

void add_promise(DisputeMaker& maker, const Corpus& corpus, int promise) {
  const Claim& claim = corpus.claims[static_cast<std::size_t>(promise)];
  Voice voice = claim.voice;
  if (!agree(claim.actors, {voice.id}))
    voice = {.id = voice_of(claim.actors.front()), .speaker = {}, .name = {}, .kind = "named", .key = {}};
  maker.add("promised", voice, "promised", claim);
}

}  // namespace

void find_broken_promises(const Corpus& corpus, Disputes& found) {
  std::map<std::string, std::vector<int>> by_actor;
  for (std::size_t i = 0; i < corpus.claims.size(); ++i) {
    const Claim& claim = corpus.claims[i];
    const bool may_break = claim.ground == Ground::Fact &&
                           (claim.stance == Stance::Denies || claim.quad() == 4 || claim.event->event == "REJECT");
    if (!may_break) continue;
    for (const std::string& id : voices_of(claim.actors)) by_actor[id].push_back(static_cast<int>(i));
  }
  for (std::size_t i = 0; i < corpus.claims.size(); ++i) {
    const Claim& promise = corpus.claims[i];
    if (!is_promise(corpus, promise)) continue;
    DisputeMaker maker(corpus, "promise-broken");
    std::set<int> deeds;
    for (const std::string& id : voices_of(promise.actors)) {
      for (const int deed : by_actor[id]) {
        if (breaks(promise, corpus.claims[static_cast<std::size_t>(deed)])) deeds.insert(deed);
      }
    }
    if (deeds.empty()) continue;
    add_promise(maker, corpus, static_cast<int>(i));
    for (const int deed : deeds) {
      const Claim& claim = corpus.claims[static_cast<std::size_t>(deed)];
      maker.add("did otherwise", claim.voice, "says it was not kept", claim);
    }
    const std::string question = "Did " + names_in(corpus, voices_of(promise.actors)) + " keep its promise" +
                                 (promise.themes.empty() ? "" : " on " + promise.themes.front()) + "?";
    found.push_back(maker.finish(promise.id, question, promise.event->event, shared_theme(promise.themes, {}),
                                 importance_of(promise)));
  }
}

}  // namespace demarche::analysis
