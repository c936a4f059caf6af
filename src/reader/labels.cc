// SPDX-License-Identifier: Apache-2.0
#include "reader/labels.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/error.h"
#include "base/files.h"

namespace demarche::reader {

namespace {

constexpr std::size_t kEvents = 17;  // none and the sixteen of PLOVER

void check(bool holds, const std::filesystem::path& path, const char* what) {
  if (!holds) throw Error(ErrorKind::Corrupt, path.string() + ": " + what + "; restore models/ from the repository");
}

void read_lists(const nlohmann::json& json, Labels& labels) {
  json.at("name_tags").get_to(labels.name_tags);
  json.at("triggers").get_to(labels.triggers);
  json.at("modes").get_to(labels.modes);
  json.at("polarities").get_to(labels.polarities);
  json.at("modalities").get_to(labels.modalities);
  json.at("acts").get_to(labels.acts);
  json.at("mentions").get_to(labels.mentions);
  json.at("link_bias").get_to(labels.link_bias);
  json.at("link_scale").get_to(labels.link_scale);
}

void read_pieces(const nlohmann::json& json, Labels& labels) {
  json.at("window").at("pieces").get_to(labels.longest_window);
  json.at("window").at("context").get_to(labels.context);
  json.at("paragraph_piece").get_to(labels.paragraph);
  const auto& special = json.at("special");
  special.at("begin").get_to(labels.begin);
  special.at("end").get_to(labels.end);
  special.at("subject_open").get_to(labels.subject_open);
  special.at("subject_close").get_to(labels.subject_close);
  special.at("object_open").get_to(labels.object_open);
  special.at("object_close").get_to(labels.object_close);
}

void read_decoding(const nlohmann::json& json, Labels& labels) {
  constexpr std::array<const char*, 5> kLayers = {"name", "source", "cue", "content", "party"};
  for (std::size_t i = 0; i < kLayers.size(); ++i) json.at("outside").at(kLayers[i]).get_to(labels.outside[i]);
  json.at("reach").get_to(labels.reach);
  json.at("source_threshold").get_to(labels.source_threshold);
  json.at("argument_threshold").get_to(labels.argument_threshold);
  json.at("guess_threshold").get_to(labels.guess_threshold);
  json.at("words_threshold").get_to(labels.words_threshold);
  json.at("inner_threshold").get_to(labels.inner_threshold);
  labels.trigger_threshold = json.value("trigger_threshold", labels.trigger_threshold);
  labels.event_scores = json.value("event_scores", Knots());
  labels.statement_scores = json.value("statement_scores", Knots());
}

}  // namespace

float worth(const Knots& knots, float raw) {
  if (knots.empty()) return raw;
  const auto above =
      std::find_if(knots.begin(), knots.end(), [&](const std::array<float, 2>& knot) { return knot[0] >= raw; });
  if (above == knots.begin()) return knots.front()[1];
  if (above == knots.end()) return knots.back()[1];
  const auto& [from, low] = *(above - 1);
  const auto& [to, high] = *above;
  return low + (high - low) * (raw - from) / (to - from);
}

Labels load_labels(const std::filesystem::path& path) {
  Labels labels;
  try {
    const auto json = nlohmann::json::parse(read_file(path));
    read_lists(json, labels);
    read_pieces(json, labels);
    read_decoding(json.at("decode"), labels);
  } catch (const nlohmann::json::exception& failure) {
    check(false, path, failure.what());
  }
  check(labels.triggers.size() == kEvents, path, "“triggers” must name O and sixteen events");
  check(labels.longest_window > 2 * labels.context + 34, path, "“window” leaves no room between its contexts");
  return labels;
}

}  // namespace demarche::reader
