// SPDX-License-Identifier: Apache-2.0
// Slips of authors who are not programmers, and what tdkt makes of them. A file cases/slips/*.slips:
//
//   # Why the slips are there, in prose.
//   === frame                    rules around each slip that follows; `…` stands for the slip
//   award "Model unit" for a unit, every year
//     …
//   === said twice               what slipped
//     require at least >= 70% of staff achieve advanced laborer
//             ^^^^^^^^^^^ E0213             the words that are pointed at, and the code
//   >   require at least 70% of staff …    the lines as they stand once the suggestion is applied
//   or
//   >   require >= 70% of staff …          after the second one
//
// There is one message for each slip, and every suggestion that can be applied leaves rules without
// any mistake. `!` and a reason stand for the suggestions where only the author can know what to
// write. `\u{A0}` is a character that does not show; carets count what a person sees. A frame that
// begins with no pack and no vocabulary is put into a pack that uses the shipped vocabulary.
// UPDATE_SLIPS=1 writes what tdkt says now; the difference is then reviewed like code.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>
#include <string>
#include <vector>

#include "diagnostics/render.hpp"
#include "grammar/characters.hpp"
#include "syntax/parse.hpp"
#include "typed/from_syntax.hpp"

namespace {

namespace fs = std::filesystem;
using namespace tdkt;
const fs::path root = TDKT_SOURCE_DIR;

bool begins(const std::string& text, std::string_view word) { return text.rfind(word, 0) == 0; }

std::string contents(const fs::path& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

struct Block {
  std::string heading;                    // behind `=== `; empty for the prose on top
  std::vector<std::string> wrong, wanted; // lines as written; what is said of them
  std::string blanks;                     // lines below, for the eye
};

bool is_caret_line(const std::string& line) {
  static const std::regex carets(R"( *\^+ [EWR][0-9]{4})");
  return std::regex_match(line, carets);
}

std::vector<Block> blocks_of(const std::string& text) {
  std::vector<Block> blocks{{}};
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    auto& block = blocks.back();
    if (begins(line, "=== ")) blocks.push_back({line.substr(4), {}, {}, {}});
    else if (line.empty() && !block.heading.empty()) block.blanks += "\n";
    else if (is_caret_line(line)) block.wrong.push_back(line);
    else if (line == "or" || line == ">" || begins(line, "> ") || begins(line, "! ")) block.wanted.push_back(line);
    else {
      for (; !block.blanks.empty(); block.blanks.pop_back()) block.wrong.push_back("");
      block.wrong.push_back(line);
    }
  }
  return blocks;
}

std::string written(const std::vector<Block>& blocks) {
  std::string text;
  for (const auto& block : blocks) {
    if (!block.heading.empty()) text += "=== " + block.heading + "\n";
    for (const auto& line : block.wrong) text += line + "\n";
    for (const auto& line : block.wanted) text += line + "\n";
    text += block.blanks;
  }
  return text;
}

// Characters that do not show, and back.
std::string decoded(const std::string& text) {
  static const std::regex escape(R"(\\u\{([0-9A-F]+)\})");
  std::string result;
  std::size_t at = 0;
  for (std::sregex_iterator found(text.begin(), text.end(), escape), end; found != end; ++found) {
    result += text.substr(at, static_cast<std::size_t>(found->position()) - at);
    grammar::append(result, static_cast<char32_t>(std::stoul((*found)[1], nullptr, 16)));
    at = static_cast<std::size_t>(found->position() + found->length());
  }
  return result + text.substr(at);
}

bool shows(char32_t code) {
  return code == '\n' || (code >= 0x20 && grammar::straightened(code) != grammar::dropped && !(code >= 0x300 && code < 0x370) &&
                          (code == ' ' || grammar::straightened(code) != U' '));
}

std::string encoded(const std::string& text) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const auto [code, size] = grammar::character_at(text, at);
    char escaped[16];
    std::snprintf(escaped, sizeof escaped, "\\u{%X}", static_cast<unsigned>(code));
    result += shows(code) ? text.substr(at, size) : escaped;
    at += size;
  }
  return result;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const auto& line : lines) text += line + "\n";
  return text;
}

// The frame around the slip: the text before it and after it.
struct Frame {
  std::string before, after;
};

Frame frame_of(const std::vector<std::string>& lines) {
  Frame frame;
  bool passed = false;
  for (const auto& line : lines) {
    if (line == "…") passed = true;
    else (passed ? frame.after : frame.before) += line + "\n";
  }
  const auto text = frame.before.empty() ? frame.after : frame.before;
  for (const char* whole : {"vocabulary ", "pack ", "từ ngữ ", "bộ quy tắc ", "#"})
    if (begins(text, whole)) return frame;
  const bool vietnamese = std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
  frame.before = (vietnamese ? "bộ quy tắc \"Ví dụ\"\n  phiên bản \"1\"\n  có hiệu lực từ 01/01/2000\n  dùng từ ngữ \"emulation\"\n\n"
                             : "pack \"Example\"\n  version \"1\"\n  in force from 2000-01-01\n  uses vocabulary \"emulation\"\n\n") +
                 frame.before;
  return frame;
}

