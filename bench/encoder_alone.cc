// SPDX-License-Identifier: Apache-2.0
// The encoder's own speed:  encoder_alone MODEL_DIR JSONL
//
// Cuts the network off where its heads begin and runs what is left on the word pieces of the texts (lines with `text`)
// in full windows, nothing padded, no piece twice, one worker: the most that any reading with this encoder could reach.
// Prints tokens a second, to be set against those of `label`.
#include <fmt/core.h>

#include <chrono>
#include <fstream>
#include <nlohmann/json.hpp>
#include <openvino/openvino.hpp>
#include <unordered_set>

#include "language/language.h"

namespace {

using Nodes = std::vector<std::shared_ptr<ov::Node>>;
constexpr std::size_t kWindow = 160;  // as the reader's

std::unordered_set<ov::Node*> ancestors(const ov::Output<ov::Node>& output) {
  std::unordered_set<ov::Node*> seen;
  std::vector<ov::Node*> open = {output.get_node()};
  while (!open.empty()) {
    ov::Node* node = open.back();
    open.pop_back();
    if (!seen.insert(node).second) continue;
    for (std::size_t i = 0; i < node->get_input_size(); ++i) open.push_back(node->get_input_node_ptr(i));
  }
  return seen;
}

// The last step that all heads rest on: what the encoder gives.
std::shared_ptr<ov::Node> end_of_encoder(const std::shared_ptr<ov::Model>& model) {
  std::vector<std::unordered_set<ov::Node*>> heads;
  for (const char* name : {"name", "cue", "query", "key"}) heads.push_back(ancestors(model->output(name)));
  std::shared_ptr<ov::Node> last;
  for (const auto& node : model->get_ordered_ops()) {
    const auto holds = [&](const auto& head) { return head.contains(node.get()); };
    if (std::all_of(heads.begin(), heads.end(), holds) && node->get_input_size() > 0) last = node;
  }
  return last;
}

ov::CompiledModel encoder_of(ov::Core& core, const std::string& path) {
  const auto whole = core.read_model(path);
  ov::ParameterVector inputs;
  for (const auto& input : whole->get_parameters()) {
    const auto& names = input->output(0).get_names();
    if (names.contains("input_ids") || names.contains("attention_mask")) inputs.push_back(input);
  }
  const auto encoder = std::make_shared<ov::Model>(ov::OutputVector{end_of_encoder(whole)->output(0)}, inputs);
  return core.compile_model(encoder, "CPU", ov::inference_num_threads(1), ov::num_streams(1),
                            ov::hint::inference_precision(ov::element::f32));
}

struct Corpus {
  std::size_t tokens = 0;
  std::vector<std::int64_t> pieces;
};

Corpus corpus_of(const std::string& model, const char* path) {
  const demarche::language::Splitter splitter(model + "/vocab.txt");
  Corpus corpus;
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);) {
    const auto split = splitter.split_text(nlohmann::json::parse(line).at("text").get<std::string>());
    corpus.tokens += split.tokens.size();
    for (const auto& piece : split.pieces) corpus.pieces.push_back(piece.id);
  }
  return corpus;
}

ov::Tensor filled(const ov::element::Type& type, const std::int64_t* values) {
  ov::Tensor tensor(type, {1, kWindow});
  for (std::size_t i = 0; i < kWindow; ++i) {
    const std::int64_t value = values == nullptr ? 1 : values[i];
    if (type == ov::element::i64)
      tensor.data<std::int64_t>()[i] = value;
    else
      tensor.data<float>()[i] = static_cast<float>(value);
  }
  return tensor;
}

double seconds(ov::InferRequest& request, const std::vector<std::int64_t>& pieces) {
  const auto start = std::chrono::steady_clock::now();
  for (std::size_t at = 0; at + kWindow <= pieces.size(); at += kWindow) {
    const auto type = [&](const char* name) { return request.get_compiled_model().input(name).get_element_type(); };
    request.set_tensor("input_ids", filled(type("input_ids"), pieces.data() + at));
    request.set_tensor("attention_mask", filled(type("attention_mask"), nullptr));
    request.infer();
  }
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

}  // namespace

int main(int count, char** words) {
  if (count != 3) {
    fmt::print(stderr, "usage: encoder_alone MODEL_DIR JSONL\n");
    return 2;
  }
  const Corpus corpus = corpus_of(words[1], words[2]);
  if (corpus.pieces.size() < kWindow) {
    fmt::print(stderr, "encoder_alone: {}: fewer than {} word pieces; give more text\n", words[2], kWindow);
    return 2;
  }
  ov::Core core;
  auto request = encoder_of(core, std::string(words[1]) + "/model.xml").create_infer_request();
  seconds(request, {corpus.pieces.begin(), corpus.pieces.begin() + kWindow});  // kernels are built at the first run
  const double spent = seconds(request, corpus.pieces);
  fmt::print("{{\"tokens\": {}, \"pieces\": {}, \"seconds\": {:.3f}, \"tokens_per_second\": {:.0f}}}\n", corpus.tokens,
             corpus.pieces.size(), spent, static_cast<double>(corpus.tokens) / spent);
  return 0;
}
