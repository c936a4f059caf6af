// SPDX-License-Identifier: Apache-2.0
// Page furniture in running text: what its own wording gives away, whatever stands around it.
#pragma once

#include "ingest/parts.h"

namespace demarche::ingest {

// Settles navigation, share buttons, read-more links with the headlines below them, subscription and comment forms,
// cookie notices, advertisements, copyright lines and the like as Zone::Furniture, each with its reason.
void mark_furniture(Parts& parts);

}  // namespace demarche::ingest
