// SPDX-License-Identifier: Apache-2.0
#include "cli/fixing.hpp"

#include <fmt/format.h>

#include <iterator>
#include <nlohmann/json.hpp>

#include "cli/output.hpp"
#include "engine/files.hpp"
#include "reports/layout.hpp"
#include "values/unavailable.hpp"

namespace tdkt::cli {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

namespace {

// Each reading can bring to light what an earlier mistake hid; more than a few do not occur.
constexpr int most_readings = 10;

std::string codes_of(const engine::Fixed& fixed) {
  std::string codes;
  for (const auto code : fixed.codes) codes += (codes.empty() ? "" : ", ") + std::string(code);
  return codes;
}

// The lines of `text`, each behind `sign`.
std::string marked(std::string_view text, std::string_view sign, reports::Tone tone, bool colour) {
  std::string lines;
  while (true) {
    auto end = text.find('\n');
    auto line = text.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    lines += reports::toned(fmt::format("  {} {}", sign, line), tone, colour) + '\n';
    if (end == std::string_view::npos) return lines;
    text.remove_prefix(end + 1);
  }
}

}  // namespace

Mended mend(const std::function<Reading(const engine::Texts&, Diagnostics&)>& read, Diagnostics& diagnostics) {
  Mended mended;
  for (int reading = 1;; ++reading) {
    diagnostics = {};
    const auto [sources, given] = read(mended.texts, diagnostics);
    diagnostics.sort();
    if (reading == most_readings) return mended;
    auto texts = mended.texts;
    auto changes = engine::fix(diagnostics, *sources, given, texts);
    if (changes.empty()) return mended;
    for (std::uint32_t file = 0; file < given; ++file)
      if (texts.contains((*sources)[file].path())) mended.before.try_emplace((*sources)[file].path(), (*sources)[file].original());
    mended.texts = std::move(texts);
    std::move(changes.begin(), changes.end(), std::back_inserter(mended.changes));
  }
}

void write_mended(const Mended& mended) {
  std::vector<OutputFile> files;
  for (const auto& [path, text] : mended.texts) {
    if (engine::read_source(path).original() != mended.before.at(path))
      throw values::Unavailable(path, "it was changed by somebody else just now");
    // A link stays a link, to the file that is written anew.
    std::error_code error;
    const auto place = fs::weakly_canonical(path, error);
    files.push_back({error ? fs::path(path) : place, text});
  }
  write_files(files);
}

std::string changes_as_text(const Mended& mended, bool written, const Door& door) {
  std::string text;
  for (const auto& fixed : mended.changes) {
    text += reports::toned(fmt::format("{}:{}: {} ({})", fixed.path, fixed.line,
                                       written ? door.either("mended", "đã sửa") : door.either("would be mended", "sẽ sửa"), codes_of(fixed)),
                           reports::Tone::heading, door.colour) + '\n';
    text += marked(fixed.before, "-", reports::Tone::bad, door.colour);
    text += marked(fixed.after, "+", reports::Tone::good, door.colour);
  }
  const auto count = mended.changes.size(), files = mended.texts.size();
  if (count == 0) return std::string(door.either("nothing to mend\n", "không có gì để sửa\n"));
  if (door.language == Language::vietnamese)
    return text + (written ? fmt::format("đã sửa {} chỗ trong {} tệp\n", count, files)
                           : fmt::format("sẽ sửa {} chỗ trong {} tệp; chưa ghi gì\n", count, files));
  const auto places = fmt::format("{} place{} in {} file{}", count, count == 1 ? "" : "s", files, files == 1 ? "" : "s");
  return text + (written ? fmt::format("mended {}\n", places) : fmt::format("would mend {}; nothing was written\n", places));
}

std::string with_changes(const std::string& diagnostics_json, const Mended& mended, bool written) {
  auto json = Json::parse(diagnostics_json);
  json["written"] = written && !mended.changes.empty();
  json["fixes"] = Json::array();
  for (const auto& fixed : mended.changes)
    json["fixes"].push_back({{"file", fixed.path}, {"line", fixed.line}, {"codes", fixed.codes}, {"before", fixed.before}, {"after", fixed.after}});
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

}  // namespace tdkt::cli
