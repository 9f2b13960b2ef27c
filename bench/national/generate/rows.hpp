// SPDX-License-Identifier: Apache-2.0
// Rows of CSV gathered in memory, and the file that they go to.
#pragma once

#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tdkt::bench::national {

class Rows {
 public:
  // One cell, and what ends it. A missing number is an empty cell.
  Rows& cell(std::string_view text) { return append(text), end(); }
  Rows& cell(std::uint64_t number);
  Rows& cell(std::optional<std::uint64_t> number) { return number ? cell(*number) : end(); }
  // The last cell's separator becomes the end of the line.
  void end_row() { text_.back() = '\n'; }

  std::string_view text() const { return text_; }
  void clear() { text_.clear(); }

 private:
  void append(std::string_view text) { text_ += text; }
  Rows& end() {
    text_ += ',';
    return *this;
  }

  std::string text_;
};

// Throws std::system_error where it cannot be written, also at the end.
class TableFile {
 public:
  TableFile(const std::filesystem::path& path, std::string_view header);
  void write(const Rows& rows) { write(rows.text()); }
  void close();

 private:
  struct Closer {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  void write(std::string_view text);
  [[noreturn]] void fail() const;

  std::filesystem::path path_;
  std::unique_ptr<std::FILE, Closer> file_;
};

}  // namespace tdkt::bench::national
