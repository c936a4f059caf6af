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

// Reads each content by itself: the outermost statements of the content are the inner ones of the document.
void add_inner(const language::Tokens& tokens, const Labels& labels, Network::Request& request,
               std::vector<Attribution>& attributions) {
  std::vector<int> depth(attributions.size(), 1);
  for (std::size_t outer = 0; outer < attributions.size(); ++outer) {
    if (depth[outer] == kDeepest) continue;
    auto units = units_in(tokens, attributions[outer].content);
    if (units.size() < kShortest) continue;
    const Layers layers(tokens, std::move(units), labels, request);
    for (Attribution& inner : decode_attributions(layers)) {
      if (!is_inner(inner, attributions[outer])) continue;
      inner.inside = static_cast<int>(outer);
      attributions.push_back(std::move(inner));
      depth.push_back(depth[outer] + 1);
    }
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
