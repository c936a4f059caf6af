// SPDX-License-Identifier: Apache-2.0
#include "analysis/claims/same_proposition.h"

#include <cstdlib>

#include "analysis/words/words.h"

namespace demarche::analysis {

namespace {

bool wording_agrees(const Claim& a, const Claim& b) { return share(a.stems, b.stems); }

bool themes_agree(const Claim& a, const Claim& b) {
  return a.themes.empty() || b.themes.empty() || share(a.themes, b.themes);
}

bool times_agree(const Claim& a, const Claim& b) {
  constexpr int kSlack = 31, kYears = 3 * 365;
  if (a.when.is_known() && b.when.is_known()) return a.when.overlaps(b.when, kSlack);
  if (a.said == kNoDay || b.said == kNoDay) return true;
  return std::abs(a.said - b.said) <= kYears;
}

Ground ground_for_denial(const Claim& claim) {
  const bool is_supposed_fact = claim.event->modality == "possible" || claim.event->modality == "asked";
  return is_supposed_fact ? Ground::Fact : claim.ground;
}

// "denied any part in it": the denier is the doer that is denied.
Ids doers_of(const Claim& claim) {
  if (!claim.actors.empty() || claim.stance != Stance::Denies || !claim.voice.is_named_actor()) return claim.actors;
  return {claim.voice.id};
}

}  // namespace

bool same_proposition(const Claim& affirmed, const Claim& denied) {
  const bool same_type = affirmed.event->event == denied.event->event;
  if (!same_type && !(affirmed.quad() == denied.quad() && wording_agrees(affirmed, denied))) return false;
  if (ground_for_denial(affirmed) != ground_for_denial(denied)) return false;
  const Ids doers = doers_of(denied);
  const bool has_likeness = wording_agrees(affirmed, denied) || share(affirmed.themes, denied.themes);
  if (!may_agree(affirmed.actors, doers) || !may_agree(affirmed.recipients, denied.recipients)) return false;
  if ((affirmed.actors.empty() || doers.empty()) &&
      !(agree(affirmed.recipients, denied.recipients) && wording_agrees(affirmed, denied)))
    return false;
  if ((affirmed.recipients.empty() || denied.recipients.empty()) && !has_likeness) return false;
  const bool modes_differ =
      !affirmed.event->mode.empty() && !denied.event->mode.empty() && affirmed.event->mode != denied.event->mode;
  if ((modes_differ || !themes_agree(affirmed, denied)) && !wording_agrees(affirmed, denied)) return false;
  return times_agree(affirmed, denied);
}

}  // namespace demarche::analysis
