// SPDX-License-Identifier: Apache-2.0
// The pages docs/diagnostics/CODE.md and CODE.vi.md: their wrong example is answered with that code
// and no other error, their right example without either, and what tdkt says is as it stands there.
//
//   ```tdkt wrong              rules; lines that are indented stand in an award for a unit, a
//                              declaration in a vocabulary that uses the shipped one, anything else
//                              in a pack that does, unless it begins one itself
//   ```tdkt right other.tdkt   a file of that name, as it is
//   ```csv wrong unit.csv      a file in the folder `data`, as are ```toml files
//   ```bytes wrong unit.csv    the same, \xNN, \n, \t and \\ decoded and line ends left away;
//                              \{1000*text} repeats; a name that ends in .tdkt is a file of rules
//   ```csv both unit.csv       belongs to both examples
//   ```console wrong           commands that are run where rules.tdkt and data stand, `$ tdkt …`
//   ```says                    what tdkt says of the wrong example
//
// Without commands, data are looked at by `tdkt data check`, rules alone by `tdkt check`. Behind
// `wrong`, `also=E0101` admits a second code. UPDATE_DOCS=1 writes what is said.
#include <gtest/gtest.h>
#include <sys/wait.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;
const fs::path root = TDKT_SOURCE_DIR;

std::string contents(const fs::path& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

struct Block {
  std::string kind, set, file, also, body;
  std::size_t begin, end;   // of the body, in the page
};

std::vector<Block> blocks_of(const std::string& page) {
  std::vector<Block> blocks;
  bool inside = false;
  for (std::size_t at = 0; at < page.size();) {
    const auto stop = std::min(page.find('\n', at), page.size());
    const auto line = page.substr(at, stop - at), rest = page.substr(at);
    if (inside && line == "```") {
      inside = false;
      blocks.back().end = at;
      blocks.back().body = page.substr(blocks.back().begin, at - blocks.back().begin);
    } else if (!inside && line.rfind("```", 0) == 0) {
      inside = true;
      blocks.push_back({"", "", "", "", "", stop + 1, stop + 1});
      std::istringstream words(line.substr(3));
      words >> blocks.back().kind >> blocks.back().set;
      for (std::string word; words >> word;)
        (word.rfind("also=", 0) == 0 ? blocks.back().also : blocks.back().file) = word.rfind("also=", 0) == 0 ? word.substr(5) : word;
    }
    at = stop + 1;
  }
  return blocks;
}

std::string decoded(const std::string& body) {
  std::string bytes;
  for (std::size_t i = 0; i < body.size(); ++i) {
    if (body[i] == '\n') continue;
    if (body[i] != '\\' || i + 1 == body.size()) {
      bytes += body[i];
    } else if (body[i + 1] == 'x') {
      bytes += static_cast<char>(std::stoi(body.substr(i + 2, 2), nullptr, 16));
      i += 3;
    } else if (body[i + 1] == '{') {
      const auto star = body.find('*', i), close = body.find('}', star);
      const auto piece = decoded(body.substr(star + 1, close - star - 1));
      for (auto times = std::stoul(body.substr(i + 2, star - i - 2)); times > 0; --times) bytes += piece;
      i = close;
    } else {
      bytes += body[i + 1] == 'n' ? '\n' : body[i + 1] == 't' ? '\t' : body[i + 1];
      ++i;
    }
  }
  return bytes;
}

bool begins_with_one_of(const std::string& text, std::initializer_list<const char*> words) {
  return std::any_of(words.begin(), words.end(), [&](const char* word) { return text.rfind(word, 0) == 0; });
}

std::string whole_file(const std::string& text, bool vietnamese) {
  if (begins_with_one_of(text, {"vocabulary ", "pack ", "từ ngữ ", "bộ quy tắc ", "#!"})) return text;
  const bool declares = begins_with_one_of(text, {"entity ", "scale ", "kinds ", "fact ", "relation ", "verb ", "cadence ", "unit of measure ",
                                                  "đối tượng ", "thang ", "loại ", "dữ kiện ", "quan hệ ", "động từ ", "kỳ ", "đơn vị tính "});
  if (declares)
    return (vietnamese ? "từ ngữ \"bổ sung\"\n  dùng từ ngữ \"emulation\"\n\n" : "vocabulary \"more\"\n  uses vocabulary \"emulation\"\n\n") + text;
  const std::string pack = vietnamese ? "bộ quy tắc \"Ví dụ\"\n  phiên bản \"1\"\n  có hiệu lực từ 01/01/2000\n  dùng từ ngữ \"emulation\"\n\n"
                                      : "pack \"Example\"\n  version \"1\"\n  in force from 2000-01-01\n  uses vocabulary \"emulation\"\n\n";
  const std::string award = vietnamese ? "danh hiệu \"Đơn vị kiểu mẫu\" cho đơn vị, hằng năm\n" : "award \"Model unit\" for a unit, every year\n";
  return pack + (text[0] == ' ' ? award : "") + text;
}

struct Example {
  std::set<std::string> codes;
  std::string said;
};

class Page {
 public:
  Page(const fs::path& path, const fs::path& folder)
      : text_(contents(path)), blocks_(blocks_of(text_)), vietnamese_(path.stem().extension() == ".vi"), folder_(folder) {}

  bool has(const std::string& set) const {
    return std::any_of(blocks_.begin(), blocks_.end(), [&](const Block& block) { return block.set == set && block.kind != "says"; });
  }

  Example run(const std::string& set) {
    const auto place = folder_ / set;
    fs::create_directories(place);
    fs::create_directory_symlink(root / "rules", place / "rules");
    std::vector<std::string> commands;
    bool rules = false, data = false;
    std::size_t hidden = 0;
    for (const auto& block : blocks_) {
      if (block.kind == "says" || (block.set != set && block.set != "both")) continue;
      if (block.kind == "console") {
        std::istringstream lines(block.body);
        for (std::string line; std::getline(lines, line);)
          if (line.rfind("$ tdkt", 0) == 0) commands.push_back(line.substr(6));
        continue;
      }
      auto body = block.kind == "bytes" ? decoded(block.body) : block.body;
      auto file = block.file;
      if (block.kind == "tdkt" && file.empty()) {
        file = "rules.tdkt";
        body = whole_file(body, vietnamese_);
        hidden = static_cast<std::size_t>(std::count(body.begin(), body.end() - static_cast<std::ptrdiff_t>(block.body.size()), '\n'));
      }
      const bool is_rules = file.size() > 5 && file.substr(file.size() - 5) == ".tdkt";
      rules = rules || is_rules;
      data = data || !is_rules;
      const auto path = is_rules ? place / file : place / "data" / file;
      fs::create_directories(path.parent_path());
      std::ofstream(path, std::ios::binary) << body;
    }
    if (commands.empty())
      commands.push_back(data ? std::string(" data check data --rules ") + (rules ? "rules.tdkt" : "rules/vocabulary") : " check rules.tdkt");
    Example example;
    for (const auto& command : commands) {
      const auto line = "cd '" + place.string() + "' && LC_ALL=C.UTF-8 timeout 60 '" TDKT_PROGRAM "' --language " + (vietnamese_ ? "vi" : "en") + command + " > .out 2> .said < /dev/null";
      EXPECT_TRUE(WIFEXITED(std::system(line.c_str())));
      example.said += contents(place / ".said");
    }
    static const std::regex code(R"(\[([EWR][0-9]{4})\]: )");
    for (std::sregex_iterator found(example.said.begin(), example.said.end(), code), end; found != end; ++found)
      example.codes.insert((*found)[1]);
    example.said = shown(example.said, hidden);
    return example;
  }

  // Places within the example as it stands on the page.
  static std::string shown(const std::string& said, std::size_t hidden) {
    static const std::regex place(R"( *--> rules\.tdkt:([0-9]+):[0-9]+)"), gutter(R"(^ *[0-9]* \|( .*)?$)");
    std::istringstream lines(said);
    std::string text;
    for (std::string line; std::getline(lines, line);) {
      std::smatch found;
      if (std::regex_match(line, found, place) && hidden > 0) continue;
      if (hidden > 0 && std::regex_match(line, found, gutter)) {
        if (found[1].length() > 1) text += "  " + found[1].str().substr(1) + "\n";
      } else {
        text += line + "\n";
      }
    }
    return text;
  }

  std::set<std::string> also() const {
    std::set<std::string> codes;
    for (const auto& block : blocks_)
      if (!block.also.empty()) codes.insert(block.also);
    return codes;
  }

  // What the page says that tdkt says; with `instead`, the page with that in its place.
  std::optional<std::string> says(const std::string* instead = nullptr) {
    for (const auto& block : blocks_) {
      if (block.kind != "says") continue;
      if (instead) text_ = text_.substr(0, block.begin) + *instead + text_.substr(block.end);
      return block.body;
    }
    return std::nullopt;
  }
  const std::string& text() const { return text_; }

 private:
  std::string text_;
  std::vector<Block> blocks_;
  bool vietnamese_;
  fs::path folder_;
};

class Pages : public testing::TestWithParam<std::string> {};

TEST_P(Pages, SayWhatTheProgramSays) {
  std::string pattern = (fs::temp_directory_path() / "tdkt-pages-XXXXXX").string();
  ASSERT_NE(mkdtemp(pattern.data()), nullptr);
  const fs::path path = root / "docs/diagnostics" / GetParam();
  const auto code = GetParam().substr(0, 5);
  Page page(path, pattern);
  if (page.has("wrong")) {
    const auto wrong = page.run("wrong");
    auto allowed = page.also();
    allowed.insert(code);
    EXPECT_TRUE(wrong.codes.count(code)) << path << "\n" << wrong.said;
    for (const auto& one : wrong.codes) EXPECT_TRUE(one[0] != 'E' || allowed.count(one)) << path << " also says " << one << "\n" << wrong.said;
    if (std::getenv("UPDATE_DOCS") && page.says() && *page.says() != wrong.said) {
      page.says(&wrong.said);
      std::ofstream(path, std::ios::binary) << page.text();
    }
    EXPECT_EQ(page.says().value_or(wrong.said), wrong.said) << path;
    EXPECT_TRUE(page.has("right")) << path << " shows no right example";
  }
  if (page.has("right")) {
    const auto right = page.run("right");
    EXPECT_FALSE(right.codes.count(code)) << path << "\n" << right.said;
    for (const auto& one : right.codes) EXPECT_NE(one[0], 'E') << path << "\n" << right.said;
  }
  fs::remove_all(pattern);
}

std::vector<std::string> all_pages() {
  static const std::regex name(R"([EWR][0-9]{4}(\.vi)?\.md)");
  std::vector<std::string> pages;
  for (const auto& entry : fs::directory_iterator(root / "docs/diagnostics")) {
    const auto file = entry.path().filename().string();
    if (std::regex_match(file, name)) pages.push_back(file);
  }
  std::sort(pages.begin(), pages.end());
  return pages;
}

INSTANTIATE_TEST_SUITE_P(Diagnostics, Pages, testing::ValuesIn(all_pages()), [](const auto& test) {
  auto name = test.param;
  std::replace_if(name.begin(), name.end(), [](unsigned char c) { return !std::isalnum(c); }, '_');
  return name;
});
GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(Pages);

}  // namespace
