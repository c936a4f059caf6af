// SPDX-License-Identifier: Apache-2.0
// How far two places lie apart. Private to this folder.
#pragma once

#include "record/record.h"

namespace demarche::analysis {

// Kilometres over the sphere.
double kilometres(const record::PlaceItem& a, const record::PlaceItem& b);

}  // namespace demarche::analysis
