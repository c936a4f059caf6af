// SPDX-License-Identifier: Apache-2.0
#include "record/keeper.h"

#include <algorithm>
#include <filesystem>

#include "base/error.h"

namespace demarche::record {

Share::Share(const std::vector<std::string>& paths) : total_(ingest::inventory(paths).bytes) {}

void Share::finish(const std::string& path, std::uint64_t text_bytes) {
  const std::string file = path.substr(0, path.find("!/"));
  if (file != file_) begin(file);
  within_ += text_bytes;
}

double Share::value() const {
  if (total_ == 0) return 0;
  return std::min(0.999, static_cast<double>(before_ + std::min(within_, size_)) / static_cast<double>(total_));
}

void Share::begin(const std::string& file) {
  std::error_code ignored;
  const std::filesystem::path without_line = file.substr(0, file.find_last_of(':'));
  const std::uintmax_t own = std::filesystem::file_size(file, ignored);
  const std::uintmax_t size = ignored ? std::filesystem::file_size(without_line, ignored) : own;
  if (without_line.string() == file_ || ignored) return;  // a further line of the same file, or standard input
  before_ += size_;
  within_ = 0;
  size_ = size;
  file_ = own == size ? file : without_line.string();
}

Keeper::Keeper(Record& record, const std::vector<std::string>& paths, const BatchOptions& options)
    : record_(record), options_(options), share_(paths), start_(std::chrono::steady_clock::now()) {}

void Keeper::keep(Output&& output) {
  const auto& [document, is_known, failure] = output.input;
  if (!document) {
    keep_failure(*failure);
    return report(failure->path);
  }
  keep_document(output);
  share_.finish(document->metadata().path, document->text().size());
  report(document->metadata().path);
}

Progress Keeper::total() {
  progress_.seconds = seconds();
  return progress_;
}

void Keeper::keep_document(const Output& output) {
  const Document& document = *output.input.document;
  if (output.input.failure)
    keep_failed_document(document, output.input.failure->message);
  else if (output.reading)
    keep_reading(document, *output.reading);
  else
    keep_copy(document);
}

void Keeper::keep_reading(const Document& document, const engine::Reading& reading) {
  try {
    if (!record_.store(document, reading)) return keep_copy(document);
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::Refused) throw;
    return keep_failed_document(document, error.what());
  }
  ++progress_.read;
  progress_.unread += reading.tokens.sentences.empty();
  progress_.tokens += reading.tokens.tokens.size();
}

// A text that was met before in this run may have failed since: its copy then is no more in the record than it is.
void Keeper::keep_copy(const Document& document) {
  if (const auto first = failed_.find(document.id()); first != failed_.end())
    return keep_failure(
        {document.metadata().path, "the same text as " + first->second.path + ": " + first->second.message});
  ++progress_.known;
  progress_.copies += record_.note_copy(document);
}

void Keeper::keep_failed_document(const Document& document, const std::string& message) {
  const ingest::Failure failure{document.metadata().path, message};
  failed_.emplace(document.id(), failure);
  keep_failure(failure);
}

void Keeper::keep_failure(const ingest::Failure& failure) {
  ++progress_.failed;
  record_.note_failure(failure.path, failure.message);
  if (options_.failure) options_.failure(failure);
}

void Keeper::report(const std::string& path) {
  if (!options_.progress) return;
  progress_.path = path;
  progress_.seconds = seconds();
  progress_.share = share_.value();
  progress_.remaining_seconds = progress_.share > 0 ? progress_.seconds * (1 - progress_.share) / progress_.share : -1;
  options_.progress(progress_);
}

double Keeper::seconds() const {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
}

}  // namespace demarche::record
