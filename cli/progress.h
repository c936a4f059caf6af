// SPDX-License-Identifier: Apache-2.0
// Progress on standard error: a bar for people, JSON lines for programs.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "record/batch.h"

namespace demarche::cli {

enum class ProgressStyle { Bar, Json, None };
// “auto” is a bar when standard error is a terminal, else nothing.
ProgressStyle progress_style(std::string_view name);

class ProgressView {
 public:
  explicit ProgressView(ProgressStyle style) : style_(style) {}
  // At most ten times a second, whatever the rate of documents.
  void show(const record::Progress& progress);
  // A line of its own, above the bar.
  void say(const std::string& message);
  void finish(const record::Progress& total);

 private:
  void draw(const record::Progress& progress);
  void print_json(const record::Progress& progress, bool is_last);
  void clear();

  ProgressStyle style_;
  std::chrono::steady_clock::time_point last_{};
  bool drawn_ = false;
};

}  // namespace demarche::cli
