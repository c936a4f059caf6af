// SPDX-License-Identifier: Apache-2.0
#include "reader/reader.h"

#include <algorithm>
#include <iterator>

#include "base/error.h"
#include "base/files.h"
#include "reader/decode.h"
#include "reader/layers.h"
#include "reader/state.h"
#include "reader/tags.h"
#include "reader/windows.h"

namespace demarche::reader {

namespace {

constexpr int kDeepest = 3;           // statements inside statements; deeper ones stay words
constexpr std::size_t kShortest = 5;  // pieces below which a content holds no statement

// All that decides a reading: the thresholds of labels.json and the pieces of vocab.txt as much as the weights.
std::string fingerprint_of(const std::filesystem::path& folder) {
  std::string sums;
  for (const char* name : {"labels.json", "model.bin", "model.xml", "vocab.txt"})
    sums += sha256_hex(read_file(folder / name));
  // “models/x/” and “models/x” are one folder.
  const std::string name = (folder / "").parent_path().filename().string();
  return name + " sha256:" + sha256_hex(sums).substr(0, 16);
}

void keep_within(const Spans& outer, Spans& spans) {
  std::erase_if(spans, [&](Span span) { return !holds(outer, span); });
}

// A statement inside needs a cue and something said, and must be less than what it stands in.
bool is_inner(const Attribution& inner, const Attribution& outer) {
  return !inner.cue.empty() && !inner.content.empty() && inner.content != outer.content;
}

// A list of labels that is longer or shorter than what the network gives would be read beyond its end.
void check_widths(const std::filesystem::path& folder, const reader::Network& network, const Labels& labels) {
  const std::pair<Output, std::size_t> expected[] = {
      {Output::Name, labels.name_tags.size()},      {Output::Trigger, labels.triggers.size()},
      {Output::Mode, labels.modes.size()},          {Output::Polarity, labels.polarities.size()},
      {Output::Modality, labels.modalities.size()}, {Output::Act, labels.acts.size()},
      {Output::Mention, labels.mentions.size()},    {Output::Query, kLinks * kLinkWidth},
      {Output::Key, kLinks * kLinkWidth},           {Output::Relation, labels.triggers.size()}};
  for (const auto& [output, width] : expected) {
    if (network.width(output) == width) continue;
    throw Error(ErrorKind::Corrupt,
                folder.string() + ": labels.json and model.xml are of different networks; restore models/");
  }
}

}  // namespace

void Reader::ScratchDeleter::operator()(Scratch* scratch) const { delete scratch; }

Reader::Network::Network(const std::filesystem::path& folder, const std::filesystem::path& cache)
    : labels(load_labels(folder / "labels.json")), network(folder, cache), fingerprint(fingerprint_of(folder)) {
  check_widths(folder, network, labels);
}

Reader::Reader(const std::filesystem::path& folder, const std::filesystem::path& cache)
    : network_(std::make_unique<Network>(folder, cache)) {}
Reader::~Reader() = default;

Reader::ScratchPtr Reader::make_scratch() const { return ScratchPtr(new Scratch(network_->network)); }

const std::string& Reader::fingerprint() const { return network_->fingerprint; }

namespace {

using Attributions = std::vector<Attribution>;

// Whether the first reading saw the cue of an inner statement among these pieces of the document.
bool may_hold_statement(const Layers& document, const std::vector<Unit>& content) {
  return content.size() >= kShortest && std::any_of(content.begin(), content.end(), [&](const Unit& unit) {
           return !unit.is_mark() && softmax(document.row(Output::Inner, document.position_of(unit.piece)))[1] >=
                                         document.labels().inner_threshold;
         });
}

// The contents of [first, end) that may hold a statement, one behind the other with a mark between them.
std::vector<Unit> contents_of(const Layers& document, const Attributions& attributions, std::size_t first,
                              std::size_t end) {
  std::vector<Unit> all;
  for (std::size_t i = first; i < end; ++i) {
    const auto units = units_in(document.tokens(), attributions[i].content);
    if (!may_hold_statement(document, units)) continue;
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
void add_inner(const Layers& document, Network::Request& request, Attributions& attributions) {
  std::size_t first = 0;
  for (int depth = 1; depth < kDeepest; ++depth) {
    const std::size_t end = attributions.size();
    auto units = contents_of(document, attributions, first, end);
    if (units.empty()) return;
    const Layers layers(document.tokens(), std::move(units), document.labels(), request);
    take_inner(decode_attributions(layers), first, end, attributions);
    first = end;
  }
}

}  // namespace

namespace {

template <typename Item>
void append(std::vector<Item>&& more, std::vector<Item>& all) {
  std::move(more.begin(), more.end(), std::back_inserter(all));
}

void append(Annotations&& more, Annotations& all) {
  const int before = static_cast<int>(all.attributions.size());
  for (Attribution& each : more.attributions) {
    if (each.inside >= 0) each.inside += before;
  }
  const int anchors = static_cast<int>(all.anchors.size());
  for (Anchor& each : more.anchors) {
    if (each.antecedent >= 0) each.antecedent += anchors;
  }
  append(std::move(more.anchors), all.anchors);
  append(std::move(more.names), all.names);
  append(std::move(more.attributions), all.attributions);
  append(std::move(more.predicates), all.predicates);
}

Annotations read_stretch(const language::Tokens& tokens, std::vector<Unit> units, const Labels& labels,
                         reader::Network::Request& request) {
  const Layers layers(tokens, std::move(units), labels, request);
  Annotations annotations;
  annotations.names = decode_names(layers);
  annotations.attributions = decode_attributions(layers);
  annotations.predicates = decode_predicates(layers);
  annotations.anchors = decode_anchors(layers);
  add_inner(layers, request, annotations.attributions);
  return annotations;
}

}  // namespace

Annotations Reader::annotate(const Document&, const language::Tokens& tokens, Scratch& scratch) const {
  Annotations annotations;
  for (auto& units : stretches(units_of(tokens))) {
    append(read_stretch(tokens, std::move(units), network_->labels, scratch.request), annotations);
  }
  return annotations;
}

std::vector<Judgement> Reader::judge(const language::Tokens& tokens, const std::vector<Span>& words,
                                     Scratch& scratch) const {
  std::vector<Judgement> judgements(words.size());
  for (auto& units : stretches(units_of(tokens))) {
    const Layers layers(tokens, std::move(units), network_->labels, scratch.request);
    for (std::size_t i = 0; i < words.size(); ++i) judge_word(layers, words[i], judgements[i]);
  }
  return judgements;
}

}  // namespace demarche::reader
