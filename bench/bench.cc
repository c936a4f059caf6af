// SPDX-License-Identifier: Apache-2.0
// Speed and size:  bench [--home DIR] [--documents N] [PATH…]
//
// Reads documents (those of samples/ when no path is given), repeated with a sentence of their own until there are N,
// because a text that is already stored is not read twice. Every measurement is a process of its own, so that its peak
// memory is its own.
#include <fmt/core.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <sstream>
#include <string>
#include <vector>

#include "record/batch.h"

namespace demarche {

namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

struct Setting {
  fs::path home = DEMARCHE_SOURCE;
  fs::path program = DEMARCHE_PROGRAM;
  std::size_t documents = 400;
  std::vector<std::string> paths;
};

// Plain values, since they come through a pipe.
struct Measured {
  double seconds = 0;
  std::uint64_t documents = 0, tokens = 0, bytes = 0, record_bytes = 0;
  engine::StageSeconds stages{};
  double peak_megabytes = 0;
};

Measured in_own_process(const std::function<Measured()>& work) {
  int ends[2];
  if (pipe(ends) != 0) std::exit(70);
  const pid_t child = fork();
  if (child == 0) {
    Measured measured;
    try {
      measured = work();
    } catch (const std::exception& error) {
      fmt::print(stderr, "bench: {}\n", error.what());
      _exit(70);
    }
    _exit(write(ends[1], &measured, sizeof measured) == sizeof measured ? 0 : 70);
  }
  close(ends[1]);
  Measured measured;
  const bool is_whole = read(ends[0], &measured, sizeof measured) == sizeof measured;
  close(ends[0]);
  rusage usage{};
  int status = 0;
  wait4(child, &status, 0, &usage);
  if (!is_whole || status != 0) std::exit(70);
  measured.peak_megabytes = static_cast<double>(usage.ru_maxrss) / 1024;
  return measured;
}

double seconds_since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

engine::Engine load(const Setting& setting) {
  for (const auto& entry : fs::directory_iterator(setting.home / "models")) {
    if (fs::exists(entry.path() / "model.xml"))
      return engine::Engine({.data = setting.home / "data", .model = entry.path()});
  }
  fmt::print(stderr, "bench: no network below {}\n", (setting.home / "models").string());
  _exit(70);
}

// JSON lines of N documents, no two alike; returns the bytes of their texts.
std::uint64_t write_corpus(const Setting& setting, const fs::path& path) {
  std::vector<record::Json> documents;
  ingest::for_each_document(
      setting.paths, {},
      [&](ingest::Extract&& extract) {
        if (!extract.document.is_readable()) return true;
        documents.push_back({{"text", extract.document.text()}, {"title", extract.document.metadata().title}});
        if (extract.document.metadata().published.day)
          documents.back()["date"] = show(*extract.document.metadata().published.day);
        return true;
      },
      [](ingest::Failure&&) {});  // tables and guides beside the documents
  if (documents.empty()) std::exit(2);
  std::ofstream out(path);
  std::uint64_t bytes = 0;
  for (std::size_t i = 0; i < setting.documents; ++i) {
    record::Json document = documents[i % documents.size()];
    document["id"] = i;
    document["text"] = fmt::format("{}\n\nThis was report number {}.\n", document["text"].get<std::string>(), i);
    bytes += document["text"].get_ref<const std::string&>().size();
    out << record::line_of(document) << '\n';
  }
  return bytes;
}

Measured label(const Setting& setting, const fs::path& corpus, unsigned jobs) {
  const engine::Engine engine = load(setting);
  std::ifstream in(corpus);
  std::ofstream out("/dev/null");
  const auto start = Clock::now();
  const record::LabelTotals totals = record::label_lines(engine, in, out, {.jobs = jobs});
  return {.seconds = seconds_since(start),
          .documents = totals.documents,
          .tokens = totals.tokens,
          .stages = totals.seconds};
}

Measured read(const Setting& setting, const fs::path& corpus, const fs::path& path, unsigned jobs) {
  const engine::Engine engine = load(setting);
  Measured measured;
  {
    record::Record record(path, record::Record::Access::Write);
    record.begin_run({.program = "bench",
                      .model = engine.fingerprint(),
                      .tables = engine.tables().fingerprint(),
                      .command = "bench"});
    const auto start = Clock::now();
    const record::Progress total = record::read_into(record, engine, {corpus.string()}, {.jobs = jobs});
    record.end_run("done");
    measured = {.seconds = seconds_since(start), .documents = total.read, .tokens = total.tokens, .stages = {}};
  }
  measured.record_bytes = fs::file_size(path);
  return measured;
}

// From the start of the program to its first line, warm: the best of five.
double startup(const std::string& command) {
  double best = 1e9;
  for (int i = 0; i < 5; ++i) {
    const auto start = Clock::now();
    if (const int status = std::system((command + " > /dev/null 2>&1").c_str()); status != 0) {
      fmt::print(stderr, "bench: {}: exit status {}; no figure\n", command, WEXITSTATUS(status));
      std::exit(70);
    }
    best = std::min(best, seconds_since(start));
  }
  return best;
}

void print(const char* what, unsigned jobs, const Measured& measured, std::uint64_t bytes) {
  const auto per_second = [&](std::uint64_t amount) { return static_cast<double>(amount) / measured.seconds; };
  fmt::print("{:<7} {:>7} {:>9} {:>9.1f} {:>9.0f} {:>8.3f} {:>9.0f}\n", what, jobs, measured.documents,
             per_second(measured.documents), per_second(measured.tokens), per_second(bytes) / 1e6,
             measured.peak_megabytes);
}

void print_stages(const engine::StageSeconds& stages) {
  double all = 0;
  for (const double seconds : stages) all += seconds;
  fmt::print("\nshare of time per stage (label, one worker)\n");
  for (std::size_t i = 0; i < stages.size(); ++i)
    fmt::print("  {:<12} {:5.1f} %\n", engine::stage_names()[i], all > 0 ? 100 * stages[i] / all : 0);
}

void print_startup(const Setting& setting, const fs::path& record) {
  const std::string program = "DEMARCHE_HOME=" + setting.home.string() + " " + setting.program.string();
  fmt::print("\nstartup to first result, seconds\n");
  fmt::print("  {:<26} {:6.3f}\n", "--version", startup(program + " --version"));
  fmt::print("  {:<26} {:6.3f}\n", "when", startup(program + " when 'early 2008'"));
  fmt::print("  {:<26} {:6.3f}\n", "list events --limit 1",
             startup(program + " list events --limit 1 --record " + record.string()));
  fmt::print("  {:<26} {:6.3f}\n", "label, one sentence",
             startup("echo '{\"text\": \"Norway urged Peru to release two pilots.\"}' | " + program + " label"));
}

void measure(const Setting& setting) {
  std::string folder = (fs::temp_directory_path() / "demarche-bench-XXXXXX").string();
  if (mkdtemp(folder.data()) == nullptr) std::exit(70);
  const fs::path corpus = fs::path(folder) / "corpus.jsonl";
  const std::uint64_t bytes = write_corpus(setting, corpus);
  fmt::print("{:<7} {:>7} {:>9} {:>9} {:>9} {:>8} {:>9}\n", "", "workers", "documents", "doc/s", "tokens/s", "MB/s",
             "peak MB");
  Measured labelled, stored;
  for (const unsigned jobs : {1u, 2u}) {
    const Measured measured = in_own_process([&] { return label(setting, corpus, jobs); });
    if (jobs == 1) labelled = measured;
    print("label", jobs, measured, bytes);
  }
  for (const unsigned jobs : {1u, 2u}) {
    stored =
        in_own_process([&] { return read(setting, corpus, fs::path(folder) / fmt::format("bench{}.db", jobs), jobs); });
    print("read", jobs, stored, bytes);
  }
  fmt::print("\nrecord: {} bytes per document of {} bytes\n",
             stored.record_bytes / std::max<std::uint64_t>(1, stored.documents), bytes / setting.documents);
  print_stages(labelled.stages);
  print_startup(setting, fs::path(folder) / "bench2.db");
  fs::remove_all(folder);
}

}  // namespace

}  // namespace demarche

int main(int count, char** words) {
  std::setvbuf(stdout, nullptr, _IOLBF, 0);  // each line as it is measured, into a file too
  demarche::Setting setting;
  for (int i = 1; i < count; ++i) {
    const std::string word = words[i];
    if (word == "--home" && i + 1 < count)
      setting.home = words[++i];
    else if (word == "--documents" && i + 1 < count)
      setting.documents = std::max<std::size_t>(1, std::strtoull(words[++i], nullptr, 10));
    else
      setting.paths.push_back(word);
  }
  if (setting.paths.empty()) setting.paths = {(setting.home / "samples").string()};
  demarche::measure(setting);
}
