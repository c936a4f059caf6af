// SPDX-License-Identifier: Apache-2.0
#include "reader/network.h"

#include <algorithm>
#include <array>
#include <openvino/openvino.hpp>
#include <thread>

#include "base/error.h"

namespace demarche::reader {

namespace {

constexpr std::array<const char*, kOutputs> kNames = {"name",     "source",   "cue", "content", "trigger", "mode",
                                                      "polarity", "modality", "act", "query",   "key",     "relation"};

// Each new length makes the library build new kernels; a few lengths keep them in its cache.
constexpr std::size_t kStep = 32;

std::size_t padded(std::size_t length) { return (length + kStep - 1) / kStep * kStep; }

ov::AnyMap settings() {
  const int threads = std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
  // One thread per request: documents are the unit of parallel work, and a sum cut over threads need not give the same
  // bits.
  return {{ov::num_streams.name(), threads},
          {ov::inference_num_threads.name(), threads},
          {ov::hint::enable_cpu_pinning.name(), false},
          {ov::hint::inference_precision.name(), ov::element::f32}};
}

}  // namespace

struct Network::Compiled {
  ov::Core core;
  ov::CompiledModel model;
};

Network::Network(const std::filesystem::path& folder) : compiled_(std::make_unique<Compiled>()) {
  const auto path = folder / "model.xml";
  if (!std::filesystem::exists(path)) {
    throw Error(ErrorKind::NotFound,
                path.string() + ": the network is missing; restore models/ from the repository or set --model");
  }
  try {
    compiled_->model = compiled_->core.compile_model(path.string(), "CPU", settings());
    for (const char* name : kNames) compiled_->model.output(name);
  } catch (const ov::Exception& failure) {
    throw Error(ErrorKind::Corrupt, path.string() + ": not a network that this build can run; restore models/ (" +
                                        std::string(failure.what()).substr(0, 200) + ")");
  }
}

Network::~Network() = default;

struct Network::Request::State {
  ov::InferRequest request;
  std::array<ov::Tensor, kOutputs> outputs;
};

Network::Request::Request(const Network& network) : state_(std::make_unique<State>()) {
  state_->request = network.compiled_->model.create_infer_request();
}

Network::Request::~Request() = default;

void Network::Request::run(const Window& window) {
  const std::size_t length = padded(window.ids.size());
  const ov::Shape shape = {1, length};
  ov::Tensor ids(ov::element::i64, shape), mask(ov::element::i64, shape);
  ov::Tensor subject(ov::element::f32, shape), object(ov::element::f32, shape);
  const auto fill = [&](auto* target, const auto& values) {
    std::copy(values.begin(), values.end(), target);
    std::fill(target + values.size(), target + length, 0);
  };
  fill(ids.data<std::int64_t>(), window.ids);
  fill(mask.data<std::int64_t>(), std::vector<std::int64_t>(window.ids.size(), 1));
  fill(subject.data<float>(), window.subject);
  fill(object.data<float>(), window.object);
  state_->request.set_tensor("input_ids", ids);
  state_->request.set_tensor("attention_mask", mask);
  state_->request.set_tensor("subject_mask", subject);
  state_->request.set_tensor("object_mask", object);
  state_->request.infer();
  for (std::size_t i = 0; i < kOutputs; ++i) state_->outputs[i] = state_->request.get_tensor(kNames[i]);
}

Rows Network::Request::rows(Output output) const {
  const ov::Tensor& tensor = state_->outputs[static_cast<std::size_t>(output)];
  return {tensor.data<float>(), tensor.get_shape().back()};
}

}  // namespace demarche::reader
