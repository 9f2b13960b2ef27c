// SPDX-License-Identifier: Apache-2.0
// From the rules of the grammar to the builder: what each rule's text becomes, and what is said where
// one that must match does not.
#pragma once

#include <type_traits>

#include "diagnostics/kinds.hpp"
#include "grammar/messages.hpp"
#include "syntax/builder.hpp"

namespace tdkt::syntax {

namespace rules = grammar::rules;

// Rules that fill a sentence do so under many names.
template <class... R>
std::true_type fills_sentence(const rules::as_sentence<R...>*);
template <class... R>
std::true_type fills_after_colon(const rules::as_after_colon<R...>*);
template <class... R>
std::true_type fills_group_count(const rules::as_group_count<R...>*);

template <class Rule>
concept Fills_sentence = requires(const Rule* rule) { fills_sentence(rule); };
template <class Rule>
concept Fills_after_colon = requires(const Rule* rule) { fills_after_colon(rule); };
template <class Rule>
concept Fills_group_count = requires(const Rule* rule) { fills_group_count(rule); };
template <class Rule>
concept Framed = requires { Rule::frame; };
template <class Rule>
concept Keyword_wanted = requires { Rule::wanted; };

template <class Input>
Span span_of(const Input& in, const Builder& builder) {
  const auto* text = builder.reading.text.data();
  return {static_cast<std::uint32_t>(in.begin() - text), static_cast<std::uint32_t>(in.end() - text)};
}

template <class Rule>
struct build : tao::pegtl::nothing<Rule> {};

template <Fills_sentence Rule>
struct build<Rule> {
  static void apply0(Builder& builder) { builder.sentence(); }
};
template <Fills_after_colon Rule>
struct build<Rule> {
  static void apply0(Builder& builder) { builder.after_colon(); }
};
template <Fills_group_count Rule>
struct build<Rule> {
  static void apply0(Builder& builder) { builder.group_count(); }
};

// Actions that hand their text to one function of the builder.
template <void (Builder::*Function)(Span)>
struct hand_over {
  template <class Input>
  static void apply(const Input& in, Builder& builder) {
    (builder.*Function)(span_of(in, builder));
  }
};
template <> struct build<rules::plain_word> : hand_over<&Builder::plain> {};
template <> struct build<rules::number> : hand_over<&Builder::number> {};
template <> struct build<rules::percent> : hand_over<&Builder::percent> {};
template <> struct build<rules::date> : hand_over<&Builder::date> {};
template <> struct build<rules::odd_date> : hand_over<&Builder::odd_date> {};
template <> struct build<rules::quoted_word> : hand_over<&Builder::quoted> {};
template <> struct build<rules::sign> : hand_over<&Builder::symbol> {};
template <> struct build<rules::opening_bracket> : hand_over<&Builder::symbol> {};
template <> struct build<rules::closing_bracket> : hand_over<&Builder::symbol> {};
template <> struct build<rules::loose_bracket> : hand_over<&Builder::symbol> {};
template <> struct build<rules::full_stop> : hand_over<&Builder::full_stop> {};
template <> struct build<rules::stray> : hand_over<&Builder::stray> {};
template <> struct build<rules::foreign_sign> : hand_over<&Builder::foreign> {};
template <> struct build<rules::foreign_bracket> : hand_over<&Builder::foreign_bracket> {};
template <> struct build<rules::label> : hand_over<&Builder::label> {};
template <> struct build<rules::tight_label> : hand_over<&Builder::tight_label> {};
template <> struct build<rules::title> : hand_over<&Builder::title> {};
template <> struct build<rules::translation> : hand_over<&Builder::translation> {};
template <> struct build<rules::group_opener> : hand_over<&Builder::group> {};
template <> struct build<rules::odd_group_opener> : hand_over<&Builder::odd_group> {};
template <> struct build<rules::odd_arrow> : hand_over<&Builder::odd_arrow> {};
template <> struct build<rules::row> : hand_over<&Builder::row> {};
template <> struct build<rules::comment> : hand_over<&Builder::comment> {};

template <>
struct build<rules::sentence_word> {
  static void apply0(Builder& builder) {
    if (!builder.too_long()) return;
    builder.report_too_long();
    throw rules::Clause_is_broken{};
  }
};

template <grammar::Keyword K>
struct build<rules::statement_word<K>> {
  static void apply0(Builder& builder) { builder.word_taken(); }
};
template <grammar::Keyword K>
struct build<rules::clause_word<K>> {
  static void apply0(Builder& builder) { builder.word_taken(); }
};
template <>
struct build<rules::group_end> {
  static void apply0(Builder& builder) {
    builder.word_taken();
    builder.group_closed(true);
  }
};
template <>
struct build<rules::missing_end> {
  static void apply0(Builder& builder) { builder.group_closed(false); }
};
template <>
struct build<rules::broken_header> {
  static void apply0(Builder& builder) { builder.forget_header(); }
};

// What is said of a rule that must match and does not.
template <class Rule>
struct failure_of {
  static void report(Builder& builder, std::size_t at) {
    if constexpr (Keyword_wanted<Rule>) {
      builder.complaints.expected(at, Rule::wanted);
    } else {
      constexpr auto expected = rules::expected<Rule>;
      static_assert(expected.english != nullptr, "a rule that must match has a message");
      builder.complaints.expected(at, {expected.english, expected.vietnamese});
    }
  }
};
template <>
struct failure_of<rules::name> {
  static void report(Builder& builder, std::size_t at) {
    constexpr auto expected = rules::expected<rules::name>;
    builder.complaints.name_expected(at, {expected.english, expected.vietnamese});
  }
};
template <>
struct failure_of<rules::colon> {
  static void report(Builder& builder, std::size_t at) { builder.complaints.colon_expected(at, builder.begin_of_clause()); }
};
template <>
struct failure_of<rules::arrow> {
  static void report(Builder& builder, std::size_t at) {
    constexpr auto expected = rules::expected<rules::arrow>;
    builder.complaints.arrow_expected(at, {expected.english, expected.vietnamese});
  }
};
template <class Rule, grammar::Keyword K>
struct failure_of_days {
  static void report(Builder& builder, std::size_t at) {
    constexpr auto expected = rules::expected<Rule>;
    builder.complaints.days_expected(at, {expected.english, expected.vietnamese}, K);
  }
};
template <> struct failure_of<rules::first_day> : failure_of_days<rules::first_day, grammar::Keyword::from_day> {};
template <> struct failure_of<rules::final_day> : failure_of_days<rules::final_day, grammar::Keyword::until_day> {};
template <> struct failure_of<rules::from_or_until> : failure_of_days<rules::from_or_until, grammar::Keyword::from_day> {};
template <class Day>
struct failure_of_day {
  static void report(Builder& builder, std::size_t at) {
    constexpr auto expected = rules::expected<Day>;
    builder.complaints.day_expected(at, {expected.english, expected.vietnamese}, std::is_same_v<Day, rules::last_day>);
  }
};
template <> struct failure_of<rules::day> : failure_of_day<rules::day> {};
template <> struct failure_of<rules::last_day> : failure_of_day<rules::last_day> {};
template <>
struct failure_of<rules::closing_quote> {
  static void report(Builder& builder, std::size_t at) { builder.complaints.quote_not_closed(at); }
};
template <>
struct failure_of<rules::closing_bracket> {
  static void report(Builder& builder, std::size_t at) { builder.complaints.bracket_not_closed(builder.open_bracket(), at); }
};
template <>
struct failure_of<rules::end_of_clause> {
  static void report(Builder& builder, std::size_t at) { builder.complaints.nothing_more(at); }
};
template <>
struct failure_of<rules::first_row> {
  static void report(Builder& builder, std::size_t at) { builder.complaints.rows_missing(at); }
};
template <>
struct failure_of<rules::known_statement> {
  static void report(Builder& builder, std::size_t at) { builder.complaints.unknown_statement(at); }
};
template <class Clause>
struct failure_of<rules::known<Clause>> {
  static void report(Builder& builder, std::size_t at) { builder.complaints.unknown_clause(at); }
};
template <>
struct failure_of<rules::depth_of_brackets> {
  static void report(Builder& builder, std::size_t at) {
    builder.complaints.too_deep(at - 1, diagnostics::Kind::brackets_too_deep, rules::deepest);
    throw rules::Statement_is_broken{};
  }
};
template <>
struct failure_of<rules::depth_of_groups> {
  static void report(Builder& builder, std::size_t) {
    builder.complaints.too_deep(builder.reading.taken.begin, diagnostics::Kind::groups_too_deep, rules::deepest);
    throw rules::Statement_is_broken{};
  }
};
template <>
struct failure_of<tao::pegtl::success> {  // the limit of scenes that have none
  static void report(Builder&, std::size_t) {}
};

template <class Rule>
struct control : tao::pegtl::normal<Rule> {
  template <class Input>
  [[noreturn]] static void raise(const Input& in, Builder& builder) {
    failure_of<Rule>::report(builder, rules::place_of(in, builder));
    builder.line_lost();
    throw rules::Clause_is_broken{};
  }
};

template <Framed Rule>
struct control<Rule> : tao::pegtl::normal<Rule> {
  template <class Input>
  static void start(const Input& in, Builder& builder) {
    builder.open(Rule::frame, rules::place_of(in, builder));
  }
  template <class Input>
  static void success(const Input& in, Builder& builder) {
    builder.close(rules::place_of(in, builder));
  }
  template <class Input>
  static void failure(const Input&, Builder& builder) {
    builder.drop();
  }
  template <class Input>
  static void unwind(const Input&, Builder& builder) {
    builder.drop();
  }
};

}  // namespace tdkt::syntax
