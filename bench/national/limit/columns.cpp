// SPDX-License-Identifier: Apache-2.0
#include "columns.hpp"

#include <cstdio>
#include <cstring>
#include <stdexcept>

namespace tdkt::bench::national {

namespace {

constexpr std::size_t page = 4096;  // the first one is the snapshot's header
constexpr std::uint64_t magic = 0x31304c4e54444b54u;

struct Header {
  std::uint64_t magic;
  Shape shape;
};

}  // namespace

std::size_t Columns::lie_at(std::byte* base) {
  constexpr std::size_t room = 64;
  std::size_t offset = page;
  const auto place = [&](auto*& column, std::uint64_t elements) {
    column = reinterpret_cast<std::remove_reference_t<decltype(column)>>(base + offset);
    offset += (elements * sizeof *column + room + page - 1) / page * page;
  };
  const auto rows = shape.people * years, unit_years = shape.units * years;
  place(title_rating, rows);
  place(initiative_discipline, rows);
  place(months, rows);
  place(person, rows);
  place(first_row, (shape.units + 1) * years);
  place(title_initiative, rows);
  place(unit_id, shape.units);
  place(first_unit, shape.partitions + 1);
  place(unit_rating, unit_years);
  place(planned, unit_years);
  place(met, unit_years);
  place(late, unit_years);
  place(registered, unit_years);
  place(leader, shape.blocs * years);
  return offset;
}

void write_snapshot(const Records& records, const std::filesystem::path& path) {
  const Header header{magic, records.columns.shape};
  std::memcpy(records.memory.data(), &header, sizeof header);
  std::FILE* file = std::fopen(path.c_str(), "wb");
  if (!file) fail(path);
  const bool whole = std::fwrite(records.memory.data(), 1, records.memory.size(), file) == records.memory.size();
  if (std::fclose(file) != 0 || !whole) fail(path);
}

Records open_snapshot(const std::filesystem::path& path) {
  Records records{{}, Block::of_file(path)};
  Header header{};
  if (records.memory.size() >= page) std::memcpy(&header, records.memory.data(), sizeof header);
  if (header.magic != magic) throw std::runtime_error(path.string() + ": not a snapshot of this program");
  records.columns.shape = header.shape;
  records.columns.lie_at(records.memory.data());
  return records;
}

}  // namespace tdkt::bench::national
