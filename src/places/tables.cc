// SPDX-License-Identifier: Apache-2.0
// Thirty thousand lines are read at every start, so cells stay views into the file and only the folded names are
// copied.
#include "places/tables.h"

#include <algorithm>
#include <charconv>
#include <functional>

#include "base/error.h"
#include "base/files.h"
#include "places/names.h"

namespace demarche::places {
namespace {

constexpr std::size_t kMostCells = 8;

// Cells of the current line, by the order of the columns that the reader asked for.
class TableReader {
 public:
  TableReader(const Table& table, std::initializer_list<std::string_view> columns) : table_(table), rest_(table.text) {
    next_line();
    for (std::string_view column : columns) order_.push_back(position_of(column));
  }

  bool next() {
    do {
      if (rest_.empty()) return false;
      next_line();
    } while (count_ == 1 && (cells_[0].empty() || cells_[0].starts_with('#')));
    if (count_ != columns_)
      fail(std::to_string(count_) + " cells where " + std::to_string(columns_) + " columns are named");
    return true;
  }

  std::string_view operator[](std::size_t column) const { return cells_[order_[column]]; }
  std::uint32_t line() const { return line_; }

  template <typename Number>
  Number number(std::size_t column) const {
    const std::string_view cell = (*this)[column];
    Number value{};
    const auto result = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    if (!cell.empty() && result.ec != std::errc()) fail("“" + std::string(cell) + "” is no number");
    return value;
  }

  [[noreturn]] void fail(const std::string& what) const {
    throw Error(ErrorKind::BadInput,
                table_.where + ":" + std::to_string(line_) + ": " + what + "; see data/places/README.md");
  }

 private:
  void next_line() {
    ++line_;
    const std::size_t end = std::min(rest_.find('\n'), rest_.size());
    std::string_view line = rest_.substr(0, end);
    rest_.remove_prefix(std::min(end + 1, rest_.size()));
    count_ = 0;
    for (std::size_t begin = 0; count_ < kMostCells; ++count_) {
      const std::size_t tab = line.find('\t', begin);
      cells_[count_] = line.substr(begin, tab - begin);
      if (tab == std::string_view::npos) break;
      begin = tab + 1;
    }
    ++count_;
    if (line_ == 1) columns_ = count_;
  }

  std::size_t position_of(std::string_view column) const {
    const auto found = std::find(cells_.begin(), cells_.begin() + count_, column);
    if (found == cells_.begin() + count_) fail("no column “" + std::string(column) + "”");
    return static_cast<std::size_t>(found - cells_.begin());
  }

