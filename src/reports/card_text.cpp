// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "reports/card_words.hpp"
#include "reports/cards.hpp"
#include "reports/layout.hpp"
#include "reports/words.hpp"

namespace tdkt::reports {

namespace {

using card::Card;

Tone tone_of(CaseState state) {
  return state == CaseState::good ? Tone::good : state == CaseState::bad ? Tone::bad : Tone::open;
}

// A sentence of several lines as one.
std::string one_line(const std::string& text) {
  std::string line;
  for (const char c : text) {
    const bool blank = c == '\n' || c == '\r' || c == '\t' || c == ' ';
    if (!blank) line += c;
    else if (!line.empty() && line.back() != ' ') line += ' ';
  }
  return line;
}

class Text {
 public:
  explicit Text(const CardOptions& options) : options_(options), language_(options.language) {}

  void add(const Card& card) {
    if (!text_.empty()) text_ += '\n';
    text_ += toned(name_of(card).in(language_), Tone::heading, options_.colour);
    text_ += fmt::format(", {} {}\n", either(language_, "judged for", "xét cho"), words_of(card.period, language_));
    if (!card.citation.empty()) text_ += toned("  [" + card.citation + "]", Tone::faint, options_.colour) + '\n';
    said("as written", "nguyên văn quy tắc", one_line(card.written));
    said("as read", "được hiểu là", card.sentence);
    if (card.bracketed) said("with brackets", "thêm ngoặc cho rõ", *card.bracketed);
    const auto negation = heading_of_negation(card);
    said(negation.english, negation.vietnamese, card.negation);
    for (const auto& boundary : card.boundaries) add(card, boundary);
    if (card.boundaries.empty())
      text_ += fmt::format("\n  {}\n", either(language_, "no boundary was found by changing the records",
                                              "không tìm được trường hợp giáp ranh khi thay đổi số liệu"));
    if (card.left_out > 0)
      text_ += fmt::format("\n  {} {}\n", card.left_out, either(language_, "more cases are left out", "trường hợp nữa không nêu ở đây"));
  }

  std::string take() { return std::move(text_); }

 private:
  void said(std::string_view english, std::string_view vietnamese, const Phrase& phrase) {
    text_ += fmt::format("  {}:\n", either(language_, english, vietnamese));
    text_ += fmt::format("    en  {}\n    vi  {}\n", phrase.english, phrase.vietnamese);
  }
  void said(std::string_view english, std::string_view vietnamese, const std::string& words) {
    text_ += fmt::format("  {}:\n        {}\n", either(language_, english, vietnamese), words);
  }

  void add(const Card& card, const card::Boundary& boundary) {
    text_ += "\n  " + boundary.about.in(language_) + '\n';
    std::vector<TableRow> rows;
    for (const auto& one : boundary.cases) {
      const auto tone = tone_of(state_of(card, one));
      rows.push_back({{std::string(mark_of(state_of(card, one))), tone},
                      {verdict_of(card, one).in(language_), tone},
                      {one.label.in(language_), Tone::plain}});
    }
    text_ += set_in_columns(rows, 4, options_.colour);
  }

  const CardOptions& options_;
  grammar::Language language_;
  std::string text_;
};

}  // namespace

std::string as_text(const std::vector<Card>& cards, const CardOptions& options) {
  Text text(options);
  for (const auto& card : cards) text.add(card);
  return text.take();
}

}  // namespace tdkt::reports
