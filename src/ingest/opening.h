// SPDX-License-Identifier: Apache-2.0
// The head and the foot of an article: what stands above its first paragraph (title, subtitle, names, dates, section
// labels) and below its last (who the author is), and what they tell about the document.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ingest/parts.h"

namespace demarche::ingest {

// What the text says about itself. Fields stay empty when it does not.
struct SelfDescription {
  std::string title = {};
  std::vector<std::string> authors = {};
  std::string outlet = {};
  Published published = {};
  Published modified = {};
  bool labelled_opinion = false;
  bool labelled_interview = false;
  bool labelled_release = false;
  bool labelled_news = false;
  bool has_author_biography = false;  // of an expert, not of a reporter: the mark of an opinion article
};

// Whether a line that is only a name tells the author. In a page it may as well be a button or a caption.
enum class BareNames { AreAuthors, Ignore };

// What metadata say already; empty where they are silent.
struct Known {
  std::string title = {};
  std::vector<std::string> authors = {};
  BareNames bare_names = BareNames::AreAuthors;
};

// Settles the parts of head and foot. The authors found join the known ones.
SelfDescription describe(Parts& parts, const Known& known);

}  // namespace demarche::ingest