  const Table& table_;
  std::string_view rest_;
  std::array<std::string_view, kMostCells + 1> cells_{};
  std::vector<std::size_t> order_;
  std::size_t count_ = 0, columns_ = 0;
  std::uint32_t line_ = 0;
};

std::uint8_t count_words(std::string_view folded) {
  return static_cast<std::uint8_t>(1 + std::count(folded.begin(), folded.end(), ' '));
}

bool is_acronym(std::string_view name) {
  return name.size() <= 5 &&
         std::all_of(name.begin(), name.end(), [](char c) { return (c >= 'A' && c <= 'Z') || c == '.'; });
}

void index_name(Tables& tables, std::string_view name, std::int32_t entry) {
  std::string folded = fold_name(name);
  std::uint8_t& longest = tables.first_words.try_emplace(folded.substr(0, folded.find(' '))).first->second;
  longest = std::max(longest, count_words(folded));
  NameInfo& info = tables.names[std::move(folded)];
  info.is_acronym = is_acronym(name);
  tables.entries[static_cast<std::size_t>(entry)].next = info.first;
  info.first = entry;
}

void add_entry(Tables& tables, Entry entry) {
  tables.entries.push_back(entry);
  index_name(tables, entry.name, static_cast<std::int32_t>(tables.entries.size()) - 1);
}

void read_geonames(Tables& tables, std::uint8_t table, Precision precision) {
  TableReader rows(tables.files[table], {"geonameid", "name", "country", "latitude", "longitude", "population"});
  while (rows.next()) {
    add_entry(tables, {.name = rows[1],
                       .country = rows[2],
                       .geonameid = rows.number<std::int64_t>(0),
                       .latitude = rows.number<float>(3),
                       .longitude = rows.number<float>(4),
                       .population = rows.number<std::uint32_t>(5),
                       .line = rows.line(),
                       .table = table,
                       .precision = precision});
    if (precision == Precision::Country) tables.country_stems.emplace_back(fold_name(rows[1]), rows[2]);
  }
}

void read_regions(Tables& tables, std::uint8_t table) {
  TableReader rows(tables.files[table], {"name", "country", "latitude", "longitude"});
  while (rows.next())
    add_entry(tables, {.name = rows[0],
                       .country = rows[1],
                       .latitude = rows.number<float>(2),
                       .longitude = rows.number<float>(3),
                       .line = rows.line(),
                       .table = table,
                       .precision = Precision::Region});
}

std::int32_t find_entry(const Tables& tables, std::string_view name, std::string_view country,
                        std::string_view precision) {
  const auto found = tables.names.find(fold_name(name));
  std::int32_t entry = found == tables.names.end() ? -1 : found->second.first;
  for (; entry >= 0; entry = tables.entries[static_cast<std::size_t>(entry)].next) {
    const Entry& candidate = tables.entries[static_cast<std::size_t>(entry)];
    if (candidate.country == country && name_of(candidate.precision) == precision) return entry;
  }
  return -1;
}

// An alias is the entry once more: it keeps the line that decided and the name that it stands for.
void read_aliases(Tables& tables, std::uint8_t table) {
  TableReader rows(tables.files[table], {"alias", "name", "country", "precision"});
  while (rows.next()) {
    const std::int32_t target = find_entry(tables, rows[1], rows[2], rows[3]);
    if (target < 0)
      rows.fail("no such place: " + std::string(rows[1]) + " " + std::string(rows[2]) + " " + std::string(rows[3]));
    Entry entry = tables.entries[static_cast<std::size_t>(target)];
    entry.line = rows.line();
    entry.table = table;
    tables.entries.push_back(entry);
    index_name(tables, rows[0], static_cast<std::int32_t>(tables.entries.size()) - 1);
    if (entry.precision == Precision::Country) tables.country_stems.emplace_back(fold_name(rows[0]), rows[2]);
  }
}

void read_doubtful(Tables& tables, std::uint8_t table) {
  TableReader rows(tables.files[table], {"name", "reason"});
  while (rows.next())
    if (const auto found = tables.names.find(rows[0]); found != tables.names.end()) found->second.is_doubtful = true;
}

// Over all tables in their fixed order.
std::string fingerprint_of(const Tables& tables) {
  std::string hashes;
  for (const Table& table : tables.files) hashes += sha256_hex(table.text);
  return sha256_hex(hashes);
}

}  // namespace

std::string_view name_of(Precision precision) {
  switch (precision) {
    case Precision::City:
      return "city";
    case Precision::Admin1:
      return "admin1";
    case Precision::Region:
      return "region";
    case Precision::Country:
      return "country";
  }
  return "region";
}

void load_tables(const std::filesystem::path& data, Tables& tables) {
  const char* names[] = {"countries", "admin1", "cities", "regions", "aliases", "doubtful"};
  for (std::size_t i = 0; i < tables.files.size(); ++i) {
    const std::string file = std::string(names[i]) + ".tsv";
    tables.files[i] = {"data/places/" + file, read_file(data / "places" / file)};
  }
  tables.entries.reserve(34'000);
  tables.names.reserve(40'000);
  tables.first_words.reserve(30'000);
  read_geonames(tables, 0, Precision::Country);
  read_geonames(tables, 1, Precision::Admin1);
  read_geonames(tables, 2, Precision::City);
  read_regions(tables, 3);
  read_aliases(tables, 4);
  read_doubtful(tables, 5);
  tables.fingerprint = fingerprint_of(tables);
}

}  // namespace demarche::places
