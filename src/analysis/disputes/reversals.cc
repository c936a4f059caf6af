// SPDX-License-Identifier: Apache-2.0
// One actor against its own earlier course: what it refused and then did, what it did and then stopped.
//
// A reversal is looked for per actor, counterpart and issue, along time. One change of course is a reversal; an issue
// on which the record shows an actor now this, now that, many times over is a noisy issue and gives nothing.
#include <algorithm>

#include "analysis/claims/identity.h"
#include "analysis/disputes/disputes.h"
#include "analysis/words/words.h"

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
    // AimWords of equals name all of them as actors.
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

}  // namespace demarche::analysis
