// SPDX-License-Identifier: Apache-2.0
// The kind of a document, by the rules that a reader would give: turns make an interview, a release says that it is
// one, a chronology is made of dated sentences, an opinion article argues in its author's name.
#pragma once

#include "ingest/opening.h"
#include "ingest/parts.h"

namespace demarche::ingest {

DocumentKind kind_of(const Parts& parts, const SelfDescription& self);

}  // namespace demarche::ingest
