// SPDX-License-Identifier: Apache-2.0
#include "reader/network.h"

#include <algorithm>
#include <array>
#include <openvino/openvino.hpp>
#include <thread>

#include "base/error.h"
#include "reader/kept_networks.h"

namespace demarche::reader {

namespace {

constexpr std::array<const char*, kOutputs> kNames = {"name",  "source",   "cue",      "content", "trigger",
                                                      "mode",  "polarity", "modality", "act",     "party",
                                                      "inner", "mention",  "query",    "key",     "relation"};

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

ov::CompiledModel compiled(ov::Core& core, const std::filesystem::path& path, const std::filesystem::path& cache) {
  ov::CompiledModel made;
  with_kept(cache, path, ov::get_openvino_version().buildNumber, [&](const std::filesystem::path& folder) {
    auto wanted = settings();
    if (!folder.empty()) wanted.insert(ov::cache_dir(folder.string()));
    try {
      made = core.compile_model(path.string(), "CPU", wanted);
    } catch (const ov::Exception&) {  // a damaged entry, a full disk
      made = core.compile_model(path.string(), "CPU", settings());
    }
  });
  return made;
}

}  // namespace

struct Network::Compiled {
  ov::Core core;
  ov::CompiledModel model;
};

Network::Network(const std::filesystem::path& folder, const std::filesystem::path& cache)
    : compiled_(std::make_unique<Compiled>()) {
  const auto path = folder / "model.xml";
  if (!std::filesystem::exists(path)) {
    throw Error(ErrorKind::NotFound,
                path.string() + ": the network is missing; restore models/ from the repository or set --model");
  }
  try {
    compiled_->model = compiled(compiled_->core, path, cache);
    for (const char* name : kNames) compiled_->model.output(name);
  } catch (const ov::Exception& failure) {
    throw Error(ErrorKind::Corrupt, path.string() + ": not a network that this build can run; restore models/ (" +
                                        std::string(failure.what()).substr(0, 200) + ")");
  }
}

Network::~Network() = default;

std::size_t Network::width(Output output) const {
  const auto shape = compiled_->model.output(kNames[static_cast<std::size_t>(output)]).get_partial_shape();
  return static_cast<std::size_t>(shape[shape.size() - 1].get_length());
}

struct Network::Request::State {
  ov::InferRequest request;
  std::array<ov::Tensor, kOutputs> outputs;
};

Network::Request::Request(const Network& network) : state_(std::make_unique<State>()) {
  state_->request = network.compiled_->model.create_infer_request();
}

Network::Request::~Request() = default;

namespace {

// A row of the model's own element type: the export decides whether a mask is whole numbers or not.
template <typename Value>
ov::Tensor row_of(const std::vector<Value>& values, std::size_t length, const ov::element::Type& type) {
  ov::Tensor tensor(type, {1, length});
  const auto fill = [&](auto* target) {
    using Target = std::remove_pointer_t<decltype(target)>;
    std::transform(values.begin(), values.end(), target, [](Value value) { return static_cast<Target>(value); });
    std::fill(target + values.size(), target + length, Target{0});
  };
  if (type == ov::element::i64) {
    fill(tensor.data<std::int64_t>());
  } else {
    fill(tensor.data<float>());
  }
  return tensor;
}

}  // namespace

void Network::Request::run(const Window& window) {
  const std::size_t length = padded(window.ids.size());
  const auto set = [&](const char* name, const auto& values) {
    const auto type = state_->request.get_compiled_model().input(name).get_element_type();
    state_->request.set_tensor(name, row_of(values, length, type));
  };
  set("input_ids", window.ids);
  set("attention_mask", std::vector<std::int64_t>(window.ids.size(), 1));
  set("subject_mask", window.subject);
  set("object_mask", window.object);
  state_->request.infer();
  for (std::size_t i = 0; i < kOutputs; ++i) state_->outputs[i] = state_->request.get_tensor(kNames[i]);
}

Rows Network::Request::rows(Output output) const {
  const ov::Tensor& tensor = state_->outputs[static_cast<std::size_t>(output)];
  return {tensor.data<float>(), tensor.get_shape().back()};
}

}  // namespace demarche::reader
