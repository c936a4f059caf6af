// SPDX-License-Identifier: Apache-2.0
#include "reader/reader.h"

#include <algorithm>

#include "base/files.h"
#include "reader/decode.h"
#include "reader/layers.h"
#include "reader/state.h"
#include "reader/windows.h"

namespace demarche::reader {

namespace {

constexpr int kDeepest = 3;           // statements inside statements; deeper ones stay words
constexpr std::size_t kShortest = 5;  // pieces below which a content holds no statement

std::string fingerprint_of(const std::filesystem::path& folder) {
  return folder.filename().string() + " sha256:" + sha256_hex(read_file(folder / "model.bin")).substr(0, 16);
}

bool holds(const Spans& outer, Span inner) {
  return std::any_of(outer.begin(), outer.end(), [&](Span span) { return span.contains(inner); });
}

void keep_within(const Spans& outer, Spans& spans) {
  std::erase_if(spans, [&](Span span) { return !holds(outer, span); });
}

// A statement inside needs a cue and something said, and must be less than what it stands in.
bool is_inner(const Attribution& inner, const Attribution& outer) {
  return !inner.cue.empty() && !inner.content.empty() && inner.content != outer.content;
}

}  // namespace

void Reader::ScratchDeleter::operator()(Scratch* scratch) const { delete scratch; }

Reader::Network::Network(const std::filesystem::path& folder)
    : labels(load_labels(folder / "labels.json")), network(folder), fingerprint(fingerprint_of(folder)) {}

Reader::Reader(const std::filesystem::path& folder) : network_(std::make_unique<Network>(folder)) {}
Reader::~Reader() = default;

Reader::ScratchPtr Reader::make_scratch() const { return ScratchPtr(new Scratch(network_->network)); }

const std::string& Reader::fingerprint() const { return network_->fingerprint; }

namespace {

using Attributions = std::vector<Attribution>;

// The contents of [first, end), one behind the other with a mark between them.
std::vector<Unit> contents_of(const language::Tokens& tokens, const Attributions& attributions, std::size_t first,
                              std::size_t end) {
  std::vector<Unit> all;
  for (std::size_t i = first; i < end; ++i) {
    const auto units = units_in(tokens, attributions[i].content);
    if (units.size() < kShortest) continue;
    if (!all.empty()) all.push_back({Unit::kMark, all.back().sentence});
    all.insert(all.end(), units.begin(), units.end());
  }
  return all;
}

// Puts what was found in the contents into the one that holds its cue, without what lies outside that.
void take_inner(Attributions found, std::size_t first, std::size_t end, Attributions& attributions) {
  for (Attribution& inner : found) {
    if (inner.cue.empty()) continue;
    for (std::size_t i = first; i < end; ++i) {
      const Spans outer = attributions[i].content;
      if (!holds(outer, inner.cue.front())) continue;
      keep_within(outer, inner.source);
      keep_within(outer, inner.content);
      if (!is_inner(inner, attributions[i])) break;
      inner.inside = static_cast<int>(i);
      attributions.push_back(std::move(inner));
      break;
    }
  }
}

// Reads the contents by themselves: the outermost statements of a content are the inner ones of the document. All
// contents of one depth are read together, as paragraphs of one text: most are a dozen words long, and a window each
// would cost four times as much.
void add_inner(const language::Tokens& tokens, const Labels& labels, Network::Request& request,
               Attributions& attributions) {
  std::size_t first = 0;
  for (int depth = 1; depth < kDeepest; ++depth) {
    const std::size_t end = attributions.size();
    auto units = contents_of(tokens, attributions, first, end);
    if (units.empty()) return;
    const Layers layers(tokens, std::move(units), labels, request);
    take_inner(decode_attributions(layers), first, end, attributions);
    first = end;
  }
}

}  // namespace

Annotations Reader::annotate(const Document&, const language::Tokens& tokens, Scratch& scratch) const {
  Annotations annotations;
  if (tokens.pieces.empty()) return annotations;
  const Labels& labels = network_->labels;
  const Layers layers(tokens, units_of(tokens), labels, scratch.request);
  annotations.names = decode_names(layers);
  annotations.attributions = decode_attributions(layers);
  annotations.predicates = decode_predicates(layers);
  add_inner(tokens, labels, scratch.request, annotations.attributions);
  return annotations;
}

}  // namespace demarche::reader
