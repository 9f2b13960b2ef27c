// SPDX-License-Identifier: Apache-2.0
// Pages that are made from tables of the program: they are written with UPDATE_DOCS=1, and fail here
// when they no longer say what the tables say. Links between pages lead somewhere.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>

#include "diagnostics/diagnostic.hpp"
#include "grammar/keywords.hpp"

namespace {

namespace fs = std::filesystem;
using tdkt::grammar::Language;
const fs::path root = TDKT_SOURCE_DIR;

std::string contents(const fs::path& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

void expect_page(const fs::path& path, const std::string& wanted) {
  if (std::getenv("UPDATE_DOCS")) {
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << wanted;
  }
  EXPECT_EQ(contents(path), wanted) << path << " is out of date: run the tests of the house with UPDATE_DOCS=1";
}

std::string in_cell(std::string text) {
  std::string cell;
  for (const char c : text) cell += c == '|' ? "\\|" : std::string(1, c);
  return cell;
}

std::string keyword_page() {
  std::string page =
      "# Keywords\n\nEvery keyword in both languages: all spellings are read, the first is written.\n\n"
      "| English | Tiếng Việt |\n| --- | --- |\n";
  for (const auto keyword : tdkt::grammar::all_keywords()) {
    std::string line = "|";
    bool typed = false;
    for (const auto language : {Language::english, Language::vietnamese}) {
      std::string all;
      for (const auto& spelling : tdkt::grammar::spellings(keyword, language))
        all += (all.empty() ? "`" : ", `") + spelling + "`";
      typed = typed || !all.empty();
      line += " " + in_cell(all.empty() ? "(nothing)" : all) + " |";
    }
    if (typed) page += line + "\n";
  }
  return page;
}

std::string diagnostics_page(Language language) {
  const bool english = language == Language::english;
  std::string page = english ? "# Messages\n\n"
                               "Every message has a stable code: E an error, W a warning, R a remark. The first digits name\n"
                               "the stage: 01 text and layout, 02 words and sentences, 03 declarations, 04 types and units,\n"
                               "05 statements, 06 circles and packs, 07 data, 08 evaluation, 09 commands, 10 what is right and yet\n"
                               "doubtful. `{}` stands for the words concerned. [Tiếng Việt](README.vi.md)\n\n| code | message |\n| --- | --- |\n"
                             : "# Thông báo\n\n"
                               "Mỗi thông báo có mã ổn định: E là lỗi, W là cảnh báo, R là lưu ý. Hai chữ số đầu cho biết giai\n"
                               "đoạn: 01 văn bản và cách trình bày, 02 từ ngữ và câu, 03 khai báo, 04 kiểu và đơn vị tính, 05 câu\n"
                               "lệnh, 06 vòng tròn và bộ quy tắc, 07 số liệu, 08 xét, 09 lệnh, 10 chỗ đúng mà đáng ngờ.\n"
                               "`{}` là những chữ có liên quan. [English](README.md)\n\n| mã | thông báo |\n| --- | --- |\n";
  std::map<std::string, std::string> lines;
  for (std::size_t i = 0; i < tdkt::diagnostics::kinds(); ++i) {
    const auto& text = tdkt::diagnostics::text_of(static_cast<tdkt::diagnostics::Kind>(i));
    lines[std::string(text.code.substr(1)) + std::string(text.code)] =
        "| [" + std::string(text.code) + "](" + std::string(text.code) + (english ? "" : ".vi") + ".md) | " + in_cell(std::string(english ? text.english : text.vietnamese)) + " |\n";
  }
  for (const auto& [code, line] : lines) page += line;
  return page;
}

TEST(Documentation, KeywordsAreThoseOfTheTable) { expect_page(root / "docs/keywords.md", keyword_page()); }

TEST(Documentation, MessagesAreThoseOfTheRegistry) {
  expect_page(root / "docs/diagnostics/README.md", diagnostics_page(Language::english));
  expect_page(root / "docs/diagnostics/README.vi.md", diagnostics_page(Language::vietnamese));
}

// A code is explained in both languages, and something provokes it: the wrong example of its page
// (tests/run_pages.cpp runs it), or a test where no example can be shown.
TEST(Documentation, EveryMessageHasItsPages) {
  std::string tests;
  for (const char* folder : {"tests/cases", "tests/unit"})
    for (const auto& entry : fs::recursive_directory_iterator(root / folder))
      if (entry.is_regular_file() && entry.path().filename() != "documentation_test.cpp") tests += contents(entry.path());
  std::set<std::string> codes;
  for (std::size_t i = 0; i < tdkt::diagnostics::kinds(); ++i) {
    const std::string code(tdkt::diagnostics::text_of(static_cast<tdkt::diagnostics::Kind>(i)).code);
    codes.insert(code);
    for (const char* ending : {".md", ".vi.md"}) {
      const auto page = contents(root / "docs/diagnostics" / (code + ending));
      EXPECT_TRUE(page.rfind("# " + code + ": ", 0) == 0) << "no page docs/diagnostics/" << code << ending;
      const bool shown = page.find(" wrong") != std::string::npos && page.find("```says\n") != std::string::npos;
      const bool provoked = shown || tests.find(code) != std::string::npos;
      EXPECT_TRUE(provoked) << "nothing provokes " << code << " (" << code << ending << ")";
    }
  }
  const std::regex page(R"(([EWR][0-9]{4})(\.vi)?\.md)");
  for (const auto& entry : fs::directory_iterator(root / "docs/diagnostics")) {
    const auto name = entry.path().filename().string();
    std::smatch found;
    EXPECT_TRUE(!std::regex_match(name, found, page) || codes.count(found[1])) << name << " is of no message";
  }
}

TEST(Documentation, EveryKeywordHasItsTwin) {
  // What is said by nothing at all in Vietnamese: articles, `of`, `its`.
  for (const auto keyword : tdkt::grammar::all_keywords()) {
    const bool english = !tdkt::grammar::spellings(keyword, Language::english).empty();
    const bool vietnamese = !tdkt::grammar::spellings(keyword, Language::vietnamese).empty();
    EXPECT_TRUE(english || !vietnamese) << tdkt::grammar::name_of(keyword) << " has no English spelling";
  }
}

TEST(Documentation, LinksLeadSomewhere) {
  const std::regex link(R"(\]\(([^)#\s]+)(#[^)]*)?\))");
  for (const auto& entry : fs::recursive_directory_iterator(root)) {
    const auto path = entry.path();
    const auto inside = fs::relative(path, root).string();
    if (path.extension() != ".md" || inside.rfind("build/", 0) == 0 || inside.rfind(".git/", 0) == 0) continue;
    const auto text = contents(path);
    for (std::sregex_iterator at(text.begin(), text.end(), link), end; at != end; ++at) {
      const std::string target = (*at)[1];
      if (target.find("://") != std::string::npos) continue;
      EXPECT_TRUE(fs::exists(path.parent_path() / target)) << inside << " links to " << target;
    }
  }
}

}  // namespace
