// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "reports/explanations.hpp"
#include "reports/layout.hpp"
#include "reports/words.hpp"

namespace tdkt::reports {

namespace {

using verdicts::MemberLine;
using verdicts::Reason;
using verdicts::Record;
using verdicts::State;

std::string_view mark_of(State state) {
  switch (state) {
    case State::met: return "✓";
    case State::not_met: return "✗";
    case State::unknown: return "?";
    case State::value: return "·";
  }
  return {};
}

Tone tone_of(State state) {
  switch (state) {
    case State::met: return Tone::good;
    case State::not_met: return Tone::bad;
    case State::unknown: return Tone::open;
    case State::value: return Tone::plain;
  }
  return Tone::plain;
}

class Tree {
 public:
  explicit Tree(const ExplanationOptions& options) : options_(options), language_(options.language) {}

  void heading(const std::string& id, const std::string& name, values::Period period) {
    whom(id, name);
    text_ += fmt::format(", {}:\n", words_of(period, language_));
  }

  void heading(const std::string& id, const std::string& name, const verdicts::Phrase& rule, values::Period period,
               const verdicts::Phrase& verdict) {
    whom(id, name);
    text_ += fmt::format(", {}, {}: ", rule.in(language_), words_of(period, language_));
    text_ += toned(verdict.in(language_), Tone::heading, options_.colour) + '\n';
  }

  // `cited` is said above: one that only adds the label, which stands here anyway, is not said again.
  void reason(const Reason& reason, std::size_t depth, const std::string& cited = {}) {
    const std::string label = reason.label.empty() ? "" : reason.label + " ";
    auto words = reason.sentence.in(language_);
    if (reason.title) words = reason.title->in(language_) + (words.empty() ? "" : ": " + words);
    line(depth, toned(mark_of(reason.state), tone_of(reason.state), options_.colour) + " " + label + words +
                    numbers_of(reason) + place_of(reason.record));
    const bool new_citation = !reason.citation.empty() && (cited.empty() || !reason.citation.starts_with(cited));
    if (new_citation) line(depth + 1, toned("[" + reason.citation + "]", Tone::faint, options_.colour));
    members(reason.members_against, either(language_, "against", "không đạt"), depth + 1);
    members(reason.members_unknown, either(language_, "not known", "chưa rõ"), depth + 1);
    members(reason.members_for, either(language_, "for", "đạt"), depth + 1);
    for (const auto& fact : reason.would_settle)
      line(depth + 1, fmt::format("{}: {}", either(language_, "would settle it", "sẽ xác định được khi có"),
                                  fact.in(language_)));
    const auto& above = new_citation ? reason.citation : cited;
    for (const auto& part : reason.reasons) this->reason(part, depth + 1, above);
  }

  std::string take() { return std::move(text_); }

 private:
  void whom(const std::string& id, const std::string& name) {
    text_ += toned(name.empty() ? id : fmt::format("{} ({})", name, id), Tone::heading, options_.colour);
  }

  void line(std::size_t depth, const std::string& words) { text_.append(2 * depth, ' ').append(words).append("\n"); }

  std::string numbers_of(const Reason& reason) const {
    if (!reason.numbers) return {};
    const auto& numbers = reason.numbers->in(language_);
    return numbers.empty() ? "" : " — " + numbers;
  }

  std::string place_of(const std::optional<Record>& record) const {
    if (!record || record->line == 0) return {};
    auto place = record->path;
    if (!record->sheet.empty()) place += fmt::format(", {} {}", either(language_, "sheet", "trang"), record->sheet);
    return toned(fmt::format("  ({}, {} {})", place, either(language_, "row", "dòng"), record->line), Tone::faint,
                 options_.colour);
  }

  void members(const std::vector<MemberLine>& members, std::string_view heading, std::size_t depth) {
    if (members.empty()) return;
    line(depth, fmt::format("{} ({}):", heading, members.size()));
    for (std::size_t i = 0; i < members.size() && i < options_.most_members; ++i) {
      const auto& member = members[i];
      auto words = member.name.empty() ? member.id : fmt::format("{} ({})", member.name, member.id);
      if (const auto& because = member.because.in(language_); !because.empty()) words += ": " + because;
      line(depth + 1, words + place_of(member.record));
    }
    if (members.size() > options_.most_members)
      line(depth + 1, fmt::format("… {} {}", members.size() - options_.most_members,
                                  either(language_, "more", "người hoặc đơn vị nữa")));
  }

  const ExplanationOptions& options_;
  grammar::Language language_;
  std::string text_;
};

}  // namespace

std::string as_text(const verdicts::Explanation& explanation, const ExplanationOptions& options) {
  Tree tree(options);
  tree.heading(explanation.entity_id, explanation.entity_name, explanation.rule, explanation.period,
               explanation.verdict);
  tree.reason(explanation.root, 1);
  return tree.take();
}

std::string as_text(const verdicts::ScoreExplanation& explanation, const ExplanationOptions& options) {
  Tree tree(options);
  tree.heading(explanation.entity_id, explanation.entity_name, explanation.rule, explanation.period,
               explanation.verdict);
  tree.reason(explanation.root, 1);
  return tree.take();
}

std::string as_text(const verdicts::NominationExplanation& explanation, const ExplanationOptions& options) {
  Tree tree(options);
  tree.heading(explanation.entity_id, explanation.entity_name, explanation.rule, explanation.period,
               explanation.verdict);
  for (const auto& reason : explanation.reasons) tree.reason(reason, 1);
  return tree.take();
}

std::string as_text(const verdicts::ValueExplanation& explanation, const ExplanationOptions& options) {
  Tree tree(options);
  tree.heading(explanation.entity_id, explanation.entity_name, explanation.period);
  for (const auto& reason : explanation.reasons) tree.reason(reason, 1);
  return tree.take();
}

}  // namespace tdkt::reports
