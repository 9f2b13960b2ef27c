// SPDX-License-Identifier: Apache-2.0
// The examples of the documentation are true: a fenced block `tdkt` is checked and its tests are
// run, a block `tdkt wrong CODE` is refused with that code. Blocks that do not begin with a
// vocabulary or a pack are put behind the header of one, and speak the shipped vocabulary.
#include <gtest/gtest.h>
#include <sys/wait.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;
const fs::path root = TDKT_SOURCE_DIR;

struct Example {
  fs::path page;
  int line;
  std::string wrong;  // the code expected, empty for a good one
  std::string text;
};

std::vector<Example> examples() {
  std::vector<Example> found;
  std::vector<fs::path> pages;
  for (const auto& entry : fs::recursive_directory_iterator(root / "docs"))
    // The pages of messages have a form and a runner of their own (run_pages.cpp).
    if (entry.path().extension() == ".md" && entry.path().parent_path().filename() != "diagnostics")
      pages.push_back(entry.path());
  std::sort(pages.begin(), pages.end());
  for (const auto& page : pages) {
    std::ifstream file(page);
    bool inside = false;
    int number = 0;
    for (std::string line; std::getline(file, line);) {
      ++number;
      if (inside && line == "```") inside = false;
      else if (inside) found.back().text += line + "\n";
      else if (line == "```tdkt" || line.rfind("```tdkt wrong ", 0) == 0) {
        inside = true;
        found.push_back({fs::relative(page, root), number, line.size() > 14 ? line.substr(14) : "", {}});
      }
    }
  }
  return found;
}

bool begins(const std::string& text, const std::string& word) { return text.rfind(word, 0) == 0; }

std::string with_header(const std::string& text) {
  for (const char* whole : {"vocabulary ", "pack ", "từ ngữ ", "bộ quy tắc "})
    if (begins(text, whole)) return text;
  bool vietnamese = false;
  for (const char* word : {"danh hiệu", "khen thưởng", "giao ước", "bảng", "bình xét", "định nghĩa", "tham số", "đợt", "xếp loại",
                           "báo cáo", "kiểm tra", "ví dụ"})
    vietnamese = vietnamese || begins(text, word);
  return (vietnamese ? "bộ quy tắc \"Ví dụ\"\n  phiên bản \"1\"\n  có hiệu lực từ 01/01/2000\n  dùng từ ngữ \"emulation\"\n\n"
                     : "pack \"Example\"\n  version \"1\"\n  in force from 2000-01-01\n  uses vocabulary \"emulation\"\n\n") +
         text;
}

std::pair<int, std::string> run(const std::string& arguments, const fs::path& folder) {
  const auto output = folder / "output.txt";
  const int status = std::system(("LC_ALL=C.UTF-8 timeout 60 '" TDKT_PROGRAM "' " + arguments + " > '" + output.string() + "' 2>&1").c_str());
  std::ostringstream text;
  text << std::ifstream(output).rdbuf();
  return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, text.str()};
}

class Documentation : public testing::TestWithParam<Example> {};

TEST_P(Documentation, IsTrue) {
  const auto& example = GetParam();
  std::string pattern = (fs::temp_directory_path() / "tdkt-docs-XXXXXX").string();
  ASSERT_NE(mkdtemp(pattern.data()), nullptr);
  const fs::path folder = pattern, file = folder / "example.tdkt";
  const auto text = with_header(example.text);
  std::ofstream(file) << text;
  const std::string rules = (begins(text, "vocabulary ") || begins(text, "từ ngữ ")
                                 ? ""
                                 : "'" + (root / "rules/vocabulary").string() + "' ") + "'" + file.string() + "'";
  const auto [status, said] = run("check " + rules, folder);
  if (example.wrong.empty()) {
    EXPECT_EQ(status, 0) << example.page << ":" << example.line << "\n" << said;
    const auto [tested, outcome] = run("test " + rules, folder);
    EXPECT_EQ(tested, 0) << example.page << ":" << example.line << "\n" << outcome;
  } else {
    EXPECT_EQ(status, 3) << example.page << ":" << example.line << "\n" << said;
    EXPECT_NE(said.find(example.wrong), std::string::npos) << example.page << ":" << example.line << "\n" << said;
  }
  fs::remove_all(folder);
}

INSTANTIATE_TEST_SUITE_P(Examples, Documentation, testing::ValuesIn(examples()), [](const auto& test) {
  auto name = test.param.page.string() + "_" + std::to_string(test.param.line);
  std::replace_if(name.begin(), name.end(), [](unsigned char c) { return !std::isalnum(c); }, '_');
  return name;
});
GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(Documentation);

// What README shows of the example bloc: each line, but for those that `…` stands for.
class Readme : public testing::TestWithParam<std::string> {};

TEST_P(Readme, ShowsWhatIsSaid) {
  std::string pattern = (fs::temp_directory_path() / "tdkt-readme-XXXXXX").string();
  ASSERT_NE(mkdtemp(pattern.data()), nullptr);
  const bool vietnamese = GetParam() == "README.vi.md";
  const std::string pack = "rules/nam-dinh-general-bloc-2021/", language = vietnamese ? "vi" : "en";
  const auto arguments = " --rules " + pack + language + " --data " + pack + "data --for 2021";
  const auto in_root = fs::current_path();
  fs::current_path(root);
  auto said = run("--language " + language + " eval" + arguments, pattern).second;
  said += run("--language " + language + " why SO-NV \"" + (vietnamese ? "Bình xét cuối năm" : "Year-end nominations") + "\"" + arguments,
              pattern).second;
  fs::current_path(in_root);
  fs::remove_all(pattern);

  std::ifstream page(root / GetParam());
  const std::string nomination = vietnamese ? "Bình xét cuối năm, " : "Year-end nominations, ";
  std::size_t shown = 0;
  bool output = false;
  for (std::string line; std::getline(page, line);) {
    if (begins(line, "```")) output = false;
    if (begins(line, nomination) || begins(line, "Sở Nội vụ (SO-NV)")) output = true;
    if (!output || line.find_first_not_of(' ') == line.npos || line.find("…") != line.npos) continue;
    EXPECT_NE(said.find(line + "\n"), std::string::npos) << GetParam() << " shows: " << line;
    ++shown;
  }
  EXPECT_GT(shown, 20u);
}

INSTANTIATE_TEST_SUITE_P(Twins, Readme, testing::Values("README.md", "README.vi.md"),
                         [](const auto& test) { return test.param == "README.md" ? "English" : "Vietnamese"; });

}  // namespace
