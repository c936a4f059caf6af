// SPDX-License-Identifier: Apache-2.0
// The public API: documents in, readings out, a record between.
#pragma once

#include "analysis/analysis.h"  // IWYU pragma: export
#include "engine/engine.h"      // IWYU pragma: export
#include "record/record.h"      // IWYU pragma: export
#include "text/text.h"          // IWYU pragma: export
