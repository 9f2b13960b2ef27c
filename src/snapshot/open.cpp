// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <atomic>
#include <cstring>
#include <fstream>
#include <map>
#include <memory>
#include <type_traits>

#include "columns/tasks.hpp"
#include "diagnostics/kinds.hpp"
#include "snapshot/checksum.hpp"
#include "snapshot/describe.hpp"
#include "snapshot/header.hpp"
#include "snapshot/mapping.hpp"
#include "snapshot/snapshot.hpp"
#include "snapshot/sound.hpp"

namespace tdkt::snapshot {
namespace {

namespace fs = std::filesystem;
using diagnostics::Kind;
using diagnostics::Phrase;

struct Damaged {
  Phrase how;
};
const Phrase cut_short{"it is cut short", "tệp bị cắt ngắn"}, changed{"its bytes have changed", "nội dung tệp đã bị thay đổi"},
    made_up{"its parts do not fit together", "các phần của tệp không khớp nhau"};

// Arrays lie where the directory says; whether they are whole is looked at later, many at a time.
class Reading {
 public:
  static constexpr bool reading = true;

  Reading(std::shared_ptr<const Mapping> file, const Header& header)
      : file_(std::move(file)), end_of_sections_(header.directory_at), at_(file_->begin() + header.directory_at),
        end_(at_ + header.directory_size) {}

  template <class Value>
  void value(Value& value) {
    static_assert(std::is_arithmetic_v<Value> || std::is_enum_v<Value>);
    if constexpr (std::is_same_v<Value, bool>) {
      std::uint8_t is = 0;
      this->value(is);
      if (is > 1) refuse();
      value = is != 0;
    } else {
      take(&value, sizeof value);
    }
  }
  // Of things that take a byte at least.
  void count(std::size_t& count) {
    std::uint64_t said = 0;
    value(said);
    if (said > static_cast<std::uint64_t>(end_ - at_)) refuse();
    count = said;
  }
  void text(std::string& text) {
    std::size_t size = 0;
    count(size);
    text.resize(size);
    take(text.data(), size);
  }
  template <class Value>
  void array(columns::Array<Value>& array) {
    static_assert(std::is_trivially_copyable_v<Value> && stripe % alignof(Value) == 0);
    std::uint64_t size = 0;
    value(size);
    array = size == 0 ? columns::Array<Value>()
                      : columns::Array<Value>(file_, reinterpret_cast<const Value*>(section(size, sizeof(Value))), size);
  }
  void bits(columns::Bits& bits) {
    std::uint64_t rows = 0, words = 0;
    value(rows);
    value(words);
    constexpr std::uint64_t most_rows = std::uint64_t{1} << 32;
    if (rows > most_rows || words != columns::words_for(rows)) refuse();
    bits.rows = rows;
    if (words == 0) return;
    const std::byte* begin = section(words, sizeof(columns::Word));
    copies_.push_back({&bits, begin, words});
  }
  [[noreturn]] void refuse() const { throw Damaged{made_up}; }

  void finish(unsigned threads) {
    if (at_ != end_) refuse();
    std::atomic<bool> whole = true;
    std::vector<std::pair<const std::byte*, Section>> sections(sections_.begin(), sections_.end());
    columns::in_parallel(sections.size() + copies_.size(), threads, [&](std::size_t i) {
      if (i < sections.size()) {
        const auto& [begin, section] = sections[i];
        if (checksum_of(begin, section.size) != section.checksum) whole = false;
      } else {
        const Copy& copy = copies_[i - sections.size()];
        copy.to->words.resize(copy.words);
        std::memcpy(copy.to->words.data(), copy.from, copy.words * sizeof(columns::Word));
      }
    });
    if (!whole) throw Damaged{changed};
  }

 private:
  struct Section {
    std::uint64_t size, checksum;
  };
  struct Copy {
    columns::Bits* to;
    const std::byte* from;
    std::size_t words;
  };

  void take(void* to, std::size_t size) {
    if (size > static_cast<std::size_t>(end_ - at_)) refuse();
    if (size != 0) std::memcpy(to, at_, size);
    at_ += size;
  }

  const std::byte* section(std::uint64_t count, std::size_t each) {
    std::uint64_t at = 0, checksum = 0;
    value(at);
    value(checksum);
    if (at % stripe != 0 || at < sizeof(Header) || at > end_of_sections_ || count > (end_of_sections_ - at) / each) refuse();
    const std::byte* begin = file_->begin() + at;
    const auto [known, fresh] = sections_.try_emplace(begin, Section{count * each, checksum});
    if (!fresh && (known->second.size != count * each || known->second.checksum != checksum)) refuse();
    return begin;
  }

  std::shared_ptr<const Mapping> file_;
  std::uint64_t end_of_sections_;
  const std::byte* at_;
  const std::byte* end_;
  std::map<const std::byte*, Section> sections_;
  std::vector<Copy> copies_;
};

Header header_of(const Mapping& file) {
  Header header;
  if (file.size() < sizeof header) throw Damaged{cut_short};
  std::memcpy(&header, file.begin(), sizeof header);
  return header;
}

void check(const Header& header, const Mapping& file) {
  if (header.begins != magic || header.order != byte_order || header.checksum != checksum_of(header)) throw Damaged{changed};
  if (header.file_size > file.size()) throw Damaged{cut_short};
  if (header.file_size != file.size()) throw Damaged{changed};
  if (header.directory_at < sizeof header || header.directory_at % stripe != 0 || header.directory_at > file.size() ||
      header.directory_size != file.size() - header.directory_at)
    throw Damaged{made_up};
  if (checksum_of(file.begin() + header.directory_at, header.directory_size) != header.directory_checksum)
    throw Damaged{changed};
}

}  // namespace

bool is_snapshot(const fs::path& path) {
  std::error_code unknown;
  if (!fs::is_regular_file(path, unknown)) return false;
  std::ifstream file(path, std::ios::binary);
  std::array<unsigned char, magic.size()> first{};
  file.read(reinterpret_cast<char*>(first.data()), first.size());
  return file.gcount() == static_cast<std::streamsize>(first.size()) && first == magic;
}

std::optional<columns::Dataset> open(const columns::Schema& schema, const fs::path& path, unsigned threads,
                                     diagnostics::Diagnostics& diagnostics) {
  const auto file = std::make_shared<const Mapping>(path);
  try {
    const Header header = header_of(*file);
    if (header.begins == magic && header.version > format_version) {
      diagnostics.report_general(Kind::snapshot_newer, {path.string(), std::to_string(header.version), std::to_string(format_version)});
      return std::nullopt;
    }
    check(header, *file);
    if (header.version != format_version) throw Damaged{made_up};
    if (header.vocabulary != digest_of(schema)) {
      diagnostics.report_general(Kind::snapshot_of_other_vocabulary, {path.string()});
      return std::nullopt;
    }
    std::optional<columns::Dataset> dataset(std::in_place);
    Reading archive(file, header);
    describe(archive, *dataset);
    archive.finish(columns::threads_or_all(threads));
    if (!is_sound(schema, *dataset, columns::threads_or_all(threads))) archive.refuse();
    return dataset;
  } catch (const Damaged& damaged) {
    diagnostics.report_general(Kind::snapshot_damaged, {path.string(), damaged.how});
    return std::nullopt;
  }
}

}  // namespace tdkt::snapshot
