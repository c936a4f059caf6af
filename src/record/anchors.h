// SPDX-License-Identifier: Apache-2.0
// Where an item stands, and which item stands there after a new reading. Private to this folder.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "record/item_key.h"
#include "record/items.h"
#include "record/json.h"

namespace demarche::record {

// Words of one document. Its id, since keys of the file mean nothing in a report or in another record.
struct WordAnchor {
  std::string document;
  Range span;
};

// An event stands at its trigger, a statement at its content, a mention at its own words; a finding at all words of its
// evidence. `ordinal` tells those apart that stand at the very same words.
struct Standing {
  std::vector<WordAnchor> anchors;
  int ordinal = 0;
  std::string words;
};

Standing standing_of(Database& database, const ItemKey& key);

// The item of this kind that stands at the words: at exactly these, or else at the one passage that shares the most of
// them, half at least. A finding is found by the evidence it shares, half of what there was at least.
std::optional<ItemKey> item_standing_at(Database& database, Kind kind, const Standing& standing);

Json json_of(const std::vector<WordAnchor>& anchors);
std::vector<WordAnchor> anchors_of(const Json& json);

}  // namespace demarche::record
