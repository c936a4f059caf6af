// SPDX-License-Identifier: Apache-2.0
// Single lines by which a document describes itself. The readers note what a line tells and say whether it was one of
// theirs.
#pragma once

#include <string_view>

#include "ingest/opening.h"
#include "ingest/parts.h"

namespace demarche::ingest {

// People only, each once.
void add_author(SelfDescription& self, std::string_view name);

// "| Welcome to SITE NAME".
bool read_site_header(const Part& part, SelfDescription& self);

// "The Courier - Opinion": the outlet beside its section.
bool read_outlet_and_section(const Part& part, SelfDescription& self);

// "News Analysis |", "Expert Commentary", "Basin / Interview".
bool read_section_label(const Part& part, SelfDescription& self);

// "Published On: Wed, Oct 3rd, 2018", "By Jane Roe · 3 October 2018", "Page last modified: …". Settles the part.
bool read_date_line(Part& part, SelfDescription& self);

// "(Reporting by Jane Roe; editing by Ole Berg)". Settles the part.
bool read_reporting_credit(Part& part, SelfDescription& self);

bool is_release_line(const Part& part);  // "Press Release", "For immediate use"
bool is_wire_stamp(const Part& part);    // "PNA 080611 JUN 21"
bool is_reference(const Part& part);     // "No. 117/2021", "PNA0417 4 WAR 0388"
bool is_issuer(const Part& part);        // "Ministry of Foreign Affairs"
bool is_turn(std::string_view plain);    // opens with a speaker's label

// A paragraph of the article itself, which ends the head.
bool is_prose(const Part& part);

}  // namespace demarche::ingest
