// SPDX-License-Identifier: Apache-2.0
#include "cli/progress.h"

#include <fmt/core.h>
#include <unistd.h>

#include <cmath>
#include <cstdio>

#include "cli/tell.h"

namespace demarche::cli {

namespace {

constexpr int kBarWidth = 24;

std::string clock_time(double seconds) {
  const auto whole = static_cast<long>(std::ceil(seconds));
  if (whole >= 3600) return fmt::format("{}:{:02}:{:02}", whole / 3600, whole / 60 % 60, whole % 60);
  return fmt::format("{}:{:02}", whole / 60, whole % 60);
}

double rate(const record::Progress& progress) {
  return progress.seconds > 0 ? static_cast<double>(progress.read) / progress.seconds : 0;
}

}  // namespace

ProgressStyle progress_style(std::string_view name) {
  if (name == "json") return ProgressStyle::Json;
  if (name == "bar" || (name == "auto" && isatty(STDERR_FILENO) != 0)) return ProgressStyle::Bar;
  return ProgressStyle::None;
}

void ProgressView::show(const record::Progress& progress) {
  const auto now = std::chrono::steady_clock::now();
  if (style_ == ProgressStyle::None || now - last_ < std::chrono::milliseconds(100)) return;
  last_ = now;
  if (style_ == ProgressStyle::Json)
    print_json(progress, false);
  else
    draw(progress);
}

void ProgressView::say(const std::string& message) {
  clear();
  tell("failed: {}\n", message);
}

void ProgressView::finish(const record::Progress& total) {
  if (style_ == ProgressStyle::Json) print_json(total, true);
  clear();
}

void ProgressView::draw(const record::Progress& progress) {
  std::string line;
  if (progress.share > 0) {
    const int full = static_cast<int>(progress.share * kBarWidth);
    for (int i = 0; i < kBarWidth; ++i) line += i < full ? "█" : "░";
    line += fmt::format(" {:3.0f} %  ", std::floor(progress.share * 100));
  }
  line += fmt::format("{} read", progress.read);
  if (progress.known > 0) line += fmt::format(", {} known", progress.known);
  if (progress.failed > 0) line += fmt::format(", {} failed", progress.failed);
  line += fmt::format("  {:.1f}/s", rate(progress));
  if (progress.remaining_seconds >= 0) line += "  " + clock_time(progress.remaining_seconds) + " left";
  tell("\r\x1b[K{}", line);
  std::fflush(stderr);
  drawn_ = true;
}

void ProgressView::print_json(const record::Progress& progress, bool is_last) {
  record::Json out;
  out["state"] = is_last ? "done" : "reading";
  out["read"] = progress.read;
  out["unread"] = progress.unread;
  out["known"] = progress.known;
  out["failed"] = progress.failed;
  out["tokens"] = progress.tokens;
  out["share"] = is_last              ? record::Json(1)
                 : progress.share > 0 ? record::Json(record::rounded(progress.share))
                                      : record::Json();
  out["seconds"] = record::rounded(progress.seconds);
  out["documents_per_second"] = record::rounded(rate(progress));
  out["remaining_seconds"] = is_last ? record::Json(0)
                             : progress.remaining_seconds < 0
                                 ? record::Json()
                                 : record::Json(record::rounded(progress.remaining_seconds));
  tell("{}\n", record::line_of(out));
}

void ProgressView::clear() {
  if (drawn_) tell("{}", "\r\x1b[K");
  drawn_ = false;
}

}  // namespace demarche::cli
