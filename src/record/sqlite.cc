// SPDX-License-Identifier: Apache-2.0
#include "record/sqlite.h"

#include "base/error.h"
#include "base/files.h"

namespace demarche::record {

namespace {

constexpr int kBusyMilliseconds = 3000;

ErrorKind kind_of(int code) {
  switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return ErrorKind::Busy;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return ErrorKind::Corrupt;
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH:
    case SQLITE_RANGE:
    case SQLITE_TOOBIG:
      return ErrorKind::Refused;
    default:
      return ErrorKind::Io;
  }
}

std::string remedy(ErrorKind kind) {
  if (kind == ErrorKind::Busy) return "another program is writing to it; try again when that has ended";
  if (kind == ErrorKind::Corrupt)
    return "the record is damaged; restore a copy, or save what is left with “sqlite3 FILE .recover”";
  if (kind == ErrorKind::Refused) return "nothing of this document was stored; report it together with the document";
  return "check that the folder can be written to and that the disk has room";
}

}  // namespace

Use::~Use() {
  sqlite3_reset(statement_);
  sqlite3_clear_bindings(statement_);
  prepared_->in_use = false;
}

Use& Use::operator<<(std::string_view text) {
  // A view of nothing has a null pointer, which SQLite would store as NULL.
  const char* bytes = text.data() == nullptr ? "" : text.data();
  check(sqlite3_bind_text64(statement_, next_++, bytes, text.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
  return *this;
}

Use& Use::operator<<(std::int64_t number) {
  check(sqlite3_bind_int64(statement_, next_++, number));
  return *this;
}

Use& Use::operator<<(double number) {
  check(sqlite3_bind_double(statement_, next_++, number));
  return *this;
}

Use& Use::operator<<(const Blob& blob) {
  check(sqlite3_bind_blob64(statement_, next_++, blob.bytes.data(), blob.bytes.size(), SQLITE_TRANSIENT));
  return *this;
}

Use& Use::operator<<(std::nullptr_t) {
  check(sqlite3_bind_null(statement_, next_++));
  return *this;
}

// A text beyond SQLite's limit is not bound; unchecked, it would be stored as NULL.
void Use::check(int code) {
  if (code != SQLITE_OK) database_->fail(code);
}

bool Use::step() {
  const int code = sqlite3_step(statement_);
  if (code == SQLITE_ROW) return true;
  if (code != SQLITE_DONE) database_->fail(code);
  return false;
}

void Use::run() {
  while (step()) {
  }
  reset();
}

void Use::reset() {
  sqlite3_reset(statement_);
  next_ = 1;
}

std::string Use::text(int column) const {
  const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
  return bytes == nullptr ? std::string()
                          : std::string(bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column)));
}

Blob Use::blob(int column) const {
  const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_, column));
  return {bytes == nullptr ? std::string()
                           : std::string(bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column)))};
}

Database::Database(const std::filesystem::path& path, Access access) : path_(path) {
  if (access == Access::ReadOnly) {
    if (!is_there(path))
      throw Error(ErrorKind::NotFound, path.string() + ": no such record; make one with “demarche read PATH --record " +
                                           path.string() + "”");
    open(path.string(), SQLITE_OPEN_READONLY);
  } else {
    open(path.string(), SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
  }
  sqlite3_extended_result_codes(handle_, 1);
  sqlite3_busy_timeout(handle_, kBusyMilliseconds);
}

void Database::open(const std::string& name, int flags) {
  const int code = sqlite3_open_v2(name.c_str(), &handle_, flags | SQLITE_OPEN_NOMUTEX, nullptr);
  if (code == SQLITE_OK) return;
  const std::string message = path_.string() + ": " + sqlite3_errmsg(handle_);
  sqlite3_close(handle_);
  handle_ = nullptr;
  const ErrorKind kind = kind_of(code);
  throw Error(kind, message + "; " + remedy(kind));
}

Database::~Database() {
  prepared_.clear();
  sqlite3_close(handle_);
}

void Database::fail(int code) {
  const ErrorKind kind = kind_of(code);
  if ((code & 0xff) == SQLITE_NOTADB)
    throw Error(kind,
                path_.string() + ": this is no record, or its beginning is lost; name another file, or restore a copy");
  throw Error(kind, path_.string() + ": " + sqlite3_errmsg(handle_) + "; " + remedy(kind));
}

void Database::fail_as_damaged(const std::string& what) {
  throw Error(ErrorKind::Corrupt, path_.string() + ": " + what + "; " + remedy(ErrorKind::Corrupt));
}

void Database::execute(const std::string& sql) {
  const int code = sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) fail(code);
}

Use Database::use(const std::string& sql) {
  const auto [begin, end] = prepared_.equal_range(sql);
  for (auto each = begin; each != end; ++each) {
    if (!each->second->in_use) return {*this, *each->second};
  }
  sqlite3_stmt* statement = nullptr;
  const int code = sqlite3_prepare_v2(handle_, sql.c_str(), static_cast<int>(sql.size()), &statement, nullptr);
  if (code != SQLITE_OK) fail(code);
  return {*this, *prepared_.emplace(sql, std::make_unique<Prepared>(statement))->second};
}

std::int64_t Database::number(const std::string& sql) {
  Use query = use(sql);
  return query.step() ? query.number(0) : 0;
}

// A plain BEGIN fixes the state only at the first read, which another writer could come before.
ReadTransaction::ReadTransaction(Database& database) : database_(database) {
  database_.execute("BEGIN");
  database_.number("PRAGMA user_version");
}

ReadTransaction::~ReadTransaction() {
  try {
    database_.execute("COMMIT");
  } catch (const Error&) {
    // Nothing was written: SQLite ends the transaction with the connection.
  }
}

Transaction::~Transaction() {
  if (done_) return;
  try {
    database_.execute("ROLLBACK");
  } catch (const Error&) {
    // SQLite has rolled back by itself already (disk full, input/output error).
  }
}

void Transaction::commit() {
  database_.execute("COMMIT");
  done_ = true;
}

}  // namespace demarche::record
