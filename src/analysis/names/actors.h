// SPDX-License-Identifier: Apache-2.0
// When two actor ids may mean the same doer. Private to this folder.
//
//   PAK and PAK.SPY.ISI      may: an organ acts for its state
//   AFG and AFG.REB.TLB      may not: rebels are of a country, and do not act for it
//   PAK.MIL and PAK.GOV.MFA  may not: two organs
//   name:northern front      may be nobody else: whom no table knows is known by his name (identities.h)
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace demarche::analysis {

// Actor ids, and keys of names; sorted, each once.
using Ids = std::vector<std::string>;

// How the key of a name begins. No actor id has a colon, and no key a dot.
constexpr std::string_view kNameKey = "name:";
bool is_name(std::string_view id);
// Those that are actor ids: what may be shown as one.
Ids actors_in(const Ids& ids);

// False where only a kind is known: "", ".REB", and "NGO", "IGO", "MED" for bodies that no table names.
bool is_somebody(std::string_view id);
// True for a kind of people of a state or of none, who need not be the same twice: ".BUS", "PAK.CVL", "NGO".
bool is_kind(std::string_view id);
std::string root_of(std::string_view id);  // "PAK"
// True for a state and its organs: GOV, MIL, SPY, COP, JUD, LEG, PRM, CAP.
bool is_of_state(std::string_view id);
// In whose name it speaks: "PAK" for "PAK.GOV.MFA"; parliaments, courts, militias, rebels, parties and organisations
// speak for themselves.
std::string voice_of(std::string_view id);
Ids voices_of(const Ids& ids);

bool compatible(std::string_view one, std::string_view other);
// Some pair may be the same.
bool meet(const Ids& one, const Ids& other);
// Each of the shorter list has its like in the other. Two empty lists agree with nothing.
bool agree(const Ids& one, const Ids& other);
// Both are known, and do not agree.
bool contradict(const Ids& one, const Ids& other);
// agree, or one side is unknown.
bool may_agree(const Ids& one, const Ids& other);

}  // namespace demarche::analysis