struct Said {
  source::Sources sources;
  diagnostics::Diagnostics diagnostics;  // errors and warnings

  std::string text() const { return diagnostics::as_text(diagnostics, sources, {}); }
};

Said check(const std::string& text) {
  static const auto vocabulary = contents(root / "rules/vocabulary/emulation.tdkt");
  Said said;
  std::vector<syntax::File> files;
  for (const auto& [name, bytes] : {std::pair("slip.tdkt", text), std::pair("emulation.tdkt", vocabulary)})
    files.push_back(syntax::parse(said.sources, said.sources.add({name, bytes}), said.diagnostics));
  typed::from_syntax(files, said.sources, said.diagnostics);
  said.diagnostics.drop(diagnostics::Severity::remark);
  said.diagnostics.sort();
  return said;
}

// What is said of one slip, as its block should say it.
Block answered(const Block& block, const Frame& frame) {
  Block got{block.heading, {}, {}, block.blanks};
  for (const auto& line : block.wrong)
    if (!is_caret_line(line)) got.wrong.push_back(line);
  const auto slip = decoded(joined(got.wrong));
  const auto text = frame.before + slip + frame.after;
  const auto said = check(text);

  const auto first_line = static_cast<std::size_t>(std::count(frame.before.begin(), frame.before.end(), '\n')) + 1;
  std::vector<std::pair<std::size_t, std::string>> carets;  // behind the slip's line of that number
  for (const auto& diagnostic : said.diagnostics.all()) {
    const auto& file = said.sources[diagnostic.where.file];
    const auto from = file.position(diagnostic.where.span.begin), to = file.position(diagnostic.where.span.end);
    const auto width = to.line == from.line ? std::max<std::size_t>(1, to.column - from.column) : 1;
    const std::string code(diagnostics::text_of(diagnostic.kind).code);
    const auto line = diagnostic.in_rules && from.line >= first_line ? from.line - first_line + 1 : 0;
    carets.emplace_back(std::min(line, got.wrong.size()), std::string(from.column - 1, ' ') + std::string(width, '^') + " " + code);

    for (const auto& suggestion : diagnostic.suggestions) {
      if (!suggestion.replaces) continue;
      const auto& original = file.original();
      const auto begin = file.original_offset(suggestion.where.span.begin), end = file.original_offset(suggestion.where.span.end);
      const auto mended = original.substr(0, begin) + suggestion.replacement + original.substr(end);
      const auto again = check(mended);
      EXPECT_TRUE(again.diagnostics.empty()) << "once mended:\n" << again.text();
      if (mended.size() < frame.before.size() + frame.after.size() || !begins(mended, frame.before)) {
        ADD_FAILURE() << "mended beyond the slip:\n" << mended;
        continue;
      }
      if (!got.wanted.empty()) got.wanted.push_back("or");
      for (const auto& changed : lines_of(encoded(mended.substr(frame.before.size(), mended.size() - frame.before.size() - frame.after.size()))))
        got.wanted.push_back(changed.empty() ? ">" : "> " + changed);
    }
  }
  std::stable_sort(carets.begin(), carets.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  for (auto caret = carets.rbegin(); caret != carets.rend(); ++caret)
    got.wrong.insert(got.wrong.begin() + static_cast<std::ptrdiff_t>(caret->first), caret->second);

  EXPECT_EQ(carets.size(), 1u) << "one message for one slip";
  if (got.wanted.empty())
    for (const auto& line : block.wanted)
      if (begins(line, "! ")) got.wanted.push_back(line);
  EXPECT_FALSE(got.wanted.empty()) << "nothing to apply, and no reason why not";
  if (testing::Test::HasFailure() || got.wrong != block.wrong || got.wanted != block.wanted) {
    EXPECT_EQ(written({got}), written({block})) << said.text();
  }
  return got;
}

class Slips : public testing::TestWithParam<fs::path> {};

TEST_P(Slips, AreToldAndMended) {
  const auto path = root / "tests/cases/slips" / GetParam();
  Frame frame;
  std::vector<Block> got;
  for (const auto& block : blocks_of(contents(path))) {
    SCOPED_TRACE(path.string() + ": " + block.heading);
    if (block.heading == "frame") frame = frame_of(block.wrong);
    got.push_back(block.heading.empty() || block.heading == "frame" ? block : answered(block, frame));
  }
  if (std::getenv("UPDATE_SLIPS")) std::ofstream(path, std::ios::binary) << written(got);
}

std::vector<fs::path> all_files() {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(root / "tests/cases/slips"))
    if (entry.path().extension() == ".slips") files.push_back(fs::relative(entry.path(), root / "tests/cases/slips"));
  std::sort(files.begin(), files.end());
  return files;
}

INSTANTIATE_TEST_SUITE_P(Files, Slips, testing::ValuesIn(all_files()), [](const auto& test) {
  auto name = test.param.string();
  std::replace_if(name.begin(), name.end(), [](unsigned char c) { return !std::isalnum(c); }, '_');
  return name;
});
GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(Slips);

}  // namespace
