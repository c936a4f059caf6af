// SPDX-License-Identifier: Apache-2.0
// A thin, exception-throwing hand on SQLite. Private to this folder.
//
// A Database and what it prepares belong to one thread at a time.
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/symbol.h"

namespace demarche::record {

class Database;

// A prepared statement and whether someone has it in hand.
struct Prepared {
  explicit Prepared(sqlite3_stmt* statement) : handle(statement) {}
  Prepared(const Prepared&) = delete;
  Prepared& operator=(const Prepared&) = delete;
  ~Prepared() { sqlite3_finalize(handle); }
  sqlite3_stmt* handle;
  bool in_use = false;
};

// Bytes that are no text.
struct Blob {
  std::string bytes;
};

// A prepared statement in use: parameters in, rows out; goes back to its Database clean.
class Use {
 public:
  Use(Database& database, Prepared& prepared)
      : database_(&database), prepared_(&prepared), statement_(prepared.handle) {
    prepared.in_use = true;
  }
  Use(const Use&) = delete;
  Use& operator=(const Use&) = delete;
  ~Use();

  // Binds the next parameter. An empty optional is NULL; `text_or_null` makes an empty text NULL.
  Use& operator<<(std::string_view text);
  Use& operator<<(const std::string& text) { return *this << std::string_view(text); }
  Use& operator<<(Symbol text) { return *this << std::string_view(text); }
  Use& operator<<(const char* text) { return *this << std::string_view(text); }
  Use& operator<<(std::int64_t number);
  Use& operator<<(std::uint32_t number) { return *this << static_cast<std::int64_t>(number); }
  Use& operator<<(int number) { return *this << static_cast<std::int64_t>(number); }
  Use& operator<<(double number);
  Use& operator<<(float number) { return *this << static_cast<double>(number); }
  Use& operator<<(const Blob& blob);
  Use& operator<<(std::nullptr_t);
  template <class Value>
  Use& operator<<(const std::optional<Value>& value) {
    return value ? *this << *value : *this << nullptr;
  }

  // True while there is a row. Throws Error{Busy, Corrupt, Io}, and Error{Refused} for a value that breaks a rule of
  // its table or is too large for SQLite.
  bool step();
  // Runs a statement without rows to its end and makes it ready for the next parameters.
  void run();
  void reset();

  std::string text(int column) const;
  Blob blob(int column) const;
  std::int64_t number(int column) const { return sqlite3_column_int64(statement_, column); }
  double real(int column) const { return sqlite3_column_double(statement_, column); }
  bool is_null(int column) const { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }
  sqlite3_stmt* raw() const { return statement_; }

 private:
  void check(int code);

  Database* database_;
  Prepared* prepared_;
  sqlite3_stmt* statement_;
  int next_ = 1;
};

inline std::optional<std::string_view> text_or_null(std::string_view text) {
  return text.empty() ? std::nullopt : std::optional(text);
}

class Database {
 public:
  enum class Access { ReadOnly, ReadWrite };

  // Throws Error{NotFound, Busy, Corrupt, Io} naming the file.
  Database(const std::filesystem::path& path, Access access);
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  void execute(const std::string& sql);
  // A statement that stays prepared for the next use of the same SQL.
  Use use(const std::string& sql);
  std::int64_t last_row() const { return sqlite3_last_insert_rowid(handle_); }
  int changes() const { return sqlite3_changes(handle_); }
  std::int64_t number(const std::string& sql);
  [[noreturn]] void fail(int code);
  // For content that SQLite takes as sound and that Demarche cannot have written. Throws Error{Corrupt}.
  [[noreturn]] void fail_as_damaged(const std::string& what);

 private:
  void open(const std::string& name, int flags);

  std::filesystem::path path_;
  sqlite3* handle_ = nullptr;
  std::multimap<std::string, std::unique_ptr<Prepared>> prepared_;
};

// Until it ends, all that is read is of one state of the record, whatever others write meanwhile.
class ReadTransaction {
 public:
  explicit ReadTransaction(Database& database);
  ~ReadTransaction();
  ReadTransaction(const ReadTransaction&) = delete;
  ReadTransaction& operator=(const ReadTransaction&) = delete;

 private:
  Database& database_;
};

// Rolls back unless committed. The write lock is taken at once, so that a busy record shows before any work.
class Transaction {
 public:
  explicit Transaction(Database& database) : database_(database) { database_.execute("BEGIN IMMEDIATE"); }
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  void commit();

 private:
  Database& database_;
  bool done_ = false;
};

}  // namespace demarche::record
