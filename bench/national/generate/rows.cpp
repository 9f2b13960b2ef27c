// SPDX-License-Identifier: Apache-2.0
#include "rows.hpp"

#include <array>
#include <cerrno>
#include <charconv>
#include <system_error>

namespace tdkt::bench::national {

Rows& Rows::cell(std::uint64_t number) {
  std::array<char, 24> digits;
  const auto written = std::to_chars(digits.data(), digits.data() + digits.size(), number);
  append({digits.data(), static_cast<std::size_t>(written.ptr - digits.data())});
  return end();
}

TableFile::TableFile(const std::filesystem::path& path, std::string_view header)
    : path_(path), file_(std::fopen(path.c_str(), "wb")) {
  if (!file_) fail();
  write(header);
  write("\n");
}

void TableFile::write(std::string_view text) {
  if (std::fwrite(text.data(), 1, text.size(), file_.get()) != text.size()) fail();
}

void TableFile::close() {
  if (std::fclose(file_.release()) != 0) fail();
}

void TableFile::fail() const { throw std::system_error(errno, std::generic_category(), path_.string()); }

}  // namespace tdkt::bench::national
